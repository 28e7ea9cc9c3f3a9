"""What stands around every page's blocks: the warning and the box on top, the help and the
review at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from monograph.model.edition import Edition
from monograph.model.problem import look_up
from monograph.model.signoff import latest, with_status
from monograph.model.statement import Statement
from monograph.views.link import Link
from monograph.views.page_context import EVIDENCE, Cite, PageContext
from monograph.views.phrases import Phrases
from monograph.views.statement import StatementView, statement


@dataclass(frozen=True)
class WarningLine:
    """The warning in one line, without its sources: those stand where `href` leads to all of it."""

    anchor: str
    title: Markup
    signs: str
    call: Markup
    href: str


def warning_line(warning: Statement, whole: str, page: PageContext) -> WarningLine:
    phrases = page.phrases
    return WarningLine(
        page.anchor(warning),
        phrases.prose(warning.title or ""),
        phrases.say("warning-signs", signs=", ".join(warning.points)),
        phrases.dial(page.edition.contact("emergency"), "call-who"),
        page.link(whole),
    )


@dataclass(frozen=True)
class Due:
    """When the guide has to be checked again: `iso` for the script that says `late` once that day is past."""

    iso: str
    says: str
    late: str


def due(edition: Edition, phrases: Phrases) -> Due:
    day = edition.contents.review.next_check
    said = phrases.day(day)
    return Due(day.isoformat(), phrases.say("due", next=said), phrases.say("due-late", next=said))


@dataclass(frozen=True)
class Opening:
    warning: StatementView | WarningLine
    is_line: bool
    in_short: tuple[StatementView, ...]
    unchecked: str | None
    due: Due


def opening(page: PageContext, whole: str = "") -> Opening:
    """The stop warning first, on every page; then, where the page has one, what it is about and what
    to do.

    All of the warning, or a line of it that leads to the page `whole`, which has all of it.
    """
    warning = page.edition.stop_warning
    boxes = page.edition.contents.in_short
    in_short = page.edition.pick(look_up(boxes, page.slug, "in-short")) if page.slug in boxes else ()
    return Opening(
        warning_line(warning, whole, page) if whole else statement(warning, page),
        bool(whole),
        tuple(statement(fact, page) for fact in in_short),
        unchecked(page.edition, page.phrases),
        due(page.edition, page.phrases),
    )


@dataclass(frozen=True)
class Box:
    """What another page says in short, under that page's name."""

    title: str
    said: StatementView


def in_short(slugs: tuple[str, ...], page: PageContext) -> tuple[Box, ...]:
    """The boxes of several pages, for a sheet that stands for all of them."""
    boxes = page.edition.contents.in_short
    return tuple(
        Box(page.phrases.say(f"page-{slug}"), statement(fact, page))
        for slug in slugs
        for fact in page.edition.pick(look_up(boxes, slug, "in-short"))
    )


def unchecked(edition: Edition, phrases: Phrases) -> str | None:
    """Said before any dose is read, until clinicians have signed all of the guide."""
    contents = edition.contents
    if not any(with_status(contents, "unsigned", "signed once")):
        return None
    return phrases.say("review-parts-short" if contents.signatures else "review-short")


@dataclass(frozen=True)
class MovedNotice:
    """What has left this page: its old anchor, and where it stands now."""

    anchor: str
    href: str
    label: str


@dataclass(frozen=True)
class Call:
    """A number to press, or an address to open."""

    use: str
    anchor: str
    href: str
    name: str
    when: str


@dataclass(frozen=True)
class Said:
    """A sentence of the foot that stands for a fact."""

    anchor: str
    text: Markup


@dataclass(frozen=True)
class Publisher:
    """Who runs this copy, in a sentence with their `name` in it, and where they are reached."""

    text: Markup
    contact: Link | None
    suggest: Link


@dataclass(frozen=True)
class CitedSource:
    """A source with its sections, and the numbers on the page that it backs."""

    line: str
    marks: tuple[Cite, ...]


@dataclass(frozen=True)
class Closing:
    moved_notices: tuple[MovedNotice, ...]
    calls: tuple[Call, ...]
    advice: Said
    review: tuple[str, ...]
    region: str
    other_editions: tuple[Link, ...]
    evidence: str | None
    cited: tuple[CitedSource, ...]
    publisher: Publisher


def closing(page: PageContext) -> Closing:
    """Who to call, whether anyone has checked this, where the evidence of its facts stands, and who runs
    this copy.
    """
    region = page.phrases.say("edition-note", region=page.edition.region_info.in_words)
    return Closing(
        (*moved_notices(page), *behind_notices(page)),
        tuple(calls(page)),
        advice(page),
        review(page),
        region,
        other_editions(page),
        f"{EVIDENCE}/" if page.cited or page.behind else None,
        tuple(CitedSource(line, tuple(marks)) for line, marks in page.cited_lines.items()),
        publisher(page),
    )


def calls(page: PageContext) -> Iterator[Call]:
    """Whoever can be called or opened with one touch, the most urgent first; help cards say more."""
    for use in ("emergency", "poison"):
        contact = page.edition.contact(use)
        href = f"tel:{contact.phone.replace('-', '')}" if contact.phone else contact.url
        if href:
            when = page.phrases.say(f"call-when-{use}")
            yield Call(use, page.anchor(contact), href, contact.name, when)


