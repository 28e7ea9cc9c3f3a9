"""What stands around every page's blocks: the warning and the box on top, the help and the review at the end."""

from dataclasses import dataclass

from monograph.edition import look_up
from monograph.views.lists import ContactView, contacts
from monograph.views.page import Page
from monograph.views.sources import SourceView, cited_sources
from monograph.views.statement import StatementView, statement


@dataclass(frozen=True)
class Opening:
    warning: StatementView
    in_short: tuple[StatementView, ...]
    unchecked: str | None


def opening(page: Page) -> Opening:
    """The stop warning first, on every page; then, where the page has one, what it is about and what to do."""
    (warning,) = page.edition.topic("stop-warning")
    boxes = page.edition.contents.in_short
    in_short = page.edition.pick(look_up(boxes, page.slug, "in-short")) if page.slug in boxes else ()
    return Opening(statement(warning, page), tuple(statement(fact, page) for fact in in_short), unchecked(page))


def unchecked(page: Page) -> str | None:
    """Said before any dose is read, until somebody has signed."""
    return None if page.edition.contents.review.signed else page.words.say("review-short")


@dataclass(frozen=True)
class Elsewhere:
    """The same page in another edition."""

    href: str
    label: str
    locale: str


@dataclass(frozen=True)
class Closing:
    contacts: tuple[ContactView, ...]
    review: tuple[str, ...]
    region: str
    elsewhere: tuple[Elsewhere, ...]
    sources: tuple[SourceView, ...]


def closing(page: Page) -> Closing:
    """Who to call, whether anyone has checked this, and the cards of all sources cited on the page."""
    people = contacts(page)
    region = page.words.say("edition-note", region=page.edition.place.in_words)
    return Closing(people, review(page), region, elsewhere(page), cited_sources(page))


def elsewhere(page: Page) -> tuple[Elsewhere, ...]:
    """A link to this page in every other edition, which lies beside this one."""
    here, path = page.edition.place, "" if page.slug == "index" else f"{page.slug}/"
    return tuple(
        Elsewhere(f"{page.root}../{name}/{path}", page.words.say("edition-other", here=here.in_words, there=region.in_words), region.locale)
        for name, region in page.edition.contents.regions.items()
        if name != page.edition.region
    )


def review(page: Page) -> tuple[str, ...]:
    """The plain truth about who has checked the guide, and both dates."""
    words, record = page.words, page.edition.contents.review
    signed = [
        words.say("review-signed", part=item.part, role=item.role, initials=item.initials, date=words.day(item.date), next=words.day(item.next))
        for item in record.signed
    ]
    dates = words.say("review-dates", last=words.day(record.last_checked), next=words.day(record.next_check))
    return (*(signed or [words.say("review-none")]), dates)
