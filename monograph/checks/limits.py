"""Rules against the tenfold slip: no amount, in a dose or in a sentence, is above its ceiling."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from monograph.checks.amounts import amounts_in, daily_amounts_in, in_figures, single_amounts_in
from monograph.model.contents import Contents
from monograph.model.limit import Limit
from monograph.model.problem import Place, Problem
from monograph.model.quantity import Quantity
from monograph.model.shape import Fact

BASIS = {"each_time": "each time", "in_a_day": "in total in a day"}
UNITS = re.compile(
    r"\d ?g|\bm\.? ?g|\bu?gm?s?\b|gram|mcg|tablet|pill|capsule|packet|sachet|mL\b", re.IGNORECASE
)  # without which a text names no amount


def stays_within_limits(contents: Contents) -> Iterator[Problem]:
    """No amount is above a ceiling in data/limits.yml for its people, unit and basis: a tenfold slip stops
    the build.

    Good: in-a-day: 80 mg under a ceiling of 100 mg
    Bad: in-a-day: 800 mg
    """
    told: set[str] = set()
    for dose in amounts(contents):
        ceilings = [limit for limit in contents.limits if dose.is_under(limit)]
        if not ceilings and dose.written:
            wrong = f'"{dose.name}" has no ceiling for {dose.who} in {dose.amount.unit}'
            yield Problem(
                dose.place,
                wrong,
                "look for a slip of the pen; for people or a basis that are new, somebody else takes "
                "a ceiling from a source",
            )
        too_low = [limit for limit in ceilings if dose.amount.high > getattr(limit, dose.basis).high]
        if too_low and dose.name not in told:
            told.add(dose.name)  # an amount too high each time is too high in a day too
            ceiling = getattr(too_low[0], dose.basis)
            wrong = (
                f'"{dose.name}" comes to {dose.amount} {BASIS[dose.basis]}, above the ceiling of '
                f'{ceiling} ("{too_low[0].id}")'
            )
            yield Problem(
                dose.place, wrong, "look for a slip of the pen, and check each time against in a day"
            )


class Taken(NamedTuple):
    """An amount that somebody takes, written in the data or worked out from what is."""

    place: Place
    name: str
    who: str
    part: str
    basis: str
    amount: Quantity
    written: bool

    def is_under(self, limit: Limit) -> bool:
        ceiling = getattr(limit, self.basis)
        return (
            limit.who == self.who
            and limit.part in (None, self.part)
            and ceiling is not None
            and ceiling.unit == self.amount.unit
        )


def amounts(contents: Contents) -> Iterator[Taken]:
    for group in contents.dosing.groups.values():
        for dose in group.doses:
            for basis, amount in (("each_time", dose.per_dose), ("in_a_day", dose.total)):
                if amount:
                    yield Taken(
                        dose.place, dose.id, group.who, dose.part, basis, amount, bool(getattr(dose, basis))
                    )
    for amount in contents.dosing.measured:
        yield Taken(contents.dosing.place, "measured", "adults", "measured", "each_time", amount, True)
    for schedule in (*contents.dosing.step_up, *contents.dosing.step_down):
        for step in schedule.steps:
            yield Taken(step.place, schedule.id, "adults", "step", "each_time", step.each_time, True)
            yield Taken(step.place, schedule.id, "adults", "step", "in_a_day", step.total, False)


def texts_stay_within_limits(contents: Contents) -> Iterator[Problem]:
    """No sentence names more of the medicine than the highest ceiling, in whatever words and unit, nor comes
    to more in a day, unless the fact is excused.

    Good: Take 20 mg each time.
    Bad: Take 2000 mg, two hundred mg, 20 tablets of 10 mg each time, or 80 mg 4 times a day.
    """
    strongest = max(
        (
            strength.mass.high
            for form in contents.medicine.forms
            for strength in form.strengths
            if strength.mass.unit == "mg" and not strength.volume
        ),
        default=Decimal(0),
    )
    in_a_day, each_time = (highest(contents, basis) for basis in ("in_a_day", "each_time"))
    above: dict[str, str] = {}
    for shape, _, text in contents.texts:
        if isinstance(shape, Fact) and UNITS.search(text):
            # a figure filled in is judged where it is given, and here what it comes to
            written, filled = map(in_figures, (contents.as_written(shape, text), text))
            found = [
                *((amount, in_a_day, "") for amount in amounts_in(written, strongest)),
                *((amount, in_a_day, " in a day") for amount in daily_amounts_in(filled, in_a_day)),
                *((amount, each_time, " each time") for amount in single_amounts_in(written)),
            ]
            for amount, ceiling, basis in found:
                if amount > ceiling:
                    above.setdefault(shape.id, f"{amount.normalize():f} mg{basis}")
    for fact in contents.facts:
        if fact.id in above:
            yield Problem(
                fact.place,
                f'"{fact.id}" names {above[fact.id]}, above every ceiling',
                'mend it, or add "excused" with the rule, the reason and the date',
            )


def highest(contents: Contents, basis: str) -> Decimal:
    """The highest ceiling in mg on a basis."""
    ceilings = [getattr(limit, basis) for limit in contents.limits]
    return max((amount.high for amount in ceilings if amount and amount.unit == "mg"), default=Decimal(0))


RULES = (stays_within_limits, texts_stay_within_limits)
