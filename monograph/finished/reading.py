"""A finished page as a reader meets it: its passages in order, and its anchors.

Text that is quoted as it stands (`<cite>`, `<code>`), citation numbers and drawings are told apart from the guide's own words.
"""

from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser

from monograph.finished.passage import LINE, Passage
from monograph.problem import Place

BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "figcaption", "dt", "dd"}
QUOTED = {"cite", "code", "sup", "svg", "script", "style"}
HOLDERS = {"section", "ul", "ol"}  # their classes tell what part of the page a passage belongs to
APART = {"span", "br"}  # a line of a cell, a mark beside a sentence
RECORD = {"source-cards", "left-out", "left-out-words", "signed", "suggest"}  # to look things up in, not to read from beginning to end


@dataclass(frozen=True)
class Leaf:
    """A page to be judged: its name, its HTML, and where each fact of its edition was written, by id."""

    name: str
    html: str
    facts: dict[str, Place]

    @cached_property
    def reading(self) -> "Reading":
        return Reading(self.html)

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages that are read, without the record of sources, of signatures and of left-out words."""
        return tuple(passage for passage in self.reading.passages if not passage.within & RECORD)

    @property
    def said(self) -> str:
        """All its passages, a line each."""
        return "\n".join(passage.text for passage in self.reading.passages)

    def place(self, passage: Passage) -> Place:
        """Where to mend a passage: at the fact it comes from, else on the page."""
        return self.facts.get(passage.anchor) or Place(self.name, passage.line)


class Reading(HTMLParser):
    """The passages, anchors and links within the page of a page's own content (its `<article>`), and all its words in a row."""

    def __init__(self, html: str):
        super().__init__()
        self.passages: list[Passage] = []
        self.open: list[Passage] = []  # the passages that have not ended, the innermost last
        self.anchors: dict[str, int] = {}  # how often each stands on the page
        self.anchor = ""
        self.targets: set[str] = set()
        self.classes: set[str] = set()
        self.words: list[str] = []
        self.article = self.quoted = self.number = self.phone = self.link = self.lists = 0
        self.holders: list[tuple[frozenset[str], int]] = [(frozenset(), 0)]  # classes, and the number of the list
        self.row: Passage | None = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        classes = frozenset(given.get("class", "").split())
        self.quoted += tag in QUOTED
        self.number += tag == "sup"
        self.note(given, classes)
        self.article += tag == "article"
        self.link += tag == "a"
        self.phone += tag == "a" and "phone" in classes
        if tag in HOLDERS:
            around, number = self.holders[-1]
            self.lists += tag != "section"
            self.holders.append((around | classes, number if tag == "section" else self.lists))
        if tag == "tr":
            self.row = Passage(self.getpos()[0], self.anchor)
        if tag in BLOCKS and self.article:
            self.begin(tag, classes)
        self.break_line(tag)

    def note(self, given: dict[str, str], classes: frozenset[str]) -> None:
        if name := given.get("id"):
            self.anchors[name] = self.anchors.get(name, 0) + 1
            self.anchor = self.anchor if self.quoted else name  # a drawing names its title and text, which are no facts
        if given.get("href", "").startswith("#"):
            self.targets.add(given["href"][1:])
        self.classes |= classes

    def begin(self, tag: str, classes: frozenset[str] = frozenset()) -> None:
        around, number = self.holders[-1]
        self.passages.append(Passage(self.getpos()[0], self.anchor, tag, around | classes, number, row=self.row))
        self.open.append(self.passages[-1])

    def break_line(self, tag: str) -> None:
        if tag in APART and self.open and not self.quoted:
            self.open[-1].text += LINE

    @property
    def text(self) -> str:
        """Every word of the content, however it is divided, with single spaces."""
        return " ".join("".join(self.words).split())

    def handle_endtag(self, tag):
        self.break_line(tag)
        self.article -= tag == "article"
        self.quoted -= tag in QUOTED
        self.number -= tag == "sup"
        self.link -= tag == "a"
        self.phone = 0 if tag == "a" else self.phone
        if tag == "tr":
            self.row = None
        if tag == "section":
            self.anchor = ""
        if tag in HOLDERS and len(self.holders) > 1:
            self.holders.pop()
        while tag in BLOCKS and self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data):
        if not self.article:
            return
        self.words.append(data)
        stray = not self.open
        if stray and not data.strip():
            return
        if stray:  # words in no block, such as a choice in a form
            self.begin("")
        self.add(data, self.open.pop() if stray else self.open[-1])

    def add(self, data: str, passage: Passage) -> None:
        passage.quoted += "" if self.number else data  # the 111th source is no number to call
        if self.quoted or self.phone:
            return
        passage.text += data
        passage.linked += data if self.link else ""
        if passage.row:
            passage.row.text += data
