"""Finished HTML as a reader meets it: the passages of a page in order with their anchors, and what each block
says.

Text that is quoted as it stands (`<cite>`, `<code>`), citation numbers and drawings are told apart from the
guide's own words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

LINE = "\N{LINE SEPARATOR}"
END = re.compile(r"(?<=[.!?])[\"”’')]*\s+")
WORD = re.compile(
    r"[^\W_]+(?:[.,'’/-][^\W_]+)*"
)  # "0.5", "1,000", "child's" and "coming-off" are one word each
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "figcaption", "dt", "dd"}
QUOTED = {"cite", "code", "sup", "svg", "script", "style"}
HOLDERS = {"section", "ul", "ol"}  # their classes tell what part of the page a passage belongs to
APART = {"span", "br"}  # a line of a cell, a mark beside a sentence
RECORD = {
    "source-cards",
    "left-out",
    "left-out-words",
    "signed",
    "suggest",
}  # to look things up in, not to read from beginning to end
VOID = {"br", "hr", "img", "input", "link", "meta"}
SEPARATE = BLOCKS | {"text", "title", "desc", "legend", "label", "button"}  # each a passage of its own
HEADINGS = {"dt", "h1", "h2", "h3", "h4"}  # their anchor holds for what follows them
DIGITS = re.compile(r"\D")
SILENT = {"sup", "script", "style", "form", "head"}
Attributes = list[tuple[str, str | None]]  # of an element, as the parser tells them


@dataclass
class Passage:
    """A block of text under the last anchor before it; `row` is the whole table row for a cell, `linked` what
    of the text is a link.

    `within` are its classes and those of the sections and lists around it; `list` numbers the list it belongs
    to.
    """

    line: int
    anchor: str = ""
    tag: str = ""
    within: frozenset[str] = frozenset()
    list: int = 0
    text: str = ""
    quoted: str = ""
    linked: str = ""
    row: "Passage | None" = None

    @property
    def lines(self) -> Iterator[str]:
        """Its text by the lines that are set apart in it, with single spaces;
        what holds no word is no line.
        """
        return (
            line for line in (" ".join(line.split()) for line in self.text.split(LINE)) if WORD.search(line)
        )

    @property
    def is_menu(self) -> bool:
        """Whether it is one link and nothing else: something to touch, not to read."""
        return bool(self.text.strip()) and self.text.split() == self.linked.split()


def sentences(line: str) -> list[str]:
    """A line of text as sentences; its own end ends one."""
    return [sentence for sentence in END.split(line) if WORD.search(sentence)]


def words(text: str) -> list[str]:
    return WORD.findall(text)


def beginning(text: str) -> str:
    """Its first words, to find it by."""
    return " ".join(text.split()[:8])


class Document(HTMLParser):
    """A parsed page: the passages, anchors and links of its own content, and all its words in a row.

    The content is its `<article>`; of a page without one its `<main>`, and of a run of HTML all of it.
    """

    def __init__(self, html: str):
        super().__init__()
        self.passages: list[Passage] = []
        self.open: list[Passage] = []  # the passages that have not ended, the innermost last
        self.anchors: dict[str, int] = {}  # how often each stands on the page
        self.anchor = ""
        self.targets: set[str] = set()
        self.classes: set[str] = set()
        self.words: list[str] = []
        self.content = next((tag for tag in ("article", "main") if f"<{tag}" in html), "")
        self.inside = int(not self.content)
        self.quoted = self.number = self.phone = self.link = self.lists = 0
        self.holders: list[tuple[frozenset[str], int]] = [
            (frozenset(), 0)
        ]  # classes, and the number of the list
        self.row: Passage | None = None
        self.feed(str(html))  # markup that is safe escapes whatever is added to it

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        given = {name: value or "" for name, value in attributes}
        classes = frozenset(given.get("class", "").split())
        self.quoted += tag in QUOTED
        self.number += tag == "sup"
        self.note(given, classes)
        self.inside += tag == self.content
        self.link += tag == "a"
        self.phone += tag == "a" and "phone" in classes
        if tag in HOLDERS:
            around, number = self.holders[-1]
            self.lists += tag != "section"
            self.holders.append((around | classes, number if tag == "section" else self.lists))
        if tag == "tr":
            self.row = Passage(self.getpos()[0], self.anchor)
        if tag in BLOCKS and self.inside:
            self.begin(tag, classes)
        self.break_line(tag)

    def note(self, given: dict[str, str], classes: frozenset[str]) -> None:
        if name := given.get("id"):
            self.anchors[name] = self.anchors.get(name, 0) + 1
            self.anchor = (
                self.anchor if self.quoted else name
            )  # a drawing names its title and text, which are no facts
        if given.get("href", "").startswith("#"):
            self.targets.add(given["href"][1:])
        self.classes |= classes

    def begin(self, tag: str, classes: frozenset[str] = frozenset()) -> None:
        around, number = self.holders[-1]
        self.passages.append(
            Passage(self.getpos()[0], self.anchor, tag, around | classes, number, row=self.row)
        )
        self.open.append(self.passages[-1])

    def break_line(self, tag: str) -> None:
        if tag in APART and self.open and not self.quoted:
            self.open[-1].text += LINE

    @property
    def text(self) -> str:
        """Every word of the content, however it is divided, with single spaces."""
        return " ".join("".join(self.words).split())

    @property
    def prose(self) -> tuple[Passage, ...]:
        """The passages that are read, without the record of sources, of signatures and of left-out words."""
        return tuple(passage for passage in self.passages if not passage.within & RECORD)

    @property
    def said(self) -> str:
        """All its passages, a line each."""
        return "\n".join(passage.text for passage in self.passages)

    def handle_endtag(self, tag: str) -> None:
        self.break_line(tag)
        self.inside -= tag == self.content
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

    def handle_data(self, data: str) -> None:
        if not self.inside:
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


class Said(NamedTuple):
    """A passage in single spaces, and the innermost anchor around it."""

    anchor: str
    text: str


class Excerpts(HTMLParser):
    """The passages of a run of HTML in their order."""

    def __init__(self, html: str):
        super().__init__()
        self.said: list[Said] = []
        self.open: list[
            tuple[str, str, bool]
        ] = []  # each open element: its tag, its anchor, and whether it is silent
        self.heading: tuple[str, int] = ("", 0)  # the last heading's anchor, and how deep it stood
        self.text: list[str] = []
        self.dials = ""  # the number of the phone link that is open
        self.feed(html)
        self.end()

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        named = dict(attributes)
        anchor, address = named.get("id") or "", named.get("href") or ""
        if tag in SEPARATE or anchor:
            self.end()
        if anchor:
            self.heading = (anchor, len(self.open)) if tag in HEADINGS else ("", 0)
        if tag == "a" and address.startswith("tel:"):
            self.dials = address[4:]
        if tag not in VOID:
            self.open.append((tag, anchor, tag in SILENT or named.get("class") == "suggest"))

    def handle_endtag(self, tag: str) -> None:
        if tag in SEPARATE or (self.open and self.open[-1][1]):
            self.end()
        if tag == "a" and self.dials not in DIGITS.sub("", "".join(self.text)):
            self.text.append(f" (dials {self.dials})")
        self.dials = "" if tag == "a" else self.dials
        while self.open and self.open.pop()[0] != tag:
            pass
        if len(self.open) < self.heading[1]:
            self.heading = ("", 0)

    def handle_data(self, data: str) -> None:
        if not any(silent for *_, silent in self.open):
            self.text.append(data)

    @property
    def anchor(self) -> str:
        innermost = next((anchor for _, anchor, _ in reversed(self.open) if anchor), "")
        return self.heading[0] or innermost

    def end(self) -> None:
        """Ends the passage, if anything was said."""
        if text := " ".join("".join(self.text).split()):
            self.said.append(Said(self.anchor, text))
        self.text.clear()


@lru_cache(maxsize=2048)
def excerpts(html: str) -> tuple[Said, ...]:
    return tuple(Excerpts(html).said)


class Anchors(HTMLParser):
    """The anchors of a page that others may link to: not the parts of a picture, nor the cards of sources at
    its end, which come and go.
    """

    def __init__(self, html: str):
        super().__init__()
        self.found: set[str] = set()
        self.inner: list[str] = []  # the elements that are open since one whose anchors are its own
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        named = dict(attributes)
        if self.inner or tag in ("svg", "form") or (tag == "ol" and named.get("class") == "source-cards"):
            self.inner += [tag] * (tag not in VOID)
        elif anchor := named.get("id"):
            self.found.add(anchor)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inner:
            while self.inner.pop() != tag:
                pass
