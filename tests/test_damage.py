"""Whatever happens to a data file: messages with a place, or pages without a foreign tag and with every
number as it was written.

`python3 scripts/test.py tests/test_damage.py --hypothesis-profile thorough` tries thousands.
"""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monograph.checks.autofix import canonical
from monograph.checks.library import load
from monograph.checks.texts import FILLED
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.nodes import Mapping, Sequence, Value
from monograph.model.problem import Problems
from monograph.model.quantity import Quantity
from monograph.model.shape import PLACEHOLDER
from monograph.model.yaml_source import read
from monograph.views.pages import docs_pages
from monograph.views.phrases import Phrases
from tests.conftest import FICTION, ROOT

DOCS = ROOT / "docs" / "en"
SNIPPETS = st.one_of(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "{{ 7*7 }}",
            "{% raw %}",
            "{name}",
            "{emergency}",
            "null",
            "~",
            "- ",
            ": ",
            "#",
            "'",
            '"',
            "&a",
            "*a",
            "!!",
            "|",
            ">",
            "\t",
            "\u00a0",
            "\u200b",
            "\u202e",
            "0",
            "00",
            ".",
            ",",
            "мg",
            "５",
            "“",
            "<<<<<<< HEAD\n",
            "\r\n",
            "\ufeff",
        ]
    ),
    st.text(max_size=12),
)
# What happens to a line: what it becomes, given the line and a snippet.
DAMAGE = {
    "lost": lambda line, snippet: "",
    "twice": lambda line, snippet: line + line,
    "in front": lambda line, snippet: snippet + line,
    "behind": lambda line, snippet: line.rstrip("\n") + snippet + "\n",
    "value": lambda line, snippet: re.sub(r": .*", lambda _: f": {snippet}", line),
    "inside": lambda line, snippet: line[: len(line) // 2] + snippet + line[len(line) // 2 :],
    "deeper": lambda line, snippet: "  " + line,
    "flatter": lambda line, snippet: line.removeprefix("  "),
    "digit": lambda line, snippet: re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), line, count=1),
    "tenfold": lambda line, snippet: re.sub(r"(\d) mg", r"\g<1>0 mg", line, count=1),
    "point": lambda line, snippet: line.replace(".", "", 1),
    "capitals": lambda line, snippet: line.upper(),
}


class Copies:
    """A copy of a data folder in which one file after another is damaged and mended again."""

    def __init__(self, data: Path, folder: Path):
        self.data, self.folder = data, folder
        shutil.copytree(data, folder)
        (folder.parent / "docs").symlink_to(ROOT / "docs")
        self.files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yml"))
        self.tags = tags(load(data))

    def damaged(self, name: str, line: int, how: str, snippet: str) -> Contents | None:
        """The contents with one line damaged, or None when they are refused in the right way."""
        path = self.folder / name
        lines = (self.data / name).read_text("utf-8").splitlines(keepends=True)
        lines[line % len(lines)] = DAMAGE[how](lines[line % len(lines)], snippet)
        path.write_text("".join(lines), "utf-8", errors="surrogatepass")
        try:
            return load(self.folder)
        except Problems as refused:
            for problem in refused.problems:
                assert (
                    problem.place.file.startswith("data/")
                    and problem.wrong
                    and problem.instead
                    and problem.place.line >= 1
                ), problem
            return None

    def mend(self, name: str) -> None:
        shutil.copy(self.data / name, self.folder / name)


def tags(contents: Contents) -> set[str]:
    pages = [page.html for region in contents.regions for page in docs_pages(contents, region, DOCS)]
    return {tag for html in pages for tag in re.findall(r"<(\w+)", html)}


def amounts(value: Value) -> list[str]:
    """Every scalar that is an amount, as it is written."""
    held = value.values() if isinstance(value, Mapping) else value if isinstance(value, Sequence) else ()
    return (
        [value]
        if isinstance(value, str) and canonical(value)
        else [amount for item in held for amount in amounts(item)]
    )


def quantities(value: object) -> list[str]:
    if isinstance(value, Quantity):
        return [str(value)]
    held = (
        value.values()
        if isinstance(value, dict)
        else value
        if isinstance(value, tuple | list)
        else vars(value).values()
        if hasattr(value, "__dict__")
        else ()
    )
    return [amount for item in held for amount in quantities(item)]


def digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def keeps_every_number(contents: Contents, path: Path) -> None:
    """An amount in the model is the one in the file, and a sentence on the page has the digits of the one in
    the file.
    """
    if path.stem == "dosing":
        written = sorted(amount.replace("up to ", "0 to ") for amount in amounts(read(path, path.name)))
        assert sorted(quantities(contents.dosing)) == written
    phrases = Phrases(Edition(contents, next(iter(contents.regions))))
    for shape, field, text in contents.texts:
        if field in FILLED and shape.place.file.endswith(path.name):
            assert digits(phrases.prose(PLACEHOLDER.sub("", text)).unescape()) == digits(
                PLACEHOLDER.sub("", text)
            )


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """Of the fiction, which has every kind of fact in few lines."""
    return Copies(FICTION / "data", tmp_path_factory.mktemp("fiction") / "data")


@pytest.fixture(scope="module")
def real_copies(tmp_path_factory):
    return Copies(ROOT / "data", tmp_path_factory.mktemp("real") / "data")


DAMAGES = {
    "data": st.data(),
    "how": st.sampled_from(sorted(DAMAGE)),
    "line": st.integers(0, 10_000),
    "snippet": SNIPPETS,
}


@pytest.mark.slow
@given(**DAMAGES)
def test_no_damage_brings_the_guide_down_or_changes_a_number_in_silence(copies, data, how, line, snippet):
    harmless(copies, data.draw(st.sampled_from(copies.files)), line, how, snippet)


@pytest.mark.slow
@settings(max_examples=settings().max_examples // 4)  # each takes five times as long
@given(**DAMAGES)
def test_no_damage_to_the_real_facts_does_either(real_copies, data, how, line, snippet):
    harmless(real_copies, data.draw(st.sampled_from(real_copies.files)), line, how, snippet)


def harmless(copies: Copies, name: str, line: int, how: str, snippet: str) -> None:
    contents = copies.damaged(name, line, how, snippet)
    if contents:
        keeps_every_number(contents, copies.folder / name)
        try:
            assert tags(contents) <= copies.tags
        except Problems as refused:
            assert all(problem.place.file.startswith("docs/") for problem in refused.problems)
    copies.mend(name)
