"""Ceilings that catch a lost decimal point."""

from typing import Self

from pydantic import ConfigDict, Field, model_validator

from monograph.model.dosing import Part, Who
from monograph.model.json_schema_hints import excludes, needs
from monograph.model.quantity import DoseAmount
from monograph.model.shape import Fact, Text

ONE_BASIS = 'write either "each-time" or "in-a-day"'


class Limit(Fact):
    """An amount above which a dose in the data is taken for a slip of the pen."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                needs(["each-time", "in-a-day"], ONE_BASIS),
                excludes("each-time", "in-a-day", ONE_BASIS),
            ]
        }
    )
    who: Who
    """The people whose doses it watches."""
    part: Part | None = None
    """Written when it watches that part's doses alone."""
    each_time: DoseAmount | None = None
    """The ceiling for one dose."""
    in_a_day: DoseAmount | None = None
    """The ceiling for the total in a day."""
    because: Text = Field(examples=["The most that any label read allows."])
    """Where the ceiling comes from."""

    @model_validator(mode="after")
    def has_one_basis(self) -> Self:
        if bool(self.each_time) == bool(self.in_a_day):
            raise ValueError(ONE_BASIS)
        return self
