"""Rules against the tenfold slip: no amount, in a dose or in a sentence, is above its ceiling."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from monograph.checks.texts import sentences
from monograph.model.contents import Contents
from monograph.model.limit import Limit
from monograph.model.problem import Place, Problem
from monograph.model.quantity import Quantity
from monograph.model.shape import Fact

BASIS = {"each_time": "each time", "in_a_day": "in total in a day"}
MASS = re.compile(r"(\d[\d,]*(?:\.\d+)?)[\s-]*(mg|milligrams?|g|gm|grams?)\b(?!/)", re.IGNORECASE)


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
    """No sentence names more of the medicine than the highest ceiling, unless the fact is excused.

    Good: Take 20 mg each time.
    Bad: Take 2000 mg each time.
    """
    ceilings = [
        limit.in_a_day.high for limit in contents.limits if limit.in_a_day and limit.in_a_day.unit == "mg"
    ]
    above: dict[str, Decimal] = {}
    for shape, _, text in sentences(contents):
        if not isinstance(shape, Fact):
            continue
        written = contents.as_written(shape, text)  # a figure filled in is judged where it is given
        for amount in map(in_mg, MASS.finditer(written)):
            if amount > max(ceilings, default=Decimal(0)):
                above.setdefault(shape.id, amount)
    for fact in contents.facts:
        if fact.id in above:
            yield Problem(
                fact.place,
                f'"{fact.id}" names {above[fact.id]} mg, above every ceiling',
                'mend it, or add "excused" with the rule, the reason and the date',
            )


def in_mg(mass: re.Match[str]) -> Decimal:
    number = Decimal(mass[1].replace(",", ""))
    return number if mass[2].lower().startswith("m") else number * 1000


RULES = (stays_within_limits, texts_stay_within_limits)
