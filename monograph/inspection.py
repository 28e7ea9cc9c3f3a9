"""Everything that is wrong with the guide, found without building it.

Proofreading is imported where it begins: an editor whose data are wrong should not wait for all that pages
are made of.
"""

from datetime import date
from difflib import get_close_matches
from pathlib import Path

from monograph.checks import judged
from monograph.checks.library import load
from monograph.checks.release import RELEASE_RULES
from monograph.model.problem import Problem, Problems, Unknown

ROOMS = ("data", "docs", "macros", "overrides")  # where problems are told


def inspect(root: Path) -> tuple[Problem, ...]:
    """The problems of the guide in `root` in reading order: those of its data alone, or, if its data are
    right, of its pages.
    """
    try:
        contents = load(root / "data")
        from monograph.proofreading import proofread

        return Problems(proofread(contents, root)).problems
    except Problems as problems:
        return problems.problems


def inspect_release(root: Path, today: date) -> tuple[Problem, ...]:
    """The problems of the guide, or, if there are none, what stands between it and a release on that day."""
    if found := inspect(root):
        return found
    from monograph.proofreading import proofread_release
    from monograph.review.release import since

    contents = load(root / "data")
    try:
        changed = since(contents, root)
    except Problems as problems:
        return problems.problems
    return Problems(
        [*judged(RELEASE_RULES, contents, today, changed), *proofread_release(contents, root)]
    ).problems


def named(file: str, folder: Path, root: Path) -> str:
    """A file or folder as problems name it, with a slash at its end:

    "data/dosing.yml/"; "" for all of the guide.

    It was typed in `folder`, or as it stands in the guide. Raises Unknown for what is no part of the guide:
    nothing could be wrong there.
    """
    for base in (folder, root):
        path = (base / file).resolve()
        if path.exists() and path.is_relative_to(root.resolve()):
            name = path.relative_to(root.resolve()).as_posix()
            return "" if name == "." else f"{name}/"
    known = [
        path.relative_to(root).as_posix()
        for room in ROOMS
        for path in (root / room).rglob("*")
        if path.is_file()
    ]
    close = get_close_matches(file, known, n=1) or [
        path for path in known if Path(path).name == Path(file).name
    ]
    raise Unknown(f'there is no "{file}" in the guide{f": did you mean {close[0]}?" if close else ""}')


def left_undone(root: Path) -> str:
    """A line on what could not be checked on this machine; nothing when all was."""
    try:
        contents = load(root / "data")
    except Problems:
        return ""  # then no page was looked at either
    from monograph.checks.spelling import unchecked

    return unchecked(contents)
