"""Source cards, and all of them with what they are used for."""

from collections.abc import Iterable
from dataclasses import dataclass

from monograph.model.sources import Source
from monograph.views.page_context import PageContext, source_anchor


@dataclass(frozen=True)
class SourceView:
    """A card; `href` is there only where we read the publisher's own page: copies are named, not linked."""

    anchor: str
    publisher: str
    title: str
    kind: str
    identifier: str | None
    published: str | None
    checked: str
    read: str
    sections: str
    href: str | None
    address: str | None


def source_view(card: Source, sections: Iterable[str], page: PageContext) -> SourceView:
    own_page = card.read in ("full text", "excerpt")
    return SourceView(
        anchor=source_anchor(card.id),
        publisher=card.publisher,
        title=card.title,
        kind=card.kind,
        identifier=card.identifier,
        published=card.published,
        checked=page.phrases.day(card.checked),
        read=how_read(card.read, page),
        sections="; ".join(sections),
        href=card.url if own_page else None,
        address=None if own_page else card.url,
    )


def how_read(read: str, page: PageContext) -> str:
    """How a source, or a row of the evidence, was read, in words."""
    return page.phrases.say(f"read-{read.replace(' ', '-')}")


@dataclass(frozen=True)
class LeftOut:
    """What was read and left out; its figures stay in the record, for they are the ones no reader should take
    for a dose.
    """

    because: str
    sources: str


@dataclass(frozen=True)
class AllSources:
    cards: tuple[SourceView, ...]
    left_out: tuple[LeftOut, ...]


def all_sources(page: PageContext) -> AllSources:
    """Every card, and the readings that carry no fact with the reason."""
    contents = page.edition.contents
    cards = sorted(contents.sources, key=lambda card: (card.publisher.lower(), card.title.lower()))
    used: dict[str, dict[str, None]] = {}
    for fact in contents.facts:
        for citation in filter(page.is_safe, fact.sources):
            used.setdefault(citation.id, {})[citation.where] = None
    left_out = tuple(
        LeftOut(reading.left_out, ", ".join(contents.cards[name].publisher for name in reading.sources))
        for reading in contents.evidence
        if reading.left_out and reading.sources
    )
    return AllSources(
        tuple(source_view(card, used[card.id], page) for card in cards if card.id in used), left_out
    )
