"""Lists which checks and which sources are overdue or due soon, the oldest first; or which addresses of
sources no longer answer (--links).
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from monograph.checks.dates import schedule
from monograph.checks.library import load
from monograph.commands import calendar_day
from monograph.review.source_links import addresses, report


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--today",
        type=calendar_day,
        default=date.today(),
        help="another day than today, such as 2027-11-23",
    )
    options.add_argument(
        "--links", action="store_true", help="ask every address of a source or a contact whether it is there"
    )
    chosen = options.parse_args(argv)
    if chosen.links:
        said, is_well = report(addresses(load(root / "data")))
        print(said)
        return int(not is_well)
    print(schedule(load(root / "data"), chosen.today))
    return 0
