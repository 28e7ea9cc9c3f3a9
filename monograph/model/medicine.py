"""What the medicine is called, what it comes as, and how strong that is."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from monograph.model.quantity import Quantity, parse
from monograph.model.shape import Fact, Flag, Shape, Slug, Text

LIQUID = re.compile(r"^(\S+ mg) in (\S+ mL)$")


@dataclass(frozen=True)
class Strength:
    """How much medicine is in one tablet or packet, or in a volume of liquid."""

    mass: Quantity
    volume: Quantity | None = None

    @property
    def for_each_ml(self) -> Decimal | None:
        """mg in 1 mL; None for what is not a liquid."""
        return self.mass.high / self.volume.high if self.volume else None

    def volume_of(self, mass: Quantity) -> Quantity | None:
        """The mL that hold `mass`; None when it is not a liquid, or no syringe could measure it (to a tenth of a mL)."""
        if not self.volume:
            return None
        low, high = (amount * self.volume.high / self.mass.high for amount in (mass.low, mass.high))
        exact = all(amount == amount.quantize(Decimal("0.1")) for amount in (low, high))
        return Quantity(low, high, "mL") if exact else None


def strength(text: Any) -> Any:
    """"10 mg", or "5 mg in 5 mL" as the bottle prints it."""
    if isinstance(text, Strength):
        return text
    if match := LIQUID.match(str(text)):
        liquid = Strength(parse(match[1]), parse(match[2]))
        if liquid.for_each_ml != liquid.for_each_ml.quantize(Decimal("0.01")):
            raise ValueError("that is no even number of mg in 1 mL; look for a slip of the pen")
        return liquid
    mass = parse(text)
    if mass.unit not in ("mg", "micrograms") or not mass.single:
        raise ValueError('write one strength, such as "10 mg", or "5 mg in 5 mL" for a liquid')
    return Strength(mass)


class Form(Fact):
    """A form of the medicine in one region with every strength that was seen."""

    kind: Literal["tablets", "granules", "liquid", "injection"]
    name: Text
    strengths: tuple[Annotated[Strength, BeforeValidator(strength)], ...] = ()
    not_known: Text | None = None
    halves: Flag | None = None  # the tablet has a line, or a source says to take half of one
    text: Text | None = None

    @model_validator(mode="after")
    def has_strengths(self):
        if bool(self.strengths) == bool(self.not_known):
            raise ValueError('write "strengths", or "not-known" with the reason')
        if self.kind == "liquid" and self.strengths and (len(self.strengths) > 1 or not self.strengths[0].volume):
            raise ValueError('give each liquid one strength with its volume, such as "5 mg in 5 mL", and a fact of its own')
        return self


class Brand(Fact):
    """A name on a pack, so that a reader can recognise it."""

    name: Text
    form: Text
    former: Flag | None = None


class Code(Fact):
    """What a record system calls the medicine; whoever comes by the code is led to `page`, unless it is unconfirmed."""

    system: Text
    code: Text = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$")
    means: Text
    page: Slug = "about"
    unconfirmed: Text | None = None


class Medicine(Shape):
    """data/medicine.yml."""

    name: Text
    brands: tuple[Brand, ...] = Field(min_length=1)
    forms: tuple[Form, ...] = Field(min_length=1)
    codes: tuple[Code, ...] = Field(min_length=1)
