"""Releases a version of the guide: checks that it may be, records every fact, and keeps a plain copy of every
page for ever.
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from monograph.checks.library import load
from monograph.checks.report import plain
from monograph.commands import calendar_day
from monograph.inspection import inspect_release
from monograph.model.problem import Refusal
from monograph.proofreading import public_addresses
from monograph.review import release
from monograph.site.addresses import record
from monograph.site.archive import keep, new_number
from monograph.site.pages import every_page


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "version", metavar="VERSION", help="two numbers with a point between them, such as 1.0"
    )
    options.add_argument(
        "--today",
        type=calendar_day,
        default=date.today(),
        help="the day of the release, such as 2026-11-23",
    )
    chosen = options.parse_args(argv)
    number = new_number(chosen.version, root)
    if problems := inspect_release(root, chosen.today):
        raise Refusal(plain(problems))
    contents = load(root / "data")
    pages = every_page(contents, root)
    kept = keep(number, chosen.today, pages.docs, contents, root)
    lasting = record(root, public_addresses(pages, contents, root))
    release.record(contents, root)
    print(
        f"{len(contents.fingerprints)} facts recorded in {release.RELEASED}, {len(kept.pages)} pages "
        f"kept in versions/{number}, {lasting} addresses that last in data/addresses.txt. Commit all "
        "that with this release."
    )
    return 0
