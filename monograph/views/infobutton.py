"""The page that answers a record system's infobutton: which code leads to which page, and every page of every
edition.
"""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.codes import code_system
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.medicine import Code
from monograph.views.phrases import Phrases
from monograph.views.region_chooser import Choice, RegionChooserView, choice, region_chooser

PAGE = "page-"


@dataclass(frozen=True)
class PageLink:
    slug: str
    href: str
    name: Markup


@dataclass(frozen=True)
class EditionLinks:
    """An edition with the number to call, and its pages."""

    choice: Choice
    pages: tuple[PageLink, ...]


@dataclass(frozen=True)
class InfobuttonView:
    region_chooser: RegionChooserView  # its stop warning stands here too
    editions: tuple[EditionLinks, ...]
    home: str  # the folder of the first edition, whose style and script serve this page too
    request: dict[str, object]  # for the script: the codes and the languages it may meet
    facts: frozenset[str]


def infobutton(contents: Contents) -> InfobuttonView:
    editions = tuple(links(contents, region) for region in contents.regions)
    known = [code for code in contents.medicine.codes if not code.unconfirmed]
    request: dict[str, object] = {
        "editions": [(region, place.locale) for region, place in contents.regions.items()],
        "codes": [entry(code, contents) for code in known],
    }
    before = region_chooser(contents)
    facts = before.facts.union(code.id for code in known)
    return InfobuttonView(before, editions, f"../{next(iter(contents.regions))}/", request, facts)


def links(contents: Contents, region: str) -> EditionLinks:
    phrases = Phrases(Edition(contents, region))
    slugs = [key.removeprefix(PAGE) for key in contents.phrases if key.startswith(PAGE)]
    slugs.sort(key=lambda slug: phrases.say(PAGE + slug))
    return EditionLinks(
        choice(contents, region),
        tuple(
            PageLink(slug, f"../{region}/{slug}/", Markup.escape(phrases.say(PAGE + slug))) for slug in slugs
        ),
    )


def entry(code: Code, contents: Contents) -> dict[str, object]:
    """A code as the script compares it: the names of its system in small letters, and the editions that it
    belongs to.
    """
    system = code_system(code.system)
    regions = list(contents.regions) if code.region == "all" else [code.region]
    return {
        "system": sorted({system.slug, code.system.lower(), *system.names}),
        "code": code.code,
        "page": code.page,
        "regions": regions,
    }
