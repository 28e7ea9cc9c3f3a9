"""Rules for amounts: their order, whether they can be measured out, and the tenfold slip."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from monograph.edition import Edition
from monograph.model.contents import Contents
from monograph.model.dosing import PARTS, Dose, Group, Limit, Schedule
from monograph.model.medicine import Form
from monograph.model.quantity import Quantity
from monograph.problem import Place, Problem

BASIS = {"each_time": "each time", "in_a_day": "in total in a day"}


def starts_low(contents: Contents) -> Iterator[Problem]:
    """In one group and region the start is not above the usual amount, nor that above the maximum, on either basis."""
    for group, doses in doses_by_region(contents):
        for basis in ("single", "total"):
            amounts = [(dose, amount) for dose in doses if (amount := getattr(dose, basis))]
            for (low, below), (high, above) in pairwise(sorted(amounts, key=lambda pair: PARTS.index(pair[0].part))):
                if below.unit == above.unit and (0 < above.low < below.low or above.high < below.high):  # low is 0 in "up to"
                    wrong = f'"{low.id}" ({below}) is above "{high.id}" ({above})'
                    yield Problem(low.place, wrong, f"check both against their sources ({group.name})")


def doses_by_region(contents: Contents) -> Iterator[tuple[Group, list[Dose]]]:
    for group in contents.dosing.groups.values():
        for region in contents.regions:
            yield group, list(Edition(contents, region).pick(group.doses))


def steps_up(contents: Contents) -> Iterator[Problem]:
    """Each step up gives more in a day than the one before."""
    yield from climbs(contents.dosing.step_up, 1, "more")


def steps_down(contents: Contents) -> Iterator[Problem]:
    """Each step down gives less in a day than the one before."""
    yield from climbs(contents.dosing.step_down, -1, "less")


def climbs(schedules: tuple[Schedule, ...], sign: int, direction: str) -> Iterator[Problem]:
    for schedule in schedules:
        for before, after in pairwise(schedule.steps):
            if sign * (after.total.high - before.total.high) <= 0:
                yield Problem(after.place, f'this step of "{schedule.id}" is not {direction} than the one before', "check its source")


def can_be_made(contents: Contents) -> Iterator[Problem]:
    """Every amount to take each time can be made up from a tablet, half tablet, packet or liquid listed for its region."""
    for place, name, region, amount in single_amounts(contents):
        lacking = [each for each in contents.regions if region in (each, "all") and not made_in(contents, each, amount)]
        if lacking:
            wrong = f'"{name}" cannot be made from what is listed for {" or ".join(lacking)}'
            yield Problem(place, wrong, "check the dose and data/medicine.yml")


def made_in(contents: Contents, region: str, amount: Quantity) -> bool:
    return any(makes(form, amount) for form in Edition(contents, region).pick(contents.medicine.forms))


def single_amounts(contents: Contents) -> Iterator[tuple[Place, str, str, Quantity]]:
    """Every amount in mg to take each time, with its place, name and region."""
    for group in contents.dosing.groups.values():
        for dose in group.doses:
            if dose.single and dose.single.unit == "mg":
                yield dose.place, dose.id, dose.region, dose.single
    for schedule in (*contents.dosing.step_up, *contents.dosing.step_down):
        for step in schedule.steps:
            yield step.place, schedule.id, schedule.region, step.each_time


def makes(form: Form, amount: Quantity) -> bool:
    if form.kind == "injection":
        return False
    if form.kind == "liquid":
        return any(strength.volume_of(amount) for strength in form.strengths)
    parts = [item.mass.high / (2 if form.halves else 1) for item in form.strengths if item.mass.unit == amount.unit]
    return any(amount.low % part == 0 and amount.high % part == 0 for part in parts)


def stays_within_limits(contents: Contents) -> Iterator[Problem]:
    """No amount is above a ceiling in data/limits.yml for its people, unit and basis: a tenfold slip stops the build."""
    told: set[str] = set()
    for dose in amounts(contents):
        ceilings = [limit for limit in contents.limits if dose.is_under(limit)]
        if not ceilings and dose.written:
            wrong = f'"{dose.name}" has no ceiling for {dose.who} in {dose.amount.unit}'
            yield Problem(dose.place, wrong, f'add one to data/limits.yml ("{dose.basis.replace("_", "-")}")')
        too_low = [limit for limit in ceilings if dose.amount.high > getattr(limit, dose.basis).high]
        if too_low and dose.name not in told:
            told.add(dose.name)  # an amount too high each time is too high in a day too
            ceiling = getattr(too_low[0], dose.basis)
            wrong = f'"{dose.name}" comes to {dose.amount} {BASIS[dose.basis]}, above the ceiling of {ceiling} ("{too_low[0].id}")'
            yield Problem(dose.place, wrong, "look for a slip of the pen, and check each time against in a day")


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
        return limit.who == self.who and limit.part in (None, self.part) and ceiling is not None and ceiling.unit == self.amount.unit


def amounts(contents: Contents) -> Iterator[Taken]:
    for group in contents.dosing.groups.values():
        for dose in group.doses:
            for basis, amount in (("each_time", dose.single), ("in_a_day", dose.total)):
                if amount:
                    yield Taken(dose.place, dose.id, group.who, dose.part, basis, amount, bool(getattr(dose, basis)))
    for amount in contents.dosing.measured:
        yield Taken(contents.dosing.place, "measured", "adults", "measured", "each_time", amount, True)
    for schedule in (*contents.dosing.step_up, *contents.dosing.step_down):
        for step in schedule.steps:
            yield Taken(step.place, schedule.id, "adults", "step", "each_time", step.each_time, True)
            yield Taken(step.place, schedule.id, "adults", "step", "in_a_day", step.total, False)


def missed_dose_leaves_time(contents: Contents) -> Iterator[Problem]:
    """The time to leave a missed dose out is shorter than the time from dose to dose."""
    for region in contents.regions:
        edition = Edition(contents, region)
        for rule in edition.pick(contents.missed):
            if rule.leave_out_within and rule.leave_out_within.high >= edition.hours_between_doses:
                wrong = f'"{rule.id}" leaves no time to take a missed dose (doses are {edition.hours_between_doses} hours apart)'
                yield Problem(rule.place, wrong, "check it against its source")


RULES = (starts_low, steps_up, steps_down, can_be_made, stays_within_limits, missed_dose_leaves_time)
