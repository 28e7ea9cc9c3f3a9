"""The evidence page of a page: what it says, fact by fact, with the sources of each, what was read in them,
and where to change it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monograph.html import excerpts
from monograph.model.edition import Edition
from monograph.model.figures import TOLD
from monograph.model.history import Change
from monograph.model.shape import Fact
from monograph.model.sources import Source
from monograph.model.statement import Layered
from monograph.views.frame import unchecked
from monograph.views.page_context import EVIDENCE, PageContext, Suggest, source_anchor
from monograph.views.pages import Page
from monograph.views.phrases import Phrases, unbroken
from monograph.views.render import render
from monograph.views.sources import how_read
from monograph.views.statement import statements


@dataclass(frozen=True)
class Used:
    """A source with the sections that a fact is from; `full_card` leads to all about it."""

    publisher: str
    title: str
    sections: str
    read: str
    full_card: str


@dataclass(frozen=True)
class Reading:
    """What sources say, in note form, and how that was read."""

    says: str
    read: str


@dataclass(frozen=True)
class Entry:
    """A fact; `number` is the one it has on its page, `said` what the page says at its anchor."""

    anchor: str
    number: int | None
    said: tuple[str, ...]
    back: str
    reservations: tuple[str, ...]
    sources: tuple[Used, ...]
    readings: tuple[Reading, ...]
    suggest: Suggest


@dataclass(frozen=True)
class EvidenceView:
    locale: str
    title: str
    site: str
    page: str
    unchecked: str | None
    style: str
    entries: tuple[Entry, ...]
    behind: tuple[Entry, ...]
    facts: frozenset[str]


def evidence_slug(page: Page) -> str:
    return EVIDENCE if page.slug == "index" else f"{page.slug}/{EVIDENCE}"


def evidence(page: Page, edition: Edition, repository: str) -> EvidenceView:
    """Of a page in docs/, in the order of its numbers; what has none comes last."""
    phrases = Phrases(edition)
    context = PageContext(edition, phrases, evidence_slug(page), repository)
    title = phrases.say(f"page-{page.slug}") if page.slug != "index" else phrases.say("evidence-home")
    return EvidenceView(
        locale=edition.region_info.locale,
        title=phrases.say("evidence-title", page=title),
        site=phrases.say("evidence-site", place=edition.region_info.name),
        page=title,
        unchecked=unchecked(edition, phrases),
        style=f"{context.root}assets/stylesheets/door.css",
        entries=tuple(entries(page, context)),
        behind=tuple(behind(page, context)),
        facts=page.anchors,
    )


def entries(page: Page, context: PageContext) -> Iterator[Entry]:
    contents = context.edition.contents
    held: dict[str, Fact | Change] = {fact.id: fact for fact in contents.facts}
    held |= {change.id: change for change in contents.history}
    said: dict[str, list[str]] = defaultdict(list)
    for anchor, text in (found for block in page.blocks for found in excerpts(block.html)):
        said[anchor].append(unbroken(text))
    shown = (name for name in said if name in page.anchors & held.keys() and name not in page.behind)
    # what these say stands once, at another fact
    silent = (name for name in held if name in page.anchors - frozenset(page.behind))
    for name in dict.fromkeys((*page.cited, *shown, *silent)):
        number = page.cited.index(name) + 1 if name in page.cited else None
        lines = tuple(dict.fromkeys(said[name])) or words(held[name], context.phrases)
        yield entry(held[name], number, lines, f"../#{name}" if name in page.anchors else "../", context)


def behind(page: Page, context: PageContext) -> Iterator[Entry]:
    """The facts of the page that stand here alone, whole."""
    for fact in context.edition.pick(context.edition.contents.facts):
        if fact.id in page.behind and isinstance(fact, Layered):
            html = render("statement", "statements", statements([fact], context), context.phrases)
            lines = tuple(unbroken(text) for _, text in excerpts(html))
            back = f"../#{fact.told_by}" if fact.told_by in page.anchors else "../"
            yield entry(fact, None, lines, back, context)


def words(fact: Fact | Change, phrases: Phrases) -> tuple[str, ...]:
    """The sentences of a fact that its page rests on without telling it."""
    held = [getattr(fact, key.replace("-", "_"), None) for key in TOLD]
    texts = [text for value in held for text in (value if isinstance(value, tuple) else (value,)) if text]
    return tuple(phrases.prose(text).striptags() for text in texts)


def entry(
    fact: Fact | Change, number: int | None, said: tuple[str, ...], back: str, context: PageContext
) -> Entry:
    cards = context.edition.contents.cards
    return Entry(
        anchor=fact.id,
        number=number,
        said=said,
        back=back,
        reservations=context.reservations(fact) if isinstance(fact, Fact) else (),
        sources=tuple(
            used(cards[name], sections, context) for name, sections in context.sources(fact).items()
        ),
        readings=tuple(readings(fact.evidence if isinstance(fact, Fact) else (), context)),
        suggest=context.suggest(fact.place),
    )


def used(card: Source, sections: Iterable[str], context: PageContext) -> Used:
    full_card = f"{context.link('sources')}#{source_anchor(card.id)}"
    return Used(card.publisher, card.title, "; ".join(sections), how_read(card.read, context), full_card)


def readings(rows: Iterable[str], context: PageContext) -> Iterator[Reading]:
    """Those that name no phone number of another region."""
    for row in (context.edition.contents.evidence_by_id[name] for name in rows):
        if not context.foreign_phone.search(row.says):
            yield Reading(row.says, how_read(row.read, context))
