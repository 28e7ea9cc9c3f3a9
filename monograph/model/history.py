"""What has changed in the guide, for readers and clinics."""

from typing import Literal, Self, get_args

from pydantic import ConfigDict, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from monograph.model.day import Day
from monograph.model.json_schema_hints import there
from monograph.model.shape import Citation, Shape, Slug, Text

NO_FACTS = 'name the changed facts under "facts", or the deleted ones under "removed"'
NAMED: JsonSchemaValue = {  # a change of meaning says of what
    "if": {
        "not": {
            "anyOf": [there("facts"), there("removed"), {"properties": {"severity": {"const": "wording"}}}]
        }
    },
    "then": {"required": ["facts"], "properties": {"facts": {"minItems": 1}}, "errorMessage": NO_FACTS},
}

Severity = Literal["safety", "meaning", "wording"]
SEVERITIES = get_args(Severity)  # the gravest first


class Change(Shape):
    """What changed in words for readers, why, and which facts."""

    model_config = ConfigDict(json_schema_extra={"allOf": [NAMED]})
    id: Slug = Field(examples=["first-edition"])
    """A lasting name of its own: the entry's address."""
    date: Day
    """The day of the change."""
    region: Slug = Field(examples=["us", "all"])
    """The edition that changed, as regions.yml has it, or "all"."""
    severity: Severity
    """What it asks of the reader. Safety: throw old sheets away. Meaning: read again. PlainWords: nothing."""
    text: Text = Field(examples=["The most in a day is lower now."])
    """What changed, in words for readers."""
    because: Text = Field(examples=["A new label was published."])
    """Why it changed."""
    facts: tuple[Slug, ...] = ()
    """The ids of the facts that changed."""
    removed: tuple[Slug, ...] = ()
    """The ids of facts that are no longer there."""
    sources: tuple[Citation, ...] = ()
    """Which sources led to the change, each with the place in it."""

    @model_validator(mode="after")
    def names_facts(self) -> Self:
        if self.severity != "wording" and not (self.facts or self.removed):
            raise ValueError(NO_FACTS)
        return self
