"""Says everything that is wrong with data/, and then with the pages made from it, without building the site."""

import argparse
import sys

import environment

environment.enter()

from monograph.inspection import inspect  # noqa: E402
from monograph.report import FORMATS  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", metavar="FILE", help="say only what is wrong in these files, such as data/dosing.yml")
    options.add_argument("--format", choices=FORMATS, default="text", help="github: as annotations on a pull request")
    chosen = options.parse_args()
    problems = inspect(environment.ROOT)
    if chosen.files:
        problems = tuple(problem for problem in problems if problem.place.file in chosen.files)
    print(FORMATS[chosen.format](problems))
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
