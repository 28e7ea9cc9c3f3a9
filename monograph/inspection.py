"""Everything that is wrong with the guide, found without building it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from monograph.checks import judged
from monograph.checks.release import RELEASE_RULES
from monograph.edition import Edition
from monograph.finished.pages import check_leaves, check_sheets
from monograph.finished.rooms import ROOM_RULES
from monograph.library import load
from monograph.model.contents import Contents
from monograph.prints.issuing import ISSUING_RULES
from monograph.prints.sheet import PRINTS, all_sheets
from monograph.problem import Problem, Problems
from monograph.proof import proofs
from monograph.tidy import is_tidy

RELEASED = "data/released.json"


def inspect(root: Path) -> tuple[Problem, ...]:
    """The problems of the guide in `root` in reading order: those of its data alone, or, if its data are right, of its pages."""
    try:
        contents = load(root / "data")
        found = [*judged(ROOM_RULES, root, contents), *pages_of(contents, root / "docs" / "en"), *sheets_of(contents, root / PRINTS)]
    except Problems as problems:
        found = problems.problems
    return Problems([*found, *besides(is_tidy(root / "data"), found)]).problems


def inspect_release(root: Path, today: date) -> tuple[Problem, ...]:
    """The problems of the guide, or, if there are none, what stands between it and a release on that day."""
    if found := inspect(root):
        return found
    contents = load(root / "data")
    sheets = all_sheets(contents, root / PRINTS)
    return Problems([*judged(RELEASE_RULES, contents, today, released(root)), *judged(ISSUING_RULES, sheets, contents)]).problems


def released(root: Path) -> dict[str, str]:
    """The fingerprints of the facts as they were last released; empty before the first release."""
    register = root / RELEASED
    return json.loads(register.read_text("utf-8")) if register.is_file() else {}


def besides(slips: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Slips in lines of which nothing worse was said."""
    told = {(problem.place.file, problem.place.line) for problem in found}
    return [slip for slip in slips if (slip.place.file, slip.place.line) not in told]


def sheets_of(contents: Contents, docs: Path) -> Iterator[Problem]:
    for sheet in all_sheets(contents, docs):
        page = (sheet.proof.source, f"<article>{sheet.proof.html}</article>")
        yield from check_sheets([page], Edition(contents, sheet.region))


def pages_of(contents: Contents, docs: Path) -> Iterator[Problem]:
    for region in contents.regions:
        pages = ((proof.source, f"<article>{proof.html}</article>") for proof in proofs(contents, region, docs))
        yield from check_leaves(pages, Edition(contents, region))