def advice(page: PageContext) -> Said:
    """Whom to turn to when it is no emergency, in a sentence."""
    contact = page.edition.contact("advice")
    who = {"who": page.phrases.dial(contact)}
    return Said(page.anchor(contact), page.phrases.say_with("call-advice", who))


def publisher(page: PageContext) -> Publisher:
    """Who runs this copy, or that nobody has said so; and where a reader can suggest a change."""
    phrases, known = page.phrases, page.edition.contents.publisher
    name = known.name if known else None
    # Names are in any language, and no words of ours.
    parts = {"who": Markup('<cite dir="auto">{}</cite>').format(name)}
    text = phrases.say_with("publisher", parts) if name else Markup(escape(phrases.say("publisher-none")))
    contact = known.contact if known else None
    return Publisher(
        text,
        Link(address(contact), phrases.say("publisher-contact")) if contact else None,
        Link(suggestions(page), phrases.say("suggest-a-change")),
    )


def suggestions(page: PageContext) -> str:
    """Where a reader sends a correction, as far as anybody has said; else the page that says what to do."""
    known = page.edition.contents.publisher
    if known and known.corrections:
        return address(known.corrections)
    if page.repository:
        return f"{page.repository}/issues/new/choose"
    return f"{page.link('about-site')}#suggest-a-change"


def address(reach: str) -> str:
    """An address of the web as it stands, one of e-mail as a link to write to."""
    return reach if reach.startswith("https://") else f"mailto:{reach}"


def moved_notices(page: PageContext) -> tuple[MovedNotice, ...]:
    """Whoever comes by an old link to a part of this page is led on."""
    found = [
        (moved.was.partition("#"), moved.now.partition("#"))
        for moved in page.edition.pick(page.edition.contents.links.moved)
    ]
    return tuple(
        MovedNotice(
            part,
            f"{page.link(slug) if slug != page.slug else ''}{mark}{now}" or "#top",
            page.phrases.say(f"page-{slug}"),
        )
        for (left, _, part), (slug, mark, now) in found
        if left == page.slug and part
    )


def behind_notices(page: PageContext) -> Iterator[MovedNotice]:
    """Whoever comes by a link to a fact that is told on the page of evidence is led on: to the fact that says
    what to do of it, if there is one on the page.
    """
    for fact in page.behind.values():
        if page.anchor(fact):
            here = fact.told_by in page.anchored
            yield MovedNotice(
                fact.id,
                f"#{fact.told_by}" if here else f"{EVIDENCE}/#{fact.id}",
                page.phrases.say("told-here" if here else "told-behind"),
            )


def other_editions(page: PageContext) -> tuple[Link, ...]:
    """A link to this page in every other edition, which lies beside this one."""
    path = "" if page.slug == "index" else f"{page.slug}/"
    return tuple(
        Link(
            f"{page.root}../{name}/{path}",
            page.phrases.say("edition-other", there=region.in_words),
            region.locale,
        )
        for name, region in page.edition.contents.regions.items()
        if name != page.edition.region
    )


@dataclass(frozen=True)
class Elsewhere:
    """Where the name of the edition in the head leads: to the same page of the only other edition, or to the
    door where there are several.
    """

    href: str
    same: bool
    label: str
    locale: str = ""


def elsewhere(edition: Edition, phrases: Phrases) -> Elsewhere | None:
    """The way to the other editions, from the first page of this one; None where there is no other."""
    regions = edition.contents.regions
    others = {name: region for name, region in regions.items() if name != edition.region}
    if len(others) == 1:
        ((name, region),) = others.items()
        label = phrases.say("edition-other", there=region.in_words)
        return Elsewhere(f"../{name}/", True, label, region.locale)
    return Elsewhere("../", False, phrases.say("where-heading")) if others else None


def review(page: PageContext) -> tuple[str, ...]:
    """The plain truth about who has checked the guide, and both dates."""
    phrases, record = page.phrases, page.edition.contents.review
    dates = phrases.say(
        "review-dates", last=phrases.day(record.last_checked), next=phrases.day(record.next_check)
    )
    return (*signed(page), dates)


def signed(page: PageContext) -> Iterator[str]:
    """A line for each signature that counts, and which parts wait for one."""
    phrases, contents = page.phrases, page.edition.contents
    if not contents.signatures:
        yield phrases.say("review-none")
        return
    for part in contents.parts:
        for item in latest(contents.signatures, part):
            name = part.replace("-", " ")
            yield phrases.say_with(
                "review-signed",
                {"initials": Markup("<cite>{}</cite>").format(item.initials)},  # no word of ours
                part=name,
                role=item.role,
                date=phrases.day(item.date),
                next=phrases.day(item.next),
            )
    waiting = dict.fromkeys(
        fact.signed_with.replace("-", " ") for fact in with_status(contents, "unsigned", "signed once")
    )
    if waiting:
        yield phrases.say("review-open", parts=phrases.listed(list(waiting)))
    if changed := len(list(with_status(contents, "changed"))):
        yield phrases.say("review-changed", count=changed)
