"""A trial result as people out of people, with the group it is compared to."""

from typing import Annotated

from pydantic import Field, model_validator

from monograph.model.shape import Fact, Flag, Shape, Text


class Arm(Shape):
    """`count` of `of` people, as the source has it; `at-most` when it only says "fewer than"."""

    who: Text
    count: int = Field(ge=0)
    of: int = Field(ge=1)
    at_most: Flag | None = None

    @model_validator(mode="after")
    def counts_people(self):
        if self.count > self.of:
            raise ValueError('"count" is larger than "of"')
        return self

    @property
    def in_100(self) -> int:
        """People in 100, rounded to the nearest whole person."""
        return (200 * self.count + self.of) // (2 * self.of)


class Trial(Fact):
    """`outcome` completes "63 in 100 people ..."; two groups are drawn side by side."""

    title: Text
    outcome: Text
    people: int | None = Field(None, ge=1)
    groups: Annotated[tuple[Arm, ...], Field(min_length=2, max_length=2)]
    text: Text
