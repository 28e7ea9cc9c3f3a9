"""What is due when: the next check of the guide and of each signed part, and sources that were not read for a
year.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from monograph.model.contents import Contents
from monograph.model.problem import Place
from monograph.model.signoff import latest

YEAR = timedelta(days=365)


class Due(NamedTuple):
    """Something that somebody does on or before a day."""

    day: date
    what: str
    instead: str
    place: Place


def due(contents: Contents) -> Iterator[Due]:
    """The next check of the guide, and of each part by each person who signed it."""
    review = contents.review
    yield Due(
        review.next_check,
        "the check of the whole guide",
        "check it, then write the new dates in data/review.yml",
        review.place,
    )
    for part in contents.parts:
        for signature in latest(contents.signatures, part):
            what = f'the check of "{part}" by the {signature.role} {signature.initials}'
            yield Due(signature.next, what, "have it checked, then run scripts/signoff.py", signature.place)


def unread(contents: Contents) -> Iterator[Due]:
    """The day on which each source will not have been read for twelve months."""
    for card in contents.sources:
        yield Due(
            card.checked + YEAR,
            f'reading "{card.id}" again',
            'read it, mend what changed, then write the day under "checked"',
            card.place,
        )


def schedule(contents: Contents, today: date) -> str:
    """What is overdue and what is due within 60 days, oldest first, and when the rest begins."""
    items = sorted((*due(contents), *unread(contents)))
    near = [item for item in items if item.day <= today + timedelta(days=60)]
    lines = [f"{item.day}  {days(item.day, today)}  {item.what} ({item.place})" for item in near]
    later = items[len(near) :]
    ending = f"{len(later)} more, the next on {later[0].day}: {later[0].what}." if later else "Nothing more."
    return "\n".join([*lines, ending])


def days(day: date, today: date) -> str:
    late = (today - day).days
    return f"{f'{late} days overdue' if late > 0 else f'in {-late} days':>17}"
