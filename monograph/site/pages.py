"""Every page of the guide, whatever it is made from, as it is rendered before the builder frames those in
docs/.
"""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from monograph.model.contents import Contents
from monograph.model.sheet_codes import SheetCode
from monograph.prints.answers import answer_pages
from monograph.prints.register import issued, unissued
from monograph.prints.sheet import PRINTS, Sheet, all_sheets
from monograph.site.exports import exports, not_found_pages
from monograph.views.pages import Page, all_docs_pages


@dataclass(frozen=True)
class SitePages:
    """The pages in docs/, the sheets, the pages made from templates alone, and the answers to the codes on
    sheets.

    Pages of evidence quote those in docs/, and are made where the site is put together.
    """

    docs: tuple[Page, ...]
    sheets: tuple[Sheet, ...]
    exports: tuple[Page, ...]
    answers: tuple[Page, ...]

    @property
    def all(self) -> tuple[Page, ...]:
        return tuple(chain(self.docs, (sheet.page for sheet in self.sheets), self.exports, self.answers))


def every_page(contents: Contents, root: Path, address: str = "") -> SitePages:
    """`address` is where the site is published, "" where nobody said.

    Raises Problems that name every page that cannot be rendered.
    """
    sheets = all_sheets(contents, root / PRINTS)
    others = (*exports(contents, address), *not_found_pages(contents, host_path(address)))
    return SitePages(
        all_docs_pages(contents, root),
        sheets,
        others,
        tuple(answer_pages(sheets, codes(sheets, contents), contents)),
    )


def host_path(address: str) -> str:
    """The path of the site on its host, with a slash at its end."""
    return urlsplit(address).path.rstrip("/") + "/"


def codes(sheets: tuple[Sheet, ...], contents: Contents) -> list[SheetCode]:
    """Every code that was issued, and those of today's sheets that will be."""
    drafts = [issued(sheet, contents, contents.review.last_checked) for sheet in unissued(sheets, contents)]
    return [*contents.sheet_codes, *drafts]
