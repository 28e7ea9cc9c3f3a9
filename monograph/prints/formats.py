"""The papers a sheet is printed on, and the names of its files, which last."""

import re
from dataclasses import dataclass

from monograph.prints.sheet import Sheet
from monograph.views.phrases import Phrases

SIZES = {
    "a4": "A4",
    "letter": "Letter",
    "phone": "90mm 200mm",
}  # by the word in a file's name, as style sheets have them
PRINTS = {"14": "plain", "18": "large"}  # by the points in a file's name
STYLES = {"14": "", "18": "print-large.css"}


@dataclass(frozen=True)
class PaperFormat:
    """One file of a sheet: its paper, the style of its letters, how many pages it may fill, and what it is
    called.
    """

    file: str
    size: str
    style: str
    limit: int
    label: str


def papers(sheet: Sheet, phrases: Phrases) -> tuple[PaperFormat, ...]:
    """A4 and US Letter, in plain and large print; a card for the phone has one paper of its own."""
    if sheet.plan.paper:
        return (paper(sheet, sheet.plan.paper, "14", phrases),)
    return tuple(paper(sheet, name, points, phrases) for name in ("a4", "letter") for points in PRINTS)


def paper(sheet: Sheet, name: str, points: str, phrases: Phrases) -> PaperFormat:
    medicine = re.sub(r"[^a-z0-9]+", "-", phrases.name.lower()).strip("-")
    limit = sheet.plan.large_pages if PRINTS[points] == "large" else sheet.plan.pages
    label = phrases.say(
        "sheet-paper", paper=phrases.say(f"paper-{name}"), letters=phrases.say(f"letters-{PRINTS[points]}")
    )
    return PaperFormat(
        f"{medicine}-{sheet.slug}-{sheet.region}-{name}-{points}.pdf",
        SIZES[name],
        STYLES[points],
        limit,
        label,
    )
