"""The finished site: the door in front of the editions, and the swap that never leaves half a site."""

import shutil
from pathlib import Path

from monograph.checks import judged
from monograph.edition import Edition
from monograph.exports import door_page
from monograph.feeds import feeds
from monograph.finished.pages import check_pages, check_sheets, read_pages
from monograph.finished.rooms import ROOM_RULES
from monograph.model.contents import Contents
from monograph.prints.answers import write_answers
from monograph.prints.pdf import missing
from monograph.prints.press import write_pdfs, write_sheets
from monograph.prints.register import issued, unissued
from monograph.prints.sheet import all_sheets
from monograph.problem import Problems


def write_door(contents: Contents, folder: Path) -> None:
    """`folder`/index.html: where do you live?"""
    folder.joinpath("index.html").write_text(door_page(contents).html, "utf-8")


def write_feeds(contents: Contents, folder: Path, address: str) -> None:
    """The feeds of every edition, in its folder; `address` is where the whole site is published, or ""."""
    for region in contents.regions:
        for name, text in feeds(Edition(contents, region), f"{address.rstrip('/')}/{region}/" if address else "").items():
            folder.joinpath(region, name).write_text(text, "utf-8")


def write_prints(contents: Contents, docs: Path, folder: Path, address: str, cache: Path | None) -> str:
    """Every sheet, its PDFs (kept in `cache`; None for none), and the answer to every code; what was made, in a sentence."""
    sheets = all_sheets(contents, docs)
    lacking = missing() if cache else "they were not asked for"
    write_sheets(sheets, contents, folder, address, not lacking)
    drafts = [issued(sheet, contents, contents.review.last_checked) for sheet in unissued(sheets, contents)]
    write_answers(sheets, [*contents.codes, *drafts], contents, folder)
    if lacking:
        return f"{len(sheets)} sheets as pages. No PDF of them was made: {lacking}"
    return f"{len(sheets)} sheets as pages, and {write_pdfs(sheets, contents, folder, cache)} PDFs of them"


def check_rooms(contents: Contents, root: Path) -> None:
    """Raises Problems when a page, template or style holds what belongs in data/."""
    found = list(judged(ROOM_RULES, root, contents))
    if found:
        raise Problems(found)


def check_site(contents: Contents, folder: Path) -> None:
    """Raises Problems for whatever is wrong on the finished pages of all editions in `folder`."""
    found = [problem for region in contents.regions for problem in check_pages(folder / region, Edition(contents, region))]
    answers = {item.code: item.region for item in contents.codes}
    for name, html in read_pages(sorted(folder.glob("c/*/index.html")), folder):
        if region := answers.get(name.split("/")[1]):
            found += check_sheets([(name, html)], Edition(contents, region))
    if found:
        raise Problems(found)


def swap(fresh: Path, site: Path) -> None:
    """Puts the `fresh` folder in the place of `site` in two renames; the old site is deleted afterwards."""
    old = fresh.with_name(f"{fresh.name}-before")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
