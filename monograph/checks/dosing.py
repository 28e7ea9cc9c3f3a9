"""Rules for amounts: their order, and whether they can be measured out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from monograph.checks.amounts import in_figures
from monograph.model.contents import Contents
from monograph.model.dosing import PARTS, Dose, Group
from monograph.model.edition import Edition
from monograph.model.medicine import Form
from monograph.model.problem import Place, Problem
from monograph.model.quantity import Quantity
from monograph.model.shape import Fact

AVOIDING = re.compile(
    r"(?<!whether to )\b(?:avoid(?: it|ed)?|(?:do|must|should) not (?:take|use|have|be given)"
    r"|never (?:take|use)|not be (?:taken|used|given))\b",
    re.IGNORECASE,
)

COUNTED = re.compile(r"(?<![\d.])(?<!than )(\d+) (?:\w+ )?strengths?\b")
KINDS = {"tablets": "tablet", "granules": "granule|packet", "liquid": "liquid", "injection": "injection"}


def starts_low(contents: Contents) -> Iterator[Problem]:
    """In one group and region the start is not above the usual amount, nor that above the maximum, on either
    basis.

    Good: start 5 mg, usual 20 mg, maximum 25 mg each time
    Bad: start 50 mg, maximum 25 mg each time
    """
    for group, doses in doses_by_region(contents):
        for basis in ("per_dose", "total"):
            amounts = [(dose, amount) for dose in doses if (amount := getattr(dose, basis))]
            for (low, below), (high, above) in pairwise(
                sorted(amounts, key=lambda pair: PARTS.index(pair[0].part))
            ):
                if below.unit == above.unit and (
                    0 < above.low < below.low or above.high < below.high
                ):  # low is 0 in "up to"
                    wrong = f'"{low.id}" ({below}) is above "{high.id}" ({above})'
                    yield Problem(low.place, wrong, f"check both against their sources ({group.name})")


def doses_by_region(contents: Contents) -> Iterator[tuple[Group, list[Dose]]]:
    for group in contents.dosing.groups.values():
        for region in contents.regions:
            yield group, list(Edition(contents, region).pick(group.doses))


def can_be_made(contents: Contents) -> Iterator[Problem]:
    """Every amount to take each time can be made up from a tablet, half tablet, packet or liquid listed for
    its region.

    Good: each-time: 5 mg, where tablets of 10 mg can be halved
    Bad: each-time: 7 mg, where there are tablets of 10 mg alone
    """
    for place, name, region, amount in single_amounts(contents):
        lacking = [
            each
            for each in contents.regions
            if region in (each, "all") and not made_in(contents, each, amount)
        ]
        if lacking:
            wrong = f'"{name}" cannot be made from what is listed for {" or ".join(lacking)}'
            yield Problem(place, wrong, "check the dose and data/medicine.yml")


def made_in(contents: Contents, region: str, amount: Quantity) -> bool:
    return any(makes(form, amount) for form in Edition(contents, region).pick(contents.medicine.forms))


def single_amounts(contents: Contents) -> Iterator[tuple[Place, str, str, Quantity]]:
    """Every amount in mg to take each time, with its place, name and region."""
    for group in contents.dosing.groups.values():
        for dose in group.doses:
            if dose.per_dose and dose.per_dose.unit == "mg":
                yield dose.place, dose.id, dose.region, dose.per_dose
    for schedule in (*contents.dosing.step_up, *contents.dosing.step_down):
        for step in schedule.steps:
            yield step.place, schedule.id, schedule.region, step.each_time


def makes(form: Form, amount: Quantity) -> bool:
    if form.kind == "injection":
        return False
    if form.kind == "liquid":
        return any(strength.volume_of(amount) for strength in form.strengths)
    parts = [
        item.mass.high / (2 if form.halves else 1) for item in form.strengths if item.mass.unit == amount.unit
    ]
    return any(amount.low % part == 0 and amount.high % part == 0 for part in parts)


def avoiding_is_known(contents: Contents) -> Iterator[Problem]:
    """ "Do not take it" is never filed under what is not known: pages print "Not known" before that.

    Good: avoid: Avoid it, unless a kidney doctor says so.
    Bad: not-known: Avoid it, unless a kidney doctor says so.
    """
    for fact in contents.facts:
        if found := AVOIDING.search(getattr(fact, "not_known", None) or ""):
            key = "avoid" if isinstance(fact, Dose) else "text"
            yield Problem(
                fact.place,
                f'"{fact.id}" says "{found[0]}" under "not-known"',
                f'write that sentence under "{key}" or "note", and only what is not known under '
                '"not-known", or excuse it',
            )


def what_to_avoid_is_avoided(contents: Contents) -> Iterator[Problem]:
    """What stands under "avoid" in a dose says to avoid it, or not to take it.

    Good: avoid: Avoid it, unless a kidney doctor says so.
    Bad: avoid: Take it, unless a kidney doctor says so.
    """
    for fact in contents.facts:
        if isinstance(fact, Dose) and fact.avoid and not AVOIDING.search(fact.avoid):
            wrong = f'"{fact.id}" says "{fact.avoid}" under "avoid"'
            yield Problem(fact.place, wrong, 'write "Avoid it" or "Do not take it" in it')


def missed_dose_leaves_time(contents: Contents) -> Iterator[Problem]:
    """The time to leave a missed dose out is shorter than the time from dose to dose.

    Good: leave-out-within: 2 hours, with doses 8 hours apart
    Bad: leave-out-within: 8 hours
    """
    for region in contents.regions:
        edition = Edition(contents, region)
        for rule in edition.pick(contents.missed):
            if rule.leave_out_within and rule.leave_out_within.high >= edition.hours_between_doses:
                wrong = (
                    f'"{rule.id}" leaves no time to take a missed dose (doses are '
                    f"{edition.hours_between_doses} hours apart)"
                )
                yield Problem(rule.place, wrong, "check it against its source")


def missed_dose_says_its_hours(contents: Contents) -> Iterator[Problem]:
    """The hours that the line of a missed dose draws stand in its text too.

    Good: leave-out-within: 2 hours, beside "If the next dose is due in less than 2 hours, leave the missed
        one out."
    Bad: leave-out-within: 2 hours, beside "less than 4 hours"
    """
    for rule in contents.missed:
        if (hours := rule.leave_out_within) and not re.search(
            rf"(?<![\d.,]){re.escape(str(hours).removesuffix('s'))}s?\b", rule.text or ""
        ):
            yield Problem(
                rule.place,
                f'"leave-out-within" is {hours}, and its text does not say so',
                "write the same hours in both",
            )


def strengths_are_counted(contents: Contents) -> Iterator[Problem]:
    """A sentence that counts the strengths of tablets, granules, liquids or injections counts those that
    data/medicine.yml lists for its region.

    Good: We found two strengths of liquid, where two are listed
    Bad: We found two strengths of liquid, where a third is listed
    """
    listed = {
        (region, kind): strengths(contents, region, kind) for region in contents.regions for kind in KINDS
    }
    for fact, _, text in contents.texts:
        if isinstance(fact, Fact) and "strength" in text:
            for (region, kind), count in listed.items():
                told = counted(text, kind) if fact.region in (region, "all") else None
                if told not in (None, count):
                    yield Problem(
                        fact.place,
                        f'"{fact.id}" counts {told} strengths of {kind}, and {count} are listed for {region}',
                        "count those in data/medicine.yml, or excuse it",
                    )


def strengths(contents: Contents, region: str, kind: str) -> int:
    """How many strengths of a kind of form are listed for a region."""
    forms = Edition(contents, region).pick(contents.medicine.forms)
    return len({strength for form in forms if form.kind == kind for strength in form.strengths})


def counted(text: str, kind: str) -> int | None:
    """How many strengths of a kind of form a text says there are; None where it does not say."""
    for sentence in in_figures(text).split(". "):
        if (found := COUNTED.search(sentence)) and re.search(KINDS[kind], sentence, re.IGNORECASE):
            return int(found[1])
    return None


RULES = (
    starts_low,
    can_be_made,
    avoiding_is_known,
    what_to_avoid_is_avoided,
    missed_dose_leaves_time,
    missed_dose_says_its_hours,
    strengths_are_counted,
)
