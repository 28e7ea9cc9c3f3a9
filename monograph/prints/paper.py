"""The blocks on paper: without source numbers and links, which paper cannot follow, and with
lines for a pen.
"""

from dataclasses import dataclass

from jinja2 import StrictUndefined
from markupsafe import Markup

from monograph.model.edition import Edition
from monograph.model.history import Change
from monograph.model.medicine import Form
from monograph.model.problem import Unknown
from monograph.model.shape import Fact
from monograph.views import contacts, forms_to_fill, frame, liquids, statement
from monograph.views.blocks import Blocks
from monograph.views.liquids import strength_of
from monograph.views.page_context import Cite, PageContext
from monograph.views.pages import SHEETS
from monograph.views.phrases import UNBROKEN

NO_LIQUID = (
    'this sheet is for no one liquid, so it has no strength and no bottle; write "each: liquid" at its head'
)


class PaperFormat(PageContext):
    """A page that cites nothing: its address leads to the page that does."""

    def cite(self, fact: Fact | Change) -> tuple[Cite, ...]:
        return ()


class PaperBlocks(Blocks):
    """What docs/prints can ask for: the blocks of pages, and those of paper alone; `form` is the liquid that
    the sheet is for, if any.
    """

    def __init__(self, edition: Edition):
        super().__init__(edition)
        self.hold(None)

    def hold(self, form: Form | None) -> None:
        """From now on sheets are for this liquid, or for none: then they cannot ask for its strength."""
        self.form = form
        self.given["strength"] = (
            strength_of(form, self.phrases)[0].replace(" ", UNBROKEN) if form else StrictUndefined(NO_LIQUID)
        )

    def turn_to(self, slug: str) -> None:
        self.page = PaperFormat(self.edition, self.phrases, f"{SHEETS}/{slug}")

    def opening(self, whole: str = "") -> Markup:
        return self.render("paper", "opening", frame.opening(self.page).warning)

    def closing(self) -> Markup:
        return self.render("paper", "closing", contacts.contacts(self.page, forms_to_fill.CALLS))

    def first(self, topic: str, count: int = 1) -> Markup:
        """The first statements of a topic, where a sheet has no room for all."""
        return self.render(
            "statement", "statements", statement.statements(self.page.topic(topic)[:count], self.page)
        )

    def in_short(self, *pages: str) -> Markup:
        return self.render("paper", "in_short", frame.in_short(pages, self.page))

    def this_liquid(self) -> Markup:
        if not self.form:
            raise Unknown(NO_LIQUID)
        return self.render("paper", "liquid", bottle(self.form, self.page))

    def blank_steps(self, count: int) -> Markup:
        return self.render("paper", "blanks", forms_to_fill.blank_steps(count, self.page))

    def day_chart(self, count: int) -> Markup:
        return self.render("paper", "blanks", forms_to_fill.day_chart(count, self.page))

    def diary(self, count: int) -> Markup:
        return self.render("paper", "blanks", forms_to_fill.diary(count, self.page))

    def lines(self, *fields: str) -> Markup:
        """A labelled line to write on for each field: the phrase "pen-name" for "name"."""
        return self.render("paper", "lines", tuple(self.phrases.say(f"pen-{field}") for field in fields))

    def wallet_card(self) -> Markup:
        return self.render(
            "paper",
            "wallet_card",
            forms_to_fill.card(("name", "amounts", "prescriber", "contact"), self.page),
        )

    def phone_card(self) -> Markup:
        return self.render("paper", "phone_card", forms_to_fill.card((), self.page))


@dataclass(frozen=True)
class Bottle:
    """One liquid, how to measure it, and what to do with any other."""

    liquid: liquids.LiquidView
    measuring: statement.StatementsView
    other: statement.StatementsView


def bottle(form: Form, page: PageContext) -> Bottle:
    measuring, other = (
        statement.statements(page.topic(topic)[:1], page) for topic in ("measuring-liquid", "liquid-other")
    )
    return Bottle(liquids.one_liquid(form, page), measuring, other)
