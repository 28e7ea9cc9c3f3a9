"""What the project tells its editors about itself, written from the data, the rules and the tests, so that it
cannot grow old.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from monograph.checks.numbers import NUMBER_RULES
from monograph.model.contents import Contents
from monograph.model.signoff import people_needed
from monograph.review.rulebook import GROUPS, statement

ABOUT = re.compile(
    r"^# (?!yaml-language-server)(.*(?:\n# .*)*)", re.MULTILINE
)  # the first comment of a data file
SIGNERS = {0: "nobody", 1: "one clinician", 2: "two clinicians"}


def data_readme(contents: Contents, data: Path) -> str:
    """data/README.md: what people look for, in which file it is, and who must sign it."""
    lines = [
        "# Where is it, and who signs it",
        "",
        WRITTEN,
        "",
        "| What you look for | File | Facts | Signed by |",
        "|---|---|---|---|",
    ]
    return "\n".join([*lines, *rows(contents, data), "", SIGNING, ""])


def rows(contents: Contents, data: Path) -> Iterator[str]:
    held = contents.parts
    for path in sorted([*data.glob("*.yml"), *data.glob("phrases/*.yml")]):
        name, facts = path.relative_to(data).as_posix(), len(held.get(path.stem, ()))
        signers = people_needed(path.stem, contents) if facts else 0
        yield f"| {about(path)} | [`{name}`]({name}) | {facts or ''} | {SIGNERS[signers]} |"


def about(path: Path) -> str:
    """What a data file says of itself in its first sentence."""
    comment = ABOUT.search(path.read_text("utf-8"))[1].replace("\n# ", " ")
    return comment.partition(". ")[0].rstrip(".").replace("|", "or")


def rules() -> str:
    """The rules as CONTRIBUTING.md lists them."""
    return (
        "\n\n".join(f"### {name}\n\n" + "\n".join(map(rule_line, group)) for name, group in GROUPS.items())
        + f"\n\n### How numbers are written\n\n{numbers()}"
    )


def rule_line(rule: Callable) -> str:
    return f"- `{rule.__name__}`: {statement(rule)}"


def numbers() -> str:
    return "\n".join(f"- {name}: {instead}; not `{bad}`." for name, _, _, instead, bad in NUMBER_RULES)


def promises(tests: Path) -> str:
    """tests/PROMISES.md: what every test promises, in the words of its name, under what its file is about."""
    parts = (part for path in sorted(tests.rglob("test_*.py")) for part in promised(path, tests))
    return "\n".join(["# What the tests promise", "", PROMISED, *parts, ""])


def promised(path: Path, tests: Path) -> Iterator[str]:
    """The lines for one file of tests."""
    tree, name = ast.parse(path.read_text("utf-8")), path.relative_to(tests).as_posix()
    yield from ("", f"## [{name}]({name})", "", re.split(r"(?<=\.)\s", said(tree))[0], "")
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield f"- {node.name.removeprefix('test_').replace('_', ' ')}"


def said(tree: ast.Module) -> str:
    """What a file says it is about, in one line."""
    return " ".join((ast.get_docstring(tree) or "").split())


def between(text: str, name: str, fresh: str) -> str:
    """`text` with what stands between the two marks of `name` written anew; raises ValueError where the marks
    are gone.
    """
    begin, end = f"<!-- {name}: written by scripts/handbook.py -->\n", f"\n<!-- end of {name} -->"
    if begin not in text or end not in text:
        raise ValueError(f'the marks "{begin.strip()}" and "{end.strip()}" are gone; put them back')
    return text[: text.index(begin) + len(begin)] + "\n" + fresh + "\n" + text[text.index(end) :]


WRITTEN = (
    "Written by `python3 scripts/handbook.py` from the first comment of each file and from `one-person` "
    "in `review.yml`."
)
PROMISED = "Written by `python3 scripts/handbook.py` from the names of the tests; many have several cases."
SIGNING = (
    "A clinician signs a whole file with `python3 scripts/signoff.py`. A fact that is changed "
    "afterwards says so on its page and stops "
    "a release until it is signed again. Nobody has to sign before a change can be proposed."
)
