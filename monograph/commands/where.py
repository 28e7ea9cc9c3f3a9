"""Says where a fact is written and every page, edition and line that uses it; for a source or a reading, the
facts that rest on it.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from monograph.review.usage import asked, where


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("id", metavar="ID", help="such as adult-maximum-us, or the id of a source card")
    options.add_argument(
        "--docs",
        action="store_true",
        help="only the lines of docs/ that ask for it, for all editions at once",
    )
    chosen = options.parse_args(argv)
    print("\n".join((asked if chosen.docs else where)(root, chosen.id)))
    return 0
