"""The record behind the facts: source cards, what was read in them, and who has checked it."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from monograph.model.shape import Shape, Slug, SourceId, Text


def day(text: Any) -> Any:
    """A date written 2026-11-22."""
    try:
        return text if isinstance(text, date) else date.fromisoformat(str(text))
    except ValueError:
        raise ValueError('write a day that exists as year-month-day, such as "2026-11-22"') from None


Day = Annotated[date, BeforeValidator(day)]
Role = Literal["doctor", "pharmacist", "nurse"]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Source(Shape):
    """A source card. `read` says what we had before us: the publisher's own text in excerpts, a copy, or a report."""

    id: SourceId
    publisher: Text
    title: Text
    kind: Text
    country: Slug  # a region's id, another country's code, "study" or "none"
    url: Text | None = Field(None, pattern=r"^https?://\S+$")
    identifier: Text | None = None
    published: Text | None = None  # as the source prints it: a day, a month, a year or a version
    checked: Day
    read: Literal["full text", "excerpt", "copy", "secondary"]


class Reading(Shape):
    """A row of the reading record: what the sources say, in note form, before it became a sentence for readers."""

    id: Slug
    says: Text
    country: Text
    sources: tuple[SourceId, ...] = ()
    where: Text | None = None
    read: Literal["read", "read via copy", "secondary", "not found", "unverified"]
    left_out: Text | None = None


class Signature(Shape):
    """A role and initials that answer for the facts of one file, as they were on a day: never a full name.

    `facts` holds the fingerprint of each fact that was signed; scripts/signoff.py writes it.
    """

    part: Slug
    role: Role
    initials: Annotated[str, Field(pattern=r"^[A-Z]{2,4}$")]
    date: Day
    next: Day
    facts: dict[Slug, Fingerprint] = Field(min_length=1)

    @model_validator(mode="after")
    def looks_ahead(self):
        if self.next <= self.date:
            raise ValueError('"next" comes after "date"')
        return self

    @property
    def person(self) -> tuple[str, str]:
        return self.role, self.initials


class Review(Shape):
    """data/review.yml: the days of the last and next check, and the files whose facts two people must sign."""

    last_checked: Day
    next_check: Day
    two_people: tuple[Slug, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def looks_ahead(self):
        if self.next_check <= self.last_checked:
            raise ValueError('"next-check" comes after "last-checked"')
        return self


class Region(Shape):
    """An edition's place and language."""

    name: Text  # as a choice: "United States"
    in_words: Text  # inside a sentence: "the United States"
    locale: Text
