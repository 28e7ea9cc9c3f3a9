"""Rules for where facts come from."""

import re
from collections.abc import Iterable, Iterator

from monograph.model.contents import Contents
from monograph.model.history import Change
from monograph.model.problem import Place, Problem, close, nearest
from monograph.model.shape import Fact, Named
from monograph.model.sources import cited_by
from monograph.model.statement import Word

DATED = re.compile(r"(?<![\d-])(?:19|20)\d\d(?:-(?:0\d|1[0-2])(?!\d)(?:-[0-3]\d)?)?(?!\d)")
BEST_FIRST = ("full text", "excerpt", "copy", "secondary")  # how a source can have been read


def sources_are_older_than_their_reading(contents: Contents) -> Iterator[Problem]:
    """A source is not dated after the day on which it was last looked at, nor looked at after the next check
    of the guide.

    Good: published: 2026-06-01, with checked: 2026-11-22
    Bad: published: 2062-06-01, with checked: 2026-11-22
    """
    for card in contents.sources:
        day = card.checked.isoformat()
        for dated in DATED.findall(card.published or ""):
            if dated > day[: len(dated)]:
                wrong = f'"{card.id}" is dated {dated}, and was looked at on {day}'
                yield Problem(card.place, wrong, 'look for a slip of the pen under "published" and "checked"')
        if card.checked > contents.review.next_check:
            wrong = f'"{card.id}" was looked at on {day}, after the next check of the guide'
            yield Problem(card.place, wrong, 'look for a slip of the pen under "checked"')


def has_a_source(contents: Contents) -> Iterator[Problem]:
    """Every fact cites a source, by the rows that it names; only what is not known, or marked as unconfirmed,
    may have none.

    Good: evidence: [dosing-01]
    Bad: a fact with text and no evidence
    """
    for fact in contents.facts:
        open_question = getattr(fact, "not_known", None) or getattr(fact, "unconfirmed", None)
        unknown = [
            row for row in fact.evidence if row not in contents.evidence_by_id
        ]  # which is told, and may be all it lacks
        if not fact.sources and not unknown and not isinstance(fact, Word) and not open_question:
            yield Problem(
                fact.place,
                f'"{fact.id}" has no source',
                'name the row of data/evidence.yml that says so: "evidence: [...]"',
            )


def cites_once(contents: Contents) -> Iterator[Problem]:
    """A fact writes its sources only where they are not simply those of the rows that it names, in their
    order.

    Good: evidence: [dosing-01]
    Bad: evidence: [dosing-01] and sources: [{id: US-LABEL, where: Dosage}], where dosing-01 says just that
    """
    for fact in contents.facts:
        rows = [contents.evidence_by_id[row] for row in fact.evidence if row in contents.evidence_by_id]
        pairs = [(citation.id, citation.where) for citation in fact.sources]
        written = any(fact.place_of(citation) is citation.place for citation in fact.sources)
        if written and pairs == [(citation.id, citation.where) for citation in cited_by(rows)]:
            yield Problem(
                fact.sources[0].place,
                f'"{fact.id}" cites what its readings say anyway',
                'delete its "sources"',
            )


def sources_are_known(contents: Contents) -> Iterator[Problem]:
    """Every cited source and every reading has a card in data/sources.yml.

    Good: {id: US-LABEL, where: Dosage}, with a card US-LABEL in data/sources.yml
    Bad: {id: US-LABLE, where: Dosage}
    """
    citing: Iterable[Fact | Change] = (*contents.facts, *contents.history)
    cited = [(citation.place, citation.id) for told in citing for citation in told.sources]
    read = [(reading.place, source) for reading in contents.evidence for source in reading.sources]
    lacking: dict[str, set[Place]] = {}
    for place, source in cited + read:
        if source not in contents.cards:
            lacking.setdefault(source, set()).add(place)
    for source, places in lacking.items():
        more = f" (it is named in {len(places)} places)" if len(places) > 1 else ""
        yield Problem(
            min(places),
            f'the source "{source}" has no card{more}',
            or_add(source, contents.cards, "a card to data/sources.yml"),
        )


def or_add(name: str, known: Iterable[str], what: str) -> str:
    """The advice that names the closest id, and says what to add where another was meant: nobody reads a list
    of hundreds.
    """
    meant = close(name, known)
    return f'did you mean "{meant}"? If not, add {what}' if meant else f"add {what}"


