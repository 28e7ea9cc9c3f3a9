"""What an edit changes: fact by fact in the words of a page, how much it matters, and where it shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from monograph.html import Said, excerpts
from monograph.model.history import SEVERITIES
from monograph.review.entries import Entry
from monograph.review.pairs import Pair, pairs, unsaid
from monograph.review.severity import RECORD, changed_keys, severity
from monograph.review.state import Spot, State
from monograph.views.page_context import source_anchor


class Reach(NamedTuple):
    """A block in which an entry is shown; `line` of `source` asks for it, `linked` where the page has its
    anchor.
    """

    spot: Spot
    source: str
    line: int
    linked: bool


@dataclass(frozen=True)
class Change:
    """An entry that is not as it was; it came where `before` is None, and went where `after` is."""

    before: Entry | None
    after: Entry | None
    severity: str
    pairs: tuple[Pair, ...]
    reaches: tuple[Reach, ...]

    @property
    def entry(self) -> Entry:
        return known(self.after, self.before)

    @cached_property
    def spots(self) -> frozenset[Spot]:
        return frozenset(reach.spot for reach in self.reaches)


def known(*states: Entry | None) -> Entry:
    """The first of them that is there."""
    return next(entry for entry in states if entry)


class Aside(NamedTuple):
    """Words that changed though no fact shown there did: a page's own, or a consequence of something else."""

    what: str
    spots: tuple[Spot, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Differences:
    before: State
    after: State
    changes: tuple[Change, ...]
    asides: tuple[Aside, ...]

    @property
    def printed(self) -> bool:
        """Whether both states could be printed, so that the pages could be compared."""
        return bool(self.before.pages and self.after.pages)


def differences(before: State, after: State) -> Differences:
    """Every difference between two states, the gravest first."""
    ids = [*after.entries, *(id for id in before.entries if id not in after.entries)]
    changes = [change(id, before, after) for id in ids if is_changed(id, before, after)]
    changes.sort(key=lambda item: (SEVERITIES.index(item.severity), item.entry.place))
    asides = asides_of(before, after, changes) if before.pages and after.pages else ()
    return Differences(before, after, tuple(changes), tuple(grouped(asides)))


def is_changed(id: str, before: State, after: State) -> bool:
    """Whether an entry differs; what stands in a file that one state cannot read is neither new nor gone."""
    old, new = before.entries.get(id), after.entries.get(id)
    unread = {entry.place.file for entry in (old, new) if entry} & (before.unread | after.unread)
    return not unread and bool(changed_keys(old, new))


def change(id: str, before: State, after: State) -> Change:
    old, new = before.entries.get(id), after.entries.get(id)
    reaches = reach(known(old, new), (after, before))
    shown = tuple(printed(id, reaches, before, after))
    return Change(old, new, severity(old, new), (*shown, *unsaid(written(old, new), shown)), reaches)


def reach(entry: Entry, states: Iterable[State]) -> tuple[Reach, ...]:
    """The blocks that use an entry in any of `states`."""
    found: dict[Spot, Reach] = {}
    card = f'#{source_anchor(entry.id)}"' if entry.place.file.endswith("/sources.yml") else None
    for state in states:
        for page in state.pages:
            for block in page.blocks:
                if entry.id in block.facts or (card and card in block.html):
                    spot = Spot(page.listed_as, block.call)
                    found.setdefault(spot, Reach(spot, page.source, block.line, entry.id in page.anchors))
    return tuple(found.values())


def printed(id: str, reaches: Iterable[Reach], before: State, after: State) -> Iterator[Pair]:
    """What a page says under the entry's own anchor, from the first block that shows the change."""
    for item in reaches:
        old, new = (
            [said.text for said in said_in(item.spot, state) if said.anchor == id]
            for state in (before, after)
        )
        if old != new:
            yield from pairs("", old, new)
            return


def said_in(spot: Spot, state: State) -> tuple[Said, ...]:
    return excerpts(state.blocks[spot].html) if spot in state.blocks else ()


def written(old: Entry | None, new: Entry | None) -> Iterator[Pair]:
    """Every changed key, the record last; of an entry that came or went, not what all have."""
    keys = changed_keys(old, new) - (set() if old and new else {"region", "under"})
    for key in sorted(keys, key=lambda key: (key in RECORD, key)):
        yield from pairs(key, *(entry.fields.get(key, ()) if entry else () for entry in (old, new)))


def asides_of(before: State, after: State, changes: list[Change]) -> Iterator[Aside]:
    """What changed besides: in blocks, and between them."""
    told = {pair[1:] for change in changes if change.reaches for pair in change.pairs}
    for spot in {**after.blocks, **before.blocks}:
        mine = {change.entry.id for change in changes if spot in change.spots}
        old, new = (said_in(spot, state) for state in (before, after))
        if mine <= {
            said.anchor for said in (*old, *new)
        }:  # else one without words of its own, such as a contact, is behind it all
            found = pairs(
                "", *([said.text for said in side if said.anchor not in mine] for side in (old, new))
            )
            yield Aside(
                spot.call, (spot,), tuple(dict.fromkeys(pair for pair in found if pair[1:] not in told))
            )
    for address in before.prose.keys() | after.prose.keys():
        was, now = (
            [said.text for said in excerpts(state.prose.get(address, ""))] for state in (before, after)
        )
        yield Aside("the page's own words", (Spot(address, ""),), tuple(pairs("", was, now)))


def grouped(asides: Iterable[Aside]) -> list[Aside]:
    """The same words changed on many pages are told once."""
    found: dict[tuple[str, tuple[Pair, ...]], list[Spot]] = {}
    for aside in sorted((aside for aside in asides if aside.pairs), key=lambda aside: aside.spots):
        found.setdefault((aside.what, aside.pairs), []).extend(aside.spots)
    return [Aside(what, tuple(spots), pairs) for (what, pairs), spots in found.items()]
