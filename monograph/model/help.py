"""Who to call, and when."""

import re
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from monograph.model.shape import Fact, Shape, Text
from monograph.model.statement import Card


class Contact(Fact):
    """A number or address of one region; `phone` is what a phone dials, `name` what a reader sees."""

    use: Literal["emergency", "poison", "advice", "report"]
    name: Text
    phone: Text | None = Field(None, pattern=r"^[0-9-]{3,16}$")
    url: Text | None = Field(None, pattern=r"^https://\S+$")
    text: Text


class Help(Shape):
    """data/help.yml."""

    contacts: tuple[Contact, ...] = Field(min_length=1)
    cards: tuple[Card, ...] = Field(min_length=1)


def phone_pattern(phones: Iterable[str]) -> re.Pattern:
    """Finds any of `phones` standing on its own, not inside a longer number; finds nothing when there are none."""
    return re.compile("|".join(rf"(?<![\d,.-]){re.escape(phone)}(?!-?\d)" for phone in sorted(set(phones))) or r"(?!)")
