"""Side effects as rows: what you may notice, how many people out of 100, what to do."""

from dataclasses import dataclass

from monograph.model.frequency import Frequency
from monograph.model.statement import Statement
from monograph.views.page_context import PageContext
from monograph.views.statement import StatementView, statement


@dataclass(frozen=True)
class Bar:
    """The part of 100 people that a chance tells of; `is_open` where it may be more."""

    low: int
    high: int
    is_open: bool


@dataclass(frozen=True)
class EffectView:
    told: StatementView
    bar: Bar | None


@dataclass(frozen=True)
class EffectsView:
    rows: tuple[EffectView, ...]


def effects(topic: str, page: PageContext) -> EffectsView:
    """The effects of a topic, in the order of their file."""
    return EffectsView(tuple(effect(fact, page) for fact in page.topic(topic)))


def effect(fact: Statement, page: PageContext) -> EffectView:
    return EffectView(statement(fact, page), bar(fact.chance) if fact.chance else None)


def bar(chance: Frequency) -> Bar | None:
    """None for what is not known, and for what is too rare to be seen among 100."""
    if chance.of != 100:
        return None
    return Bar(chance.low, chance.high, chance.kind == "or more")


@dataclass(frozen=True)
class CompareView:
    """Too much and too little, side by side."""

    caption: str
    sides: tuple[StatementView, ...]


def compare(topics: tuple[str, ...], page: PageContext) -> CompareView:
    """The first statement of each topic as a column of its own."""
    facts = [page.topic(topic)[0] for topic in topics]
    sides = tuple(statement(fact, page) for fact in facts)
    return CompareView(page.phrases.say("compare-caption"), sides)
