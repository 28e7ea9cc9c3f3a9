"""Rules for docs/, macros/ and overrides/: they hold no number of the medicine, and never its name."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from monograph.checks.amounts import LARGE, SMALL
from monograph.model.contents import Contents
from monograph.model.help import phone_pattern
from monograph.model.problem import Place, Problem, nearest
from monograph.model.yaml_source import disguised, unseen

NUMBER = (
    rf"(?:\d[\d.,]*|(?:a |one )?(?:{LARGE})|(?:{SMALL})(?:[\s-](?:{SMALL}|{LARGE}))*"
    r"|(?:a )?(?:half|(?:quarter|third)s?|couple|pair)|several|ii|iii|iv)"
)
UNIT = (
    "(?:mgs?|mls?|mcg|micrograms?|kg|g|(?:milli)?gram(?:me)?s?|hour(?:s|ly)?|hrs?|h|days?|weeks?"
    "|months?|years?|times|x|tablets?|pills?|capsules?|sachets?|packets?|drops?|puffs?|(?:tea)?spoon(?:ful)?s?"
    r"|doses?|in \d+)"
)
FIGURE = re.compile(
    rf"\b{NUMBER}(?:[\s-]+of)?(?:[\s-]+an?)?[\s-]+{UNIT}\b|\d+\s?%|\d+(?:mg|mL|kg|h|x)\b|\bspoonfuls?\b"
    r"|\b(?:once|twice)\b[\s-]+(?:a|per|each|every|daily)|\b(?:call|dial|ring|phone)\s+\d+",
    re.IGNORECASE,
)
ROOMS = ("docs", "macros", "overrides", "data/phrases")
SUFFIXES = (".md", ".j2", ".html", ".mjs", ".js", ".yml")
ONCE = re.compile(r"^once-a-day: ")  # the one phrase that holds its number in words
ANGLE = re.compile(r"[<>]|&#?\w+;")
MARKUP = re.compile(
    r"<[a-z/!?][^>]*>?|!\[|\]\(\s*<?(?:[a-z][a-z0-9+.-]*:|//)[^)]*"
    r"|^\s*\[[^]]+\]:\s*\S+|\{:?(?![{%#])[^{}]*\b(?:on\w+|style|src|href|srcdoc|formaction)\s*=|\{%\s*raw"
    r"|\{\{(?!\s*[a-z_]+(?:\([^(){}<\\]*\))?\s*\}\}).*|\{%[^%]*[<\\].*",  # a sign made in braces
    re.IGNORECASE,
)
# The words of a link, and where in docs/ it leads; whatever else has a bracket is none.
LINK = re.compile(r"\[[^][]+\]\((?P<page>[a-z0-9-]+\.md)?(?:#(?P<part>[a-z0-9-]+))?\)")
BLOCK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
PART = re.compile(r"\{\s*#([a-z0-9-]+)\s*\}")
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
        if unseen(line) or disguised(line):
            what = "an invisible character" if unseen(line) else "a letter that only looks plain"
            yield Problem(place(root, path, number), f"{what} stands here", "type the line anew")
        if name.startswith(("docs/", "data/phrases/")) and (
            found := (MARKUP if name.startswith("docs/") else ANGLE).search(line)
        ):
            yield Problem(
                place(root, path, number),
                f'"{found[0].strip()}" is markup, or leads out of the guide',
                "write plain text, and ask for a block: addresses belong to sources, in data/",
            )


def links_in_pages_lead_on(root: Path, contents: Contents) -> Iterator[Problem]:
    """A link in a page leads to a page of docs/, or to a part of one, and brackets stand nowhere else.

    Good: Read [The forgotten dose](missed.md#late).
    Bad: [The forgotten dose][missed], [[missed]], or [The forgotten dose](forgotten.md)
    """
    for folder in (root / "docs" / "en", root / "docs" / "prints" / "en"):
        parts = {path.name: set(PART.findall(path.read_text("utf-8"))) for path in folder.glob("*.md")}
        for path in sorted(folder.glob("*.md")):
            for _, number, line in lines(path):
                for wrong, instead in bad_links(BLOCK.sub("", line), path.name, parts):
                    yield Problem(place(root, path, number), wrong, instead)


def bad_links(line: str, page: str, parts: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    """What is wrong with the links in a line of a page, where each page has these parts."""
    for found in LINK.finditer(line):
        to, part = found["page"] or page, found["part"]
        if to not in parts:
            yield f'"{found[0]}" leads to no page', nearest(to, parts)
        elif part and part not in parts[to]:
            yield f'"{found[0]}" leads to no part of {to}', nearest(part, parts[to])
    if bracket := re.search(r"\S*[][]\S*", LINK.sub("", line)):
        yield f'"{bracket[0]}" is no link', "write [the words](page.md) or [the words](page.md#part)"


ROOM_RULES = (numbers_live_once, name_lives_in_data, pages_hold_no_markup, links_in_pages_lead_on)


def lines_of(root: Path, rooms: Sequence[str] = ROOMS) -> Iterator[tuple[Path, int, str]]:
    """Every line of the rooms that must not know the medicine, with its file and number."""
    for room in rooms:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in (*SUFFIXES, ".css"):
                yield from lines(path)


def lines(path: Path) -> Iterator[tuple[Path, int, str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        yield path, number, line


def place(root: Path, path: Path, line: int) -> Place:
    return Place(path.relative_to(root).as_posix(), line)
