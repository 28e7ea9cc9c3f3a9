"""Rules for finished pages: how numbers are written (D1 to D15), whose phone numbers stand there, and which facts arrived.

Text that is quoted as it stands (`<cite>`, `<code>`) and drawings are left out of the number rules.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from monograph.edition import Edition
from monograph.model.dosing import Limit
from monograph.problem import Place, Problem
from monograph.words import phone_pattern

SPACE = "[ \N{NO-BREAK SPACE}]"
UNIT = "(?:mg|mL|kg|micrograms?)"

# Each rule: its number, what is wrong when the pattern is found, what to write instead.
NUMBER_RULES = (
    ("D1", r"\d\.\d*0\b", "a zero ends this number", "write 1, not 1.0"),
    ("D2", r"(?<![\d.])\.\d", "a number begins with a point", "write 0.5"),
    ("D3", rf"\d ?{UNIT}\b", "number and unit can be torn apart", "keep a no-break space between them"),
    ("D4", rf"\d{SPACE}?(?:ml|ML|cc)\b|(?<!kitchen )\bteaspoon", "a volume in the wrong unit", "write mL"),
    ("D5", r"\b(?:mcg|ug)\b|[µμ]g", "micrograms are cut short", "write micrograms"),
    ("D6", r"\b(?:tid|tds|qid|qds|bid|bd|prn|po|nocte|mane|stat)\b", "a Latin dosing word", "write the times of day"),
    ("D7", r"\b1/2\b|½", "a half in figures", "write half a tablet"),
    ("D8", rf"\b\d+{SPACE}\d+{SPACE}{UNIT}", "two numbers side by side", "write two 10 mg tablets"),
    ("D11", rf"\d{SPACE}?[-–—]{SPACE}?\d", "a dash in a range", 'write "to"'),
    ("D12", rf"{UNIT}{SPACE}?/|[<>≥≤&+%]|/{SPACE}?(?:day|kg)\b", "a sign instead of a word", 'write "for each", "more than", "and", "in 100"'),
    ("D13", r"(?<![\d.,])(?!(?:19|20)\d\ds?\b)\d{4,}", "a long number without a comma", "write 1,000"),
    ("D15", rf"\b\d{{1,2}}:\d\d\b|\d{SPACE}[ap]m\b", "a clock time", "write 8am"),
)
BASIS = re.compile(r"in total in a day|each time|times a day|once a day")
DAILY = re.compile(rf"\d{SPACE}(?:mg|micrograms)\b.*?\b(?:(?:a|per|each|every){SPACE}day|daily)\b")
BY_WEIGHT = re.compile(r"for each kilogram")
TOTAL = re.compile(rf"\d{SPACE}mg(?: for each kilogram of body weight,)? in total in a day")
SPLIT = re.compile(r"times a day|once a day|split")
VOLUME = re.compile(rf"\d{SPACE}mL\b(?! of (?:a drink|water))")
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "figcaption", "dt", "dd"}
QUOTED = {"cite", "code", "sup", "svg", "script", "style"}


@dataclass
class Passage:
    """A block of text; `row` is the whole table row for a cell, else the text itself."""

    line: int
    text: str = ""
    quoted: str = ""
    row: "Passage | None" = None


class Reading(HTMLParser):
    """The passages and anchors of a page's own content (its `<article>`)."""

    def __init__(self, html: str):
        super().__init__()
        self.passages: list[Passage] = []
        self.anchors: set[str] = set()
        self.article = self.quoted = self.phone = 0
        self.row: Passage | None = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.anchors.update(value for name, value in attributes if name == "id")
        self.article += tag == "article"
        self.quoted += tag in QUOTED
        self.phone += tag == "a" and ("class", "phone") in attributes
        if tag == "tr":
            self.row = Passage(self.getpos()[0])
        if tag in BLOCKS and self.article:
            self.passages.append(Passage(self.getpos()[0], row=self.row))

    def handle_endtag(self, tag):
        self.article -= tag == "article"
        self.quoted -= tag in QUOTED
        self.phone = 0 if tag == "a" else self.phone
        if tag == "tr":
            self.row = None

    def handle_data(self, data):
        if not self.passages or not self.article:
            return
        passage = self.passages[-1]
        passage.quoted += data
        if not self.quoted and not self.phone:
            passage.text += data
            if passage.row:
                passage.row.text += data


def numbers_are_written_safely(page: str, reading: Reading) -> Iterator[Problem]:
    """Numbers on finished pages follow D1 to D15, so that none is misread."""
    for passage in reading.passages:
        text = " ".join(passage.text.split(" "))
        for name, pattern, wrong, instead in NUMBER_RULES:
            if found := re.search(pattern, text):
                yield Problem(Place(page, passage.line), f'{name}: {wrong} in "{around(text, found)}"', instead)
        yield from bases(page, passage)


def bases(page: str, passage: Passage) -> Iterator[Problem]:
    place, text = Place(page, passage.line), passage.text
    if (found := DAILY.search(text)) and not BASIS.search(text):
        yield Problem(place, f'D9: no basis in "{around(text, found)}"', 'write "each time" or "in total in a day"')
    if (found := BY_WEIGHT.search(text)) and not re.search("in total in a day|each time", text):
        yield Problem(place, f'D9: no basis in "{around(text, found)}"', 'write "each time" or "in total in a day"')
    if (found := TOTAL.search(text)) and not SPLIT.search((passage.row or passage).text):
        yield Problem(place, f'D10: a day\'s total without its split in "{around(text, found)}"', "say how it is split")
    if (found := VOLUME.search(text)) and "mg" not in (passage.row or passage).text:
        yield Problem(place, f'D14: mL without mg in "{around(text, found)}"', "write mg, then mL, then the strength")


def around(text: str, found: re.Match) -> str:
    return " ".join(text[max(0, found.start() - 30) : found.end() + 30].split())


def phones_belong_to_the_region(page: str, reading: Reading, edition: Edition) -> Iterator[Problem]:
    """No page shows the phone number of another region, not even in the name of a source."""
    foreign = phone_pattern(edition.foreign_phones)
    for passage in reading.passages:
        if found := foreign.search(passage.quoted):
            yield Problem(Place(page, passage.line), f"the number {found[0]} is another region's", "give the fact a region of its own")


def every_fact_reaches_a_page(edition: Edition, anchors: set[str]) -> Iterator[Problem]:
    """Every fact of an edition has an anchor on one of its pages; only ceilings stay behind."""
    for fact in edition.pick(edition.contents.facts):
        if fact.id not in anchors and not isinstance(fact, Limit):
            yield Problem(fact.place, f'"{fact.id}" is on no page of {edition.region}', "ask for its block in docs/, or delete it")


def anchors_are_unique(page: str, html: str) -> Iterator[Problem]:
    """An anchor stands once on a page."""
    ids = re.findall(r'\sid="([^"]+)"', html)
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield Problem(Place(page), f'the anchor "{name}" stands {ids.count(name)} times', "rename the heading or show the fact once")


def check_pages(folder: Path, edition: Edition) -> Iterator[Problem]:
    """Every problem on the finished pages of one edition, built into `folder`."""
    anchors: set[str] = set()
    paths = sorted(path for path in folder.rglob("*.html") if path.name != "404.html")
    for path in paths:
        html, page = path.read_text("utf-8"), f"{edition.region}/{path.relative_to(folder).as_posix()}"
        reading = Reading(html)
        anchors |= reading.anchors
        yield from numbers_are_written_safely(page, reading)
        yield from phones_belong_to_the_region(page, reading, edition)
        yield from anchors_are_unique(page, html)
    yield from every_fact_reaches_a_page(edition, anchors)
