"""Releases a version of the guide: checks that it may be, records every fact, and keeps a plain copy of every
page for ever. With --tagged it releases nothing, and says whether what lies here is that version.
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
from monograph.site.archive import differing, keep, new_number
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
    options.add_argument(
        "--tagged",
        action="store_true",
        help="fail unless every page says what that version, the last one, has kept: for a tag such as v1.0",
    )
    chosen = options.parse_args(argv)
    if chosen.tagged:
        print(same_as_kept(chosen.version.removeprefix("v"), root))
        return 0
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


def same_as_kept(number: str, root: Path) -> str:
    """That what would be published is what was released; raises Refusal where it is not."""
    if other := differing(number, every_page(load(root / "data"), root).docs, root):
        raise Refusal(
            f"{len(other)} pages do not say what version {number} has kept, such as {other[0]}. What is "
            "published was released before: release a new version, and tag that."
        )
    return f"Every page says what version {number} has kept."
