"""Everything that is wrong with the guide, found without building it.

What only pages need is imported where pages are made: an editor whose data are wrong should not wait for it.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from monograph.checks import judged
from monograph.checks.release import RELEASE_RULES
from monograph.library import load
from monograph.model.contents import Contents
from monograph.problem import Problem, Problems

RELEASED = "data/released.json"


def inspect(root: Path) -> tuple[Problem, ...]:
    """The problems of the guide in `root` in reading order: those of its data alone, or, if its data are right, of its pages."""
    try:
        contents = load(root / "data")
        return Problems(beyond_data(contents, root)).problems
    except Problems as problems:
        return problems.problems


def inspect_release(root: Path, today: date) -> tuple[Problem, ...]:
    """The problems of the guide, or, if there are none, what stands between it and a release on that day."""
    if found := inspect(root):
        return found
    return Problems(judged(RELEASE_RULES, load(root / "data"), today, released(root))).problems


def left_undone(root: Path) -> str:
    """A line on what could not be checked on this machine; nothing when all was."""
    try:
        contents = load(root / "data")
    except Problems:
        return ""  # then no page was looked at either
    from monograph.finished.spelling import unchecked

    return unchecked(contents)


def released(root: Path) -> dict[str, str]:
    """The fingerprints of the facts as they were last released; empty before the first release."""
    register = root / RELEASED
    return json.loads(register.read_text("utf-8")) if register.is_file() else {}


def beyond_data(contents: Contents, root: Path) -> Iterator[Problem]:
    """What is wrong with the rooms and the finished pages of a guide whose data are right."""
    from monograph.finished.rooms import ROOM_RULES
    from monograph.tidy import is_tidy

    pages = list(pages_of(contents, root / "docs" / "en"))
    yield from (*judged(ROOM_RULES, root, contents), *pages, *is_tidy(root / "data"))


def pages_of(contents: Contents, docs: Path) -> Iterator[Problem]:
    from monograph.finished.pages import check_leaves

    yield from check_leaves({region: printed(contents, region, docs) for region in contents.regions}, contents)


def printed(contents: Contents, region: str, docs: Path) -> Iterator[tuple[str, str]]:
    """The name and HTML of each page of an edition."""
    from monograph.proof import proofs

    return ((proof.source, f"<article>{proof.html}</article>") for proof in proofs(contents, region, docs))
