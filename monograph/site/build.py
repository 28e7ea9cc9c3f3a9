"""The finished site: its pages framed, checked and made fit to be served, step by step over files in memory;
and the swap that puts it in place.
"""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from monograph.checks import judged
from monograph.checks.links import LINK_RULES, Addresses
from monograph.checks.pages import check_pages
from monograph.checks.templates import ROOM_RULES
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.problem import Problems
from monograph.parallel import worker_pool
from monograph.prints.answers import in_both_cases
from monograph.prints.listing import task_codes, with_listing
from monograph.prints.pdf import missing
from monograph.prints.pdf_jobs import pdfs, sheet_pages
from monograph.site.addresses import files_of, of_site, public
from monograph.site.archive import VERSION_RULES
from monograph.site.archived_pages import ARCHIVE, archived
from monograph.site.assets import settle
from monograph.site.critical_css import first_screens
from monograph.site.csp import lock
from monograph.site.downloads import zips
from monograph.site.exports import evidence_pages
from monograph.site.feeds import feeds
from monograph.site.files import Site, html_files, of_pages, write
from monograph.site.pages import SitePages, host_path
from monograph.site.servers import server_settings
from monograph.site.service_worker import workers
from monograph.site.single_file import single_files
from monograph.site.well_known import well_known
from monograph.views.pages import Page
from monograph.views.search import WORDS, words


@dataclass(frozen=True)
class Publication:
    """What a site is made from, and where: the guide in `root`, its pages, and where it and its repository
    are published, "" where nobody said.
    """

    root: Path
    contents: Contents
    pages: SitePages
    address: str = ""
    repository: str = ""

    @cached_property
    def evidence(self) -> tuple[Page, ...]:
        """The page of evidence behind each page in docs/."""
        return tuple(evidence_pages(self.pages.docs, self.contents, self.repository.rstrip("/")))


def check_templates(contents: Contents, root: Path) -> None:
    """Raises Problems when a page, template or style holds what belongs in data/, or when an older version is
    not as it was.
    """
    if found := list(judged((*ROOM_RULES, *VERSION_RULES), root, contents)):
        raise Problems(found)


def around(framed: Site, of: Publication) -> Site:
    """The framed pages, and around them: the pages in front of the editions, redirects, what stands where no
    page is, feeds, the words of the search, sheets, answers, the archive.
    """
    contents, address = of.contents, of.address
    others = (*of.evidence, *of.pages.exports, *in_both_cases(of.pages.answers))
    told = {
        f"{region}/{name}": text.encode()
        for region in contents.regions
        for name, text in feeds(Edition(contents, region), at(address, region)).items()
    }
    heard = {f"{region}/{WORDS}": words(Edition(contents, region)).encode() for region in contents.regions}
    pictures = task_codes(framed, contents, address) if address else {}
    return archived(of.root, contents, framed | of_pages(others) | told | heard | pictures, address)


def at(address: str, region: str) -> str:
    """Where an edition is published, or "" where nobody said."""
    return f"{address.rstrip('/')}/{region}/" if address else ""


def with_sheets(site: Site, of: Publication, scratch: Path, cache: Path | None) -> tuple[Site, str]:
    """The site with every sheet and its PDFs, and what was made in a sentence; PDFs are kept in `cache`, None
    for none.

    `scratch` holds the framed pages on a disk: there a PDF finds its page, its styles and its letters.
    """
    sheets, contents = of.pages.sheets, of.contents
    lacking = missing() if cache else "they were not asked for"
    made = of_pages(sheet_pages(sheets, contents, of.address, not lacking))
    if lacking or not cache:
        return site | made, f"{len(sheets)} sheets as pages. No PDF of them was made: {lacking}"
    write(made, scratch)
    printed = pdfs(sheets, contents, scratch, cache)
    return with_listing(
        site | made | printed, sheets, contents
    ), f"{len(sheets)} sheets as pages, and {len(printed)} PDFs of them"


def check_site(site: Site, of: Publication, known: frozenset[str]) -> None:
    """Raises Problems for whatever is wrong on the pages as readers get them, and for links that have not
    lasted.

    A build that was asked for no PDFs, or cannot make them, has not lost their addresses.
    """
    with worker_pool() as pool:
        built = of_site(site, partial(pool.map, chunksize=16))
        found = list(check_pages(as_built((*of.pages.all, *of.evidence), site), of.contents, pool.map))
    built = Addresses(built.pages, built.others.union(map(public, files_of(of.pages.sheets, of.contents))))
    found += judged(LINK_RULES, known, built, of.contents)
    if found:
        raise Problems(found)


def as_built(pages: Iterable[Page], site: Site) -> Iterator[Page]:
    """The pages as they stand in the finished site, and told by their place in it, the archive with them."""
    known = {page.file: page for page in pages}
    seen = {file.lower() for file in known}
    for file, html in html_files(site):
        if page := known.get(file):
            yield replace(page, source=file, html=html)
        elif file.startswith(f"{ARCHIVE}/"):
            yield Page("archive", file.split("/")[2], file.removesuffix("index.html"), file, html)
        elif (
            file.endswith("/index.html") and file.lower() not in seen
        ):  # an answer stands under its code in small letters, too
            raise ValueError(f"{file} is a page of no kind: no rule would look at it")


def finish(site: Site, of: Publication) -> tuple[Site, Site]:
    """The checked site made fit to be served: first screens, lasting names, the policy, and what finds and
    keeps it; and settings for servers.
    """
    address = of.address.rstrip("/")
    site = well_known(
        settle(first_screens(site), host_path(of.address)), of.contents, address, of.repository.rstrip("/")
    )
    site, headers = lock(single_files(site, of.contents, address))
    inside, beside = server_settings(of.contents, headers)
    return workers(zips(site | inside, of.contents, address), of.contents), beside


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
