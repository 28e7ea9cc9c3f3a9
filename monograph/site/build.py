"""The finished site: what stands around the editions, the check of every page, and the swap that never leaves half a site."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from monograph.site.addresses import files_of, of_site, public
from monograph.checks import judged
from monograph.parallel import worker_pool
from monograph.model.edition import Edition
from monograph.site.exports import exports, not_found_pages
from monograph.site.feeds import feeds
from monograph.checks.pages import check_pages
from monograph.site.archived_pages import ARCHIVE
from monograph.site.pages import SitePages, codes
from monograph.views.pages import Page
from monograph.checks.links import LINK_RULES, Addresses
from monograph.checks.templates import ROOM_RULES
from monograph.site.assets import settle
from monograph.site.downloads import write_zips
from monograph.site.critical_css import first_screens
from monograph.site.well_known import write_found
from monograph.site.service_worker import write_workers
from monograph.site.csp import lock
from monograph.site.servers import write_servers
from monograph.site.single_file import write_single
from monograph.model.contents import Contents
from monograph.prints.answers import answer_pages, write_answers
from monograph.prints.listing import write_codes, write_listing
from monograph.prints.pdf import missing
from monograph.prints.pdf_jobs import write_pdfs, write_sheets
from monograph.prints.sheet import Sheet
from monograph.model.problem import Problems


def write_exports(contents: Contents, folder: Path, address: str) -> None:
    """The pages in front of the editions, every address that leads on, and what stands where none is; `address` is where the whole site is published, or ""."""
    for page in (*exports(contents, address), *not_found_pages(contents, root_of(address))):
        path = folder / page.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.html, "utf-8")


def root_of(address: str) -> str:
    """The path of the site on its host, with a slash at its end."""
    return urlsplit(address).path.rstrip("/") + "/"


def write_feeds(contents: Contents, folder: Path, address: str) -> None:
    """The feeds of every edition, in its folder; `address` is where the whole site is published, or ""."""
    for region in contents.regions:
        for name, text in feeds(Edition(contents, region), f"{address.rstrip('/')}/{region}/" if address else "").items():
            folder.joinpath(region, name).write_text(text, "utf-8")


def write_prints(sheets: tuple[Sheet, ...], contents: Contents, folder: Path, address: str, cache: Path | None) -> str:
    """Every sheet, its PDFs (kept in `cache`; None for none), and the answer to every code; what was made, in a sentence."""
    lacking = missing() if cache else "they were not asked for"
    write_sheets(sheets, contents, folder, address, not lacking)
    if address:
        write_codes(contents, folder, address)
    write_answers(answer_pages(sheets, codes(sheets, contents), contents), folder)
    if lacking:
        return f"{len(sheets)} sheets as pages. No PDF of them was made: {lacking}"
    count = write_pdfs(sheets, contents, folder, cache)
    write_listing(sheets, contents, folder)
    return f"{len(sheets)} sheets as pages, and {count} PDFs of them"


def check_rooms(contents: Contents, root: Path) -> None:
    """Raises Problems when a page, template or style holds what belongs in data/."""
    found = list(judged(ROOM_RULES, root, contents))
    if found:
        raise Problems(found)


def check_site(pages: SitePages, contents: Contents, folder: Path, known: frozenset[str]) -> None:
    """Raises Problems for whatever is wrong on the finished pages in `folder`, and for links that have not lasted.

    A build that was asked for no PDFs, or cannot make them, has not lost their addresses.
    """
    with worker_pool() as pool:
        built = of_site(folder, partial(pool.map, chunksize=16))
        found = list(check_pages(as_built(pages.all, folder), contents, pool.map))
    built = Addresses(built.pages, built.others.union(map(public, files_of(pages.sheets, contents))))
    found += judged(LINK_RULES, known, built, contents)
    if found:
        raise Problems(found)


def as_built(pages: Iterable[Page], folder: Path) -> Iterator[Page]:
    """The pages as they stand in the finished site, and told by their place in it, the archive with them."""
    known = {page.file: page for page in pages}
    for path in sorted({*folder.rglob("index.html"), *(folder / file for file in known)}):
        file, html = path.relative_to(folder).as_posix(), path.read_text("utf-8")
        if page := known.get(file):
            yield replace(page, source=file, html=html)
        elif file.startswith(f"{ARCHIVE}/"):
            yield Page("archive", file.split("/")[2], file.removesuffix("index.html"), file, html)
        elif file.lower() not in map(str.lower, known):  # an answer stands under its code in small letters, too
            raise ValueError(f"{file} is a page of no kind: no rule would look at it")


def finish(contents: Contents, folder: Path, address: str, repository: str, beside: Path) -> None:
    """Makes a checked site fit to be served: lasting names, the policy, what finds and keeps it, and settings for servers, `beside` it."""
    address = address.rstrip("/")
    first_screens(folder)
    settle(folder, root_of(address))
    write_found(contents, folder, address, repository.rstrip("/"))
    write_single(contents, folder, address)
    write_servers(contents, lock(folder), folder, beside)
    write_zips(contents, folder, address)
    write_workers(contents, folder)


def before(fresh: Path) -> Path:
    return fresh.with_name(f"{fresh.name}-before")


def swap(fresh: Path, site: Path) -> None:
    """Puts the `fresh` folder in the place of `site` in two renames; the old site is deleted afterwards."""
    old = before(fresh)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def recover(fresh: Path, site: Path) -> None:
    """Brings the old site back after a build that was broken off between the two renames."""
    if not site.exists() and before(fresh).is_dir():
        before(fresh).rename(site)
