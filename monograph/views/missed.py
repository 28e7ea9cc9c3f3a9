"""The missed dose: the region's rule, and a line from one dose to the next."""

from dataclasses import dataclass

from monograph.views.page_context import PageContext
from monograph.views.pictures import MissedLine, missed_line
from monograph.views.statement import StatementsView, statements


@dataclass(frozen=True)
class MissedView:
    rules: StatementsView
    line: MissedLine | None  # none where no source gives a rule: a picture would make one up


def missed(page: PageContext) -> MissedView:
    """What to do about a missed dose, with a line of the time in which it is taken or left out."""
    facts = page.edition.pick(page.edition.contents.missed)
    return MissedView(statements(facts, page), missed_line(facts[0], page) if facts[0].text else None)
