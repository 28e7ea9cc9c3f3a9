"""What every shape shares: hyphenated keys, no unknown keys, and a memory of its place."""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from monograph.nodes import Mapping
from monograph.problem import Place

NOWHERE = Place("")
PLACEHOLDER = re.compile(r"\{([a-z-]+)\}")  # a word in braces, which the page fills in


def hyphenated(name: str) -> str:
    return name.replace("_", "-")


class Shape(BaseModel):
    """A mapping in a data file."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=hyphenated, defer_build=True)
    place: Place = Field(NOWHERE, alias="(place)", exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def remember_place(cls, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        value.shape = cls  # a misspelt key is answered with the keys of this shape
        return {**value, "(place)": value.place}


def one_line(text: str) -> str:
    if text in ("null", "Null", "NULL", "~", "None"):
        raise ValueError("delete the key, or write what belongs there")
    return " ".join(text.split())


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(one_line)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)]
SourceId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9a-z]*(-[A-Z0-9a-z]+)*$", max_length=40)]
Flag = Literal["true"]  # a key that is there or not; "false" would only say what its absence says
Urgency = Literal["now", "urgent", "ask"]


class Citation(Shape):
    """Which source says so, and where in it."""

    id: SourceId
    where: Text


class Fact(Shape):
    """Something a source says, for one region or for all.

    `id` lasts: it is the anchor on the page. `evidence` names the rows of the reading record it was taken from.
    """

    id: Slug
    region: Slug
    sources: tuple[Citation, ...] = ()
    evidence: tuple[Slug, ...] = ()
    beyond_limits: Text | None = None
