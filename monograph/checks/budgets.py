"""How much a page may ask of its reader: its words, and how often it says that something is not known.

What is over belongs on the page of evidence (`layer: evidence`), or on another page. A page of reference,
such as that of all sources, is looked things up in and not read through: it has no budget. How many screens
a page takes is measured in a browser (tests/browser/test_length.py).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from monograph.html import FRAME, WARNING, Document, Passage, words
from monograph.model.edition import Edition
from monograph.model.problem import Place, Problem
from monograph.views.pages import Page


class Budget(NamedTuple):
    """The most words that a page may say itself, and with what stands on every page."""

    own: int
    whole: int


PATIENT = Budget(700, 950)
LARGER = {  # tables of their own, or an answer to each of many questions
    "taking": Budget(1050, 1250),
    "liquids": Budget(1050, 1250),
    "children": Budget(850, 1100),
    "pump": Budget(850, 1100),
    "questions": Budget(1200, 1450),
}
REFERENCE = {
    "about",
    "about-site",
    "changes",
    "claims",
    "clinics",
    "print",
    "search",
    "sources",
    "trials",
    "who",
}
FEW = 3
UNKNOWN = re.compile(r"\bnot known\b|\bno (?:number|one knows|source|rule)\b|\bgives? no\b", re.IGNORECASE)


def pages_keep_to_their_budget(page: Page, edition: Edition) -> Iterator[Problem]:
    """A patient page says at most 700 words of its own, and 950 with what stands on every page; pages with
    large tables a little more.

    Good: a fact from which nothing to do follows, with layer: evidence
    Bad: a page that tells how each number was read
    """
    if (budget := budget_of(page)) is None:
        return
    own, whole = lengths(page)
    for count, most, which in ((own, budget.own, "words of its own"), (whole, budget.whole, "words in all")):
        if count > most:
            yield Problem(
                Place(page.source),
                f"{page.listed_as} has {count} {which}, keep it to {most}",
                f'the longest parts are {longest(page)}: write "layer: evidence" at facts from which nothing '
                "to do follows, shorten others, or move a part to another page",
            )


def budget_of(page: Page) -> Budget | None:
    """None for a page of reference."""
    reference = page.kind != "docs" or page.slug in REFERENCE or page.slug.startswith("claims-")
    return None if reference else LARGER.get(page.slug, PATIENT)


def lengths(page: Page) -> tuple[int, int]:
    """The words that a page says itself, and those of all that is read on it."""
    own = sum(len(words(passage.text)) for passage in own_passages(page))
    return own, sum(len(words(passage.text)) for passage in page.document.prose)


def own_passages(page: Page) -> Iterator[Passage]:
    return (item for item in page.document.prose if not item.within & {*FRAME, WARNING})


def longest(page: Page) -> str:
    """Its three longest blocks, as the page asks for them."""
    counts = ((len(words(Document(block.html).text)), block.call) for block in page.blocks)
    found = sorted((item for item in counts if "closing" not in item[1]), reverse=True)
    return ", ".join(f"{call} ({count})" for count, call in found[:3])


def few_things_are_not_known(page: Page, edition: Edition) -> Iterator[Problem]:
    """A patient page says at most three times that something is not known; each time it says what to do.

    Good: No label gives a dose for these people. Your doctor decides.
    Bad: a table in which every second cell says "Not known"
    """
    if budget_of(page) is None:
        return
    found = [item for item in own_passages(page) for _ in UNKNOWN.findall(item.text)]
    if len(found) > FEW:
        told = dict.fromkeys(item.anchor for item in found if item.anchor)
        yield Problem(
            Place(page.source),
            f"{page.listed_as} says {len(found)} times that something is not known: {', '.join(told)}",
            f'keep it to {FEW}: say once what to do about all, and write "layer: evidence" at the rest',
        )


RULES = (pages_keep_to_their_budget, few_things_are_not_known)
