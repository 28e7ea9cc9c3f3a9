"""Says everything that is wrong with data/, and then with the pages made from it,
without building the site.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

import environment

environment.enter()
environment.hurry()

from monograph.checks.autofix import mend  # noqa: E402
from monograph.checks.report import FORMATS  # noqa: E402
from monograph.inspection import inspect, inspect_release, left_undone, named  # noqa: E402
from monograph.model.problem import Unknown  # noqa: E402


def main() -> None:
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
        help="first mend what has one right answer: spaces, units, the order of keys",
    )
    options.add_argument(
        "--release", action="store_true", help="also say what stands between the guide and a release"
    )
    options.add_argument(
        "--today",
        type=date.fromisoformat,
        default=date.today(),
        help="the day of the release, such as 2026-11-23",
    )
    chosen = options.parse_args()
    if chosen.explain:
        from monograph.review.rulebook import (
            explain,
        )  # with all that pages are made of; whose data are wrong should not wait for it

        print(explain(chosen.explain))
        return
    asked = [named(file, Path.cwd(), environment.ROOT) for file in chosen.files] or [""]
    for name in mend(environment.ROOT / "data") if chosen.fix else ():
        print(f"{name}: mended")
    problems = (
        inspect_release(environment.ROOT, chosen.today) if chosen.release else inspect(environment.ROOT)
    )
    found = [
        problem for problem in problems if any(f"{problem.place.file}/".startswith(name) for name in asked)
    ]
    print(FORMATS[chosen.format](found))
    print(left_undone(environment.ROOT), end="", file=sys.stderr)
    sys.exit(bool(found))


if __name__ == "__main__":
    try:
        main()
    except Unknown as unknown:
        sys.exit(f"{unknown}")
