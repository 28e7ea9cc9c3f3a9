"""What stands where no page is: the way back, and the stop warning."""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.views.door import door
from monograph.views.phrases import Words

OFFLINE = "offline.html"  # in each edition: kept on the device, and shown in place of what was not
WAYS = {"": "infobutton-start", "help/": "page-help", "search/": "page-search"}


@dataclass(frozen=True)
class Way:
    place: str  # from the root of the site
    name: str


@dataclass(frozen=True)
class LostView:
    """`root` is the path of the whole site on its host, `home` the edition whose style serves; `why` begins the names of its phrases."""

    locale: str
    root: str
    home: str
    links: tuple[Way, ...]
    title: Markup
    text: Markup
    do: Markup | None
    facts: frozenset[str]  # the ids of those it tells
    why: str = "lost"


def lost_in(edition: Edition, root: str, why: str = "lost") -> LostView:
    """Within an edition: its first page, whom to call, and the search."""
    words, (warning,) = Words(edition), edition.topic("stop-warning")
    links = tuple(Way(f"{edition.region}/{place}", words.say(name)) for place, name in WAYS.items())
    texts = [words.prose(text) for text in (warning.title, warning.text, warning.do)]
    return LostView(edition.place.locale, root, f"{edition.region}/", links, *texts, frozenset({warning.id}.union(words.used)), why)


def lost(contents: Contents, root: str) -> LostView:
    """Outside of all editions: where do you live?"""
    view = door(contents)
    words = Words(Edition(contents, view.choices[0].region))
    links = (*(Way(f"{choice.region}/", choice.name) for choice in view.choices), Way("c/", words.say("type-code-title")))
    return LostView(view.choices[0].locale, root, links[0].place, links, view.title, view.text, None, view.facts)
