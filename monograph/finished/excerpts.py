"""What a block says, passage by passage, and which fact says it: without citation numbers and suggest links.

A phone link whose words do not show the number it dials is told with it.
"""

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

from monograph.finished.reading import BLOCKS

VOID = {"br", "hr", "img", "input", "link", "meta"}
APART = BLOCKS | {"text", "title", "desc", "legend", "label", "button"}  # each a passage of its own
HEADINGS = {"dt", "h1", "h2", "h3", "h4"}  # their anchor holds for what follows them
DIGITS = re.compile(r"\D")
SILENT = {"sup", "script", "style", "form", "head"}


class Said(NamedTuple):
    """A passage in single spaces, and the innermost anchor around it."""

    anchor: str
    text: str


class Excerpts(HTMLParser):
    """The passages of a run of HTML in their order."""

    def __init__(self, html: str):
        super().__init__()
        self.said: list[Said] = []
        self.open: list[tuple[str, str, bool]] = []  # each open element: its tag, its anchor, and whether it is silent
        self.heading: tuple[str, int] = ("", 0)  # the last heading's anchor, and how deep it stood
        self.text: list[str] = []
        self.dials = ""  # the number of the phone link that is open
        self.feed(html)
        self.end()

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        anchor = named.get("id") or ""
        if tag in APART or anchor:
            self.end()
        if anchor:
            self.heading = (anchor, len(self.open)) if tag in HEADINGS else ("", 0)
        if tag == "a" and (named.get("href") or "").startswith("tel:"):
            self.dials = named["href"][4:]
        if tag not in VOID:
            self.open.append((tag, anchor, tag in SILENT or named.get("class") == "suggest"))

    def handle_endtag(self, tag):
        if tag in APART or (self.open and self.open[-1][1]):
            self.end()
        if tag == "a" and self.dials not in DIGITS.sub("", "".join(self.text)):
            self.text.append(f" (dials {self.dials})")
        self.dials = "" if tag == "a" else self.dials
        while self.open and self.open.pop()[0] != tag:
            pass
        if len(self.open) < self.heading[1]:
            self.heading = ("", 0)

    def handle_data(self, data):
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
