"""Differences as one page that stands alone: every changed block as it was and as it is, in the guide's own
style.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from markupsafe import Markup, escape

from monograph.review.differences import Differences, said_in
from monograph.review.pairs import Pair, pairs
from monograph.review.state import Spot, State
from monograph.review.story import Story, heading, notes, places, plural, stories, summary
from monograph.site.styles import GUIDE, joined
from monograph.views.render import filled

SECTION = re.compile(r"<section\b.*?</section>\n?", re.DOTALL)
PIECE = re.compile(
    r'<tr\b(?!><th scope="col").*?</tr>\n?|<div class="(?:statement|question|claim)\b.*?</div>\n?'
    r"|<li\b.*?</li>\n?",
    re.DOTALL,
)
FORM = re.compile(
    r"<(form|footer|script)\b.*?</\1>", re.DOTALL
)  # nothing to fill in or to run stands side by side
CITE = re.compile(r'<sup class="cite">.*?</sup>', re.DOTALL)
PART = re.compile(r"<(td|dd|li|p|h2|h3)\b.*?</\1>", re.DOTALL)
ANCHOR = re.compile(r' id="[^"]*"')
LEADING = re.compile(
    r' (?:href|aria-labelledby|tabindex)="[^"]*"'
)  # the page stands alone: nothing in it leads anywhere
UNFOLDED = 12  # blocks; a phone number stands in a hundred, and nobody scrolls so far
WORD = re.compile(r"\s+|\w[\w.,]*\w|\w|[^\w\s]")


@dataclass(frozen=True)
class Marked:
    """A pair with what differs marked within it."""

    key: str
    before: Markup
    after: Markup


@dataclass(frozen=True)
class Told:
    story: Story
    pairs: tuple[Marked, ...]


@dataclass(frozen=True)
class Block:
    """A block in both states; `same` says how much of it is left out because it is the same in both; `open`
    when unfolded.
    """

    title: str
    before: Markup
    after: Markup
    same: str
    open: bool


@dataclass(frozen=True)
class SideBySide:
    base: str
    summary: str
    notes: tuple[tuple[str, tuple[str, ...]], ...]
    told: tuple[Told, ...]
    asides: tuple[tuple[str, tuple[Marked, ...]], ...]
    blocks: tuple[Block, ...]
    style: Markup


def write(found: Differences, base: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(filled("differences", "differences", side_by_side(found, base)), "utf-8")


def side_by_side(found: Differences, base: str) -> SideBySide:
    told = tuple(Told(story, tuple(map(marked, story.pairs))) for story in stories(found))
    asides = tuple((heading(aside), tuple(map(marked, aside.pairs))) for aside in found.asides)
    style = Markup(joined(GUIDE))
    return SideBySide(base, summary(found), tuple(notes(found)), told, asides, tuple(blocks(found)), style)


def marked(pair: Pair) -> Marked:
    """Both texts with the words that differ marked."""
    old, new = (WORD.findall(text) for text in pair[1:])
    before, after = Markup(), Markup()
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = escape("".join(old[a:b])), escape("".join(new[c:d]))
        before += gone if kind == "equal" or not gone else Markup("<del>{}</del>").format(gone)
        after += come if kind == "equal" or not come else Markup("<ins>{}</ins>").format(come)
    return Marked(pair.key, before, after)


def blocks(found: Differences) -> Iterator[Block]:
    """Each block that does not say what it said, once for all pages on which the same changed in it."""
    spots = [reach.spot for change in found.changes for reach in change.reaches] + [
        spot for aside in found.asides for spot in aside.spots
    ]
    alike: dict[tuple[str | Pair, ...], list[Spot]] = {}
    for spot in dict.fromkeys(spot for spot in spots if spot.call):
        old, new = ([said.text for said in said_in(spot, state)] for state in (found.before, found.after))
        if old != new:
            alike.setdefault((spot.call, *pairs("", old, new)), []).append(spot)
    for number, same in enumerate(alike.values()):
        yield block(same, found, number < UNFOLDED)


def block(spots: list[Spot], found: Differences, unfolded: bool) -> Block:
    before, after = (html_of(spots[0], state) for state in (found.before, found.after))
    before, after, left = without_the_same(before, after)
    same = (
        f"{plural(left, 'part')} of this block did not change and {'is' if left == 1 else 'are'} not shown."
        if left
        else ""
    )
    title = (
        f"{spots[0].call.removesuffix('()')} on {'; '.join(places(Spot(spot.address, '') for spot in spots))}"
    )
    return Block(title, standing_alone(before, after), standing_alone(after, before), same, unfolded)


def html_of(spot: Spot, state: State) -> str:
    html = FORM.sub("", str(state.blocks[spot].html)) if spot in state.blocks else ""
    return re.sub(r".*<body>|</body>.*", "", html, flags=re.DOTALL)


def without_the_same(before: str, after: str) -> tuple[str, str, int]:
    """Both without the sections, rows, statements and items that are the same in both, and how many those
    were.
    """
    left = 0
    for pattern in (SECTION, PIECE):
        same = {bare(piece) for piece in pattern.findall(before)} & {
            bare(piece) for piece in pattern.findall(after)
        }
        left += sum(bare(piece) in same for piece in pattern.findall(after))
        before, after = (without(same, pattern, html) for html in (before, after))
    return before, after, left


def without(same: set[str], pattern: re.Pattern[str], html: str) -> str:
    return pattern.sub(lambda match: "" if bare(match[0]) in same else match[0], html)


def bare(html: str) -> str:
    return CITE.sub("", ANCHOR.sub("", html))


def standing_alone(html: str, other: str) -> Markup:
    """With its parts marked that the `other` state has not; without anchors, which would stand twice, links
    and citations.
    """
    theirs = {bare(part[0]) for part in PART.finditer(other)}
    found = PART.sub(
        lambda part: (
            part[0] if bare(part[0]) in theirs else part[0].replace(part[1], f"{part[1]} data-changed", 1)
        ),
        html,
    )
    return Markup(LEADING.sub("", bare(found)))
