"""How many people out of how many."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator

FORMS = {
    "range": re.compile(r"^(\d+) to (\d+) in (\d+)$"),
    "up to": re.compile(r"^up to (\d+) in (\d+)$"),
    "or more": re.compile(r"^(\d+) in (\d+) or more$"),
    "fewer": re.compile(r"^fewer than (\d+) in (\d+)$"),
    "exact": re.compile(r"^(\d+) in (\d+)$"),
    "not known": re.compile(r"^not known$"),
}


@dataclass(frozen=True)
class Odds:
    """`low` to `high` people out of `of`; `kind` is the form it was written in."""

    kind: str
    low: int = 0
    high: int = 0
    of: int = 0


def parse(text: Any) -> Any:
    """"10 to 63 in 100" and its kin; raises ValueError with the forms that are understood."""
    if isinstance(text, Odds):
        return text
    for kind, form in FORMS.items():
        if match := form.match(str(text)):
            return odds(kind, [int(number) for number in match.groups()])
    raise ValueError(
        'write one of: "10 to 63 in 100", "up to 9 in 100", "7 in 100", "10 in 100 or more", "fewer than 1 in 100", "not known"'
    )


def odds(kind: str, numbers: list[int]) -> Odds:
    if kind == "not known":
        return Odds(kind)
    *bounds, of = numbers
    low = 0 if kind in ("up to", "fewer") else bounds[0]
    if of != 100:
        raise ValueError('count people in 100; what is rarer is "fewer than 1 in 100"')
    if not 0 <= low <= bounds[-1] <= of:
        raise ValueError("the smaller number goes first, and neither is above the last")
    return Odds(kind, low, of if kind == "or more" else bounds[-1], of)


Chance = Annotated[Odds, BeforeValidator(parse)]
