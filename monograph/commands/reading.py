"""Says how hard every page is to read:

Flesch-Kincaid grade (6 at most), SMOG (8 at most), and the grade of the stop warning (4 at most).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from monograph.checks.library import load
from monograph.review.readability_table import FORMATS, table


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--format", choices=FORMATS, default="text")
    chosen = options.parse_args(argv)
    print(FORMATS[chosen.format](table(load(root / "data"), root / "docs" / "en")))
    return 0