def source_is_used(contents: Contents) -> Iterator[Problem]:
    """Every source card is cited by a fact, or belongs to a reading that says why it was left out.

    Good: a card that a fact cites
    Bad: a card left behind when its last fact was deleted
    """
    used = {citation.id for fact in contents.facts for citation in fact.sources}
    used |= {source for reading in contents.evidence if reading.left_out for source in reading.sources}
    for source in contents.sources:
        if source.id not in used:
            yield Problem(source.place, f'no fact cites "{source.id}"', "cite it, or delete the card")


def cites_what_was_read(contents: Contents) -> Iterator[Problem]:
    """A fact cites only sources that the readings it names were taken from.

    Good: sources: [{id: US-LABEL, ...}] and evidence: [dosing-01], where dosing-01 names US-LABEL
    Bad: citing US-LABEL for a sentence read in UK-LEAFLET
    """
    for fact in contents.facts:
        rows = [contents.evidence_by_id[row] for row in fact.evidence if row in contents.evidence_by_id]
        read = {source for row in rows for source in row.sources}
        for citation in fact.sources:
            if citation.id in contents.cards and citation.id not in read:
                wrong = f'"{fact.id}" cites "{citation.id}", which none of its readings comes from'
                yield Problem(
                    citation.place,
                    wrong,
                    nearest(citation.id, read) if read else 'name the reading under "evidence"',
                )


def readings_are_known(contents: Contents) -> Iterator[Problem]:
    """Every reading that a fact names is a row of data/evidence.yml.

    Good: evidence: [dosing-01]
    Bad: evidence: [dosnig-01]
    """
    for fact in contents.facts:
        for row in fact.evidence:
            if row not in contents.evidence_by_id:
                yield Problem(
                    fact.place,
                    f'"{fact.id}" names the reading "{row}"',
                    or_add(row, contents.evidence_by_id, "a row to data/evidence.yml"),
                )


def read_as_its_sources(contents: Contents) -> Iterator[Problem]:
    """A reading was not read better than the best read of its sources.

    Good: read: copy, from a card that says read: copy
    Bad: read: excerpt, from cards that say read: copy and read: secondary
    """
    for reading in contents.evidence:
        if not contents.cards.keys() >= set(reading.sources):
            continue  # told by sources_are_known
        ranks = [BEST_FIRST.index(contents.cards[card].read) for card in reading.sources]
        best = min(ranks, default=len(BEST_FIRST))
        if reading.read in BEST_FIRST[:best]:
            wrong = f'"{reading.id}" was read as {reading.read}, and no source of it was'
            right = f'write "read: {BEST_FIRST[best]}"' if reading.sources else 'write "read: not found"'
            yield Problem(reading.place, wrong, f"{right}, or mend the card")


def readings_are_answered_for(contents: Contents) -> Iterator[Problem]:
    """Every reading either carries a fact or says why it was left out, never both.

    Good: a row that a fact names, or left-out: Colours help no reader to take it safely.
    Bad: a row that no fact names and that says no reason
    """
    used = {row for fact in contents.facts for row in fact.evidence}
    for reading in contents.evidence:
        if reading.id in used and reading.left_out:
            yield Problem(reading.place, f'"{reading.id}" is left out and used', 'delete "left-out"')
        if reading.id not in used and not reading.left_out:
            yield Problem(
                reading.place, f'no fact uses "{reading.id}"', 'use it, or add "left-out" with the reason'
            )


def cards_are_unique(contents: Contents) -> Iterator[Problem]:
    """No two source cards and no two readings share an id.

    Good: one card for each source
    Bad: two cards with the id US-LABEL
    """
    for cards in (contents.sources, contents.evidence):
        yield from twice(cards)


def twice(named: Iterable[Named]) -> Iterator[Problem]:
    """A problem at each thing whose id an earlier one has."""
    first: dict[str, Place] = {}
    for thing in named:
        if thing.id in first:
            yield Problem(
                thing.place,
                f'the id "{thing.id}" is taken (see {first[thing.id]})',
                "give this one a name of its own",
            )
        first.setdefault(thing.id, thing.place)


RULES = (
    sources_are_older_than_their_reading,
    has_a_source,
    cites_once,
    sources_are_known,
    source_is_used,
    cites_what_was_read,
    readings_are_known,
    read_as_its_sources,
    readings_are_answered_for,
    cards_are_unique,
)
