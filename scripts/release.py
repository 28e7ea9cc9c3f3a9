"""Releases a version of the guide: checks that it may be, records every fact, and keeps a plain copy of every
page for ever.
"""

import argparse
import sys
from datetime import date

import environment

environment.enter()

from monograph.checks.library import load  # noqa: E402
from monograph.checks.report import plain  # noqa: E402
from monograph.inspection import inspect_release  # noqa: E402
from monograph.model.problem import Unknown  # noqa: E402
from monograph.proofreading import public_addresses  # noqa: E402
from monograph.review import release  # noqa: E402
from monograph.site.addresses import record  # noqa: E402
from monograph.site.archive import keep, new_number  # noqa: E402
from monograph.site.pages import every_page  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "version", metavar="VERSION", help="two numbers with a point between them, such as 1.0"
    )
    options.add_argument(
        "--today",
        type=date.fromisoformat,
        default=date.today(),
        help="the day of the release, such as 2026-11-23",
    )
    chosen = options.parse_args()
    number = new_number(chosen.version, environment.ROOT)
    if problems := inspect_release(environment.ROOT, chosen.today):
        sys.exit(plain(problems))
    contents = load(environment.ROOT / "data")
    pages = every_page(contents, environment.ROOT)
    kept = keep(number, chosen.today, pages.docs, contents, environment.ROOT)
    lasting = record(environment.ROOT, public_addresses(pages, contents, environment.ROOT))
    release.record(contents, environment.ROOT)
    print(
        f"{len(contents.fingerprints)} facts recorded in {release.RELEASED}, {len(kept.pages)} pages "
        f"kept in versions/{number}, {lasting} addresses that last in data/addresses.txt. Commit all "
        "that with this release."
    )


if __name__ == "__main__":
    try:
        main()
    except Unknown as unknown:
        sys.exit(f"{unknown}")
