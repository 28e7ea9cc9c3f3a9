"""Side effects as a list: what you may notice, how many people, what to do."""

from dataclasses import dataclass

from monograph.views.page_context import PageContext
from monograph.views.statement import StatementView, statement


@dataclass(frozen=True)
class EffectsView:
    caption: str
    rows: tuple[StatementView, ...]


def effects(topic: str, name: str, page: PageContext) -> EffectsView:
    """The effects of a topic, as its file has them; `name` is the heading they stand under."""
    facts = page.topic(topic)
    caption = page.phrases.say("effects-caption", topic=name)
    return EffectsView(caption, tuple(statement(fact, page) for fact in facts))


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
