"""What people type into the search: the words that lead to a page, and those that call for help."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from monograph.model.json_schema_hints import NUMBER, hint
from monograph.model.links import Spot
from monograph.model.shape import MEANT, Flag, Shape, Slug, meant

# "5+" stands for any number of 5 or more, "100+mg" for any amount of 100 mg or more
WORD = "([a-z0-9ß-ÿ]+|[0-9]+[+](mg|ml)?)"
SAID, SINGLE = f"^{WORD}( {WORD}){{0,2}}$", f"^{WORD}$"
NOT_SAID = "write one to three words in small letters, without hyphens and apostrophes, such as cant wake"
NOT_SINGLE = "write one word in small letters, without hyphens and apostrophes"
Said = Annotated[
    str,
    StringConstraints(pattern=SAID),
    AfterValidator(meant),
    hint(f"^{MEANT}{SAID[1:]}", NOT_SAID, ["cant wake"], ["can't wake", "i can not wake him"], kind=NUMBER),
]
Single = Annotated[
    str,
    StringConstraints(pattern=SINGLE),
    AfterValidator(meant),
    hint(f"^{MEANT}{SINGLE[1:]}", NOT_SINGLE, ["cant"], ["can not", "can't"], kind=NUMBER),
]


class Lead(Shape):
    """Words that lead to a page, or to a part of it, in one region or in all."""

    page: Spot
    """The page they lead to, or a part of it."""
    region: Slug = Field(examples=["us", "all"])
    """The edition in which they lead there, as regions.yml has it, or "all"."""
    words: tuple[Said, ...] = Field(min_length=1, examples=[["half tablet", "crush"]])
    """What people type: lay words, misspellings, brands, names of the street; each one to three words."""

    alone: Flag | None = None
    """Whether they count only when nothing else was typed, for a word that tells little beside others."""


class RedFlag(Lead):
    """Words that put the emergency card above every answer."""

    kind: Literal["emergency", "poison", "crisis"]
    """Who else is on the card: for poison whom to call for too much as well, for crisis the crisis line."""


class Alike(Shape):
    """Forms that the search also reads as one word, such as "can not" as "cant"."""

    word: Single
    """The word that stands for all of them in the other lists."""
    forms: tuple[Said, ...] = Field(min_length=1, examples=[["can not", "unable to"]])
    """What is read as the word too."""


class Search(Shape):
    """Words that people type into the search, and the page that each leads to."""

    red_flags: tuple[RedFlag, ...] = Field(min_length=1)
    """Words that put the emergency card above every answer."""
    harmless: tuple[Said, ...] = ()
    """Everyday phrases that hold a word of the red flags; they are passed over when nothing else tells of
    danger.
    """
    in_danger: tuple[Said, ...] = ()
    """What tells of a person in danger, though it calls no card by itself; beside it no everyday phrase is
    passed over.
    """
    alike: tuple[Alike, ...] = ()
    """Words that mean the same to the search."""
    words: tuple[Lead, ...]
    """Words that lead to a page."""
    stop_words: tuple[Single, ...] = ()
    """Words that tell nothing, left out when the pages themselves are searched."""
