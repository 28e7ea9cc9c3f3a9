"""An edition's region."""

from typing import Annotated

from pydantic import Field, StringConstraints

from monograph.model.json_schema_hints import hint
from monograph.model.shape import NOT_LOCALE, Shape, Slug, Text

LOCALE = r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"
Locale = Annotated[
    Text, StringConstraints(pattern=LOCALE), hint(LOCALE, NOT_LOCALE, ["en-US"], ["English", "en_US"])
]


class Region(Shape):
    """An edition's region and language."""

    name: Text = Field(examples=["United States"])
    """The place as a choice."""
    short: Text = Field(max_length=16, examples=["US"])
    """The place in the head of each page, where there is little room."""
    in_words: Text = Field(examples=["the United States"])
    """The place inside a sentence."""
    locale: Locale
    """Its language and country, as browsers write them."""
    says: dict[Slug, Text] = {}
    """What its readers call a thing that another edition calls otherwise, by the word in braces:

    `fit` stands behind {fit}.
    """
