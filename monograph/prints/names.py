"""The papers a sheet is printed on, and the names of its files, which last."""

import re
from dataclasses import dataclass

from monograph.prints.sheet import Sheet
from monograph.views.phrases import Words

SIZES = {"a4": "A4", "letter": "Letter", "phone": "90mm 200mm"}  # by the word in a file's name, as style sheets have them
PRINTS = {"14": "plain", "18": "large"}  # by the points in a file's name
STYLES = {"14": "", "18": "print-large.css"}


@dataclass(frozen=True)
class Paper:
    """One file of a sheet: its paper, the style of its letters, how many pages it may fill, and what it is called."""

    file: str
    size: str
    style: str
    limit: int
    label: str


def papers(sheet: Sheet, words: Words) -> tuple[Paper, ...]:
    """A4 and US Letter, in plain and large print; a card for the phone has one paper of its own."""
    if sheet.plan.paper:
        return (paper(sheet, sheet.plan.paper, "14", words),)
    return tuple(paper(sheet, name, points, words) for name in ("a4", "letter") for points in PRINTS)


def paper(sheet: Sheet, name: str, points: str, words: Words) -> Paper:
    medicine = re.sub(r"[^a-z0-9]+", "-", words.name.lower()).strip("-")
    limit = sheet.plan.large_pages if PRINTS[points] == "large" else sheet.plan.pages
    label = words.say("sheet-paper", paper=words.say(f"paper-{name}"), letters=words.say(f"letters-{PRINTS[points]}"))
    return Paper(f"{medicine}-{sheet.slug}-{sheet.region}-{name}-{points}.pdf", SIZES[name], STYLES[points], limit, label)
