"""What articles say, and what the sources say to it."""

from typing import Any

from pydantic import ConfigDict, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from monograph.model.nodes import Mapping, Sequence
from monograph.model.shape import Positive, Shape, Slug, Text
from monograph.model.statement import Answer, Statement


class Claim(Shape):
    """A claim in our own words; every region finds its answer among `answers`."""

    id: Slug = Field(examples=["claim-stop-at-once"])
    """A lasting name of its own: the claim's address on the page."""
    number: Positive = Field(examples=[12])
    """Its place in the article."""
    claim: Text = Field(examples=["You can stop whenever you like."])
    """What the article says, in our own words."""
    dangerous: Positive | None = Field(None, examples=[1])
    """Its rank among the claims that can harm, from 1; they lead the page."""
    page: Slug = Field(examples=["stopping"])
    """The page that says more, by its file name in docs/."""
    answers: tuple[Answer, ...] = Field(min_length=1)
    """What the sources say to it, in each region or in all."""

    @model_validator(mode="before")
    @classmethod
    def name_answers(cls, claim: Any) -> Any:
        """An answer takes its id from its claim and region, so that nobody types it twice."""
        if isinstance(claim, Mapping) and isinstance(claim.get("answers"), Sequence):
            for answer in claim["answers"]:
                if isinstance(answer, Mapping):
                    answer.setdefault("id", f"{claim.get('id', '')}-{answer.get('region', '')}")
        return claim


def without_parts(schema: JsonSchemaValue) -> None:
    """In the file, the parts stand beside `left-out`."""
    parts = schema["properties"].pop("parts")
    schema["required"].remove("parts")
    schema |= {key: parts[key] for key in ("propertyNames", "additionalProperties")}


class Claims(Shape):
    """What an article says, part by part, and what the sources say to it."""

    model_config = ConfigDict(json_schema_extra=without_parts)
    parts: dict[Slug, tuple[Claim, ...]]
    """The article's parts with their claims."""
    left_out: tuple[Statement, ...] = Field(min_length=1)
    """What the article should have said."""

    @property
    def all(self) -> tuple[Claim, ...]:
        return tuple(claim for claims in self.parts.values() for claim in claims)
