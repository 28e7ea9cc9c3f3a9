"""An edition's region."""

from pydantic import Field

from monograph.model.shape import Shape, Slug, Text


class Region(Shape):
    """An edition's region and language."""

    name: Text = Field(examples=["United States"])
    """The place as a choice."""
    in_words: Text = Field(examples=["the United States"])
    """The place inside a sentence."""
    locale: Text = Field(examples=["en-US"])
    """Its language and country, as browsers write them."""
    says: dict[Slug, Text] = {}
    """What its readers call a thing that another edition calls otherwise, by the word in braces:

    `fit` stands behind {fit}.
    """
