"""Says everything that is wrong with data/, and then with the pages made from it,
without building the site.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from monograph.checks.autofix import mend
from monograph.checks.report import FORMATS
from monograph.commands import calendar_day
from monograph.inspection import inspect, inspect_release, left_undone, named


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="say only what is wrong in these files or folders, such as data/dosing.yml",
    )
    options.add_argument(
        "--format", choices=FORMATS, default="text", help="github: as annotations on a pull request"
    )
    options.add_argument(
        "--explain", metavar="RULE", help="say what a rule asks, with a good and a bad example"
    )
    options.add_argument(
        "--fix",
        action="store_true",
        help="first mend what has one right answer: spaces and units",
    )
    options.add_argument(
        "--release", action="store_true", help="also say what stands between the guide and a release"
    )
    options.add_argument(
        "--today",
        type=calendar_day,
        default=date.today(),
        help="the day of the release, such as 2026-11-23",
    )
    chosen = options.parse_args(argv)
    if chosen.explain:
        from monograph.review.rulebook import explain  # with all that pages are made of, which takes a while

        print(explain(chosen.explain))
        return 0
    asked = [named(file, Path.cwd(), root) for file in chosen.files] or [""]
    for name in mend(root / "data") if chosen.fix else ():
        print(f"{name}: mended")
    problems = inspect_release(root, chosen.today) if chosen.release else inspect(root)
    found = [
        problem for problem in problems if any(f"{problem.place.file}/".startswith(name) for name in asked)
    ]
    print(FORMATS[chosen.format](found))
    print(left_undone(root), end="", file=sys.stderr)
    return int(bool(found))
