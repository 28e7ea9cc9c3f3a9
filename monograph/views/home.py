"""The home page: doors for what cannot wait, then what people ask, in groups."""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.edition import Edition
from monograph.model.home import Row
from monograph.views.link import Link
from monograph.views.page_context import PageContext
from monograph.views.redirects import target_of
from monograph.views.statement import StatementView, statement


@dataclass(frozen=True)
class DoorView:
    href: str
    title: str
    text: str
    level: str
    icon: str


@dataclass(frozen=True)
class GroupView:
    title: str
    icon: str
    rows: tuple[Link, ...]


def doors(page: PageContext) -> tuple[DoorView, ...]:
    """What cannot wait, each a way to the page that says what to do."""
    found = page.edition.contents.home.doors
    page.used.update(name for door in found for name in of_edition(door.questions, page.edition))
    return tuple(
        DoorView(spot(door.page, page), door.title, door.text, door.level, f"material/{door.icon}")
        for door in found
    )


def groups(page: PageContext) -> tuple[GroupView, ...]:
    """What people ask, each one tap from its answer."""
    return tuple(
        GroupView(
            group.title,
            f"material/{group.icon}",
            tuple(link(row, page) for row in group.rows if is_told(row, page.edition)),
        )
        for group in page.edition.contents.home.groups
    )


def is_told(row: Row, edition: Edition) -> bool:
    return bool(row.page or of_edition(row.questions, edition))


def link(row: Row, page: PageContext) -> Link:
    """The way to a page, or to the answer that this edition gives."""
    if row.page:
        return Link(spot(row.page, page), row.title)
    (question,) = of_edition(row.questions, page.edition)
    page.used.add(question)
    return Link(f"{page.link('questions')}#{question}", row.title)


def of_edition(names: tuple[str, ...], edition: Edition) -> list[str]:
    """Those of the questions that this edition answers."""
    told = {question.id for question in edition.pick(edition.contents.questions)}
    return [name for name in names if name in told]


def spot(to: str, page: PageContext) -> str:
    return f"{page.root}{target_of(to)}"


@dataclass(frozen=True)
class StopView:
    """All of the stop warning, and the number to press."""

    warning: StatementView
    call: Markup


def stop_warning(page: PageContext) -> StopView:
    """All of the stop warning, for a page that begins with something else."""
    call = page.phrases.dial(page.edition.contact("emergency"), "call-who")
    return StopView(statement(page.edition.stop_warning, page), call)
