"""Rules that hold on which side of a number a fact is, as its readings have it: "under 60" is not "over 60",
and "up to 60 mg" is not 60 mg.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from monograph.checks.readings import FIRST, IN_NONE, texts
from monograph.model.contents import Contents
from monograph.model.dosing import Dose
from monograph.model.notation import D, decimal
from monograph.model.problem import Problem
from monograph.model.statement import Word

BELOW, ABOVE, UP_TO = "below", "above", "up to"
SIDES = {
    BELOW: r"under|below|(?:less|fewer|lower|younger) than|at most|<=?|≤",
    ABOVE: r"over|above|(?:more|older|higher|longer) than|at least|exceed(?:s|ing)?|>=?|≥",
    UP_TO: r"up to|max(?:imum)?|most",
}
BEHIND = {BELOW: r"less|fewer|under|below|younger", ABOVE: r"more|older|over|above|longer"}
GROUPS = [f"(?P<{side.replace(' ', '_')}>{words})" for side, words in SIDES.items()]
BEFORE = re.compile(
    rf"(?P<not>\b(?:not|never|no) (?:go |be )?)?(?<!\w)(?:{'|'.join(GROUPS)})\s?(?:about |age )?"
    rf"(?P<number>{D})(?![\d.]*\d)",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"(?<![\w.])(?<! in )(?P<number>{D})(?: ?[a-z/]+)?,?(?: in total in a day| a day| each time)?"
    r" (?:or|and) "
    rf"(?:{'|'.join(f'(?P<{side}>{words})' for side, words in BEHIND.items())})\b",
    re.IGNORECASE,
)
# "14 mg or more in 21 of 4321, and on less in none": a note on what is on both sides.
BOTH = re.compile(r"\bon (?:less|more)\b(?! than)", re.IGNORECASE)
EITHER = {BELOW, ABOVE}
Sides = dict[Decimal, set[str]]


def bounds_are_as_read(contents: Contents) -> Iterator[Problem]:
    """A number that a fact is below, above, at least or at most is on the same side in a reading that the
    fact names.

    Good: a kidney score under 60, from a row that says "avoid below 60"
    Bad: a kidney score over 60, from the same row
    """
    says = {row.id: row.says for row in contents.evidence}
    for fact in (fact for fact in contents.facts if not isinstance(fact, Word)):
        noted = " ; ".join(says.get(id, "") for id in fact.evidence)
        read = sides(noted)
        for text in texts(fact):
            for number, side in one_sided(contents.as_written(fact, text)):
                # a number that no note holds is for every_figure_was_read
                if not read.get(number, set()) & {side, UP_TO} and any(mentioned(number, noted)):
                    yield Problem(
                        fact.place,
                        f'"{fact.id}" says what is {side} {number:,f}, {IN_NONE}',
                        f"{FIRST}, or excuse it",
                    )


def one_sided(text: str) -> Iterator[tuple[Decimal, str]]:
    """Each number that a text is on one side of, with that side."""
    for number, held in sides(text).items():
        if held in ({BELOW}, {ABOVE}):
            yield number, next(iter(held))


def sides(text: str) -> Sides:
    """On which sides of each number a text is. Who says "not above 2" speaks of both sides."""
    found: Sides = defaultdict(set)
    for clause in text.split(";"):
        for match in (*BEFORE.finditer(clause), *AFTER.finditer(clause)):
            groups = match.groupdict()
            held = {side for side in SIDES if groups.get(side.replace(" ", "_"))}
            both = groups.get("not") or BOTH.search(clause)
            found[decimal(match["number"])] |= EITHER if both else held
    return found


def up_to_stays(contents: Contents) -> Iterator[Problem]:
    """An amount that all its readings give as "up to" so much is not given as just so much, but for the most.

    Good: in-a-day: up to 60 mg, from a row that says "usually up to 60 mg daily"
    Bad: in-a-day: 60 mg, from the same row
    """
    says = {row.id: row.says for row in contents.evidence}
    for dose in (fact for fact in contents.facts if isinstance(fact, Dose) and fact.part != "maximum"):
        noted = " ; ".join(says.get(id, "") for id in dose.evidence)
        for amount in (dose.each_time, dose.in_a_day):
            if amount and amount.is_single and set(mentioned(amount.high, noted)) == {UP_TO}:
                yield Problem(
                    dose.place,
                    f'"{dose.id}" says {amount}, and its readings say up to {amount}',
                    f'write "up to {amount}"',
                )


def mentioned(number: Decimal, text: str) -> Iterator[str]:
    """What stands before each place where a text has a number: "up to", or just that."""
    for match in re.finditer(rf"(?:(up to) |(?<![\w.,]))(?P<number>{D})(?![\w.,]*\d)", text, re.IGNORECASE):
        if decimal(match["number"]) == number:
            yield UP_TO if match[1] else "just"


RULES = (bounds_are_as_read, up_to_stays)
