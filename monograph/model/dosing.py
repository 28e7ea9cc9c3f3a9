"""Doses that cannot lose their basis: each time, or in total in a day."""

from itertools import pairwise
from typing import Literal

from pydantic import Field, model_validator

from monograph.model.quantity import Amount, Counts, Quantity
from monograph.model.shape import Fact, Shape, Slug, Text

PARTS = ("start", "usual", "maximum")
BOTH_WAYS = 'keep either "each-time" or "in-a-day"; the other is worked out'
NO_BASIS = 'say the basis: "each-time: 5 mg" or "in-a-day: 15 mg" (in total), or "not-known" with the reason'
NO_SPLIT = 'add "times-a-day", so that nobody takes the day\'s total at once'


class Dose(Fact):
    """One amount of medicine: the start, the usual amount or the maximum.

    `each-time` and `in-a-day` carry the basis; exactly one of them is written, in mg or mg/kg.
    """

    part: Literal["start", "usual", "maximum"]
    each_time: Amount | None = None
    in_a_day: Amount | None = None
    times_a_day: Counts | None = None
    not_known: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def has_one_basis(self):
        given = [amount for amount in (self.each_time, self.in_a_day, self.not_known) if amount]
        if not given:
            raise ValueError(NO_BASIS)
        if len(given) > 1:
            raise ValueError(BOTH_WAYS if not self.not_known else 'keep either an amount or "not-known"')
        if not self.not_known and not self.times_a_day:
            raise ValueError(NO_SPLIT)
        return self

    @property
    def total(self) -> Quantity | None:
        """What this comes to in a day, in mg or mg/kg; None when it is not known."""
        if self.in_a_day or not self.each_time:
            return self.in_a_day
        return self.each_time.through(self.times_a_day)

    @property
    def single(self) -> Quantity | None:
        """What this comes to each time, in mg or mg/kg; None when it is not one amount."""
        if self.each_time or not self.in_a_day:
            return self.each_time
        low, high = self.times_a_day
        return self.in_a_day.shared(high) if low == high else None


class Group(Shape):
    """The people a row of the dose table is for."""

    who: Literal["adults", "children", "older", "kidneys", "dialysis", "liver"]
    region: Slug
    name: Text
    forms: Literal["each", "any"] = "any"  # "each": a row of its own for tablets, granules and every liquid strength
    doses: tuple[Dose, ...] = Field(min_length=1)


class Step(Shape):
    """One step of a schedule: this much each time, so often, for so many days."""

    each_time: Amount
    times_a_day: Counts
    for_days: int = Field(ge=1, le=60)

    @property
    def total(self) -> Quantity:
        """What this step comes to in a day, in mg."""
        return self.each_time.through(self.times_a_day)


class Schedule(Fact):
    """Stairs up or down for one region, or the reason why nobody gives them."""

    steps: tuple[Step, ...] = ()
    not_known: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def has_steps(self):
        if bool(self.steps) == bool(self.not_known):
            raise ValueError('write "steps", or "not-known" with the reason')
        return self


class Dosing(Shape):
    """data/dosing.yml: the groups of people by id, the amounts that liquids are converted for, and the stairs up and down."""

    groups: dict[Slug, Group] = Field(min_length=1)
    measured: tuple[Amount, ...] = Field(min_length=1)
    step_up: tuple[Schedule, ...] = Field(min_length=1)
    step_down: tuple[Schedule, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def measures_in_order(self):
        masses = [amount.high for amount in self.measured if amount.single and amount.unit == "mg"]
        if len(masses) < len(self.measured) or any(low >= high for low, high in pairwise(masses)):
            raise ValueError('write "measured" as single amounts in mg, each larger than the one before')
        return self


class Limit(Fact):
    """An amount above which a dose in the data is taken for a slip of the pen; with `part`, only that part's doses."""

    who: Literal["adults", "children", "older", "kidneys", "dialysis", "liver"]
    part: Literal["start", "usual", "maximum"] | None = None
    each_time: Amount | None = None
    in_a_day: Amount | None = None
    because: Text

    @model_validator(mode="after")
    def has_one_basis(self):
        if bool(self.each_time) == bool(self.in_a_day):
            raise ValueError('write either "each-time" or "in-a-day"')
        return self
