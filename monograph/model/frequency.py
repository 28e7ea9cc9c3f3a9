"""How many people out of how many."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator

from monograph.model.json_schema_hints import hint

FORMS = {  # each NUMBER stands for a run of digits, or for 1,000
    "range": "NUMBER to NUMBER in NUMBER",
    "up to": "up to NUMBER in NUMBER",
    "or more": "NUMBER in NUMBER or more",
    "fewer": "fewer than NUMBER in NUMBER",
    "exact": "NUMBER in NUMBER",
    "not known": "not known",
}
NO_CHANCE = (
    'write one of: "10 to 63 in 100", "up to 9 in 100", "7 in 100", "10 in 100 or more", "fewer than 1 '
    'in 100", "fewer than 1 in 1,000", "not known"'
)
RARE = 1000  # labels count what is rare in 1,000: told in 100, it would look ten times as likely


@dataclass(frozen=True)
class Frequency:
    """`low` to `high` people out of `of`; `kind` is the form it was written in."""

    kind: str
    low: int = 0
    high: int = 0
    of: int = 0


def parse(text: Any) -> Frequency:
    """ "10 to 63 in 100" and its kin; raises ValueError with the forms that are understood."""
    if isinstance(text, Frequency):
        return text
    for kind, form in FORMS.items():
        if match := re.fullmatch(form.replace("NUMBER", "([0-9]+|1,000)"), str(text)):
            return frequency(kind, [int(number.replace(",", "")) for number in match.groups()])
    raise ValueError(NO_CHANCE)


def frequency(kind: str, numbers: list[int]) -> Frequency:
    if kind == "not known":
        return Frequency(kind)
    *bounds, of = numbers
    low = 0 if kind in ("up to", "fewer") else bounds[0]
    if of != 100 and (kind, of) != ("fewer", RARE):
        raise ValueError(
            'count people in 100; what is rarer is "fewer than 1 in 100", or "fewer than 1 in 1,000"'
        )
    if kind == "fewer" and not bounds[0]:
        raise ValueError('fewer than 0 is nobody; write "fewer than 1 in 100", or "fewer than 1 in 1,000"')
    if kind != "range" and not bounds[0]:
        raise ValueError('0 in 100 is nobody; write "fewer than 1 in 100", or "not known"')
    if not 0 <= low <= bounds[-1] <= of:
        raise ValueError("the smaller number goes first, and neither is above the last")
    return Frequency(kind, low, of if kind == "or more" else bounds[-1], of)


IN_100 = (
    "|".join(FORMS.values())
    .replace("than NUMBER", "than (?!0+ )NUMBER")
    .replace("up to NUMBER", "up to (?!0+ )NUMBER")
    .replace("|NUMBER in NUMBER", "|(?!0+ in)NUMBER in NUMBER")
    .replace("in NUMBER", "in 0*100")
    .replace("NUMBER", "0*(?:[0-9]{1,2}|100)")
)
IN_1000 = "fewer than (?!0+ )0*[0-9]{1,3} in 0*1,?000"
Chance = Annotated[
    Frequency,
    BeforeValidator(parse),
    hint(
        f"^(?:{IN_100}|{IN_1000})$",
        NO_CHANCE,
        ["10 to 63 in 100", "fewer than 1 in 1,000", "not known"],
        ["7 %", "1 in 10"],
    ),
]
