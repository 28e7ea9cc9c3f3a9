"""Finished HTML as a reader meets it: the passages of a page in order with their anchors, and what each block
says.

lxml parses it. Text that is quoted as it stands (`<cite>`, `<code>`), citation numbers and drawings are told
apart from the guide's own words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from lxml import etree

LINE = "\N{LINE SEPARATOR}"
END = re.compile(r"(?<=[.!?])[\"”’')]*\s+")
# "0.5", "1,000", "child's" and "coming-off" are one word each
WORD = re.compile(r"[^\W_]+(?:[.,'’/-][^\W_]+)*")
DIGITS = re.compile(r"\D")
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "figcaption", "dt", "dd"}
QUOTED = {"cite", "code", "sup", "svg", "script", "style"}
HOLDERS = {"section", "ul", "ol"}  # their classes tell what part of the page a passage belongs to
APART = {"span", "br"}  # a line of a cell, a mark beside a sentence
SEPARATE = BLOCKS | {"text", "title", "desc", "legend", "label", "button"}  # each a passage of its own
HEADINGS = {"dt", "h1", "h2", "h3", "h4"}  # their anchor holds for what follows them
SILENT = {"sup", "script", "style", "form", "head"}

# The classes by which templates mark what is read in a way of its own; no other module spells one.
WARNING, PHONE, SUGGEST, CARDS = "warning", "phone", "suggest", "source-cards"
QR, FILES = "qr", "sheet-files"
FRAME = {"is-line", "unchecked", "who-to-call", "review", "sources"}  # stands alike on every page
RECORD = {CARDS, SUGGEST, "gone", "left-out", "left-out-words", "signed"}  # to look up, not to read

LINKABLE = "//@id[not(ancestor::svg or ancestor::form or ancestor::section[@class='evidence'])]"


def parse(html: str) -> etree._Element:
    """The tree of a page, or of a run of HTML, without comments; its elements know their lines."""
    whole = html[:9].lower() == "<!doctype"
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(html if whole else f"<div>{html}</div>", parser)


def texts(root: etree._Element, path: str) -> list[str]:
    """The texts or attributes that an XPath leads to, in the order of the page."""
    found: list[str] = root.xpath(path)
    return found


def classes_of(element: etree._Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


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


class Document:
    """A parsed page: the passages, anchors and links of its own content, and all its words in a row.

    The content is its `<article>`; of a page without one its `<main>`, and of a run of HTML all of it.
    """

    def __init__(self, html: str):
        self.root = parse(html)
        named = (tag for tag in ("article", "main") if self.root.find(f".//{tag}") is not None)
        self.content = next(named, self.root.tag)

    @cached_property
    def anchors(self) -> Counter[str]:
        """How often each stands on the page."""
        return Counter(texts(self.root, "//@id"))

    @cached_property
    def linkable(self) -> frozenset[str]:
        """The anchors that others may link to: not the parts of a picture or a form, nor the evidence of a
        fact, which its page leads to.
        """
        return frozenset(texts(self.root, LINKABLE))

    @cached_property
    def targets(self) -> frozenset[str]:
        """The anchors that its links to itself lead to."""
        return frozenset(link[1:] for link in texts(self.root, "//@href[starts-with(., '#')]"))

    @cached_property
    def classes(self) -> frozenset[str]:
        return frozenset(name for names in texts(self.root, "//@class") for name in names.split())

    @cached_property
    def text(self) -> str:
        """Every word of the content, however it is divided, with single spaces."""
        return " ".join("".join(texts(self.root, f"//{self.content}//text()")).split())

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(Passages(self).found)

    @property
    def prose(self) -> tuple[Passage, ...]:
        """The passages that are read, without the record of sources, of signatures and of left-out words."""
        return tuple(passage for passage in self.passages if not passage.within & RECORD)

    @property
    def said(self) -> str:
        """All its passages, a line each."""
        return "\n".join(passage.text for passage in self.passages)


class Around(NamedTuple):
    """What stands around a piece of text."""

    is_content: bool = False
    passage: Passage | None = None
    row: Passage | None = None
    within: frozenset[str] = frozenset()
    list: int = 0
    is_quoted: bool = False
    is_number: bool = False
    is_phone: bool = False
    is_link: bool = False


class Passages:
    """The passages of a page's content in their order, each with the last anchor before it."""

    def __init__(self, document: Document):
        self.content = document.content
        self.found: list[Passage] = []
        self.anchor = ""
        self.lists = 0
        self.read(document.root, Around())

    def read(self, element: etree._Element, around: Around) -> None:
        if element.tag == "nav":
            return  # the list of the page's own headings
        around = self.entered(element, around)
        self.say(element.text, element.sourceline, around)
        for part in element:
            self.read(part, around)
            self.say(part.tail, part.sourceline, around)
        if element.tag == "span":
            break_line(around)
        elif element.tag == "section":
            self.anchor = ""

    def entered(self, element: etree._Element, around: Around) -> Around:
        """What stands around the text of an element, by what stands around the element."""
        tag = element.tag
        if tag in QUOTED:
            around = around._replace(is_quoted=True, is_number=around.is_number or tag == "sup")
        if not around.is_quoted:  # a drawing names its title and text, which are no facts
            self.anchor = element.get("id") or self.anchor
        if tag == self.content:
            around = around._replace(is_content=True)
        if tag == "a":
            around = around._replace(is_link=True, is_phone=PHONE in classes_of(element))
        elif tag == "tr":
            around = around._replace(row=Passage(element.sourceline, self.anchor))
        elif tag in APART:
            break_line(around)
        return self.block(element, around) if tag in HOLDERS or tag in BLOCKS else around

    def block(self, element: etree._Element, around: Around) -> Around:
        within = around.within | classes_of(element)
        if element.tag in HOLDERS:
            self.lists += element.tag != "section"
            return around._replace(
                within=within, list=around.list if element.tag == "section" else self.lists
            )
        if not around.is_content:
            return around
        return around._replace(passage=self.begun(element.sourceline, element.tag, within, around))

    def begun(self, line: int, tag: str, within: frozenset[str], around: Around) -> Passage:
        self.found.append(Passage(line, self.anchor, tag, within, around.list, row=around.row))
        return self.found[-1]

    def say(self, text: str | None, line: int, around: Around) -> None:
        if not (text and around.is_content and (around.passage or text.strip())):
            return
        # words in no block, such as a choice in a form, are a passage of their own
        passage = around.passage or self.begun(line, "", around.within, around)
        passage.quoted += "" if around.is_number else text  # the 111th source is no number to call
        if around.is_quoted or around.is_phone:
            return
        passage.text += text
        passage.linked += text if around.is_link else ""
        if passage.row:
            passage.row.text += text


