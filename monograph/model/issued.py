"""The codes on sheets that were handed out, and the clinic that hands out its own."""

from typing import Annotated

from pydantic import Field

from monograph.model.record import Day, Fingerprint
from monograph.model.shape import Shape, Slug, Text

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"  # nothing that looks like something else, and no vowel: no code spells a word
LENGTH = 7

Code = Annotated[str, Field(pattern=f"^[{ALPHABET}]{{{LENGTH}}}$")]


class Issued(Shape):
    """A sheet as it was when its code was issued.

    `facts` holds the fingerprint of each fact on it, `amounts` that of every amount on it, `history` the newest change then.
    """

    code: Code
    sheet: Slug
    region: Slug
    date: Day
    history: Slug
    amounts: Fingerprint
    facts: dict[Slug, Fingerprint]


class Clinic(Shape):
    """data/clinic.yml: the clinic that builds its own sheets. Without it, name and number are lines to write on."""

    name: Text = Field(max_length=60)
    phone: Text = Field(pattern=r"^[+(]?[0-9][0-9 ()-]{1,22}[0-9]$")
