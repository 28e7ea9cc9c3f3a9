"""Shows the facts of one part (a file of data/, such as dosing, or the phrases), and signs them for a
clinician who has checked them; or writes them out as one page to print (--pack).
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import get_args

from pydantic import ValidationError

from monograph.checks.library import load
from monograph.commands import calendar_day
from monograph.model.contents import Contents
from monograph.model.problem import Refusal
from monograph.model.record_file import rewriting
from monograph.model.signature import Role, Signature
from monograph.model.validation_errors import instead
from monograph.review.pack import pack
from monograph.review.signing import SIGNATURES, replaced, signature, written
from monograph.review.to_sign import plain, state, to_sign

NEEDED = ("role", "initials", "date")


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("part")
    options.add_argument(
        "--pack", action="store_true", help="write what is to be read as one page to print, and sign nothing"
    )
    options.add_argument("--role", choices=get_args(Role))
    options.add_argument("--initials", help="two to four capitals, never a full name")
    options.add_argument("--date", type=calendar_day, help="the day of the check, such as 2026-11-22")
    options.add_argument(
        "--next",
        type=calendar_day,
        help="the day of the next check; otherwise that of the guide, a year at most",
    )
    chosen = options.parse_args(argv)
    if chosen.pack:
        path = write_pack(load(root / "data"), chosen.part, root)
        print(f"Written to {path}: print it, or open it in a browser.")
        return 0
    if lacking := [f"--{name}" for name in NEEDED if not getattr(chosen, name)]:
        raise Refusal(f"To sign, add {', '.join(lacking)}. To read it first, add --pack.")
    sign(chosen, root)
    print(f"Signed in {SIGNATURES}.")
    return 0


def write_pack(contents: Contents, part: str, root: Path) -> Path:
    html = pack(contents, part, root)
    path = root / "build" / "signoff" / f"{part}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, "utf-8")
    return path


def sign(chosen: argparse.Namespace, root: Path) -> None:
    contents = load(root / "data")
    fresh = asked_for(contents, chosen)
    print(plain(to_sign(contents, chosen.part, root)))
    print(
        f"\n{len(fresh.facts)} facts, state {state(contents, chosen.part)}. {chosen.role} {chosen.initials} "
        f"signs that they are right as they stand here, until {fresh.next}."
    )
    if old := replaced(contents, fresh):
        print(
            f"It takes the place of the signature of the {old.role} {old.initials} of {old.date}. Are you "
            "somebody else? Then leave, and add a letter to your initials."
        )
    if typed_again() != chosen.initials:
        raise Refusal("Nothing was signed.")
    with rewriting(root / SIGNATURES) as file:
        now = load(root / "data")  # while somebody read, others may have signed, or changed a fact
        if asked_for(now, chosen).facts != fresh.facts:
            raise Refusal(
                f'"{chosen.part}" has changed while it was read. Nothing was signed: run this again.'
            )
        file.write(written(now, fresh))


def asked_for(contents: Contents, chosen: argparse.Namespace) -> Signature:
    """The signature that was asked for; raises Refusal for one that cannot be given."""
    if chosen.date > date.today():
        raise Refusal(f"--date: {chosen.date} is still to come; write the day on which it was checked")
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
