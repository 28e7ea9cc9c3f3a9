"""A finished page as a reader meets it: its passages in order, and its anchors.

Text that is quoted as it stands (`<cite>`, `<code>`), citation numbers and drawings are told apart from the guide's own words.
"""

from dataclasses import dataclass
from html.parser import HTMLParser

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
    """The passages, anchors and links within the page of a page's own content (its `<article>`), and all its words in a row."""

    def __init__(self, html: str):
        super().__init__()
        self.passages: list[Passage] = []
        self.anchors: set[str] = set()
        self.targets: set[str] = set()
        self.classes: set[str] = set()
        self.words: list[str] = []
        self.article = self.quoted = self.phone = 0
        self.row: Passage | None = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.anchors.update(value for name, value in attributes if name == "id")
        self.targets.update(value[1:] for name, value in attributes if name == "href" and value.startswith("#"))
        self.classes.update(word for name, value in attributes if name == "class" for word in value.split())
        self.article += tag == "article"
        self.quoted += tag in QUOTED
        self.phone += tag == "a" and ("class", "phone") in attributes
        if tag == "tr":
            self.row = Passage(self.getpos()[0])
        if tag in BLOCKS and self.article:
            self.passages.append(Passage(self.getpos()[0], row=self.row))

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
