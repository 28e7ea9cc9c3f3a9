"""Says how hard every page is to read:

Flesch-Kincaid grade (6 at most), SMOG (8 at most), and the grade of the stop warning (4 at most).
"""

import argparse
import sys

import environment

environment.enter()

from monograph.checks.library import load  # noqa: E402
from monograph.model.problem import Problems  # noqa: E402
from monograph.review.readability_table import FORMATS, table  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--format", choices=FORMATS, default="text")
    print(
        FORMATS[options.parse_args().format](
            table(load(environment.ROOT / "data"), environment.ROOT / "docs" / "en")
        )
    )


if __name__ == "__main__":
    try:
        main()
    except Problems as problems:
        sys.exit(f"{problems}")