def break_line(around: Around) -> None:
    if around.passage and not around.is_quoted:
        around.passage.text += LINE


class Said(NamedTuple):
    """A passage in single spaces, and the innermost anchor around it."""

    anchor: str
    text: str


class Excerpts:
    """The passages of a run of HTML in their order."""

    def __init__(self, html: str):
        self.said: list[Said] = []
        self.text: list[str] = []
        self.heading: tuple[str, etree._Element | None] = ("", None)  # its anchor, and what it stands in
        self.read(parse(html), "", False)
        self.end("")

    def read(self, element: etree._Element, around: str, silent: bool) -> None:
        own = element.get("id", "")
        is_part = element.tag in SEPARATE or own
        silent = silent or element.tag in SILENT or SUGGEST in classes_of(element)
        if is_part:
            self.end(around)
        if own:
            self.heading = (own, element.getparent()) if element.tag in HEADINGS else ("", None)
        self.say(element.text, silent)
        for part in element:
            self.read(part, own or around, silent)
            self.say(part.tail, silent)
        self.dial(element)
        if is_part:
            self.end(own or around)
        if self.heading[1] is element:
            self.heading = ("", None)

    def say(self, text: str | None, silent: bool) -> None:
        if text and not silent:
            self.text.append(text)

    def dial(self, link: etree._Element) -> None:
        """Adds the number that a link calls, where its text does not say it."""
        scheme, _, number = link.get("href", "").partition("tel:")
        if not scheme and number not in DIGITS.sub("", "".join(self.text)):
            self.text.append(f" (dials {number})")

    def end(self, anchor: str) -> None:
        """Ends the passage, if anything was said."""
        if text := " ".join("".join(self.text).split()):
            self.said.append(Said(self.heading[0] or anchor, text))
        self.text.clear()


@lru_cache(maxsize=2048)
def excerpts(html: str) -> tuple[Said, ...]:
    return tuple(Excerpts(html).said)
