"""Where a fact is written and every place where readers meet it."""

from collections.abc import Iterator
from pathlib import Path

from monograph.checks.library import unjudged
from monograph.model.contents import Contents
from monograph.model.problem import Unknown, nearest
from monograph.model.shape import Fact, Named
from monograph.review.state import pages
from monograph.views.pages import Block, Page


def where(root: Path, id: str) -> Iterator[str]:
    """Line by line: of a fact or claim its pages, of a source or reading its facts; raises Unknown with the
    nearest id.
    """
    contents = unjudged(root / "data")
    yield from written(look_up(id, contents))
    if id in contents.cards or id in contents.evidence_by_id:
        yield from resting(id, contents)
    else:
        found = shown(id, contents, root)
        yield from (
            f"  filled into: {fact.id}  {fact.place}  {fact.region}" for fact in contents.repeating(id)
        )
        yield from [place(id, page, block) for page, block in found] or ["  on no page"]


def asked(root: Path, id: str) -> Iterator[str]:
    """The lines of docs/ that ask for it, once for all editions; raises Unknown with the nearest id."""
    contents = unjudged(root / "data")
    look_up(id, contents)
    lines = {(page.source, block.line, block.call) for page, block in shown(id, contents, root)}
    yield from (f"{source}:{line}  {call}" for source, line, call in sorted(lines))


def look_up(id: str, contents: Contents) -> Named:
    known: dict[str, Named] = {
        **contents.evidence_by_id,
        **contents.cards,
        **{claim.id: claim for claim in contents.claims.all},
        **{fact.id: fact for fact in contents.facts},
    }
    if id not in known:
        advice = nearest(id, known)  # where none is near, it would name all of them
        raise Unknown(
            f'no fact, claim, source or reading "{id}": '
            f"{advice if advice.startswith('did') else 'look it up in data/'}"
        )
    return known[id]


def written(thing: Named) -> Iterator[str]:
    """Where it is written, and what it rests on."""
    yield "  ".join(filter(None, (thing.id, str(thing.place), getattr(thing, "region", ""))))
    if isinstance(thing, Fact):
        yield from (f"  source: {citation.id}, {citation.where}" for citation in thing.sources)


def resting(id: str, contents: Contents) -> Iterator[str]:
    """Every fact that cites a source, with the section, or names a reading."""
    for fact in contents.facts:
        sections = [citation.where for citation in fact.sources if citation.id == id]
        if sections or id in fact.evidence:
            yield "  ".join(("", fact.id, str(fact.place), fact.region, *sections))


def shown(id: str, contents: Contents, root: Path) -> list[tuple[Page, Block]]:
    """Every block of every page and export that tells it."""
    return [(page, block) for page in pages(contents, root) for block in page.blocks if id in block.facts]


def place(id: str, page: Page, block: Block) -> str:
    """The page's address, the block, and the line that asks for it."""
    anchor = f"#{id}" if id in page.anchors else ""
    return f"  {page.listed_as}{anchor}  {block.call}  {page.source}:{block.line}"
