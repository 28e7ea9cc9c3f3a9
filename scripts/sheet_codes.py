"""Issues the code of every sheet that has none in the register yet: adds it to data/sheet-codes.yml, which
keeps all of them for ever.
"""

import argparse
import sys
from datetime import date

import environment

environment.enter()

from monograph.checks.library import load  # noqa: E402
from monograph.model.problem import Problems, Unknown  # noqa: E402
from monograph.prints.register import REGISTER, issued, unissued, written  # noqa: E402
from monograph.prints.sheet import PRINTS, all_sheets  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--date", type=date.fromisoformat, default=date.today(), help="the day of issue, such as 2026-11-23"
    )
    day = options.parse_args().date
    contents = load(environment.ROOT / "data")
    fresh = [
        issued(sheet, contents, day)
        for sheet in unissued(all_sheets(contents, environment.ROOT / PRINTS), contents)
    ]
    if fresh:
        (environment.ROOT / REGISTER).write_text(written((*contents.sheet_codes, *fresh)), "utf-8")
    print(
        f"{len(fresh)} new codes, {len(contents.sheet_codes) + len(fresh)} in all, in {REGISTER}. "
        "Commit it: every one of them will be answered."
    )


if __name__ == "__main__":
    try:
        main()
    except (Problems, Unknown) as error:
        sys.exit(f"{error}")
