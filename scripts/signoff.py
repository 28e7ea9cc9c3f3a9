"""Shows the facts of one part (a file of data/, such as dosing), and signs them for a clinician who has
checked them.
"""

import argparse
import sys
from datetime import date
from typing import get_args

import environment

environment.enter()

from pydantic import ValidationError  # noqa: E402

from monograph.checks.library import load  # noqa: E402
from monograph.model.problem import Problems, Unknown  # noqa: E402
from monograph.model.signature import Role  # noqa: E402
from monograph.model.validation_errors import instead  # noqa: E402
from monograph.review.signing import signature, to_sign, written  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("part")
    options.add_argument("--role", choices=get_args(Role), required=True)
    options.add_argument("--initials", required=True, help="two to four capitals, never a full name")
    options.add_argument(
        "--date", type=date.fromisoformat, required=True, help="the day of the check, such as 2026-11-22"
    )
    options.add_argument(
        "--next",
        type=date.fromisoformat,
        help="the day of the next check; otherwise that of the guide, a year at most",
    )
    chosen = options.parse_args()
    contents = load(environment.ROOT / "data")
    fresh = signature(contents, chosen.part, chosen.role, chosen.initials, chosen.date, chosen.next)
    print(to_sign(contents, chosen.part))
    print(
        f"\n{len(fresh.facts)} facts. {chosen.role} {chosen.initials} signs that they are right as "
        f"they stand here, until {fresh.next}."
    )
    if input("Type the initials again to sign, or anything else to leave: ") != chosen.initials:
        sys.exit("Nothing was signed.")
    (environment.ROOT / "data" / "signatures.yml").write_text(written(contents, fresh), "utf-8")
    print("Signed in data/signatures.yml.")


if __name__ == "__main__":
    try:
        main()
    except ValidationError as error:
        sys.exit("\n".join(f"--{item['loc'][-1]}: {instead(item)}" for item in error.errors()))
    except EOFError:
        sys.exit("\nNothing was signed: somebody has to type the initials.")
    except (Problems, Unknown, ValueError) as error:
        sys.exit(f"{error}")
