"""What stands where no page is: the way back, and the stop warning."""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.views.link import Link
from monograph.views.phrases import Phrases
from monograph.views.region_chooser import region_chooser

OFFLINE = "offline.html"  # in each edition: kept on the device, and shown in place of what was not
WAYS = {"": "infobutton-start", "help/": "page-help", "search/": "page-search"}


@dataclass(frozen=True)
class NotFoundView:
    """`root` is the path of the whole site on its host, `home` the edition whose style serves; `why` begins
    the names of its phrases.
    """

    locale: str
    root: str
    home: str
    links: tuple[Link, ...]  # from the root of the site
    title: Markup
    text: Markup
    do: Markup | None
    facts: frozenset[str]  # the ids of those it tells
    why: str = "lost"


def not_found_in(edition: Edition, root: str, why: str = "lost") -> NotFoundView:
    """Within an edition: its first page, whom to call, and the search."""
    phrases, warning = Phrases(edition), edition.stop_warning
    links = tuple(Link(f"{edition.region}/{place}", phrases.say(name)) for place, name in WAYS.items())
    title, text, do = map(phrases.prose, warning.in_full)
    return NotFoundView(
        edition.region_info.locale,
        root,
        f"{edition.region}/",
        links,
        title,
        text,
        do,
        frozenset({warning.id}.union(phrases.used)),
        why,
    )


def not_found(contents: Contents, root: str) -> NotFoundView:
    """Outside of all editions: where do you live?"""
    view = region_chooser(contents)
    phrases = Phrases(Edition(contents, view.choices[0].region))
    links = (
        *(Link(f"{choice.region}/", choice.name) for choice in view.choices),
        Link("c/", phrases.say("type-code-title")),
    )
    return NotFoundView(
        view.choices[0].locale, root, links[0].href, links, view.title, view.text, None, view.facts
    )
