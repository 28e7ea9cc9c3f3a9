"""The whole guide at one moment: its entries as they are written, and its pages as today's code
prints them.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from monograph.checks import check
from monograph.checks.library import unjudged
from monograph.model.contents import Contents
from monograph.model.problem import Place, Problem, Problems
from monograph.prints.sheet import PRINTS, all_sheets
from monograph.review.entries import Entry, entries
from monograph.site.exports import exports
from monograph.views.pages import Block, Page, all_docs_pages


class Spot(NamedTuple):
    """A block of a page, found again in another state of the guide."""

    address: str
    call: str


@dataclass(frozen=True)
class State:
    """`pages` is empty where the facts cannot be printed; `problems` says why, or what the rules refuse.

    `unread` are the files of which no entry could be read.
    """

    entries: dict[str, Entry]
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()

    @cached_property
    def blocks(self) -> dict[Spot, Block]:
        return {Spot(page.listed_as, block.call): block for page in self.pages for block in page.blocks}

    @cached_property
    def prose(self) -> dict[str, str]:
        """The HTML of each page by its address, without its blocks."""
        return {page.listed_as: between(page) for page in self.pages}


def between(page: Page) -> str:
    html = page.html
    for block in page.blocks:
        html = html.replace(block.html, "")
    return html


def state(root: Path) -> State:
    """The guide in `root`; whatever is wrong with it is told, and stops nothing."""
    found, unread = entries(root / "data")
    try:
        contents = unjudged(root / "data")
    except Problems as wrong:
        return State(found, (), wrong.problems, frozenset(problem.place.file for problem in unread))
    problems = Problems(check(contents)).problems
    try:
        return State(found, pages(contents, root), problems)
    except Problems as wrong:
        return State(found, (), (*problems, *wrong.problems))
    except Exception as error:  # facts that the rules refuse may break any block in any way
        broken = Problem(
            Place("docs"),
            f"the pages cannot be printed ({type(error).__name__}: {error})",
            "see what scripts/check.py says",
        )
        return State(found, (), (*problems, broken))


def pages(contents: Contents, root: Path) -> tuple[Page, ...]:
    sheets = (sheet.page for sheet in all_sheets(contents, root / PRINTS))
    return (*all_docs_pages(contents, root), *sheets, *exports(contents))
