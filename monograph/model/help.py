"""Who to call, and when."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from monograph.model.json_schema_hints import WHOLE, hint
from monograph.model.shape import NOT_PHONE, NOT_URL, SITE, Fact, Shape, Slug, Text
from monograph.model.statement import Card

PHONE, URL = r"^[0-9](?:-?[0-9]){2,14}$", rf"^https://{SITE}$"
Phone = Annotated[
    Text,
    StringConstraints(pattern=PHONE),
    hint(PHONE, NOT_PHONE, ["1-800-555-0100"], ["(800) 555 0100", "call us", "---"], WHOLE),
]
Url = Annotated[
    Text,
    StringConstraints(pattern=URL),
    hint(
        URL,
        NOT_URL,
        ["https://example.org/report"],
        ["http://example.org", "example.org", "https://example.org@example.net/"],
    ),
]


ONE = ("emergency", "poison", "advice", "report")  # what each edition has one contact for
SEVERAL = ("crisis", "no-voice")  # what it may have more for; in braces the first one stands


class Contact(Fact):
    """A number or address of one region; `phone` is what a phone dials, `name` what a reader sees."""

    use: Literal["emergency", "poison", "advice", "report", "crisis", "no-voice"]
    """What it is for; sentences name it in braces, such as {emergency}.

    Crisis: thoughts of suicide. No-voice: for those who cannot speak or hear on a phone.
    """
    name: Text = Field(examples=["1-800-555-0100"])
    """What the reader sees: the number as it is printed, with what to choose after it, or a name."""
    phone: Phone | None = None
    """What a phone dials."""
    url: Url | None = None
    """Its address on the web."""
    text: Text = Field(examples=["Someone has collapsed or cannot be woken."])
    """When to turn to it."""


class Sign(Shape):
    """A sign that threatens life, by the words that name it: whoever shows it needs the emergency number."""

    id: Slug
    """A name of its own."""
    words: tuple[Text, ...] = Field(min_length=1, examples=[["cannot be woken", "will not wake"]])
    """What sentences call it; "fit" finds {fit} too."""
    beside: tuple[Text, ...] = ()
    """Words of which one must stand beside it, such as "missed doses", where the sign alone is no threat."""
    evidence: tuple[Slug, ...] = ()
    """The rows of evidence.yml that say so."""
    not_read: Text | None = Field(None, examples=["General knowledge, which may only raise a level of help."])
    """Why no row says so. Such a sign may only raise a level of help."""


class Forbidden(Shape):
    """What nobody may be told to do, by the words that name it: a sentence that holds them says "not" or
    "never" before.
    """

    id: Slug
    """A name of its own."""
    words: tuple[Text, ...] = Field(min_length=1, examples=[["double dose", "stop ... suddenly"]])
    """What sentences call it; "..." stands for any words of the same sentence."""
    told_in: tuple[Slug, ...] = ()
    """The facts and phrases that have to forbid it, by their ids and keys."""


class Help(Shape):
    """Who to call, and when. A phone number is typed here and nowhere else."""

    contacts: tuple[Contact, ...] = Field(min_length=1)
    """The numbers and addresses of each region."""
    cards: tuple[Card, ...] = Field(min_length=1)
    """The help cards: the signs, and what to do at once."""
    signs: tuple[Sign, ...] = Field(min_length=1)
    """The signs that threaten life: a rule holds every fact that says what to do about one to the
    level now.
    """
    forbidden: tuple[Forbidden, ...] = Field(min_length=1)
    """What nobody may be told to do: a rule looks for a "not" wherever a sentence names it."""


def phone_pattern(phones: Iterable[str]) -> re.Pattern[str]:
    """Finds any of `phones` standing on its own, not inside a longer number; finds nothing when there are
    none.
    """
    numbers = (
        re.escape(phone).replace(r"\-", "[ -]") for phone in sorted(set(phones))
    )  # a number may be printed in groups
    return re.compile("|".join(rf"(?<![\d,.-]){number}(?!-?\d)" for number in numbers) or r"(?!)")
