"""What the project tells its editors about itself, written from the data, the rules and the tests, so that it
cannot grow old.
"""

import ast
import re
from collections.abc import Callable, Iterator
from inspect import signature
from pathlib import Path

from monograph.checks.numbers import NUMBER_RULES
from monograph.model.contents import PHRASES, Contents
from monograph.model.problem import Unknown
from monograph.model.shape import Fact
from monograph.model.signoff import people_needed
from monograph.model.statement import Layered
from monograph.review.rulebook import GROUPS, Told, statement
from monograph.views.blocks import NOT_BLOCKS, Blocks

ABOUT = re.compile(
    r"^# (?!yaml-language-server)(.*(?:\n# .*)*)", re.MULTILINE
)  # the first comment of a data file
EXAMPLE = "tests/fixtures/examplazine/data/side-effects.yml"  # of the fictional medicine
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
        name, part = path.relative_to(data).as_posix(), PHRASES if path.parent != data else path.stem
        facts = len(held.get(part, ()))
        signers = people_needed(part, contents) if facts else 0
        yield f"| {about(path)} | [`{name}`]({name}) | {facts or ''} | {SIGNERS[signers]} |"


def about(path: Path) -> str:
    """What a data file says of itself in its first sentence; raises Unknown where it says nothing."""
    comment = ABOUT.search(path.read_text("utf-8"))
    if not comment:
        raise Unknown(f'{path.name} does not say what it is about: write "# " and a sentence at its head')
    return comment[1].replace("\n# ", " ").partition(". ")[0].rstrip(".").replace("|", "or")


def contributing(text: str, root: Path) -> str:
    """CONTRIBUTING.md with what is made of the code written anew."""
    made = {
        "fact": annotated(root / EXAMPLE, "effect-sleepy-north", Layered),
        "blocks": blocks(),
        "rules": rules(),
    }
    for name, fresh in made.items():
        text = between(text, name, fresh)
    return text


def rules() -> str:
    """The rules as CONTRIBUTING.md lists them."""
    return (
        "\n\n".join(f"### {name}\n\n" + "\n".join(map(rule_line, group)) for name, group in GROUPS.items())
        + f"\n\n### How numbers are written\n\n{numbers()}"
    )


def rule_line(rule: Told) -> str:
    return f"- `{rule.__name__}`: {statement(rule)}"


def numbers() -> str:
    return "\n".join(f"- {name}: {instead}; not `{bad}`." for name, _, _, instead, bad in NUMBER_RULES)


def annotated(path: Path, name: str, shape: type[Fact]) -> str:
    """The fact `name` as its file has it, with what each of its keys is for above it."""
    (fact,) = re.findall(rf"^  - (id: {name}\n(?:    .*\n)+)", path.read_text("utf-8"), re.MULTILINE)
    lines = f"    {fact}".splitlines()
    keys = [(line.strip().partition(":")[0], line) for line in lines]
    notes = [
        f"    # {first_sentence(shape.model_fields[key.replace('-', '_')].description)}" for key, _ in keys
    ]
    told = "\n".join(f"{note}\n{line}" for note, (_, line) in zip(notes, keys, strict=True))
    return f"```yaml\n{told.replace('    id:', '  - id:', 1)}\n```"


def blocks() -> str:
    """What a page can ask for."""
    told = {name: function for name, function in vars(Blocks).items() if name not in NOT_BLOCKS}
    return "\n".join(
        f"- `{{{{ {name}({words(function)}) }}}}`: {first_sentence(function.__doc__)}"
        for name, function in told.items()
        if not name.startswith("_")
    )


def words(block: Callable[..., object]) -> str:
    """What is written in the brackets of a block, such as "topic"."""
    return ", ".join(f'"{name}"' for name in list(signature(block).parameters)[1:])


def first_sentence(text: str | None) -> str:
    return " ".join((text or "").split()).partition(". ")[0].rstrip(".") + "."


def promises(tests: Path) -> str:
    """tests/PROMISES.md: what every test promises, in the words of its name, under what its file is about."""
    parts = (part for path in sorted(tests.rglob("test_*.py")) for part in promised(path, tests))
    return "\n".join(["# What the tests promise", "", PROMISED, *parts, ""])


def promised(path: Path, tests: Path) -> Iterator[str]:
    """The lines for one file of tests."""
    tree, name = ast.parse(path.read_text("utf-8")), path.relative_to(tests).as_posix()
    yield from ("", f"## [{name}]({name})", "", first_sentence(ast.get_docstring(tree)), "")
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield f"- {node.name.removeprefix('test_').replace('_', ' ')}"


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
    "A clinician signs a whole file with `python3 scripts/signoff.py`, the phrases as `phrases`. A fact "
    "that is changed afterwards, or whose readings are, says so on its page and stops a release until it is "
    "signed again. Nobody has to sign before a change can be proposed."
)
