"""A trial result as people out of people, with the group it is compared to."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from monograph.model.shape import Fact, Flag, Positive, Shape, Text, Whole


class Arm(Shape):
    """`count` of `of` people, as the source has it."""

    who: Text = Field(examples=["people who took dummy tablets"])
    """The group."""
    count: Whole = Field(examples=[63])
    """How many people in the group it happened to."""
    of: Positive = Field(examples=[100])
    """How many people were in the group."""
    at_most: Flag | None = None
    """Written when the source only says "fewer than"."""

    @model_validator(mode="after")
    def counts_people(self) -> Self:
        if self.count > self.of:
            raise ValueError('"count" is larger than "of"')
        return self

    @property
    def in_100(self) -> int:
        """People in 100, rounded to the nearest whole person."""
        return (200 * self.count + self.of) // (2 * self.of)


class Trial(Fact):
    """`outcome` completes "63 in 100 people ..."; two groups are drawn side by side."""

    title: Text = Field(examples=["Feeling sleepy in one trial"])
    """What the picture shows."""
    outcome: Text = Field(examples=["felt sleepy"])
    """The end of the sentence "63 in 100 people ..."."""
    people: Positive | None = Field(None, examples=[175])
    """How many people the trial had, if the source says so."""
    groups: Annotated[tuple[Arm, ...], Field(min_length=2, max_length=2)]
    """The two groups, drawn side by side."""
    text: Text = Field(examples=["Many felt sleepy on dummy tablets too."])
    """What to make of it."""
