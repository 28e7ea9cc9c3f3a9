"""What the page for clinics only learns when the files are made: the list of sheets with their sizes, and the pictures of QR codes."""

import re
from dataclasses import dataclass
from pathlib import Path

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.prints.formats import papers
from monograph.prints.qr import write_pictures
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


def write_listing(sheets: tuple[Sheet, ...], contents: Contents, folder: Path) -> None:
    """Puts the list of files into the page for clinics of every edition in `folder`, where there is one."""
    for region in contents.regions:
        page = folder / region / CLINICS / "index.html"
        if page.is_file():
            phrases = Phrases(Edition(contents, region))
            table = render("clinics", "files", listing([sheet for sheet in sheets if sheet.region == region], phrases, folder / region / SHEETS), phrases)
            page.write_text(LATER.sub(lambda _: table.strip(), page.read_text("utf-8"), count=1), "utf-8")


def listing(sheets: list[Sheet], phrases: Phrases, shelf: Path) -> Listing:
    day = phrases.day(phrases.edition.contents.review.last_checked)
    return Listing(day, tuple(SheetFiles(f"../{SHEETS}/{sheet.slug}/", sheet.title, files(sheet, phrases, shelf)) for sheet in sheets))


def files(sheet: Sheet, phrases: Phrases, shelf: Path) -> tuple[FileView, ...]:
    found = [(paper, shelf / paper.file) for paper in papers(sheet, phrases)]
    return tuple(
        FileView(f"../{SHEETS}/{paper.file}", phrases.say("sheet-file", label=paper.label, size=max(1, round(path.stat().st_size / 1000)))) for paper, path in found
    )


def write_codes(contents: Contents, folder: Path, site: str) -> None:
    """The QR code of every task as two pictures beside the page for clinics; `site` is where the guide is published."""
    for region in contents.regions:
        shelf = folder / region / CLINICS
        if shelf.is_dir():
            for task in contents.links.tasks:
                write_pictures(f"{site.rstrip('/')}/{region}/{task.address}/", shelf / task.address)
