"""What the home page leads to: doors for what cannot wait, then what people ask, in groups."""

from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from monograph.model.json_schema_hints import excludes, needs
from monograph.model.links import Spot
from monograph.model.shape import Shape, Slug, Text

BOTH = 'keep either "questions" or "page", not both'
NEITHER = 'add "questions" with their ids, or "page"'


class Door(Shape):
    """A way in for what cannot wait."""

    title: Text = Field(examples=["Took too much"])
    """What has happened, in a few words."""
    text: Text = Field(examples=["Or a child got at it"])
    """A few words more, under the title."""
    icon: Slug = Field(examples=["pill"])
    """A picture beside the words, by its name in the set Material Design."""
    level: Literal["now", "urgent"]
    """How soon to act, which gives the door its colour."""
    page: Spot
    """The page it leads to, or a part of it."""
    questions: tuple[Slug, ...] = Field((), examples=[["ask-took-too-much"]])
    """The questions that it stands for, by their ids."""


class Row(Shape):
    """A link of a group: to the answer to a question, or to a page."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [needs(["questions", "page"], NEITHER), excludes("questions", "page", BOTH)]
        }
    )
    title: Text = Field(examples=["How much for my child?"])
    """The words of the link."""
    questions: tuple[Slug, ...] = Field((), examples=[["ask-driving-us", "ask-driving-uk"]])
    """The question it answers, by its ids; each edition takes its own."""
    page: Spot | None = None
    """A page, or a part of it, that answers what no question asks."""

    @model_validator(mode="after")
    def leads_somewhere(self) -> Self:
        if self.questions and self.page:
            raise ValueError(BOTH)
        if not (self.questions or self.page):
            raise ValueError(NEITHER)
        return self


class Group(Shape):
    """What belongs together, under a heading."""

    title: Text = Field(examples=["Daily life"])
    """The heading."""
    icon: Slug = Field(examples=["pill"])
    """A picture beside the heading, by its name in the set Material Design."""
    rows: tuple[Row, ...] = Field(min_length=1)
    """The links, the most asked first."""


class Home(Shape):
    """The home page: doors for what cannot wait, then groups of questions."""

    doors: tuple[Door, ...] = Field(min_length=1)
    """What cannot wait, the most dangerous first."""
    groups: tuple[Group, ...] = Field(min_length=1)
    """What else people ask."""

    @property
    def entries(self) -> tuple[Door | Row, ...]:
        """Every door and every row, in the order of the page."""
        return (*self.doors, *(row for group in self.groups for row in group.rows))
