"""What every shape shares: hyphenated keys, no unknown keys, and a memory of its place."""

import re
from pathlib import PurePath
from typing import Annotated, Any, Literal, Protocol

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

from monograph.model.day import Day
from monograph.model.json_schema_hints import NUMBER, WHOLE, form, hint
from monograph.model.nodes import LONGEST_TEXT, Mapping
from monograph.model.problem import Place

NOWHERE = Place("")
NOTHING = (
    "null",
    "Null",
    "NULL",
    "~",
    "None",
    "true",
    "True",
    "TRUE",
    "false",
    "False",
    "FALSE",
)  # words of YAML, not of people
PLACEHOLDER = re.compile(r"\{([a-z-]+)\}")  # a word in braces, which the page fills in


def hyphenated(name: str) -> str:
    return name.replace("_", "-")


class Shape(BaseModel):
    """A mapping in a data file. The text below each field is its help in an editor program."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=hyphenated,
        defer_build=True,
        use_attribute_docstrings=True,
        field_title_generator=lambda name, _: name.replace("_", " ").capitalize(),
    )
    place: SkipJsonSchema[Place] = Field(NOWHERE, alias="(place)", exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def remember_place(cls, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        value.shape = cls  # a misspelt key is answered with the keys of this shape
        return {**value, "(place)": value.place}


def meant(text: str) -> str:
    if text in NOTHING:
        raise ValueError("delete the key, or write what belongs there")
    return text


def one_line(text: str) -> str:
    return " ".join(meant(text).split())


def digits(text: Any) -> Any:
    if isinstance(text, str) and not re.fullmatch(DIGITS, text):
        raise ValueError(NOT_DIGITS)
    return text


MEANT = rf"(?!\s*(?:{'|'.join(NOTHING)})?\s*$)"  # neither empty nor a word of YAML
SLUG = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
SITE = r"[^\s/?#@\\]+(?:[/?#]\S*)?"  # "https://good.example@bad.example" leads to the bad one
SOURCE_ID = r"[A-Z][A-Z0-9a-z]*(-[A-Z0-9a-z]+)*"
DIGITS = r"-?[0-9]+"
NOT_TEXT = "write something, or delete the key"
NOT_SLUG = "write small letters, digits and hyphens, such as adult-start-us"
NOT_SOURCE_ID = "write letters, digits and hyphens, the first one a capital, such as US-LABEL"
NOT_URL = 'write an address that begins with "https://" and names its site alone, without "@"'
NOT_LOCALE = 'write a language and a country as browsers do, such as "en-US"'
NOT_PHONE = "write digits and hyphens alone, as a phone dials them, such as 1-800-555-0100"
NOT_CODE = "write the code alone: letters, digits and hyphens, such as A00AA00"
NOT_OLD_SPOT = "write the address without the edition, such as taking or taking#food"
NOT_SPOT = "write a page of docs/, or a part of one, such as taking or taking#food"
NOT_DIGITS = "write a whole number in digits"

Text = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    AfterValidator(one_line),
    hint(f"^{MEANT}", NOT_TEXT, ["Take it with food."], kind=NUMBER, maxLength=LONGEST_TEXT),
]
Slug = Annotated[
    str,
    StringConstraints(pattern=f"^{SLUG}$", max_length=80),
    AfterValidator(meant),
    hint(f"^{MEANT}{SLUG}$", NOT_SLUG, ["adult-start-us"], ["US", "two words", "under_score"], maxLength=80),
]
SourceId = Annotated[
    str,
    StringConstraints(pattern=f"^{SOURCE_ID}$", max_length=40),
    AfterValidator(meant),
    hint(f"^{MEANT}{SOURCE_ID}$", NOT_SOURCE_ID, ["US-LABEL"], ["us-label", "US LABEL"], maxLength=40),
]
IN_DIGITS = (
    BeforeValidator(digits),
    Field(json_schema_extra=form(f"^{DIGITS}$", NOT_DIGITS, ["twelve", "12 people"], WHOLE)),
)
Whole = Annotated[int, Field(ge=0), *IN_DIGITS]
Positive = Annotated[int, Field(ge=1), *IN_DIGITS]
Flag = Annotated[
    Literal["true"], WithJsonSchema({"enum": [True, "true"], "errorMessage": "write true, or delete the key"})
]  # "false" would only say what its absence says
Urgency = Literal["now", "urgent", "ask"]


class Named(Protocol):
    """Anything that goes by a name of its own."""

    @property
    def id(self) -> str: ...
    @property
    def place(self) -> Place: ...


class Citation(Shape):
    """Which source says so, and where in it."""

    id: SourceId
    """The source's id, as its card in sources.yml has it."""
    where: Text = Field(examples=["Dosage and Administration"])
    """The section, page or table in which the source says so."""


class Excuse(Shape):
    """A rule that a fact may break, with the reason and the day it was allowed to."""

    rule: Literal[
        "texts-stay-within-limits",
        "sentences-are-short",
        "paragraphs-are-short",
        "lists-are-short",
        "plain-words-come-first",
        "levels-fit-the-signs",
        "do-fits-its-urgency",
        "strengths-are-counted",
        "avoiding-is-known",
        "figures-are-filled-in",
        "bounds-are-as-read",
    ]
    """The rule by its name, with hyphens; scripts/check.py --explain tells what it asks."""
    because: Text = Field(examples=["An amount that was taken by mistake, not a dose."])
    """Why it may be broken here."""
    date: Day
    """The day it was allowed to."""


class Unread(Shape):
    """A figure of a fact that no reading holds, with the reason and the day it was let stand."""

    figure: Text = Field(examples=["4 hours", "40 mg each time"])
    """The figure, as the message of the rule every_figure_was_read writes it."""
    because: Text = Field(examples=["Advice of this guide: nobody counts it."])
    """Why no reading holds it."""
    date: Day
    """The day it was let stand."""


class Fact(Shape):
    """Something a source says, for one region or for all."""

    id: Slug
    """A lasting name of its own: the fact's address on the page. Reword a fact freely, rename it never."""
    region: Slug = Field(examples=["us", "all"])
    """The edition that tells it, as regions.yml has it;
    "all" only where the same words are right everywhere.
    """
    sources: tuple[Citation, ...] = ()
    """Which sources say so, each with the place in it.

    Not written where they are those of the rows under evidence, in their order.
    """
    evidence: tuple[Slug, ...] = ()
    """The rows of evidence.yml it was taken from, by their ids; it cites what they come from."""
    excused: tuple[Excuse, ...] = ()
    """The rules it may break, each with the reason and the day.

    An excuse that is not needed is a problem too.
    """
    unread: tuple[Unread, ...] = ()
    """The figures that no reading holds, each with the reason and the day.

    At most one fact in fifty has any.
    """

    @property
    def signed_with(self) -> str:
        """The part that it is signed with: its file, such as "dosing"."""
        return PurePath(self.place.file).stem

    def place_of(self, citation: Citation) -> Place:
        """Where an editor changes what it cites: at the citation or, where that follows from a row of the
        evidence, at the fact.
        """
        return citation.place if citation.place.file == self.place.file else self.place
