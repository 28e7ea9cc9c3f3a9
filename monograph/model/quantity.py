"""Amounts as people write them, read as exact decimals: "5 mg", "40 to 80 mg", "0.3 mg/kg"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any
from unicodedata import name

from pydantic import BeforeValidator

from monograph.model.json_schema_hints import WHOLE, hint

MOST_OFTEN = 6  # times a day
NO_AMOUNT = 'write a number, one space and the unit, such as "5 mg", "40 to 80 mg" or "0.5 mg"'
NO_COUNT = 'write a whole number such as "3", or a range such as "2 to 4"'
UNITS = ("mg", "mg/kg", "micrograms", "mL", "hours")
DOSE_UNITS = ("mg", "mg/kg")
# no leading or trailing zeros (D1, D2); five digits are a slip
NUMBER = r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{0,2}[1-9])?"
COUNT = r"[1-9][0-9]?"
AMOUNT = re.compile(rf"(up to )?({NUMBER})(?: to ({NUMBER}))? (\S+)")
NEARLY = re.compile(r"^(?:up to )?[\d.,]+ ?(?:(?:to|-|–) ?[\d.,]+)? ?(\D*)$")


@dataclass(frozen=True)
class Quantity:
    """`low` to `high` of `unit`; equal for a single number, `low` is 0 for "up to"."""

    low: Decimal
    high: Decimal
    unit: str

    def __str__(self) -> str:
        """As it is written in the data: "5 mg", "40 to 80 mg"."""
        low, high = (f"{number.normalize():f}" for number in (self.low, self.high))
        return f"{high} {self.unit}" if self.is_single else f"{low} to {high} {self.unit}"

    @property
    def is_single(self) -> bool:
        return self.low == self.high

    @property
    def per_kg(self) -> bool:
        return self.unit == "mg/kg"

    def through(self, counts: tuple[int, int]) -> "Quantity":
        """What this comes to when it is taken so many times: the least and the most."""
        return Quantity(self.low * counts[0], self.high * counts[1], self.unit)

    def shared(self, count: int) -> "Quantity | None":
        """Each of `count` equal parts, or None when a part would not be a whole tenth."""
        low, high = self.low / count, self.high / count
        exact = all(part == part.quantize(Decimal("0.1")) for part in (low, high))
        return Quantity(low, high, self.unit) if exact else None


def parse(text: Any) -> Quantity:
    """A Quantity from text; raises ValueError with what to write instead."""
    if isinstance(text, Quantity):
        return text
    match = AMOUNT.fullmatch(str(text))
    if not match or match[4] not in UNITS:
        raise ValueError(advice(str(text)))
    low, high = Decimal(match[2]), Decimal(match[3] or match[2])
    if match[1]:
        low = Decimal(0)
    if match[1] and match[3]:
        raise ValueError('write "up to" or a range, not both')
    if low > high or (match[3] and low == high):
        raise ValueError("write the smaller number first")
    if high == 0:
        raise ValueError("write an amount above 0")
    return Quantity(low, high, match[4])


def in_mg(text: Any) -> Quantity:
    """A Quantity that is a dose; raises ValueError for what is a volume or a time, and for micrograms, of
    which a thousand are missed at once.
    """
    quantity = parse(text)
    if quantity.unit not in DOSE_UNITS:
        raise ValueError(NOT_DOSE)
    return quantity


def advice(text: str) -> str:
    """What to write instead of `text`; what only looks right is named first, for no eye would find it."""
    if foreign := re.search(r"[^\x00-\x7f]", text):
        return (
            f'type it anew in plain letters: "{foreign[0]}" ({name(foreign[0], "unknown").lower()}) only '
            "looks right"
        )
    if re.search(r"\d,\d", text):
        return "write a point in a decimal number, and no comma in thousands"
    near = NEARLY.match(text)
    if near and near[1].strip() and near[1].strip() not in UNITS:
        return f'the unit "{near[1].strip()}" is not one of {", ".join(UNITS)}'
    return NO_AMOUNT


def whole_numbers(text: Any) -> tuple[int, int]:
    """ "3" or "2 to 4" as a pair of counts."""
    if isinstance(text, tuple):
        return text
    match = re.fullmatch(rf"({COUNT})(?: to ({COUNT}))?", str(text))
    if not match:
        raise ValueError(NO_COUNT)
    low, high = int(match[1]), int(match[2] or match[1])
    if match[2] and low >= high:
        raise ValueError("write the smaller number first")
    if high > MOST_OFTEN:
        raise ValueError(f"nobody takes it more than {MOST_OFTEN} times a day; look for a slip of the pen")
    return low, high


def amounts(units: Iterable[str]) -> str:
    """The pattern of amounts in `units`, above 0."""
    return rf"^(?:up to |{NUMBER} to )?(?!0 ){NUMBER} (?:{'|'.join(units)})$"


OFTEN = f"[1-{MOST_OFTEN}]"
NOT_DOSE = 'write a dose in mg, or by weight in mg/kg, such as "5 mg" or "0.5 mg/kg"'
DoseAmount = Annotated[
    Quantity,
    BeforeValidator(in_mg),
    hint(
        amounts(DOSE_UNITS),
        NOT_DOSE,
        ["5 mg", "40 to 80 mg", "up to 0.5 mg/kg"],
        ["5mg", "2 hours", "5000 micrograms", "5 mL"],
    ),
]
Hours = Annotated[
    Quantity,
    BeforeValidator(parse),
    hint(amounts(["hours"]), 'write a time in hours, such as "2 hours"', ["2 hours"], ["2h", "2 hrs"]),
]
Milligrams = Annotated[
    Quantity,
    BeforeValidator(parse),
    hint(
        rf"^(?!0 ){NUMBER} mg$",
        'write a single amount in mg, such as "5 mg"',
        ["5 mg"],
        ["5mg", "5 to 10 mg"],
    ),
]
Counts = Annotated[
    tuple[int, int],
    BeforeValidator(whole_numbers),
    hint(
        f"^{OFTEN}(?: to {OFTEN})?$",
        NO_COUNT,
        [3, "2 to 4"],
        ["three", "2-4"],
        WHOLE,
        minimum=1,
        maximum=MOST_OFTEN,
    ),
]
