"""How a plain word goes with a medical one, and which words the reading score and the spell checker treat
apart.
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from monograph.model.json_schema_hints import hint
from monograph.model.shape import Shape, Slug, Text

ONE_WORD, NOT_ONE_WORD = r"^\S+$", "write one word, without spaces"
Single = Annotated[
    str, StringConstraints(pattern=ONE_WORD), hint(ONE_WORD, NOT_ONE_WORD, ["morphine"], ["two words"])
]


class Pair(Shape):
    """A medical term and the plain words that go before it, in one region or in all."""

    term: Text = Field(examples=["seizure"])
    """The medical term. With an s at its end it is found too."""
    forms: tuple[Text, ...] = Field((), examples=[["vomiting", "vomited"]])
    """Other forms of the term."""
    plain: tuple[Text, ...] = Field(min_length=1, examples=[["fit"]])
    """The plain words, of which one stands before the term.

    The first one is what editors are told to write.
    """
    region: Slug = Field(examples=["uk", "all"])
    """The edition that needs the plain word, as regions.yml has it, or "all"."""


class PlainWords(Shape):
    """Words: which plain ones go with which medical ones, and which the reading score and the spell checker
    treat apart.
    """

    plain_first: tuple[Pair, ...]
    """Medical terms that a page may use only in brackets after their plain word, when it first says them."""
    left_out: tuple[Single, ...]
    """Names of medicines and pumps that the reading score does not count. The About page lists them."""
    spelling: tuple[Single, ...]
    """Words that are spelled right though some dictionary lacks them."""
