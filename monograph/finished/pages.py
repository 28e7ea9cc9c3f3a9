"""Rules for the finished pages of an edition: whose phone numbers stand there, and which facts arrived."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from monograph.checks.texts import FILLED, sentences
from monograph.edition import Edition
from monograph.finished.numbers import numbers_are_written_safely
from monograph.finished.reading import Reading
from monograph.model.dosing import Limit
from monograph.model.help import phone_pattern
from monograph.model.shape import Fact
from monograph.problem import Place, Problem
from monograph.words import Words


def phones_belong_to_the_region(page: str, reading: Reading, edition: Edition) -> Iterator[Problem]:
    """No page shows the phone number of another region, not even in the name of a source."""
    foreign = phone_pattern(edition.foreign_phones)
    for passage in reading.passages:
        if found := foreign.search(passage.quoted):
            yield Problem(Place(page, passage.line), f"the number {found[0]} is another region's", "give the fact a region of its own")


def every_fact_reaches_a_page(edition: Edition, anchors: set[str]) -> Iterator[Problem]:
    """Every fact of an edition has an anchor on one of its pages; only ceilings stay behind."""
    for fact in edition.pick(edition.contents.facts):
        if fact.id not in anchors and not isinstance(fact, Limit):
            yield Problem(fact.place, f'"{fact.id}" is on no page of {edition.region}', "ask for its block in docs/, or delete it")


def every_sentence_reaches_a_page(edition: Edition, anchors: set[str], text: str) -> Iterator[Problem]:
    """Every sentence of a fact stands on a page, not only the fact: a block may not show all that a fact can hold."""
    words = Words(edition)
    for shape, field, sentence in sentences(edition.contents):
        if isinstance(shape, Fact) and field in FILLED and edition.pick([shape]) and shape.id in anchors:
            said = " ".join(unescape(words.prose(sentence).striptags()).split())
            if said not in text:
                wrong = f'"{field.replace("_", "-")}" of "{shape.id}" is on no page of {edition.region}'
                yield Problem(shape.place, wrong, "the block that shows this fact has no room for it: say it in another key")


def page_is_whole(page: str, reading: Reading) -> Iterator[Problem]:
    """A page begins with the stop warning, and whatever it links to on itself is there, such as the sources at its end."""
    if "warning" not in reading.classes:
        yield Problem(Place(page), "the stop warning is not on this page", "write {{ opening() }} under the heading of its page in docs/")
    lost = sorted(reading.targets - reading.anchors)
    if lost:
        wrong = f'{len(lost)} links within this page lead nowhere, such as "#{lost[0]}"'
        yield Problem(Place(page), wrong, "end its page in docs/ with {{ closing() }}, or give the heading this id")


def anchors_are_unique(page: str, html: str) -> Iterator[Problem]:
    """An anchor stands once on a page."""
    ids = re.findall(r'\sid="([^"]+)"', html)
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield Problem(Place(page), f'the anchor "{name}" stands {ids.count(name)} times', "rename the heading or show the fact once")


def check_pages(folder: Path, edition: Edition) -> Iterator[Problem]:
    """Every problem on the finished pages of one edition, built into `folder`."""
    anchors: set[str] = set()
    texts: list[str] = []
    paths = sorted(path for path in folder.rglob("*.html") if path.name != "404.html")
    for path in paths:
        html, page = path.read_text("utf-8"), f"{edition.region}/{path.relative_to(folder).as_posix()}"
        reading = Reading(html)
        anchors |= reading.anchors
        texts.append(reading.text)
        yield from numbers_are_written_safely(page, reading)
        yield from phones_belong_to_the_region(page, reading, edition)
        yield from anchors_are_unique(page, html)
        yield from page_is_whole(page, reading)
    yield from every_fact_reaches_a_page(edition, anchors)
    yield from every_sentence_reaches_a_page(edition, anchors, "\n".join(texts))
