"""Addresses besides those of the pages: short ones for what people come to do, and those of what
has moved.
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from monograph.model.json_schema_hints import hint
from monograph.model.shape import NOT_OLD_SPOT, NOT_SPOT, Shape, Slug, Text

# Without the edition: "taking", or "taking#food" for a part of it. `was` may name a code page too:
# "code/atc/A00AA00".
SPOT, OLD_SPOT = r"^[a-z][a-z0-9-]*(#[a-z0-9-]+)?$", r"^[a-z][a-zA-Z0-9./-]*(#[a-z0-9-]+)?$"
Spot = Annotated[
    Text,
    StringConstraints(pattern=SPOT),
    hint(SPOT, NOT_SPOT, ["taking#food"], ["/us/taking/", "taking/food"]),
]
OldSpot = Annotated[
    Text, StringConstraints(pattern=OLD_SPOT), hint(OLD_SPOT, NOT_OLD_SPOT, ["taking#food"], ["/us/taking/"])
]


class Short(Shape):
    """A short address in every edition, such as /us/stop/, and the page or part it leads to."""

    address: Slug
    """The short address, without the edition."""
    page: Spot
    """The page it leads to, or a part of it."""


class Moved(Shape):
    """What stood at `was` stands at `now`, in one region or in all;
    whoever comes by an old link is led on.
    """

    was: OldSpot
    """Where it stood, without the edition."""
    now: Spot
    """Where it stands now."""
    region: Slug
    """The edition in which it moved, or all."""


class Task(Shape):
    """What a clinic links to when a patient has one thing to do, with the facts that its texts to paste are
    made of.
    """

    address: Slug
    """A page, or a short address that leads to one."""
    title: Text = Field(examples=["Missed a dose of {name}"])
    """The name of the link: the task in a few words."""
    says: tuple[Slug, ...] = Field(min_length=1, examples=[["in-short-missed-us", "in-short-missed-uk"]])
    """The facts by their ids, the most important first; each edition takes its own.

    The first one that has room makes the text message.
    """


class Links(Shape):
    """Addresses besides those of the pages: short ones, those of what has moved, and what clinics link to."""

    short: tuple[Short, ...] = ()
    """Short addresses for what people come to do."""
    moved: tuple[Moved, ...] = ()
    """What stands elsewhere now."""
    tasks: tuple[Task, ...] = ()
    """What clinics link to, in the order of the page for clinics."""
