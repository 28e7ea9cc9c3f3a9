"""Every public address of the guide, as it would be built or as it was, and the record of those that were
ever public.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from monograph.checks.links import RECORD, Addresses
from monograph.checks.pages import Each, leads_on
from monograph.html import Document
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.record_file import rewriting
from monograph.prints.formats import papers
from monograph.prints.sheet import Sheet
from monograph.site.exports import exports
from monograph.site.feeds import feeds
from monograph.site.files import Site
from monograph.views.page_context import EVIDENCE
from monograph.views.pages import SHEETS, Page
from monograph.views.phrases import Phrases


def of_pages(
    contents: Contents, docs: tuple[Page, ...], sheets: Iterable[Sheet], copies: Iterable[str] = ()
) -> Addresses:
    """What will be public once the guide is built; `copies` are the addresses of older versions."""
    found = {f"/{page.address}": page.linkable for page in (*docs, *(sheet.page for sheet in sheets))}
    feed = {
        f"/{region}/{name}" for region in contents.regions for name in feeds(Edition(contents, region), "")
    }
    answers = {f"/c/{item.code}/" for item in contents.sheet_codes}
    return Addresses(
        found,
        frozenset(
            {
                *(f"/{export.address}" for export in exports(contents)),
                *(f"/{page.address}{EVIDENCE}/" for page in docs if page.cited),
                *feed,
                *answers,
                *copies,
                *map(public, files_of(sheets, contents)),
            }
        ),
    )


def files_of(sheets: Iterable[Sheet], contents: Contents) -> Iterator[str]:
    """Where the PDFs of all sheets lie in the site."""
    for sheet in sheets:
        phrases = Phrases(Edition(contents, sheet.region))
        yield from (f"{sheet.region}/{SHEETS}/{paper.file}" for paper in papers(sheet, phrases))


def public(place: str) -> str:
    """The address of a file in the site."""
    return f"/{place}".removesuffix("index.html")


def of_site(site: Site, each: Each = map) -> Addresses:
    """What is public in a finished site: the pages, and whatever else stands there; `each` does what map
    does, perhaps side by side.
    """
    found = {
        public(file): anchors
        for file, anchors in zip(site, each(anchors_in, site, site.values()), strict=True)
    }
    pages = {address: anchors for address, anchors in found.items() if anchors is not None}
    return Addresses(pages, frozenset(found.keys() - pages.keys()))


def anchors_in(file: str, content: bytes) -> frozenset[str] | None:
    """The anchors of a finished page; None for what is no page."""
    if not file.endswith("index.html") or leads_on(html := content.decode()):
        return None
    return Document(html).linkable


def recorded(root: Path) -> frozenset[str]:
    """Every address that was ever public; none before the first release."""
    path = root / RECORD.file
    return (
        frozenset(line for line in path.read_text("utf-8").splitlines() if line.startswith("/"))
        if path.is_file()
        else frozenset()
    )


def record(root: Path, found: Addresses) -> int:
    """Adds what is new to the record, takes nothing away, and returns how many addresses it holds."""
    with rewriting(root / RECORD.file) as file:
        known = recorded(root) | found.all
        file.write("\n".join([HEAD, *sorted(known), ""]))
    return len(known)


HEAD = (
    "# Every address that was ever released: pages, their parts, and what leads on. Written by "
    "scripts/release.py, which only adds."
)
