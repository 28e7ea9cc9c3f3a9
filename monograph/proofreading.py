"""What can be wrong with a guide whose data are right:
its templates, its pages, its links, and its tidiness.
"""

from collections.abc import Iterator
from pathlib import Path

from monograph.checks import judged
from monograph.checks.autofix import is_tidy
from monograph.checks.forbidden import pages_forbid_it_too
from monograph.checks.links import LINK_RULES, Addresses
from monograph.checks.pages import check_pages
from monograph.checks.templates import ROOM_RULES
from monograph.model.contents import Contents
from monograph.model.problem import Problem
from monograph.prints.issuing import ISSUING_RULES
from monograph.prints.sheet import PRINTS, all_sheets
from monograph.site.addresses import of_pages, recorded
from monograph.site.archive import VERSION_RULES
from monograph.site.archived_pages import addresses
from monograph.site.pages import SitePages, every_page


def proofread(contents: Contents, root: Path) -> Iterator[Problem]:
    """Every problem of the guide in `root` beyond its data;
    raises Problems when a page cannot be rendered.
    """
    pages = every_page(contents, root)
    yield from judged((*ROOM_RULES, pages_forbid_it_too, *VERSION_RULES), root, contents)
    yield from check_pages(pages.all, contents)
    yield from judged(LINK_RULES, recorded(root), public_addresses(pages, contents, root), contents)
    yield from is_tidy(root / "data")


def proofread_release(contents: Contents, root: Path) -> Iterator[Problem]:
    """What only a release asks of the pages."""
    yield from judged(ISSUING_RULES, all_sheets(contents, root / PRINTS), contents)


def public_addresses(pages: SitePages, contents: Contents, root: Path) -> Addresses:
    return of_pages(contents, pages.docs, pages.sheets, addresses(root))
