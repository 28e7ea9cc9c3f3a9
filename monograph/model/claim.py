"""What articles say, and what the sources say to it."""

from typing import Any

from pydantic import Field, model_validator

from monograph.model.shape import Shape, Slug, Text
from monograph.model.statement import Answer, Statement
from monograph.nodes import Mapping, Sequence


class Claim(Shape):
    """A claim in our own words; every region finds its answer among `answers`.

    `dangerous` ranks the claims that can harm, from 1; they lead the page.
    """

    id: Slug
    number: int = Field(ge=1)
    claim: Text
    dangerous: int | None = Field(None, ge=1)
    page: Slug
    answers: tuple[Answer, ...] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def name_answers(cls, claim: Any) -> Any:
        """An answer takes its id from its claim and region, so that nobody types it twice."""
        if isinstance(claim, Mapping) and isinstance(claim.get("answers"), Sequence):
            for answer in claim["answers"]:
                if isinstance(answer, Mapping):
                    answer.setdefault("id", f"{claim.get('id', '')}-{answer.get('region', '')}")
        return claim


class Claims(Shape):
    """data/claims.yml: the article's parts with their claims, and `left-out`, what it should have said."""

    parts: dict[Slug, tuple[Claim, ...]]
    left_out: tuple[Statement, ...] = Field(min_length=1)

    @property
    def all(self) -> tuple[Claim, ...]:
        return tuple(claim for claims in self.parts.values() for claim in claims)
