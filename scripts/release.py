"""Checks that the guide may be released, and records what was: the fingerprint of every fact, in data/released.json."""

import argparse
import json
import sys
from datetime import date

import environment

environment.enter()

from monograph.inspection import RELEASED, inspect_release  # noqa: E402
from monograph.library import load  # noqa: E402
from monograph.report import plain  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--today", type=date.fromisoformat, default=date.today(), help="the day of the release, such as 2026-11-23")
    if problems := inspect_release(environment.ROOT, options.parse_args().today):
        sys.exit(plain(problems))
    fingerprints = load(environment.ROOT / "data").fingerprints
    (environment.ROOT / RELEASED).write_text(json.dumps(fingerprints, indent=1) + "\n", "utf-8")
    print(f"{len(fingerprints)} facts recorded in {RELEASED}. Commit it with this release.")


if __name__ == "__main__":
    main()
