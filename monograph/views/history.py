"""What changed, newest first, for readers and for the feeds that clinics follow."""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.history import Change
from monograph.views.page_context import Cite, PageContext


@dataclass(frozen=True)
class ChangeView:
    anchor: str
    date: str
    iso: str
    severity: str
    kind: str
    text: Markup
    because: Markup
    facts: tuple[str, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class FeedView:
    """The address of the feed that carries the changes."""

    atom: str


@dataclass(frozen=True)
class HistoryView(FeedView):
    changes: tuple[ChangeView, ...]


def feed(page: PageContext) -> FeedView:
    """Where the changes can be followed."""
    return FeedView(f"{page.link('index')}changes.atom")


def history(page: PageContext) -> HistoryView:
    """The changes that concern this region, newest first, and where they can be followed."""
    changes = page.edition.pick(page.edition.contents.history)
    return HistoryView(feed(page).atom, tuple(change_view(change, page) for change in changes))


def change_view(change: Change, page: PageContext) -> ChangeView:
    return ChangeView(
        anchor=change.id,
        date=page.phrases.day(change.date),
        iso=change.date.isoformat(),
        severity=page.phrases.say(f"change-{change.severity}"),
        kind=change.severity,
        text=page.phrases.prose(change.text),
        because=page.phrases.prose(change.because),
        facts=(*change.facts, *change.removed),
        cites=page.cite(change),
    )
