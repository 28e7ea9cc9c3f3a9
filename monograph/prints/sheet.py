"""A sheet: one page of docs/prints for one region, with the facts on it and the code that stands for what it
says.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.problem import Unknown, nearest
from monograph.model.sheet_codes import ALPHABET, LENGTH
from monograph.prints.paper import PaperBlocks
from monograph.views.liquids import forms_of_liquid, strength_of
from monograph.views.pages import FRONT_MATTER, SHEETS, Page, each_page, rendered

PRINTS = "docs/prints/en"
FIELDS = {"pages", "large-pages", "each", "paper"}
AMOUNT = re.compile("\\d[\\d.,]*[ \N{NO-BREAK SPACE}](?:mg|mL|micrograms?)\\b")
HEADING = re.compile(r"<h1[^>]*>.*?</h1>", re.DOTALL)


@dataclass(frozen=True)
class Plan:
    """What the head of a sheet's page in docs/prints says: how many pages it may fill, plain and in large
    print, and its paper.
    """

    pages: int
    large_pages: int
    each: str = ""
    paper: str = ""


@dataclass(frozen=True)
class Sheet:
    """`heading` is its first one as HTML, `facts` are the fingerprints of what stands on it, by id."""

    page: Page
    heading: str
    plan: Plan
    facts: dict[str, str]

    @property
    def region(self) -> str:
        return self.page.region

    @property
    def slug(self) -> str:
        return self.page.slug.removeprefix(f"{SHEETS}/")

    @property
    def text(self) -> str:
        return self.page.document.text

    @property
    def amounts(self) -> tuple[str, ...]:
        """Every amount on it, in their order."""
        return tuple(amount.replace("\N{NO-BREAK SPACE}", " ") for amount in AMOUNT.findall(self.text))

    @property
    def title(self) -> str:
        return re.sub(r"<[^>]+>", "", self.heading)

    @cached_property
    def code(self) -> str:
        """A few letters for what it says and the facts it rests on;
        neither the day nor the paper has a say.
        """
        told = json.dumps([self.region, self.slug, self.text, sorted(self.facts.items())])
        number = int(hashlib.sha256(told.encode()).hexdigest(), 16)
        return "".join(ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(LENGTH))


def sheets(contents: Contents, region: str, docs: Path) -> tuple[Sheet, ...]:
    """Every sheet of an edition, from the pages in `docs`; raises Problems that name every page that cannot
    be printed.
    """
    found = each_page(
        docs, PaperBlocks(Edition(contents, region)), lambda path, blocks: list(printed(path, blocks))
    )
    return tuple(sheet for several in found for sheet in several)


def all_sheets(contents: Contents, docs: Path) -> tuple[Sheet, ...]:
    """The sheets of all editions; none where there are no such pages."""
    return tuple(sheet for region in contents.regions for sheet in sheets(contents, region, docs))


def used(page: Page) -> set[str]:
    return {id for block in page.blocks for id in block.facts}


def printed(path: Path, blocks: PaperBlocks) -> Iterator[Sheet]:
    """The sheets that one page of docs/prints gives: several where it is printed for each liquid."""
    known = blocks.edition.contents.fingerprints
    for slug in slugs(path, blocks):
        page = rendered(path, blocks, slug, "sheet")
        facts = {name: known[name] for name in used(page) & known.keys()}
        yield Sheet(page, heading(page.html), plan(path), facts)


def heading(html: str) -> str:
    """The first heading of a page; raises Unknown where it has none."""
    if found := HEADING.search(html):
        return found[0]
    raise Unknown('it has no heading: write "# " and its name below its head')


def slugs(path: Path, blocks: PaperBlocks) -> Iterator[str]:
    """The names of the sheets that a page gives; while one is in hand, `blocks` know which liquid it is for,
    if any.
    """
    if plan(path).each != "liquid":
        blocks.hold(None)
        yield path.stem
        return
    for form in forms_of_liquid(blocks.edition):
        blocks.hold(form)
        yield f"{path.stem}-{strength_of(form, blocks.phrases)[1]}"


def plan(path: Path) -> Plan:
    """The head of a page; raises Unknown for what it may not say."""
    head = FRONT_MATTER.match(path.read_text("utf-8"))
    said = yaml.load(head[0].strip("-\n"), Loader=yaml.BaseLoader) if head else {}
    for key in said.keys() - FIELDS:
        raise Unknown(f'"{key}" is not a key of a sheet: {nearest(key, FIELDS)}')
    counts = [said.get(key, "") for key in ("pages", "large-pages")]
    if not all(re.fullmatch("[1-9]", count) for count in counts):
        raise Unknown('write "pages: 2" and "large-pages: 3" at its head: how many pages it may fill')
    pages, large_pages = map(int, counts)
    return Plan(pages, large_pages, said.get("each", ""), said.get("paper", ""))
