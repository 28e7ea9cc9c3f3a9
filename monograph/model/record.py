"""The record behind the facts: source cards, what was read in them, and who has checked it."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from monograph.model.shape import Shape, Slug, SourceId, Text


def day(text: Any) -> Any:
    """A date written 2026-11-22."""
    try:
        return text if isinstance(text, date) else date.fromisoformat(str(text))
    except ValueError:
        raise ValueError('write a day that exists as year-month-day, such as "2026-11-22"') from None


Day = Annotated[date, BeforeValidator(day)]


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
    """A role and initials that answer for a part, never a full name."""

    part: Slug
    role: Text
    initials: Text
    date: Day
    next: Day


class Review(Shape):
    """data/review.yml: the days of the last and next check, and who has signed."""

    last_checked: Day
    next_check: Day
    signed: tuple[Signature, ...] = ()


class Region(Shape):
    """An edition's place and language."""

    name: Text  # as a choice: "United States"
    in_words: Text  # inside a sentence: "the United States"
    locale: Text
