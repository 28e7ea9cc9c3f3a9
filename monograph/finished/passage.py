"""A block of text on a finished page: a paragraph, a bullet, a cell, a heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINE = "\N{LINE SEPARATOR}"
END = re.compile(r"(?<=[.!?])[\"”’')]*\s+")
WORD = re.compile(r"[^\W_]+(?:[.,'’/-][^\W_]+)*")  # "0.5", "1,000", "child's" and "coming-off" are one word each


@dataclass
class Passage:
    """A block of text under the last anchor before it; `row` is the whole table row for a cell, `linked` what of the text is a link.

    `within` are its classes and those of the sections and lists around it; `list` numbers the list it belongs to.
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
        """Its text by the lines that are set apart in it, with single spaces; what holds no word is no line."""
        return (line for line in (" ".join(line.split()) for line in self.text.split(LINE)) if WORD.search(line))

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
