"""A finished page as a reader meets it: its passages in order, and its anchors.

Text that is quoted as it stands (`<cite>`, `<code>`), citation numbers and drawings are told apart from the guide's own words.
"""

from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser

from monograph.problem import Place

BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "figcaption", "dt", "dd"}
QUOTED = {"cite", "code", "sup", "svg", "script", "style"}


@dataclass
class Passage:
    """A block of text under the last anchor before it; `row` is the whole table row for a cell."""

    line: int
    anchor: str = ""
    text: str = ""
    quoted: str = ""
    row: "Passage | None" = None


@dataclass(frozen=True)
class Leaf:
    """A page to be judged: its name, its HTML, and where each fact of its edition was written, by id."""

    name: str
    html: str
    facts: dict[str, Place]

    @cached_property
    def reading(self) -> "Reading":
        return Reading(self.html)

    def place(self, passage: Passage) -> Place:
        """Where to mend a passage: at the fact it comes from, else on the page."""
        return self.facts.get(passage.anchor) or Place(self.name, passage.line)


class Reading(HTMLParser):
    """The passages, anchors and links within the page of a page's own content (its `<article>`), and all its words in a row."""

    def __init__(self, html: str):
        super().__init__()
        self.passages: list[Passage] = []
        self.anchors: dict[str, int] = {}  # how often each stands on the page
        self.anchor = ""
        self.targets: set[str] = set()
        self.classes: set[str] = set()
        self.words: list[str] = []
        self.article = self.quoted = self.phone = 0
        self.row: Passage | None = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.anchors[value] = self.anchors.get(value, 0) + 1
                self.anchor = value
        self.targets.update(value[1:] for name, value in attributes if name == "href" and value.startswith("#"))
        self.classes.update(word for name, value in attributes if name == "class" for word in value.split())
        self.article += tag == "article"
        self.quoted += tag in QUOTED
        self.phone += tag == "a" and ("class", "phone") in attributes
        if tag == "tr":
            self.row = Passage(self.getpos()[0], self.anchor)
        if tag in BLOCKS and self.article:
            self.passages.append(Passage(self.getpos()[0], self.anchor, row=self.row))

    @property
    def text(self) -> str:
        """Every word of the content, however it is divided, with single spaces."""
        return " ".join("".join(self.words).split())

    def handle_endtag(self, tag):
        self.article -= tag == "article"
        self.quoted -= tag in QUOTED
        self.phone = 0 if tag == "a" else self.phone
        if tag == "tr":
            self.row = None

    def handle_data(self, data):
        if self.article:
            self.words.append(data)
        if not self.passages or not self.article:
            return
        passage = self.passages[-1]
        passage.quoted += data
        if not self.quoted and not self.phone:
            passage.text += data
            if passage.row:
                passage.row.text += data
