"""What can still be judged when some facts have lost their shape: everything else, by the rules that look at
one fact at a time.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from monograph.checks import RULES, judged
from monograph.checks.excuses import unexcused
from monograph.checks.record import RULES as RECORD
from monograph.model.contents import Contents
from monograph.model.nodes import Mapping, Sequence
from monograph.model.problem import Problem
from monograph.model.validation_errors import has

# These would blame a fact for the absence of another, which is only broken.
NEED_ALL = {
    "source_is_used",
    "readings_are_answered_for",
    "every_edition_is_complete",
    "groups_are_complete",
    "strengths_are_counted",
    *(rule.__name__ for rule in RECORD),
}


def validate(raw: Mapping) -> tuple[Contents | None, ValidationError | None]:
    try:
        return Contents.model_validate(raw), None
    except ValidationError as error:
        return None, error


def drop_invalid(raw: Mapping, error: ValidationError | None) -> tuple[Contents | None, set[str]]:
    """The contents without their broken items, which `raw` loses, and the ids of those; None where a file
    cannot do without one.
    """
    lost: set[str] = set()
    contents = None
    while error:
        complaints = error.errors()
        broken = [found for details in complaints if (found := invalid_item(raw, details["loc"]))]
        if len(broken) < len(complaints):
            return None, lost
        for holder, item in broken:
            if any(item is held for held in holder):
                lost.add(str(item.get("id")))
                holder[:] = [held for held in holder if held is not item]
        contents, error = validate(raw)
    return contents, lost


def judge_the_rest(contents: Contents, lost: set[str]) -> Iterator[Problem]:
    """What the rules find in contents that lack something,
    where they do not blame a fact for what is lost.
    """
    rules = [rule for rule in RULES if rule.__name__ not in NEED_ALL]
    found = unexcused(judged(rules, contents), contents, rules)
    yield from (problem for problem in found if not any(f'"{name}"' in problem.wrong for name in lost))


def invalid_item(raw: Mapping, path: tuple[Any, ...]) -> tuple[Sequence, Mapping] | None:
    """The outermost list on the way to a complaint, and the broken item: a fact goes as a whole."""
    value: Any = raw
    for key in path:
        if not (isinstance(value, Mapping | Sequence) and has(value, key)):
            break
        if isinstance(value, Sequence) and isinstance(value[key], Mapping):
            return value, value[key]
        value = value[key]
    return None
