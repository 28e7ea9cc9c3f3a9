"""A fact that stands on the page of evidence alone is told by another: what to do is never lost with it."""

from collections.abc import Iterator

from monograph.model.contents import Contents
from monograph.model.problem import Problem, nearest
from monograph.model.shape import Fact
from monograph.model.statement import Layered

RANK = {"now": 3, "urgent": 2, "ask": 1}


def what_to_do_is_told(contents: Contents) -> Iterator[Problem]:
    """A fact that is told by another names one on a page of the same editions, which is at least as urgent.

    Good: urgency: now, layer: evidence, told-by: call-now-signs-us, which has urgency: now and layer: page
    Bad: told-by: effect-dizziness-us, which has urgency: ask
    """
    facts = {fact.id: fact for fact in contents.facts}
    for fact in contents.facts:
        if not isinstance(fact, Layered) or not fact.told_by:
            continue
        teller = facts.get(fact.told_by)
        if teller is None:
            yield Problem(fact.place, f'no fact "{fact.told_by}"', nearest(fact.told_by, facts))
        elif wrong := amiss(fact, teller):
            yield Problem(
                fact.place,
                f'"{fact.id}" is told by "{teller.id}", which {wrong}',
                'name another fact under "told-by", mend that one, or write "layer: page"',
            )


def amiss(fact: Layered, teller: Fact) -> str:
    """Why a fact cannot be told by that one; "" where it can."""
    if teller.region not in (fact.region, "all"):
        return f'is for "{teller.region}" alone'
    if isinstance(teller, Layered) and teller.layer == "evidence":
        return "stands on the page of evidence itself"
    if rank(teller) < rank(fact):
        return f'is less urgent than "{fact.urgency}"'
    return ""


def rank(fact: Fact) -> int:
    """How urgent a fact is, 0 where it has no urgency."""
    return RANK.get(getattr(fact, "urgency", None) or getattr(fact, "level", None) or "", 0)


RULES = (what_to_do_is_told,)
