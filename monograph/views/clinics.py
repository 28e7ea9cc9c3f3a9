"""What a clinic needs to send its patients here: for each task an address, a QR code, and texts to paste, all
made of facts.
"""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.links import Task
from monograph.model.problem import look_up
from monograph.model.statement import Sentences
from monograph.views.clinic_texts import (
    LONG_SUMMARY,
    SUMMARY,
    Texts,
    message,
    origin,
    plain,
    said,
    summary,
)
from monograph.views.page_context import Cite, PageContext


@dataclass(frozen=True)
class TaskView:
    """`qr` is the name of its pictures, "" where no address is known to draw; `message` is None where none
    fits.
    """

    anchor: str
    title: str
    href: str
    address: str
    qr: str
    message: Markup | None
    summary: Texts
    long_summary: Texts
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class TasksView:
    tasks: tuple[TaskView, ...]
    published: bool


def tasks(page: PageContext) -> TasksView:
    """Every task of data/links.yml in the words of this edition."""
    found = tuple(task_view(task, page) for task in page.edition.contents.links.tasks)
    return TasksView(found, bool(page.site))


@dataclass(frozen=True)
class Snippet:
    address: str
    title: str
    text: str
    do: str
    origin: str


def snippet(page: PageContext) -> Snippet:
    """The stop warning with its credit, its date and who has checked it, to put on a page of the clinic's
    own.
    """
    say, stop = page.phrases.say, page.edition.stop_warning
    address = f"{page.site or say('snippet-address')}/{page.edition.region}/"
    title, text, do = (plain(said(text, page)) for text in stop.in_full)
    page.used.add(stop.id)
    return Snippet(address, title, text, do, origin(page))


def task_view(task: Task, page: PageContext) -> TaskView:
    facts = facts_of(task, page)
    address, title = address_of(task, page), plain(said(task.title, page))
    title = title[0].upper() + title[1:]
    page.used.update(fact.id for fact in facts)
    told = (*facts, page.edition.stop_warning)
    return TaskView(
        anchor=f"link-{task.address}",
        title=title,
        href=page.link(task.address),
        address=address,
        qr=task.address if page.site else "",
        message=message(title, facts, address, page),
        summary=summary(title, facts, address, SUMMARY, page),
        long_summary=summary(title, facts, address, LONG_SUMMARY, page),
        cites=tuple({cite.number: cite for fact in told for cite in page.cite(fact)}.values()),
    )


def facts_of(task: Task, page: PageContext) -> tuple[Sentences, ...]:
    """Those of its facts that this edition tells; raises Unknown for one that is not there."""
    known = {fact.id: fact for fact in page.edition.contents.facts if isinstance(fact, Sentences)}
    return page.edition.pick(look_up(known, name, "fact") for name in task.says)


def address_of(task: Task, page: PageContext) -> str:
    return (
        f"{page.site}/{page.edition.region}/{task.address}/"
        if page.site
        else f"{page.edition.region}/{task.address}/"
    )
