"""Everything that is wrong with the guide, found without building it."""

from collections.abc import Iterator
from pathlib import Path

from monograph.checks import judged
from monograph.edition import Edition
from monograph.finished.pages import check_leaves
from monograph.finished.rooms import ROOM_RULES
from monograph.library import load
from monograph.model.contents import Contents
from monograph.problem import Problem, Problems
from monograph.proof import proofs


def inspect(root: Path) -> tuple[Problem, ...]:
    """The problems of the guide in `root` in reading order: those of its data alone, or, if its data are right, of its pages."""
    try:
        contents = load(root / "data")
        found = [*judged(ROOM_RULES, root, contents), *pages_of(contents, root / "docs" / "en")]
    except Problems as problems:
        return problems.problems
    return Problems(found).problems


def pages_of(contents: Contents, docs: Path) -> Iterator[Problem]:
    for region in contents.regions:
        pages = ((proof.source, f"<article>{proof.html}</article>") for proof in proofs(contents, region, docs))
        yield from check_leaves(pages, Edition(contents, region))
