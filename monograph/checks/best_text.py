"""The rule that the facts which do the most harm rest on the best text that was read."""

from collections.abc import Iterator

from monograph.model.contents import Contents
from monograph.model.problem import Problem
from monograph.model.shape import Fact
from monograph.model.sources import Evidence

OWN_WORDS = ("full text", "excerpt")


def best_text_is_cited(contents: Contents) -> Iterator[Problem]:
    """Behind the stop warning, the dose table and the help cards stands a publisher's own text where one was
    read, a copy only where none was, news never.

    Good: a copy of a label, from a row that names nothing better
    Bad: a copy of a label, from rows that each name the publisher's own text too
    """
    for fact in weightiest(contents):
        rows = [contents.evidence_by_id[row] for row in fact.evidence if row in contents.evidence_by_id]
        for citation in fact.sources:
            card = contents.cards.get(citation.id)
            if card and "news" in card.kind.split():
                yield Problem(
                    fact.place_of(citation),
                    f'"{fact.id}" cites "{card.id}", which is news',
                    "cite what the news is about",
                )
            elif card and card.read not in OWN_WORDS:
                better = [own_words(row, contents) for row in rows if card.id in row.sources]
                if better and all(better):
                    yield Problem(
                        fact.place_of(citation),
                        f'"{fact.id}" cites "{card.id}", read as {card.read}',
                        f'cite "{better[0][0]}", the publisher\'s own text',
                    )


def weightiest(contents: Contents) -> Iterator[Fact]:
    """The facts that do the most harm when they are wrong."""
    dosing, cards = contents.dosing, contents.help
    yield from contents.topics.get("stop-warning", ())
    for group in dosing.groups.values():
        yield from group.doses
    for facts in (dosing.step_up, dosing.step_down, cards.contacts, cards.cards):
        yield from facts


def own_words(row: Evidence, contents: Contents) -> list[str]:
    """The sources of a row that were read at their publisher's."""
    return [
        source
        for source in row.sources
        if source in contents.cards and contents.cards[source].read in OWN_WORDS
    ]


RULES = (best_text_is_cited,)
