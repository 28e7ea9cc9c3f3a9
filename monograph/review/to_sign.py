"""What a clinician reads before signing: each fact in the words of its pages, as the data have it, and what
was read for it, what must be read again first standing first.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from monograph.html import excerpts
from monograph.model.contents import PHRASES, Contents, SignedPhrase
from monograph.model.dosing import Dose, Schedule
from monograph.model.help import Contact
from monograph.model.limit import Limit
from monograph.model.medicine import Form
from monograph.model.problem import look_up
from monograph.model.shape import Fact
from monograph.model.signoff import status_of
from monograph.model.sources import Evidence, Source
from monograph.model.statement import MissedDose
from monograph.review.entries import Entry, entries
from monograph.views.pages import all_docs_pages

HEADINGS = ("Act now", "Act today", "Doses and figures", "The rest")  # in this order
LEVELS = {"now": 0, "urgent": 1}
FIGURE = re.compile(
    r"\d[\d.,]* ?(?:mg|mL|micrograms?|minutes|hours|days|weeks|months|years|in \d)|\{[a-z-]+:"
)
OF_EVERY_FACT = ("region", "under", "sources", "evidence", "excused", "phrase")
STATES = {
    "unsigned": "nobody has signed it",
    "signed once": "one person has signed it, and it takes two",
    "signed": "signed",
    "changed": "CHANGED since somebody signed it, or what was read for it has",
}


class Line(NamedTuple):
    """A line about a fact; `href` is where it leads, or ""."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True)
class FactToSign:
    """`lines` are all that is to be compared: pages, data, readings, sources."""

    id: str
    heading: str
    title: str
    lines: tuple[Line, ...]


Words = dict[str, dict[str, tuple[str, str]]]  # by fact and region: the page, and what it says there


def to_sign(contents: Contents, part: str, root: Path) -> list[FactToSign]:
    """The facts of a part, those first of which a mistake harms soonest."""
    facts = look_up(contents.parts, part, "part")
    held = {entry.place: entry for entry in entries(root / "data")[0].values()}
    words, groups = {} if part == PHRASES else words_of_pages(contents, root), group_names(contents)
    return [
        FactToSign(
            fact.id,
            HEADINGS[rank(fact, held.get(fact.place))],
            f"{fact.id} ({fact.region}), {fact.place}",
            tuple(lines(fact, held.get(fact.place), words.get(fact.id, {}), groups, contents)),
        )
        for fact in sorted(facts, key=lambda fact: rank(fact, held.get(fact.place)))
    ]


def state(contents: Contents, part: str) -> str:
    """A few letters that stand for all that a signature of the part would cover."""
    return hashlib.sha256(json.dumps(contents.as_signed[part]).encode()).hexdigest()[:8]


def plain(found: Iterable[FactToSign]) -> str:
    """The same for a terminal."""
    return "\n\n".join(
        "\n".join([item.title, *("    " + ": ".join(filter(None, line)) for line in item.lines)])
        for item in found
    )


def rank(fact: Fact, entry: Entry | None) -> int:
    """How soon a mistake harms, as an index of HEADINGS."""
    level = getattr(fact, "level", None) or getattr(fact, "urgency", None)
    if isinstance(fact, Contact):
        return 0
    if level in LEVELS:
        return LEVELS[level]
    if isinstance(fact, SignedPhrase):
        return 2 if "{" in fact.text else 3
    is_dose = isinstance(fact, Dose | Schedule | MissedDose | Form | Limit)
    texts = [text for texts in entry.fields.values() for text in texts] if entry else []
    return 2 if is_dose or any(map(FIGURE.search, texts)) else 3


def lines(
    fact: Fact,
    entry: Entry | None,
    words: dict[str, tuple[str, str]],
    groups: dict[str, str],
    contents: Contents,
) -> Iterator[Line]:
    fields = entry.fields if entry else {}
    if group := groups.get(fact.id) or " ".join(fields.get("under", ())):
        yield Line("about", group)
    for text in dict.fromkeys(text for _, text in words.values()):
        pages = ", ".join(page for page, said in words.values() if said == text)
        yield Line(f"on the page {pages}", text)
    if not words and not isinstance(fact, SignedPhrase):
        yield Line("on the page", "it stands on none by itself")
    for key, texts in fields.items():
        if key not in OF_EVERY_FACT:
            yield Line(f"in the data, {key}", "; ".join(texts))
    if isinstance(fact, SignedPhrase):
        yield Line("the phrase", fact.text)
    else:
        yield from readings(fact, contents)
    yield Line("signed", STATES[status_of(fact, contents)])


def readings(fact: Fact, contents: Contents) -> Iterator[Line]:
    """What was read for a fact, and where."""
    rows = [contents.evidence_by_id[row] for row in fact.evidence if row in contents.evidence_by_id]
    yield from (Line(f"reading {row.id}", said(row)) for row in rows)
    cited = dict.fromkeys(
        [*(citation.id for citation in fact.sources), *(id for row in rows for id in row.sources)]
    )
    sections = {
        id: "; ".join(dict.fromkeys(citation.where for citation in fact.sources if citation.id == id))
        for id in cited
    }
    for id in cited:
        if card := contents.cards.get(id):
            yield Line(f"source {id}", cited_as(card, sections[id]), card.url or "")
    if not cited:
        yield Line("source", "none")


def said(row: Evidence) -> str:
    where = f", {row.where}" if row.where else ""
    return f'"{row.says}" ({row.read}; {", ".join(row.sources) or "no source"}{where})'


def cited_as(card: Source, where: str) -> str:
    dated = f", {card.published}" if card.published else ""
    part = f", {where}" if where else ""
    return f"{card.publisher}, {card.title}{dated}{part} (read: {card.read}, on {card.checked})"


def words_of_pages(contents: Contents, root: Path) -> Words:
    """What each fact says on the page that says most of it, region by region."""
    found: Words = {}
    for page in all_docs_pages(contents, root):
        told: dict[str, list[str]] = {}
        for block in page.blocks:
            for passage in excerpts(block.html):
                told.setdefault(passage.anchor, []).append(passage.text)
        for id, texts in told.items():
            here, there = " | ".join(texts), found.setdefault(id, {}).get(page.region, ("", ""))
            if len(here) > len(there[1]):
                found[id][page.region] = (page.address, here)
    return found


def group_names(contents: Contents) -> dict[str, str]:
    """What a fact hangs under, in words: the people of a dose, the claim of an answer."""
    people = {dose.id: group.name for group in contents.dosing.groups.values() for dose in group.doses}
    claims = {answer.id: f'"{claim.claim}"' for claim in contents.claims.all for answer in claim.answers}
    return {**people, **claims}
