"""Letters that no vendored font has: on paper they would be empty boxes, or come from whatever font the
machine has.
"""

import unicodedata
from pathlib import Path

from monograph.html import parse, texts

INVISIBLE = {"Cc", "Cf", "Zs"}  # spaces, and marks that only say which way to read


def letters(html: str) -> list[str]:
    """Every character that a page shows, once, in the order of the page."""
    shown = texts(parse(html), "//text()[not(ancestor::script or ancestor::style)]")
    return [
        letter for letter in dict.fromkeys("".join(shown)) if unicodedata.category(letter) not in INVISIBLE
    ]


def lacking(html: str, fonts: Path) -> str:
    """The characters of a page that some font in `fonts` lacks, each with its name;
    "" where none is lacking.
    """
    from fontTools.ttLib import TTFont  # only whoever prints needs it

    known = [TTFont(path, lazy=True).getBestCmap().keys() for path in sorted(fonts.glob("*.woff2"))]
    lost = [letter for letter in letters(html) if not all(ord(letter) in font for font in known)]
    return ", ".join(f"{letter} ({unicodedata.name(letter, 'without a name').lower()})" for letter in lost)
