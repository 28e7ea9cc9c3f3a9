"""What can be wrong with a guide whose data are right: its rooms, its pages, its links, and its tidiness."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from monograph.addresses import of_proofs, recorded
from monograph.checks import judged
from monograph.finished.links import LINK_RELEASE_RULES, LINK_RULES, Addresses
from monograph.finished.pages import check_leaves
from monograph.finished.rooms import ROOM_RULES
from monograph.model.contents import Contents
from monograph.problem import Problem
from monograph.proof import Proof, proofs
from monograph.tidy import is_tidy


def proofread(contents: Contents, root: Path) -> Iterator[Problem]:
    """Every problem of the guide in `root` beyond its data; raises Problems when a page cannot be printed."""
    pages = pages_of(contents, root)
    yield from judged(ROOM_RULES, root, contents)
    yield from judge(pages, contents)
    yield from judged(LINK_RULES, *links_of(pages, contents, root))
    yield from is_tidy(root / "data")


def proofread_release(contents: Contents, root: Path) -> Iterator[Problem]:
    """What only a release asks of the pages."""
    yield from judged(LINK_RELEASE_RULES, *links_of(pages_of(contents, root), contents, root))


def pages_of(contents: Contents, root: Path) -> tuple[Proof, ...]:
    return tuple(page for region in contents.regions for page in proofs(contents, region, root / "docs" / "en"))


def judge(pages: Iterable[Proof], contents: Contents) -> Iterator[Problem]:
    texts = [(page.region, (page.source, f"<article>{page.html}</article>")) for page in pages]
    yield from check_leaves({region: [text for own, text in texts if own == region] for region in contents.regions}, contents)


def links_of(pages: Iterable[Proof], contents: Contents, root: Path) -> tuple[frozenset[str], Addresses, Contents]:
    """What a rule about links is given: what was public, what is, and the facts."""
    return recorded(root), of_proofs(contents, pages), contents
