"""Rules for the finished pages of an edition: whose phone numbers stand there, and which facts arrived."""

from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from monograph.checks import judged
from monograph.checks.texts import FILLED, sentences
from monograph.edition import Edition
from monograph.finished.numbers import numbers_are_written_safely
from monograph.finished.reading import Leaf
from monograph.model.dosing import Limit
from monograph.model.help import phone_pattern
from monograph.model.shape import Fact
from monograph.problem import Place, Problem
from monograph.words import Words


SHEETS = "print"  # the folder of an edition that holds its sheets


def phones_belong_to_the_region(leaf: Leaf, edition: Edition) -> Iterator[Problem]:
    """No page shows the phone number of another region, not even in the name of a source.

    Good: Call {emergency} now.
    Bad: a source called "When to call 999" shown to readers who have to call 911
    """
    foreign = phone_pattern(edition.foreign_phones)
    for passage in leaf.reading.passages:
        if found := foreign.search(passage.quoted):
            yield Problem(leaf.place(passage), f"the number {found[0]} is another region's", "give the fact a region of its own")


def page_is_whole(leaf: Leaf, edition: Edition) -> Iterator[Problem]:
    """A page begins with the stop warning, and whatever it links to on itself is there, such as the sources at its end.

    Good: # Heading, {{ opening() }}, blocks, {{ closing() }}
    Bad: a page without {{ closing() }}
    """
    if "warning" not in leaf.reading.classes:
        yield Problem(Place(leaf.name), "the stop warning is not on this page", "write {{ opening() }} under the heading of its page in docs/")
    lost = sorted(leaf.reading.targets - leaf.reading.anchors.keys())
    if lost:
        wrong = f'{len(lost)} links within this page lead nowhere, such as "#{lost[0]}"'
        yield Problem(Place(leaf.name), wrong, "end its page in docs/ with {{ closing() }}, or give the heading this id")


def anchors_are_unique(leaf: Leaf, edition: Edition) -> Iterator[Problem]:
    """An anchor stands once on a page.

    Good: ## Food { #food }
    Bad: two headings with { #food }, or a heading with the id of a fact
    """
    for name, count in sorted(leaf.reading.anchors.items()):
        if count > 1:
            yield Problem(Place(leaf.name), f'the anchor "{name}" stands {count} times', "rename the heading or show the fact once")


def every_fact_reaches_a_page(leaves: list[Leaf], edition: Edition) -> Iterator[Problem]:
    """Every fact of an edition has an anchor on one of its pages; only ceilings stay behind.

    Good: a topic that a page asks for with {{ statements("food") }}
    Bad: a new topic that no page asks for
    """
    anchors = {anchor for leaf in leaves for anchor in leaf.reading.anchors}
    for fact in edition.pick(edition.contents.facts):
        if fact.id not in anchors and not isinstance(fact, Limit):
            yield Problem(fact.place, f'"{fact.id}" is on no page of {edition.region}', "ask for its block in docs/, or delete it")


def every_sentence_reaches_a_page(leaves: list[Leaf], edition: Edition) -> Iterator[Problem]:
    """Every sentence of a fact stands on a page, not only the fact: a block may not show all that a fact can hold.

    Good: a box "in short" with text and do
    Bad: a box "in short" with points, which it does not show
    """
    words, text = Words(edition), "\n".join(leaf.reading.text for leaf in leaves)
    anchors = {anchor for leaf in leaves for anchor in leaf.reading.anchors}
    for shape, field, sentence in sentences(edition.contents):
        if isinstance(shape, Fact) and field in FILLED and edition.pick([shape]) and shape.id in anchors:
            said = " ".join(unescape(words.prose(sentence).striptags()).split())
            if said not in text:
                wrong = f'"{field.replace("_", "-")}" of "{shape.id}" is on no page of {edition.region}'
                yield Problem(shape.place, wrong, "the block that shows this fact has no room for it: say it in another key")


PAGE_RULES = (numbers_are_written_safely, phones_belong_to_the_region, anchors_are_unique, page_is_whole)
EDITION_RULES = (every_fact_reaches_a_page, every_sentence_reaches_a_page)


def check_leaves(pages: Iterable[tuple[str, str]], edition: Edition) -> Iterator[Problem]:
    """Every problem on the pages of one edition, given as names and HTML."""
    facts = {fact.id: fact.place for fact in edition.pick(edition.contents.facts)}
    leaves = [Leaf(name, html, facts) for name, html in pages]
    for leaf in leaves:
        yield from judged(PAGE_RULES, leaf, edition)
    yield from judged(EDITION_RULES, leaves, edition)


def check_sheets(pages: Iterable[tuple[str, str]], edition: Edition) -> Iterator[Problem]:
    """Every problem on pages that repeat facts of the edition: sheets, and the answers to their codes."""
    facts = {fact.id: fact.place for fact in edition.pick(edition.contents.facts)}
    for name, html in pages:
        yield from judged(PAGE_RULES, Leaf(name, html, facts), edition)


def check_pages(folder: Path, edition: Edition) -> Iterator[Problem]:
    """Every problem on the finished pages of one edition, built into `folder`."""
    paths = sorted(path for path in folder.rglob("*.html") if path.name != "404.html" and path.parent.parent.name != SHEETS)
    yield from check_leaves(read_pages(paths, folder.parent), edition)
    yield from check_sheets(read_pages(sorted(folder.glob(f"{SHEETS}/*/*.html")), folder.parent), edition)


def read_pages(paths: list[Path], site: Path) -> Iterator[tuple[str, str]]:
    """Each page by its name in the site."""
    return ((path.relative_to(site).as_posix(), path.read_text("utf-8")) for path in paths)
