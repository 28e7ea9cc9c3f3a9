"""The search page: its form, the emergency card that it shows or hides, and the file that tells its script
about people's words.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from monograph.model.edition import Edition
from monograph.model.search import Lead, RedFlag
from monograph.views.contacts import ContactView, contacts
from monograph.views.page_context import PageContext
from monograph.views.phrases import Phrases
from monograph.views.redirects import target_of

ON_THE_CARD = ("emergency", "poison", "crisis")
WORDS = "search/words.json"  # fetched by the script as soon as somebody wants to search


@dataclass(frozen=True)
class SearchView:
    """`home` is the start of every answer's address."""

    home: str
    script: str
    danger: Markup
    contacts: tuple[ContactView, ...]
    help: str


def search(page: PageContext) -> SearchView:
    """The field to search in, and the emergency card that some words bring up."""
    return SearchView(
        home=page.link("index"),
        script=f"{page.root}assets/javascripts/search.mjs",
        danger=page.phrases.prose(page.edition.contents.phrases["where-now"]),
        contacts=contacts(page, ON_THE_CARD),
        help=page.link("help"),
    )


def address(page: PageContext) -> str:
    """A field that leads to the search page with what was typed."""
    return page.link("search")


def words(edition: Edition) -> str:
    """What the script is told about people's words, as JSON."""
    page = PageContext(edition, Phrases(edition), "search")
    return json.dumps(vocabulary(page), ensure_ascii=False, separators=(",", ":"))


def vocabulary(page: PageContext) -> dict[str, Any]:
    """The words of data/search.yml as this edition has them."""
    search, edition = page.edition.contents.search, page.edition
    return {
        "flags": [*(flag(item, page) for item in edition.pick(search.red_flags)), *numbers(page)],
        "harmless": search.harmless,
        "danger": search.in_danger,
        "alike": [(item.word, item.forms) for item in search.alike],
        "leads": [lead(item, page) for item in edition.pick(search.words)],
        "stop": [*search.stop_words, page.phrases.name.lower()],
    }


def flag(item: RedFlag, page: PageContext) -> dict[str, Any]:
    return {**lead(item, page), "kind": item.kind}


def numbers(page: PageContext) -> Iterator[dict[str, Any]]:
    """Whoever types a number of the card is shown the card."""
    title = page.phrases.say("page-help")
    for contact in (contact for use in ON_THE_CARD for contact in page.edition.contacts(use)):
        if contact.phone:
            yield {"to": target_of("help"), "title": title, "words": [contact.phone], "kind": contact.use}


def lead(item: Lead | RedFlag, page: PageContext) -> dict[str, Any]:
    title = page.phrases.say(f"page-{item.page.partition('#')[0]}")
    return {
        "to": target_of(item.page),
        "title": title,
        "words": item.words,
        **({"alone": True} if item.alone else {}),
    }
