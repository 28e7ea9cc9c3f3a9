"""Letters that no vendored font has: on paper they would be empty boxes, or come from whatever font the
machine has.
"""

import unicodedata
from html.parser import HTMLParser
from pathlib import Path

from monograph.html import Attributes

SILENT = {"script", "style"}
INVISIBLE = {"Cc", "Cf", "Zs"}  # spaces, and marks that only say which way to read


class Letters(HTMLParser):
    """Every character that a page shows."""

    def __init__(self, html: str):
        super().__init__()
        self.silent = 0
        self.found: dict[str, None] = {}  # in the order of the page
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        self.silent += tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.update(
                dict.fromkeys(letter for letter in data if unicodedata.category(letter) not in INVISIBLE)
            )


def lacking(html: str, fonts: Path) -> str:
    """The characters of a page that some font in `fonts` lacks, each with its name;
    "" where none is lacking.
    """
    from fontTools.ttLib import TTFont  # only whoever prints needs it

    known = [TTFont(path, lazy=True).getBestCmap().keys() for path in sorted(fonts.glob("*.ttf"))]
    lost = [letter for letter in Letters(html).found if not all(ord(letter) in font for font in known)]
    return ", ".join(f"{letter} ({unicodedata.name(letter, 'without a name').lower()})" for letter in lost)
