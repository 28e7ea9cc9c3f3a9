"""The codes on sheets that were handed out, and the clinic that hands out its own."""

from typing import Annotated

from pydantic import Field, StringConstraints

from monograph.model.day import Day
from monograph.model.json_schema_hints import hint
from monograph.model.shape import Shape, Slug, Text
from monograph.model.signature import Fingerprint

# nothing that looks like something else, and no vowel: no code spells a word
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"
LENGTH = 7
CODE = f"^[{ALPHABET}]{{{LENGTH}}}$"
WRITTEN_PHONE = r"^[+(]?[0-9][0-9 ()-]{1,22}[0-9]$"
NOT_ISSUED = "let scripts/sheet_codes.py write the codes"
NOT_WRITTEN_PHONE = "write a phone number, such as 020 7946 0000 or +1 202-555-0100"

Code = Annotated[str, StringConstraints(pattern=CODE), hint(CODE, NOT_ISSUED, ["7KQ2M9T"], ["OLIVER1"])]
WrittenPhone = Annotated[
    Text,
    StringConstraints(pattern=WRITTEN_PHONE),
    hint(WRITTEN_PHONE, NOT_WRITTEN_PHONE, ["020 7946 0000"], ["ask at the desk"]),
]


class SheetCode(Shape):
    """A sheet as it was when its code was issued."""

    code: Code
    """The code on the sheet, which its address ends with."""
    sheet: Slug = Field(examples=["never-stop"])
    """The sheet by its name in the address."""
    region: Slug = Field(examples=["us"])
    """The edition it was for."""
    date: Day
    """The day it was issued."""
    history: Slug = Field(examples=["first-edition"])
    """The newest change in history.yml on that day."""
    amounts: tuple[Text, ...]
    """Every amount on it, in their order."""
    facts: dict[Slug, Fingerprint]
    """The fingerprint of each fact on it, by id."""


class Clinic(Shape):
    """The clinic that builds its own sheets. Without this file, its name and number are lines to write on."""

    name: Text = Field(max_length=60, examples=["Riverside Clinic"])
    """Printed on every sheet, as it stands here."""
    phone: WrittenPhone
    """Printed on every sheet, as it stands here."""
