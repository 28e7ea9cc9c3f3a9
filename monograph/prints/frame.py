"""A sheet as an HTML page of its own: what it says, and around it what is known of it."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.edition import Edition
from monograph.model.sheet_codes import Clinic
from monograph.model.signoff import with_status
from monograph.prints.formats import PaperFormat, papers
from monograph.prints.qr import Qr, qr
from monograph.prints.register import version
from monograph.prints.sheet import Sheet
from monograph.views.frame import unchecked
from monograph.views.phrases import Phrases
from monograph.views.render import filled

THIS, ALL = (
    Markup('<span class="this-page"></span>'),
    Markup('<span class="all-pages"></span>'),
)  # the printer counts


@dataclass(frozen=True)
class SheetView:
    locale: str
    kind: str
    title: str
    heading: Markup
    content: Markup
    papers: tuple[PaperFormat, ...]
    address: str
    qr: Qr | None
    code: str
    review: str
    edition: str
    clinic: Clinic | None
    foot: Markup
    page_of: Markup

    @property
    def pieces(self) -> list[str]:
        """Its address, parted where a line may end: after a slash."""
        return re.findall("[^/]+/", self.address)


def sheet_page(sheet: Sheet, edition: Edition, site: str, with_papers: bool) -> str:
    """The page of a sheet; `site` is where the guide is published, or "" for a sheet without an address."""
    view, phrases = sheet_view(sheet, edition, site.rstrip("/"), with_papers)
    html = filled("print", "page", view, phrases)
    return "\n".join(line for line in html.splitlines() if line.strip()) + "\n"


def sheet_view(sheet: Sheet, edition: Edition, site: str, with_papers: bool) -> tuple[SheetView, Phrases]:
    phrases, contents = Phrases(edition), edition.contents
    target = f"{site}/c/{sheet.code}/"
    title = phrases.say(
        "sheet-title",
        name=phrases.name[0].upper() + phrases.name[1:],
        title=sheet.title,
        place=edition.region_info.name,
    )
    number = version(sheet, contents)
    issue = phrases.say("sheet-version", number=number) if number else phrases.say("sheet-draft")
    dates = phrases.say(
        "sheet-dates",
        last=phrases.day(contents.review.last_checked),
        next=phrases.day(contents.review.next_check),
    )
    view = SheetView(
        locale=edition.region_info.locale,
        kind=sheet.page.source.rpartition("/")[2].removesuffix(".md"),
        title=title,
        heading=Markup(sheet.heading),
        content=Markup(sheet.page.html.replace(sheet.heading, "", 1)),
        papers=papers(sheet, phrases) if with_papers else (),
        address=target.partition("://")[2] if site else "",
        qr=qr(target) if site else None,
        code=sheet.code,
        review=status(edition, phrases),
        edition=phrases.say("sheet-edition", region=edition.region_info.in_words),
        clinic=contents.clinic,
        foot=phrases.say_with(
            "sheet-foot", {"code": quoted(sheet.code)}, title=title, version=issue, dates=dates
        ),
        page_of=phrases.say_with("sheet-page", {"page": THIS, "pages": ALL}),
    )
    return view, phrases


def status(edition: Edition, phrases: Phrases) -> str:
    """In a line, who has checked the guide: a sheet has no room for every signature."""
    say, contents = phrases.say, edition.contents
    if not contents.signatures:
        return say("review-none")
    changed = len(list(with_status(contents, "changed")))
    return unchecked(edition, phrases) or (
        say("review-changed", count=changed) if changed else say("review-all-short")
    )


def quoted(code: str) -> Markup:
    """A code is no number, whatever it looks like."""
    return Markup("<code>{}</code>").format(code)
