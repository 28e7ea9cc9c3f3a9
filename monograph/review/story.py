"""Differences as they are told, whatever they are written into:
a story for each change, the gravest first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monograph.model.history import SEVERITIES
from monograph.model.problem import Problem
from monograph.review.differences import Aside, Change, Differences
from monograph.review.entries import Entry
from monograph.review.pairs import Pair
from monograph.review.severity import RECORD, RECORD_FILES
from monograph.review.state import Spot, State

FIGURE = re.compile(r"\d[\d.,]* (?:mg|mL|micrograms|hours|days|weeks|months|in 100)\b(?:/kg)?")
KINDS = {
    "sources": "source card",
    "evidence": "reading",
    "phrases": "phrase",
}  # by file or folder; all else are facts
MOST_PROBLEMS = 10


@dataclass(frozen=True)
class Story:
    """One change; every list holds lines to be shown as they are."""

    severity: str
    id: str
    what: str
    where: str
    pairs: tuple[Pair, ...]
    sources: tuple[str, ...]
    reaches: tuple[str, ...]
    leftovers: tuple[str, ...]


def stories(found: Differences) -> list[Story]:
    return [story(change, found) for change in found.changes]


def story(change: Change, found: Differences) -> Story:
    entry = change.entry
    verb = "changed" if change.before and change.after else "added" if change.after else "removed"
    where = ", ".join(filter(None, (str(entry.place), entry.region)))
    after, names = found.after, {**found.before.entries, **found.after.entries}
    return Story(
        severity=change.severity,
        id=entry.id,
        what=f"{kind(entry)} {verb}",
        where=where if change.after else f"{where}, before",
        pairs=change.pairs,
        sources=() if kind(entry) != "fact" else tuple(source(cite, names) for cite in entry.cites),
        reaches=(*places(reach.spot for reach in change.reaches), *resting(entry, after))
        or (nowhere(found),),
        leftovers=tuple(leftovers(change, after)),
    )


def kind(entry: Entry) -> str:
    return KINDS.get(entry.place.file.split("/")[1].removesuffix(".yml"), "fact")


def resting(entry: Entry, after: State) -> Iterator[str]:
    """The facts that rest on a reading: a signature of them covers it."""
    ids = [other.id for other in after.entries.values() if entry.id in other.fields.get("evidence", ())]
    if ids and kind(entry) == "reading":
        yield f"what rests on it and, once signed, is signed again: {', '.join(ids)}"


def nowhere(found: Differences) -> str:
    return (
        "no page by its own id; what follows from it is told as also changed"
        if found.printed
        else "not known, because the pages could not be printed"
    )


def source(cite: str, names: dict[str, Entry]) -> str:
    """ "US-LABEL (its publisher), Doses"."""
    id, _, where = cite.partition(", ")
    publisher = names[id].fields.get("publisher", ()) if id in names else ()
    return ", ".join(filter(None, (f"{id} ({' '.join(publisher)})" if publisher else id, where)))


def places(spots: Iterable[Spot]) -> Iterator[str]:
    """A line for each edition: its pages with their blocks, those with the same blocks together."""
    pages: dict[str, list[str]] = {}
    for spot in spots:
        pages.setdefault(spot.address, []).append(spot.call.removesuffix("()"))
    editions: dict[str, dict[str, list[str]]] = {}
    for address, calls in pages.items():
        edition, page = home(address)
        blocks = f" ({', '.join(filter(None, calls))})" if any(calls) else ""
        editions.setdefault(edition, {}).setdefault(blocks, []).append(page)
    for edition, groups in editions.items():
        yield f"{edition}: " + "; ".join(f"{', '.join(slugs)}{blocks}" for blocks, slugs in groups.items())


def home(address: str) -> tuple[str, str]:
    """The edition and the page of "us/taking/"; what is of no edition belongs to the site."""
    edition, slash, page = address.rstrip("/").partition("/")
    if slash:
        return edition, page
    return (edition, "start page") if address.endswith("/") else ("site", address)


def leftovers(change: Change, after: State) -> Iterator[str]:
    """Where a figure that this change took away still stands, in the same region and not under a change of
    its own.
    """
    old, new = (figures(entry) for entry in (change.before, change.after))
    gone = (
        old - new
        if change.severity == SEVERITIES[0] and change.before and change.entry.place.file not in RECORD_FILES
        else set()
    )
    for entry in after.entries.values() if gone else ():
        if entry.id != change.entry.id and entry.region in (change.entry.region, "all"):
            for text in told(entry):
                if gone & set(FIGURE.findall(text)):
                    yield f"{entry.id} ({entry.place}): {text}"


def figures(entry: Entry | None) -> set[str]:
    return {figure for text in told(entry) for figure in FIGURE.findall(text)} if entry else set()


def told(entry: Entry) -> Iterator[str]:
    return (text for key, texts in entry.fields.items() if key not in RECORD for text in texts)


def summary(found: Differences) -> str:
    """ "2 facts and 1 source card changed: 1 safety, 1 meaning, 1 wording."."""
    if not found.changes:
        return "No fact changed, but pages did." if found.asides else "Nothing changed."
    kinds = Counter(kind(change.entry) for change in found.changes)
    levels = Counter(change.severity for change in found.changes)
    counted = ", ".join(f"{levels[level]} {level}" for level in SEVERITIES if levels[level])
    return f"{' and '.join(plural(count, noun) for noun, count in kinds.items())} changed: {counted}."


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def notes(found: Differences) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What must be known before the report is believed: a heading, and its lines."""
    if not found.after.pages:
        yield (
            "The new state cannot be printed: only what is written in data/ is compared. Its problems:",
            lines(found.after.problems),
        )
    elif found.after.problems:
        yield "The new state does not pass the checks:", lines(found.after.problems)
    if not found.before.pages:
        heading = (
            "The old state cannot be printed by today's code: only what is written in data/ is compared. "
            "Its problems:"
        )
        yield heading, lines(found.before.problems)
    if unread := sorted(found.before.unread | found.after.unread):
        yield "Nothing in these files is compared, because one state of them cannot be read:", tuple(unread)


def lines(problems: Iterable[Problem]) -> tuple[str, ...]:
    told = [str(problem) for problem in problems]
    more = [f"and {plural(len(told) - MOST_PROBLEMS, 'more problem')}"] if len(told) > MOST_PROBLEMS else []
    return (*told[:MOST_PROBLEMS], *more)


def heading(aside: Aside) -> str:
    """ "opening() on us: about, taking"."""
    return (
        f"{aside.what.removesuffix('()')} on "
        f"{'; '.join(places(Spot(spot.address, '') for spot in aside.spots))}"
    )
