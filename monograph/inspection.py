"""Everything that is wrong with the guide, found without building it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from monograph.addresses import of_proofs, recorded
from monograph.checks import judged
from monograph.checks.release import RELEASE_RULES
from monograph.finished.links import LINK_RELEASE_RULES, LINK_RULES, Addresses
from monograph.finished.pages import check_leaves
from monograph.finished.rooms import ROOM_RULES
from monograph.finished.spelling import unchecked
from monograph.library import load
from monograph.model.contents import Contents
from monograph.problem import Problem, Problems
from monograph.proof import Proof, proofs
from monograph.tidy import is_tidy

RELEASED = "data/released.json"


def inspect(root: Path) -> tuple[Problem, ...]:
    """The problems of the guide in `root` in reading order: those of its data alone, or, if its data are right, of its pages."""
    try:
        contents = load(root / "data")
        pages = pages_of(contents, root)
        found = [*judged(ROOM_RULES, root, contents), *judge(pages, contents), *judged(LINK_RULES, *links_of(pages, contents, root))]
    except Problems as problems:
        found = problems.problems
    return Problems([*found, *besides(is_tidy(root / "data"), found)]).problems


def inspect_release(root: Path, today: date) -> tuple[Problem, ...]:
    """The problems of the guide, or, if there are none, what stands between it and a release on that day."""
    if found := inspect(root):
        return found
    contents = load(root / "data")
    links = links_of(pages_of(contents, root), contents, root)
    return Problems([*judged(RELEASE_RULES, contents, today, released(root)), *judged(LINK_RELEASE_RULES, *links)]).problems


def left_undone(root: Path) -> str:
    """A line on what could not be checked on this machine; nothing when all was."""
    try:
        return unchecked(load(root / "data"))
    except Problems:
        return ""  # then no page was looked at either


def released(root: Path) -> dict[str, str]:
    """The fingerprints of the facts as they were last released; empty before the first release."""
    register = root / RELEASED
    return json.loads(register.read_text("utf-8")) if register.is_file() else {}


def besides(slips: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Slips in lines of which nothing worse was said."""
    told = {(problem.place.file, problem.place.line) for problem in found}
    return [slip for slip in slips if (slip.place.file, slip.place.line) not in told]


def pages_of(contents: Contents, root: Path) -> tuple[Proof, ...]:
    return tuple(page for region in contents.regions for page in proofs(contents, region, root / "docs" / "en"))


def judge(pages: Iterable[Proof], contents: Contents) -> Iterator[Problem]:
    texts = [(page.region, (page.source, f"<article>{page.html}</article>")) for page in pages]
    yield from check_leaves({region: [text for own, text in texts if own == region] for region in contents.regions}, contents)


def links_of(pages: Iterable[Proof], contents: Contents, root: Path) -> tuple[frozenset[str], Addresses, Contents]:
    """What a rule about links is given: what was public, what is, and the facts."""
    return recorded(root), of_proofs(contents, pages), contents
