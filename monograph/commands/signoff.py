"""Shows the facts of one part (a file of data/, such as dosing), and signs them for a clinician who has
checked them.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from pydantic import ValidationError

from monograph.checks.library import load
from monograph.commands import calendar_day
from monograph.model.contents import Contents
from monograph.model.problem import Refusal
from monograph.model.signature import Role, Signature
from monograph.model.validation_errors import instead
from monograph.review.signing import signature, to_sign, written


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("part")
    options.add_argument("--role", choices=get_args(Role), required=True)
    options.add_argument("--initials", required=True, help="two to four capitals, never a full name")
    options.add_argument(
        "--date", type=calendar_day, required=True, help="the day of the check, such as 2026-11-22"
    )
    options.add_argument(
        "--next",
        type=calendar_day,
        help="the day of the next check; otherwise that of the guide, a year at most",
    )
    chosen = options.parse_args(argv)
    contents = load(root / "data")
    fresh = asked_for(contents, chosen)
    print(to_sign(contents, chosen.part))
    print(
        f"\n{len(fresh.facts)} facts. {chosen.role} {chosen.initials} signs that they are right as "
        f"they stand here, until {fresh.next}."
    )
    if typed_again() != chosen.initials:
        raise Refusal("Nothing was signed.")
    (root / "data" / "signatures.yml").write_text(written(contents, fresh), "utf-8")
    print("Signed in data/signatures.yml.")
    return 0


def asked_for(contents: Contents, chosen: argparse.Namespace) -> Signature:
    """The signature that was asked for; raises Refusal for one that cannot be given."""
    try:
        return signature(contents, chosen.part, chosen.role, chosen.initials, chosen.date, chosen.next)
    except ValidationError as error:
        raise Refusal("\n".join(f"--{item['loc'][-1]}: {instead(item)}" for item in error.errors())) from None
    except ValueError as error:
        raise Refusal(error) from None


def typed_again() -> str:
    try:
        return input("Type the initials again to sign, or anything else to leave: ")
    except EOFError:
        raise Refusal("\nNothing was signed: somebody has to type the initials.") from None
