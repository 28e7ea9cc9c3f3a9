"""The page in front of all editions: where do you live?"""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.views.frame import unchecked
from monograph.views.phrases import Phrases


@dataclass(frozen=True)
class Choice:
    """An edition, with the number to call before choosing anything."""

    region: str
    name: str
    locale: str
    danger: Markup
    number: str
    dial: str
    call: str
    facts: frozenset[str]


@dataclass(frozen=True)
class RegionChooserView:
    choices: tuple[Choice, ...]
    title: Markup
    text: Markup
    unchecked: str | None
    facts: frozenset[str]  # the ids of those it tells


def region_chooser(contents: Contents) -> RegionChooserView:
    """Every region to choose from, and the stop warning in the first one's words."""
    choices = tuple(choice(contents, region) for region in contents.regions)
    edition = Edition(contents, choices[0].region)
    phrases, warning = Phrases(edition), edition.stop_warning
    title, text, _ = map(phrases.prose, warning.in_full)
    return RegionChooserView(
        choices,
        title,
        text,
        unchecked(edition, phrases),
        frozenset({warning.id}.union(phrases.used, *(choice.facts for choice in choices))),
    )


def choice(contents: Contents, region: str) -> Choice:
    edition = Edition(contents, region)
    phrases = Phrases(edition)
    emergency, place = edition.contact("emergency"), edition.region_info
    danger = phrases.prose(contents.phrases["where-now"])
    return Choice(
        region,
        place.name,
        place.locale,
        danger,
        emergency.name,
        f"tel:{(emergency.phone or '').replace('-', '')}",
        phrases.say("where-call", place=place.in_words, who=emergency.name),
        frozenset(phrases.used),
    )
