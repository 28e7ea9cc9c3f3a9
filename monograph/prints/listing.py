"""What the page for clinics only learns when the files are made: the list of sheets with their sizes, and the
pictures of QR codes.
"""

import re
from dataclasses import dataclass

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.prints.formats import papers
from monograph.prints.qr import pictures
from monograph.prints.sheet import Sheet
from monograph.views.pages import SHEETS
from monograph.views.phrases import Phrases
from monograph.views.render import render

CLINICS = "clinics"  # the page for clinics, by its name in docs/
LATER = re.compile(r'<p class="sheet-files">.*?</p>', re.DOTALL)


@dataclass(frozen=True)
class FileView:
    href: str
    label: str


@dataclass(frozen=True)
class SheetFiles:
    href: str
    title: str
    files: tuple[FileView, ...]


@dataclass(frozen=True)
class Listing:
    date: str
    sheets: tuple[SheetFiles, ...]


def with_listing(site: dict[str, bytes], sheets: tuple[Sheet, ...], contents: Contents) -> dict[str, bytes]:
    """The site with the list of files on the page for clinics of every edition, where there is one."""
    made = {}
    for region in contents.regions:
        page = f"{region}/{CLINICS}/index.html"
        if page in site:
            phrases = Phrases(Edition(contents, region))
            sizes = {
                file.removeprefix(f"{region}/{SHEETS}/"): len(content)
                for file, content in site.items()
                if file.startswith(f"{region}/{SHEETS}/")
            }
            table = render(
                "clinics",
                "files",
                listing([sheet for sheet in sheets if sheet.region == region], phrases, sizes),
                phrases,
            )
            made[page] = now_listed(site[page].decode(), table.strip()).encode()
    return site | made


def now_listed(page: str, table: str) -> str:
    return LATER.sub(lambda _: table, page, count=1)


def listing(sheets: list[Sheet], phrases: Phrases, sizes: dict[str, int]) -> Listing:
    day = phrases.day(phrases.edition.contents.review.last_checked)
    return Listing(
        day,
        tuple(
            SheetFiles(f"../{SHEETS}/{sheet.slug}/", sheet.title, files(sheet, phrases, sizes))
            for sheet in sheets
        ),
    )


def files(sheet: Sheet, phrases: Phrases, sizes: dict[str, int]) -> tuple[FileView, ...]:
    """`sizes` are the bytes of each file, by its name."""
    return tuple(
        FileView(
            f"../{SHEETS}/{paper.file}",
            phrases.say("sheet-file", label=paper.label, size=max(1, round(sizes[paper.file] / 1000))),
        )
        for paper in papers(sheet, phrases)
    )


def task_codes(site: dict[str, bytes], contents: Contents, address: str) -> dict[str, bytes]:
    """The QR code of every task as two pictures beside the page for clinics; `address` is where the guide is
    published.
    """
    return {
        f"{region}/{CLINICS}/{task.address}.{ending}": picture
        for region in contents.regions
        if f"{region}/{CLINICS}/index.html" in site
        for task in contents.links.tasks
        for ending, picture in pictures(f"{address.rstrip('/')}/{region}/{task.address}/").items()
    }
