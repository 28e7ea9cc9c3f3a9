"""Lists which checks and which sources are overdue or due soon, the oldest first."""

import argparse
import sys
from datetime import date

import environment

environment.enter()

from monograph.checks.dates import schedule  # noqa: E402
from monograph.checks.library import load  # noqa: E402
from monograph.model.problem import Problems  # noqa: E402

if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--today",
        type=date.fromisoformat,
        default=date.today(),
        help="another day than today, such as 2027-11-23",
    )
    try:
        print(schedule(load(environment.ROOT / "data"), options.parse_args().today))
    except Problems as problems:
        sys.exit(f"{problems}")
