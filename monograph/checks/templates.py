"""Rules for docs/, macros/ and overrides/: they hold no number of the medicine, and never its name."""

import re
from collections.abc import Iterator
from pathlib import Path

from monograph.model.contents import Contents
from monograph.model.help import phone_pattern
from monograph.model.problem import Place, Problem
from monograph.model.yaml_source import unseen

TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER = (
    r"(?:\d[\d.,]*|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    rf"|(?:{TENS})(?:[\s-]\w+)?|(?:a|one) hundred)"
)
UNIT = (
    "(?:mg|mL|ml|mcg|micrograms?|kg|g|grams?|milligrams?|hours?|days?|weeks?|months?|years?|times"
    r"|tablets?|doses?|in \d+)"
)
FIGURE = re.compile(
    rf"\b{NUMBER}[\s-]+{UNIT}\b|\d+\s?%|\d+(?:mg|mL|kg)\b|\b(?:once|twice)\b[\s-]+(?:a|per|each|every"
    r"|daily)|\b(?:call|dial|ring|phone)\s+\d+",
    re.IGNORECASE,
)
SUFFIXES = (".md", ".j2", ".html", ".mjs", ".js", ".yml")
ONCE = re.compile(r"^once-a-day: ")  # the one phrase that holds its number in words
ANGLE = re.compile(r"[<>]|&#?\w+;")
MARKUP = re.compile(
    r"<[a-z/!?][^>]*>?|!\[|\]\(\s*<?(?:[a-z][a-z0-9+.-]*:|//)[^)]*"
    r"|^\s*\[[^]]+\]:\s*\S+|\{:?(?![{%#])[^{}]*\b(?:on\w+|style|src|href|srcdoc|formaction)\s*=|\{%\s*raw"
    r"|\{\{(?!\s*[a-z_]+(?:\([^(){}<\\]*\))?\s*\}\}).*|\{%[^%]*[<\\].*",  # a sign made in braces
    re.IGNORECASE,
)
STYLE_FIGURE = re.compile(r"content:[^;]*\d")


def numbers_live_once(root: Path, contents: Contents) -> Iterator[Problem]:
    """A dose, a clinical figure or a phone number stands in data/ alone; pages, templates and scripts ask for
    it.

    Good: {{ dose_table() }}
    Bad: Take 5 mg three times a day.
    """
    phone = phone_pattern(contact.phone for contact in contents.help.contacts if contact.phone)
    for path, number, line in (*lines_of(root), *lines(root / "mkdocs.yml")):
        figure = (
            STYLE_FIGURE.search(line) if path.suffix == ".css" else FIGURE.search(line) or phone.search(line)
        )
        if figure and not ONCE.match(line):
            yield Problem(
                place(root, path, number),
                f'"{figure[0]}" looks like a dose or a clinical figure',
                "write it in data/ and ask for its block here",
            )


def name_lives_in_data(root: Path, contents: Contents) -> Iterator[Problem]:
    """The medicine's name and its brands stand in data/ alone; pages write {{ name }}.

    Good: About {{ name }}
    Bad: the name itself in docs/, macros/ or overrides/
    """
    names = {contents.medicine.name, *(brand.name for brand in contents.medicine.brands)}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names), re.IGNORECASE)
    for path, number, line in lines_of(root):
        if found := pattern.search(line):
            yield Problem(
                place(root, path, number), f'the name "{found[0]}" is typed here', "write {{ name }}"
            )


def pages_hold_no_markup(root: Path, contents: Contents) -> Iterator[Problem]:
    """Pages and phrases are plain text and blocks: no tag, no script, no address outside the guide, and no
    letter that nobody sees.

    Good: ## Food { #food }
    Bad: <script src="https://example.org/x.js"></script>, ## Food { onclick=... },
        [more](https://example.org)
    """
    for path, number, line in lines_of(root):
        name = path.relative_to(root).as_posix()
        if unseen(line):
            yield Problem(
                place(root, path, number), "an invisible character stands here", "type the line anew"
            )
        if name.startswith(("docs/", "data/phrases/")) and (
            found := (MARKUP if name.startswith("docs/") else ANGLE).search(line)
        ):
            yield Problem(
                place(root, path, number),
                f'"{found[0].strip()}" is markup, or leads out of the guide',
                "write plain text, and ask for a block: addresses belong to sources, in data/",
            )


ROOM_RULES = (numbers_live_once, name_lives_in_data, pages_hold_no_markup)


def lines_of(root: Path) -> Iterator[tuple[Path, int, str]]:
    """Every line of the rooms that must not know the medicine, with its file and number."""
    for room in ("docs", "macros", "overrides", "data/phrases"):
        for path in sorted((root / room).rglob("*")):
            if path.suffix in (*SUFFIXES, ".css"):
                yield from lines(path)


def lines(path: Path) -> Iterator[tuple[Path, int, str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        yield path, number, line


def place(root: Path, path: Path, line: int) -> Place:
    return Place(path.relative_to(root).as_posix(), line)
