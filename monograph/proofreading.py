"""What can be wrong with a guide whose data are right: its rooms, its pages, its links, and its tidiness."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from monograph.checks import judged
from monograph.checks.autofix import is_tidy
from monograph.checks.links import LINK_RELEASE_RULES, LINK_RULES
from monograph.checks.pages import check_leaves
from monograph.checks.templates import ROOM_RULES
from monograph.model.contents import Contents
from monograph.model.problem import Problem
from monograph.prints.issuing import ISSUING_RULES
from monograph.prints.sheet import PRINTS, Sheet, all_sheets
from monograph.site.addresses import of_proofs, recorded
from monograph.site.archive import VERSION_RULES
from monograph.site.archived_pages import addresses
from monograph.views.pages import Proof, proofs


def proofread(contents: Contents, root: Path) -> Iterator[Problem]:
    """Every problem of the guide in `root` beyond its data; raises Problems when a page cannot be printed."""
    pages, sheets = pages_of(contents, root), all_sheets(contents, root / PRINTS)
    yield from judged((*ROOM_RULES, *VERSION_RULES), root, contents)
    yield from judge(pages, sheets, contents)
    yield from judged(LINK_RULES, recorded(root), of_proofs(contents, pages, sheets, addresses(root)), contents)
    yield from is_tidy(root / "data")


def proofread_release(contents: Contents, root: Path) -> Iterator[Problem]:
    """What only a release asks of the pages."""
    pages, sheets = pages_of(contents, root), all_sheets(contents, root / PRINTS)
    yield from judged(ISSUING_RULES, sheets, contents)
    yield from judged(LINK_RELEASE_RULES, recorded(root), of_proofs(contents, pages, sheets, addresses(root)), contents)


def pages_of(contents: Contents, root: Path) -> tuple[Proof, ...]:
    return tuple(page for region in contents.regions for page in proofs(contents, region, root / "docs" / "en"))


def judge(pages: Iterable[Proof], sheets: Iterable[Sheet], contents: Contents) -> Iterator[Problem]:
    yield from check_leaves(named(pages), named(sheet.proof for sheet in sheets), contents)


def named(proofs: Iterable[Proof]) -> dict[str, list[tuple[str, str]]]:
    """The source and the HTML of each, by region."""
    found = defaultdict(list)
    for proof in proofs:
        found[proof.region].append((proof.source, f"<article>{proof.html}</article>"))
    return found
