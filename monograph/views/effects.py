"""Too much and too little, side by side."""

from dataclasses import dataclass

from monograph.views.page_context import PageContext
from monograph.views.statement import StatementView, statement


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
