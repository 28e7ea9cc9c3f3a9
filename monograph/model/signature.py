"""Who has checked which facts, and when the guide is checked again."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from monograph.model.day import Day
from monograph.model.json_schema_hints import hint
from monograph.model.shape import Shape, Slug

Role = Literal["doctor", "pharmacist", "nurse"]
FINGERPRINT, INITIALS = r"^[0-9a-f]{16}$", r"^[A-Z]{2,4}$"
NOT_FINGERPRINT = "let scripts/signoff.py write the fingerprints"
NOT_INITIALS = "write two to four capitals, such as AB"
Fingerprint = Annotated[
    str,
    StringConstraints(pattern=FINGERPRINT),
    hint(
        FINGERPRINT,
        NOT_FINGERPRINT,
        ["0123456789abcdef"],
        description="The fingerprint of a fact as it was signed.",
    ),
]
Initials = Annotated[
    str, StringConstraints(pattern=INITIALS), hint(INITIALS, NOT_INITIALS, ["AB"], ["A. B.", "Ab"])
]


class Signature(Shape):
    """A role and initials that answer for the facts of one file, as they were on a day: never a full name.

    `facts` holds the fingerprint of each fact that was signed; scripts/signoff.py writes it.
    """

    part: Slug = Field(examples=["dosing"])
    """The file that was signed, without its ".yml"."""
    role: Role
    """What the signer is by profession."""
    initials: Initials
    """The signer's initials, never a full name. Two people with the same ones add a letter."""
    date: Day
    """The day of the check."""
    next: Day
    """The day by which it is to be checked again, after "date"."""
    facts: dict[Slug, Fingerprint] = Field(min_length=1)
    """The fingerprint of each fact that was signed, by the fact's id."""

    @model_validator(mode="after")
    def looks_ahead(self) -> Self:
        if self.next <= self.date:
            raise ValueError('"next" comes after "date"')
        return self

    @property
    def person(self) -> str:
        """Who signed: one person, whatever role they sign in."""
        return self.initials


class Review(Shape):
    """When the guide was last checked against its sources, when it is checked next, and which files one
    person may sign.
    """

    last_checked: Day
    """The day of the last check against the sources."""
    next_check: Day
    """The day by which the guide is to be checked again, after "last-checked"."""
    one_person: tuple[Slug, ...] = Field((), examples=[["glossary"]])
    """The files whose facts one person may sign, without their ".yml": they cannot harm at once.

    Two people sign every other.
    """

    @model_validator(mode="after")
    def looks_ahead(self) -> Self:
        if self.next_check <= self.last_checked:
            raise ValueError('"next-check" comes after "last-checked"')
        return self
