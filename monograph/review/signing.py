"""Signing a part: the signature that was asked for, and the file that says so."""

from collections.abc import Iterator
from datetime import date, timedelta

from monograph.model.contents import Contents
from monograph.model.problem import look_up
from monograph.model.signature import Signature
from monograph.model.signoff import latest

SIGNATURES = "data/signatures.yml"
LONGEST = timedelta(days=366)  # a signature is good for a year at most
HEADER = (
    "# yaml-language-server: $schema=schema/signatures.schema.json\n"
    "# Which clinicians have signed which file, and a fingerprint of each fact as they saw it. "
    "Written by scripts/signoff.py.\n"
)


def signature(
    contents: Contents, part: str, role: str, initials: str, day: date, next_day: date | None
) -> Signature:
    """A signature for every fact of `part` as it is now; raises Unknown for another part, ValueError for what
    cannot be signed so.
    """
    look_up(contents.parts, part, "part")
    until = next_day or min(day + LONGEST, contents.review.next_check)
    if wrong := next(not_so(contents, part, initials, day, until), None):
        raise ValueError(wrong)
    prints = contents.as_signed[part]
    return Signature(part=part, role=role, initials=initials, date=day, next=until, facts=prints)


def not_so(contents: Contents, part: str, initials: str, day: date, until: date) -> Iterator[str]:
    """Why days do not fit together, if they do not."""
    if contents.review.next_check == until <= day:
        yield (
            f"the check of the whole guide was due on {until}: write its new dates in data/review.yml, or "
            "the day of the next check of this part as --next"
        )
    if until <= day:
        yield f"the next check comes after the day of this one: write a --next that is later than {day}"
    if until - day > LONGEST:
        yield f"the next check is more than a year after {day}; write an earlier --next"
    for old in latest(contents.signatures, part):
        if old.person == initials and old.date > day:
            yield f"{initials} has signed this on {old.date}, which is later: write that day, or a later one"


def replaced(contents: Contents, fresh: Signature) -> Signature | None:
    """The signature that gives way: of the same person for the same part."""
    return next((old for old in latest(contents.signatures, fresh.part) if old.person == fresh.person), None)


def written(contents: Contents, fresh: Signature) -> str:
    """data/signatures.yml with a signature more;
    an older one of the same person for the same part gives way.
    """
    kept = [old for old in contents.signatures if (old.part, old.person) != (fresh.part, fresh.person)]
    return HEADER + "".join(entry(item) for item in [*kept, fresh])


def entry(item: Signature) -> str:
    head = (
        f"- part: {item.part}\n  role: {item.role}\n  initials: {item.initials}\n  date: {item.date}\n  "
        f"next: {item.next}\n  facts:\n"
    )
    return head + "".join(f'    {name}: "{letters}"\n' for name, letters in item.facts.items())
