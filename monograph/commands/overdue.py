"""Lists which checks and which sources are overdue or due soon, the oldest first."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from monograph.checks.dates import schedule
from monograph.checks.library import load
from monograph.commands import calendar_day


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--today",
        type=calendar_day,
        default=date.today(),
        help="another day than today, such as 2027-11-23",
    )
    chosen = options.parse_args(argv)
    print(schedule(load(root / "data"), chosen.today))
    return 0
