"""Says where a fact is written and every page, edition and line that uses it; for a source or a reading, the
facts that rest on it.
"""

import argparse
import sys

import environment

environment.enter()
environment.hurry()

from monograph.model.problem import Problems, Unknown  # noqa: E402
from monograph.review.usage import asked, where  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("id", metavar="ID", help="such as adult-maximum-us, or the id of a source card")
    options.add_argument(
        "--docs",
        action="store_true",
        help="only the lines of docs/ that ask for it, for all editions at once",
    )
    chosen = options.parse_args()
    print("\n".join((asked if chosen.docs else where)(environment.ROOT, chosen.id)))


if __name__ == "__main__":
    try:
        main()
    except (Problems, Unknown) as problems:
        sys.exit(f"{problems}")
