"""Issues the code of every sheet that has none in the register yet: adds it to data/sheet-codes.yml, which
keeps all of them for ever.
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from monograph.checks.library import load
from monograph.prints.register import REGISTER, issued, unissued, written
from monograph.prints.sheet import PRINTS, all_sheets


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--date", type=date.fromisoformat, default=date.today(), help="the day of issue, such as 2026-11-23"
    )
    day = options.parse_args(argv).date
    contents = load(root / "data")
    fresh = [
        issued(sheet, contents, day) for sheet in unissued(all_sheets(contents, root / PRINTS), contents)
    ]
    if fresh:
        (root / REGISTER).write_text(written((*contents.sheet_codes, *fresh)), "utf-8")
    print(
        f"{len(fresh)} new codes, {len(contents.sheet_codes) + len(fresh)} in all, in {REGISTER}. "
        "Commit it: every one of them will be answered."
    )
    return 0
