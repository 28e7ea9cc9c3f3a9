"""Doses that cannot lose their basis: each time, or in total in a day."""

from itertools import combinations, pairwise
from typing import Annotated, Literal, Self, get_args

from pydantic import ConfigDict, Field, model_validator

from monograph.model.json_schema_hints import excludes, needs
from monograph.model.quantity import Counts, DoseAmount, Milligrams, Quantity
from monograph.model.shape import IN_DIGITS, Fact, Shape, Slug, Text

Part = Literal["start", "usual", "maximum"]
PARTS = get_args(Part)
Who = Literal["adults", "children", "older", "kidneys", "dialysis", "liver"]
BOTH_WAYS = 'keep either "each-time" or "in-a-day"; the other is worked out'
NO_BASIS = 'say the basis: "each-time: 5 mg" or "in-a-day: 15 mg" (in total), or "not-known" with the reason'
EITHER = 'keep one of an amount, "not-known" and "avoid"'
NO_STEPS = 'write "steps", or "not-known" with the reason'
NO_SPLIT = 'add "times-a-day", so that nobody takes the day\'s total at once'


class Dose(Fact):
    """One amount of medicine.

    `each-time` and `in-a-day` carry the basis; exactly one of them is written, or why there is none.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                needs(["each-time", "in-a-day", "not-known", "avoid"], NO_BASIS),
                needs(["times-a-day"], NO_SPLIT, unless=["not-known", "avoid"]),
                excludes("each-time", "in-a-day", BOTH_WAYS),
                *(
                    excludes(*pair, EITHER)
                    for pair in combinations(("each-time", "in-a-day", "not-known", "avoid"), 2)
                    if pair != ("each-time", "in-a-day")
                ),
            ]
        }
    )
    part: Part
    """Which amount it is: to start with, the usual one, or the most anyone may take."""
    each_time: DoseAmount | None = None
    """The amount of one dose, in mg or mg/kg."""
    in_a_day: DoseAmount | None = None
    """The amount in total in a day, in mg or mg/kg."""
    times_a_day: Counts | None = None
    """How often a day it is taken."""
    not_known: Text | None = Field(None, examples=["No label that we read gives a number."])
    """Why no amount is known; in place of one."""
    avoid: Text | None = Field(None, examples=["Do not take it. If you take it now, do not stop suddenly."])
    """That these people should not take it, where a source says so; in place of an amount.

    This is known, so "not-known" would be untrue.
    """
    note: Text | None = Field(None, examples=["This is half a tablet."])
    """What the reader should know beside the amount."""

    @model_validator(mode="after")
    def has_one_basis(self) -> Self:
        amounts = [amount for amount in (self.each_time, self.in_a_day) if amount]
        reasons = [reason for reason in (self.not_known, self.avoid) if reason]
        if not amounts and not reasons:
            raise ValueError(NO_BASIS)
        if len(amounts) + len(reasons) > 1:
            raise ValueError(EITHER if reasons else BOTH_WAYS)
        if amounts and not self.times_a_day:
            raise ValueError(NO_SPLIT)
        return self

    @property
    def total(self) -> Quantity | None:
        """What this comes to in a day, in mg or mg/kg; None when it is not known."""
        if self.each_time and self.times_a_day:
            return self.each_time.through(self.times_a_day)
        return self.in_a_day

    @property
    def per_dose(self) -> Quantity | None:
        """What this comes to each time, in mg or mg/kg; None when it is not one amount."""
        if self.in_a_day and self.times_a_day:
            low, high = self.times_a_day
            return self.in_a_day.shared(high) if low == high else None
        return self.each_time


class Group(Shape):
    """The people a row of the dose table is for."""

    who: Who
    """Which people they are, for the ceilings of limits.yml and for narrowing the table."""
    region: Slug = Field(examples=["us", "all"])
    """The edition that shows the row, as regions.yml has it, or "all"."""
    name: Text = Field(examples=["Adults"])
    """What the row is called."""
    forms: Literal["each", "any"] = "any"
    """"each" gives tablets, granules and every liquid strength a row of their own."""
    doses: tuple[Dose, ...] = Field(min_length=1)
    """One dose for each part and region."""


class Step(Shape):
    """One step of a schedule: this much each time, so often, for so many days."""

    each_time: DoseAmount
    """The amount of one dose."""
    times_a_day: Counts
    """How often a day it is taken."""
    for_days: Annotated[int, Field(ge=1, le=60), *IN_DIGITS] = Field(examples=[4])
    """How many days this step lasts."""

    @property
    def total(self) -> Quantity:
        """What this step comes to in a day, in mg."""
        return self.each_time.through(self.times_a_day)


class Schedule(Fact):
    """Stairs up or down for one region, or the reason why nobody gives them."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [needs(["steps", "not-known"], NO_STEPS), excludes("steps", "not-known", NO_STEPS)]
        }
    )
    steps: tuple[Step, ...] = ()
    """The steps in order."""
    not_known: Text | None = Field(None, examples=["No source that we read gives steps."])
    """Why there are no steps; in place of them."""
    note: Text | None = Field(None, examples=["Your doctor may go slower."])
    """What the reader should know beside the steps."""

    @model_validator(mode="after")
    def has_steps(self) -> Self:
        if bool(self.steps) == bool(self.not_known):
            raise ValueError(NO_STEPS)
        return self


class Dosing(Shape):
    """How much: the dose table, the stairs up, the stairs down."""

    groups: dict[Slug, Group] = Field(min_length=1)
    """The rows of the dose table by the id of their people."""
    measured: tuple[Milligrams, ...] = Field(min_length=1)
    """The single amounts that the liquid table converts to mL, smallest first."""
    step_up: tuple[Schedule, ...] = Field(min_length=1)
    """The stairs up, one for each region."""
    step_down: tuple[Schedule, ...] = Field(min_length=1)
    """The stairs down, one for each region."""

    @model_validator(mode="after")
    def measures_in_order(self) -> Self:
        masses = [amount.high for amount in self.measured if amount.is_single and amount.unit == "mg"]
        if len(masses) < len(self.measured) or any(low >= high for low, high in pairwise(masses)):
            raise ValueError('write "measured" as single amounts in mg, each larger than the one before')
        return self
