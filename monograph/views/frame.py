"""What stands around every page's blocks: the warning and the box on top, the help and the review at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

from monograph.model.edition import Edition, look_up
from monograph.model.signoff import in_standing, latest
from monograph.views.contacts import ContactView, contacts
from monograph.views.page import Page
from monograph.views.phrases import Words
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
    return Opening(statement(warning, page), tuple(statement(fact, page) for fact in in_short), unchecked(page.edition, page.words))


@dataclass(frozen=True)
class Box:
    """What another page says in short, under that page's name."""

    title: str
    said: StatementView


def in_short(slugs: tuple[str, ...], page: Page) -> tuple[Box, ...]:
    """The boxes of several pages, for a sheet that stands for all of them."""
    boxes = page.edition.contents.in_short
    return tuple(Box(page.words.say(f"page-{slug}"), statement(fact, page)) for slug in slugs for fact in page.edition.pick(look_up(boxes, slug, "in-short")))


def unchecked(edition: Edition, words: Words) -> str | None:
    """Said before any dose is read, until clinicians have signed all of the guide."""
    contents = edition.contents
    if not any(in_standing(contents, "unsigned", "signed once")):
        return None
    return words.say("review-parts-short" if contents.signatures else "review-short")


@dataclass(frozen=True)
class Elsewhere:
    """The same page in another edition."""

    href: str
    label: str
    locale: str


@dataclass(frozen=True)
class Gone:
    """A part that has left this page: its old anchor, and where it stands now."""

    anchor: str
    href: str
    label: str


@dataclass(frozen=True)
class Closing:
    gone: tuple[Gone, ...]
    contacts: tuple[ContactView, ...]
    review: tuple[str, ...]
    region: str
    elsewhere: tuple[Elsewhere, ...]
    sources: tuple[SourceView, ...]


def closing(page: Page) -> Closing:
    """Who to call, whether anyone has checked this, and the cards of all sources cited on the page."""
    people = contacts(page)
    region = page.words.say("edition-note", region=page.edition.place.in_words)
    return Closing(gone(page), people, review(page), region, elsewhere(page), cited_sources(page))


def gone(page: Page) -> tuple[Gone, ...]:
    """Whoever comes by an old link to a part of this page is led on."""
    found = [(moved.was.partition("#"), moved.now.partition("#")) for moved in page.edition.pick(page.edition.contents.links.moved)]
    return tuple(
        Gone(part, f"{page.link(slug) if slug != page.slug else ''}{mark}{now}" or "#top", page.words.say(f"page-{slug}"))
        for (left, _, part), (slug, mark, now) in found
        if left == page.slug and part
    )


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
    dates = words.say("review-dates", last=words.day(record.last_checked), next=words.day(record.next_check))
    return (*signed(page), dates)


def signed(page: Page) -> Iterator[str]:
    """A line for each signature that counts, and which parts wait for one."""
    words, contents = page.words, page.edition.contents
    if not contents.signatures:
        yield words.say("review-none")
        return
    for part in contents.parts:
        for item in latest(contents.signatures, part):
            name = part.replace("-", " ")
            yield words.say("review-signed", part=name, role=item.role, initials=item.initials, date=words.day(item.date), next=words.day(item.next))
    waiting = dict.fromkeys(fact.signed_with.replace("-", " ") for fact in in_standing(contents, "unsigned", "signed once"))
    if waiting:
        yield words.say("review-open", parts=words.listed(list(waiting)))
    if changed := len(list(in_standing(contents, "changed"))):
        yield words.say("review-changed", count=changed)
