"""What a sheet leaves open for a pen: lines, steps, a day, a diary, a card.

Nobody types anything, so nothing is kept.
"""

from dataclasses import dataclass

from monograph.views.contacts import ContactView, contacts
from monograph.views.page_context import PageContext
from monograph.views.pictures import POINTS
from monograph.views.statement import StatementView, statement

CALLS = (
    "emergency",
    "poison",
    "advice",
)  # to be called from a sheet; a report can wait until the reader is at home


@dataclass(frozen=True)
class Blanks:
    """A table to write in: each row has its own heading and is otherwise open, under the rest of
    `columns`.
    """

    name: str
    caption: str
    how_to_read: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]


def blank_table(name: str, columns: tuple[str, ...], rows: tuple[str, ...], page: PageContext) -> Blanks:
    """`columns` are phrases; `rows` are ready to print."""
    say = page.phrases.say
    return Blanks(
        name, say(f"{name}-caption"), say(f"{name}-how"), tuple(say(column) for column in columns), rows
    )


def blank_steps(count: int, page: PageContext) -> Blanks:
    """Steps that a clinician fills in: from which day, how much, how often."""
    rows = tuple(page.phrases.say("step-number", number=number) for number in range(1, count + 1))
    return blank_table("blank-steps", ("step", "pen-from", "pen-each", "pen-times"), rows, page)


def day_chart(count: int, page: PageContext) -> Blanks:
    """A row for the medicine, and for others besides, under the four points of the day."""
    phrases = page.phrases
    others = (phrases.say("pen-medicine", number=number) for number in range(2, count + 1))
    points = (phrases.say(point).capitalize() for point in POINTS)
    rows = (phrases.name[0].upper() + phrases.name[1:], *others)
    return Blanks(
        "day-chart",
        phrases.say("day-chart-caption"),
        phrases.say("day-chart-how"),
        (phrases.say("pen-medicine-column"), *points),
        rows,
    )


def diary(count: int, page: PageContext) -> Blanks:
    rows = tuple(page.phrases.say("day-one", first=number) for number in range(1, count + 1))
    return blank_table("diary", ("pen-day", "pen-spasms", "pen-sleep", "pen-falls", "pen-notes"), rows, page)


@dataclass(frozen=True)
class Card:
    """What somebody carries: who they are is written by pen."""

    warning: StatementView
    contacts: tuple[ContactView, ...]
    lines: tuple[str, ...]


def card(fields: tuple[str, ...], page: PageContext) -> Card:
    return Card(
        statement(page.edition.stop_warning, page),
        contacts(page, CALLS),
        tuple(page.phrases.say(f"pen-{field}") for field in fields),
    )
