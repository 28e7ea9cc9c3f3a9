"""What the medicine is called, what it comes as, and how strong that is."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue

from monograph.model.json_schema_hints import NUMBER as ANY
from monograph.model.json_schema_hints import excludes, hint, needs
from monograph.model.quantity import NUMBER, Quantity, parse
from monograph.model.shape import NOT_CODE, Fact, Flag, Shape, Slug, Text

CODE = r"^[A-Za-z0-9][A-Za-z0-9-]*$"
CodeText = Annotated[
    Text, StringConstraints(pattern=CODE), hint(CODE, NOT_CODE, ["A00AA00"], ["A00 AA00", "A00/AA00"], ANY)
]
LIQUID = re.compile(r"(\S+ mg) in (\S+ mL)")
NO_STRENGTH = 'write one strength, such as "10 mg", or "5 mg in 5 mL" for a liquid'
NO_STRENGTHS = 'write "strengths", or "not-known" with the reason'
NO_VOLUME = 'give each liquid one strength with its volume, such as "5 mg in 5 mL", and a fact of its own'


@dataclass(frozen=True)
class Strength:
    """How much medicine is in one tablet or packet, or in a volume of liquid."""

    mass: Quantity
    volume: Quantity | None = None

    @property
    def mg_per_ml(self) -> Decimal:
        """mg in 1 mL; raises ValueError for what is not a liquid."""
        if not self.volume:
            raise ValueError(f"{self.mass} is in no mL")
        return self.mass.high / self.volume.high

    def volume_of(self, mass: Quantity) -> Quantity | None:
        """The mL that hold `mass`; None when it is not a liquid, or no syringe could measure it (to a tenth
        of a mL).
        """
        if not self.volume:
            return None
        low, high = (amount * self.volume.high / self.mass.high for amount in (mass.low, mass.high))
        exact = all(amount == amount.quantize(Decimal("0.1")) for amount in (low, high))
        return Quantity(low, high, "mL") if exact else None


def strength(text: Any) -> Strength:
    """ "10 mg", or "5 mg in 5 mL" as the bottle prints it."""
    if isinstance(text, Strength):
        return text
    if match := LIQUID.fullmatch(str(text)):
        liquid = Strength(parse(match[1]), parse(match[2]))
        if liquid.mg_per_ml != liquid.mg_per_ml.quantize(Decimal("0.01")):
            raise ValueError("that is no even number of mg in 1 mL; look for a slip of the pen")
        return liquid
    mass = parse(text)
    if mass.unit not in ("mg", "micrograms") or not mass.is_single:
        raise ValueError(NO_STRENGTH)
    return Strength(mass)


ABOVE_0 = f"(?!0 ){NUMBER}"
Printed = Annotated[
    Strength,
    BeforeValidator(strength),
    hint(
        f"^{ABOVE_0} (?:mg|micrograms|mg in {ABOVE_0} mL)$",
        NO_STRENGTH,
        ["10 mg", "5 mg in 5 mL"],
        ["10mg", "5 mg/5 mL", "5 to 10 mg"],
    ),
]
LIQUIDS: JsonSchemaValue = {  # one strength with its volume
    "if": {"properties": {"kind": {"const": "liquid"}}},
    "then": {
        "properties": {"strengths": {"maxItems": 1, "items": {"pattern": " in ", "errorMessage": NO_VOLUME}}}
    },
}


class Form(Fact):
    """A form of the medicine in one region with every strength that was seen."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                needs(["strengths", "not-known"], NO_STRENGTHS),
                excludes("strengths", "not-known", NO_STRENGTHS),
                LIQUIDS,
            ]
        }
    )
    kind: Literal["tablets", "granules", "liquid", "injection"]
    """What sort of form it is."""
    name: Text = Field(examples=["Tablets"])
    """What readers call it."""
    strengths: tuple[Printed, ...] = ()
    """How much medicine is in one, as the pack prints it."""
    not_known: Text | None = Field(None, examples=["No label that we read gives a strength."])
    """Why no strength is known; in place of strengths."""
    halves: Flag | None = None
    """Written when the tablet has a line, or a source says to take half of one."""
    former: Flag | None = None
    """Written when it is no longer made, though some may still be in use."""
    text: Text | None = Field(None, examples=["Not every maker sells the larger strength."])
    """What else the reader should know: never how it looks, smells or tastes, which does not tell strengths
    apart.
    """

    @model_validator(mode="after")
    def has_strengths(self) -> Self:
        if bool(self.strengths) == bool(self.not_known):
            raise ValueError(NO_STRENGTHS)
        if (
            self.kind == "liquid"
            and self.strengths
            and (len(self.strengths) > 1 or not self.strengths[0].volume)
        ):
            raise ValueError(NO_VOLUME)
        return self


class Brand(Fact):
    """A name on a pack, so that a reader can recognise it."""

    name: Text = Field(examples=["Brandname"])
    """The name on the pack."""
    form: Text = Field(examples=["granules"])
    """What is in the pack."""
    former: Flag | None = None
    """Written when it is no longer sold."""


class Code(Fact):
    """What a record system calls the medicine; whoever comes by the code is led to `page`, unless it is
    unconfirmed.
    """

    system: Text = Field(examples=["ATC"])
    """The record system."""
    code: CodeText
    """The code itself."""
    means: Text = Field(examples=["the group of medicines"])
    """What the code names."""
    page: Slug = "about"
    """The page that answers whoever comes by this code."""
    unconfirmed: Text | None = Field(None, examples=["Only a secondary page gives it."])
    """Why the code could not be confirmed."""


class Medicine(Shape):
    """What the medicine is called, what it comes as, and how strong that is."""

    name: Text = Field(examples=["examplazine"])
    """The medicine's own name, in small letters as inside a sentence."""
    brands: tuple[Brand, ...] = Field(min_length=1)
    """The names on packs."""
    forms: tuple[Form, ...] = Field(min_length=1)
    """Tablets, liquids and so on, each with its strengths."""
    codes: tuple[Code, ...] = Field(min_length=1)
    """What record systems call it."""
