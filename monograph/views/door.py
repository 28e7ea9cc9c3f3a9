"""The page in front of all editions: where do you live?"""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.views.phrases import Words


@dataclass(frozen=True)
class Choice:
    """An edition, with the number to call before choosing anything."""

    region: str
    name: str
    locale: str
    danger: Markup
    facts: frozenset[str]


@dataclass(frozen=True)
class DoorView:
    choices: tuple[Choice, ...]
    title: Markup
    text: Markup
    facts: frozenset[str]  # the ids of those it tells


def door(contents: Contents) -> DoorView:
    """Every region to choose from, and the stop warning in the first one's words."""
    choices = tuple(choice(contents, region) for region in contents.regions)
    edition = Edition(contents, choices[0].region)
    words, (warning,) = Words(edition), edition.topic("stop-warning")
    title, text = words.prose(warning.title), words.prose(warning.text)
    return DoorView(choices, title, text, frozenset({warning.id}.union(words.used, *(choice.facts for choice in choices))))


def choice(contents: Contents, region: str) -> Choice:
    edition = Edition(contents, region)
    words = Words(edition)
    danger = words.prose(contents.words["where-now"])
    return Choice(region, edition.place.name, edition.place.locale, danger, frozenset(words.used))
