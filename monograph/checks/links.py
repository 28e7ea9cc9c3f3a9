"""Links that last: every address that was ever public is there, or leads on.

Each rule takes the addresses that were recorded, those of the guide as it is, and the contents.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from monograph.model.contents import Contents
from monograph.model.links import Links, Moved, Short
from monograph.model.problem import Place, Problem, nearest
from monograph.model.shape import Shape

LINKS, RECORD = Place("data/links.yml"), Place("data/addresses.txt")


@dataclass(frozen=True)
class Addresses:
    """What can be linked to: each page with its anchors, and whatever else stands at an address, such as what
    leads on.
    """

    pages: dict[str, frozenset[str]]
    others: frozenset[str]

    def __contains__(self, address: str) -> bool:
        """A part of a page that leads on as a whole is led on with it."""
        page, mark, anchor = address.partition("#")
        return page in self.others or (page in self.pages and (not mark or anchor in self.pages[page]))

    @property
    def all(self) -> frozenset[str]:
        return self.others.union(
            self.pages, (f"{page}#{anchor}" for page, anchors in self.pages.items() for anchor in anchors)
        )


def links_last(recorded: frozenset[str], found: Addresses, contents: Contents) -> Iterator[Problem]:
    """A public address, once released, stays: what stood there is there, or data/links.yml says under "moved"
    where it is now.

    Good: a heading renamed from { #meals } to { #food }, and {was: taking#meals, now: taking#food, region:
        all}
    Bad: a heading renamed from { #meals } to { #food }, and nothing else
    """
    lost: dict[str, list[str]] = defaultdict(list)
    for address in sorted(recorded):
        page, mark, _ = address.partition("#")
        if address not in found and (not mark or page in found):  # of a lost page its parts are not told
            region, _, rest = address.removeprefix("/").partition("/")
            lost[rest if region in contents.regions else address].append(region)
    for rest, regions in lost.items():
        spot = rest.replace("/#", "#").removesuffix("/")
        region = "all" if len(regions) == len(contents.regions) else regions[0]
        instead = f'bring it back, or write {{was: {spot}, now: ..., region: {region}}} under "moved"'
        if rest.startswith("/") or "." in rest:
            instead = "bring it back"
        shown = (
            [rest]
            if rest.startswith("/")
            else [f"/{name}/{rest}" for name in contents.regions if name in regions]
        )
        wrong = "were public and are gone" if shown[1:] else "was public and is gone"
        yield Problem(LINKS, f"{' and '.join(shown)} {wrong}", instead)


def links_lead_to_pages(recorded: frozenset[str], found: Addresses, contents: Contents) -> Iterator[Problem]:
    """A short address, and what moved, leads straight to a page or a part that every edition it is for has,
    and hides no page.

    Good: {address: stop, page: stopping}
    Bad: {address: stop, page: stoping}
    """
    for entry, old, new, regions in entries(contents.links, contents):
        if isinstance(entry, Moved) and not regions:
            yield Problem(
                entry.place,
                f'the region "{entry.region}" is not known',
                nearest(entry.region, {*contents.regions, "all"}),
            )
        for region in regions:
            yield from not_there(entry, new, region, found, contents)
            if f"/{region}/{old}/" in found.pages:
                yield Problem(
                    entry.place,
                    f'"{old}" is a page in {region}',
                    "delete this line, or remove the page from docs/",
                )


def not_there(
    entry: Shape, spot: str, region: str, found: Addresses, contents: Contents
) -> Iterator[Problem]:
    """That an entry of the data leads to a page or a part which an edition does not have."""
    slug, _, part = spot.partition("#")
    parts = found.pages.get(f"/{region}/{slug}/", frozenset()) - left_behind(slug, contents)
    if not parts:
        yield Problem(
            entry.place, f'there is no page "{slug}" in {region}', "write the name of a page in docs/"
        )
    elif part and part not in parts:
        yield Problem(
            entry.place, f'the page "{slug}" has no part "{part}" in {region}', nearest(part, parts)
        )


def tasks_lead_to_pages(recorded: frozenset[str], found: Addresses, contents: Contents) -> Iterator[Problem]:
    """What clinics link to is a page or a short address.

    Good: {address: run-out, ...} with {address: run-out, page: stopping#running-out} under "short"
    Bad: {address: runout, ...}
    """
    short = {item.address for item in contents.links.short}
    for task in contents.links.tasks:
        for region in contents.regions:
            if task.address not in short and f"/{region}/{task.address}/" not in found.pages:
                yield Problem(
                    task.place,
                    f'"{task.address}" is neither a page nor a short address in {region}',
                    nearest(task.address, short),
                )


def search_words_lead_to_pages(
    recorded: frozenset[str], found: Addresses, contents: Contents
) -> Iterator[Problem]:
    """Words that people search for lead to a page or a part that every edition they are for has.

    Good: {page: mixing#alcohol, region: all, words: [beer]}
    Bad: {page: mixing#drink, region: all, words: [beer]}
    """
    for lead in (*contents.search.red_flags, *contents.search.words):
        for region in contents.regions:
            if lead.region in (region, "all"):
                yield from not_there(lead, lead.page, region, found, contents)


def home_leads_to_pages(recorded: frozenset[str], found: Addresses, contents: Contents) -> Iterator[Problem]:
    """A door or a row of the home page leads to a page or a part that every edition has.

    Good: {page: children#doses, title: How much for my child?}
    Bad: {page: child#doses, title: How much for my child?}
    """
    for entry in contents.home.entries:
        for region in contents.regions if entry.page else ():
            yield from not_there(entry, entry.page or "", region, found, contents)


def left_behind(slug: str, contents: Contents) -> set[str]:
    """The anchors on a page that only tell where something has moved."""
    return {
        part for page, _, part in (moved.was.partition("#") for moved in contents.links.moved) if page == slug
    }


def entries(links: Links, contents: Contents) -> Iterator[tuple[Short | Moved, str, str, tuple[str, ...]]]:
    """Each line of data/links.yml with its old and new address and the editions it is for."""
    for short in links.short:
        yield short, short.address, short.page, tuple(contents.regions)
    for moved in links.moved:
        yield (
            moved,
            moved.was,
            moved.now,
            tuple(region for region in contents.regions if moved.region in (region, "all")),
        )


LINK_RULES = (
    links_last,
    links_lead_to_pages,
    tasks_lead_to_pages,
    search_words_lead_to_pages,
    home_leads_to_pages,
)
