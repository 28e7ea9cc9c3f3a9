"""Rules for the stairs up and down: each step against the one before, and against the doses of the same
people.
"""

from collections.abc import Iterator
from itertools import pairwise

from monograph.model.contents import Contents
from monograph.model.dosing import Dose, Schedule, Step
from monograph.model.edition import Edition
from monograph.model.problem import Problem


def steps_up(contents: Contents) -> Iterator[Problem]:
    """Each step up gives more in a day than the one before.

    Good: 5 mg, then 10 mg, then 15 mg each time
    Bad: 5 mg, then 15 mg, then 10 mg
    """
    yield from climbs(contents.dosing.step_up, 1, "more")


def steps_down(contents: Contents) -> Iterator[Problem]:
    """Each step down gives less in a day than the one before.

    Good: 15 mg, then 10 mg, then 5 mg each time
    Bad: 15 mg, then 20 mg
    """
    yield from climbs(contents.dosing.step_down, -1, "less")


def climbs(schedules: tuple[Schedule, ...], sign: int, direction: str) -> Iterator[Problem]:
    for schedule in schedules:
        for before, after in pairwise(schedule.steps):
            if sign * (after.total.high - before.total.high) <= 0:
                yield Problem(
                    after.place,
                    f'this step of "{schedule.id}" is not {direction} than the one before',
                    "check its source",
                )


def stairs_keep_to_the_doses(contents: Contents) -> Iterator[Problem]:
    """The stairs up begin with the region's start for adults, and no step, up or down, is above its maximum,
    or its usual amount where no maximum is known.

    Good: from 5 mg to 20 mg each time, where the start is 5 mg and the maximum 20 mg each time
    Bad: a last step of 25 mg each time beside that maximum
    """
    for region in contents.regions:
        edition = Edition(contents, region)
        doses = {dose.part: dose for dose in edition.adult_doses}
        most = doses.get("maximum")
        most = doses.get("usual") if most and not most.total else most
        for schedule in edition.pick((*contents.dosing.step_up, *contents.dosing.step_down)):
            for step in schedule.steps:
                yield from outside(step, schedule, None, most)
        for schedule in edition.pick(contents.dosing.step_up):
            for step in schedule.steps[:1]:
                yield from outside(step, schedule, doses.get("start"), None)


def outside(step: Step, schedule: Schedule, least: Dose | None, most: Dose | None) -> Iterator[Problem]:
    """Where a step is not what the dose `least` says, or above what the dose `most` says, each time or in a
    day.
    """
    for basis, amount in (("per_dose", step.each_time), ("total", step.total)):
        low, high = (getattr(dose, basis) if dose else None for dose in (least, most))
        if least and low and low.unit == amount.unit and not low.low <= amount.low <= amount.high <= low.high:
            yield Problem(
                step.place,
                f'"{schedule.id}" begins with {amount}, and "{least.id}" says {low}',
                "check both against their sources",
            )
        elif most and high and high.unit == amount.unit and amount.high > high.high:
            yield Problem(
                step.place,
                f'this step of "{schedule.id}" comes to {amount}, above "{most.id}" ({high})',
                "check both against their sources",
            )
        else:
            continue
        return  # an amount that is too high each time is too high in a day too


RULES = (steps_up, steps_down, stairs_keep_to_the_doses)
