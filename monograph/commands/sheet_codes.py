"""Issues the code of every sheet that has none in the register yet: adds it to data/sheet-codes.yml, which
keeps all of them for ever.
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from monograph.checks.library import load
from monograph.commands import calendar_day
from monograph.model.record_file import rewriting
from monograph.prints.register import REGISTER, issued, unissued, written
from monograph.prints.sheet import PRINTS, all_sheets


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--date", type=calendar_day, default=date.today(), help="the day of issue, such as 2026-11-23"
    )
    day = options.parse_args(argv).date
    with rewriting(root / REGISTER) as file:
        contents = load(root / "data")
        fresh = [
            issued(sheet, contents, day) for sheet in unissued(all_sheets(contents, root / PRINTS), contents)
        ]
        every = (*contents.sheet_codes, *fresh)
        file.write(written(every))
    print(
        f"{len(fresh)} new codes, {len(every)} in all, in {REGISTER}. "
        "Commit it: every one of them will be answered."
    )
    return 0
