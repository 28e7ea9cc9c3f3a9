"""Addresses besides those of the pages: short ones for what people come to do, and those of what has moved."""

from typing import Annotated

from pydantic import Field

from monograph.model.shape import Shape, Slug, Text

# Without the edition: "taking", or "taking#food" for a part of it. `was` may name a code page too: "code/atc/M03BX01".
Spot = Annotated[Text, Field(pattern=r"^[a-z][a-z0-9-]*(#[a-z0-9-]+)?$")]
OldSpot = Annotated[Text, Field(pattern=r"^[a-z][a-zA-Z0-9./-]*(#[a-z0-9-]+)?$")]


class Short(Shape):
    """A short address in every edition, such as /us/stop/, and the page or part it leads to."""

    address: Slug
    page: Spot


class Moved(Shape):
    """What stood at `was` stands at `now`, in one region or in all; whoever comes by an old link is led on."""

    was: OldSpot
    now: Spot
    region: Slug


class Links(Shape):
    """data/links.yml."""

    short: tuple[Short, ...] = ()
    moved: tuple[Moved, ...] = ()
