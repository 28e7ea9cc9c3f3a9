"""Each page has an evidence page on which every one of its facts stands with its sources and readings."""

import re

import pytest

from monograph.checks.library import load
from monograph.model.edition import Edition
from monograph.site.exports import evidence_pages
from monograph.views.evidence import evidence
from monograph.views.page_context import PageContext
from monograph.views.pages import all_docs_pages
from monograph.views.phrases import Phrases
from tests.conftest import ROOT

NUMBER = re.compile(r'<sup class="cite"><a href="evidence/#([^"]+)"[^>]*>\[(\d+)\]</a>')


@pytest.fixture(scope="module")
def docs(fiction):
    return all_docs_pages(fiction, ROOT)


@pytest.fixture(scope="module")
def made(docs, fiction):
    return {page.address: page for page in evidence_pages(docs, fiction, "https://host.example/guide")}


def context_of(page, contents) -> PageContext:
    edition = Edition(contents, page.region)
    return PageContext(edition, Phrases(edition), page.slug)


def seen(contents, address: str, docs):
    (page,) = (page for page in docs if page.address == address)
    return evidence(page, Edition(contents, page.region), "")


def test_every_page_that_cites_has_one_and_every_number_leads_to_its_fact(docs, made):
    told = {f"{page.address}evidence/" for page in docs if page.cited or page.behind}
    assert told == made.keys() and len(made) > 40
    for page in docs:
        marks = list(dict.fromkeys(NUMBER.findall(page.html)))
        assert [int(number) for _, number in marks] == list(range(1, len(marks) + 1)), page.address
        assert {name for name, _ in marks} == set(page.cited)
        if page.cited:
            anchors = made[f"{page.address}evidence/"].document.anchors
            assert all(anchors[name] == 1 for name in page.cited), page.address


def test_nothing_that_a_page_rests_on_is_lost(fiction, docs, made):
    """Every source with its sections, every reading, and the line of every fact. A page that cites nothing
    shows only what stands around every page.
    """
    facts = {fact.id: fact for fact in fiction.facts}
    for page in docs:
        if not page.cited:
            others = (other for other in docs if other.region == page.region and other.slug != "help")
            around = frozenset.intersection(*(other.anchors for other in others))
            assert page.anchors & facts.keys() <= around, page.address
            continue
        shown = [facts[name] for name in page.anchors & facts.keys()]
        text = made[f"{page.address}evidence/"].document.text
        for fact in shown:
            assert f"{fact.place.file}, line {fact.place.line:,}" in text, fact.id
            context = context_of(page, fiction)
            says = [fiction.evidence_by_id[row].says for row in fact.evidence]
            assert all(note in text or context.foreign_phone.search(note) for note in says), fact.id
            told = context.sources(fact)
            assert all(fiction.cards[name].title in text for name in told), fact.id
            assert all(where in text for parts in told.values() for where in parts), fact.id


def test_a_fact_says_there_what_it_says_on_its_page(fiction, docs):
    view = seen(fiction, "north/taking/", docs)
    (start,) = (entry for entry in view.entries if entry.anchor == "adult-start-north")
    assert any("7\N{NO-BREAK SPACE}mg each time" in line for line in start.said)
    assert (start.number, start.back) == (start.number, "../#adult-start-north") and start.number
    assert [row.says for row in start.readings] and start.sources[0].full_card.startswith(
        "../../sources/#source-"
    )
    assert view.unchecked and view.style == "../../assets/stylesheets/door.css"


def test_the_first_page_has_its_own(fiction, docs):
    view = seen(fiction, "north/", docs)
    assert (
        view.style == "../assets/stylesheets/door.css" and view.title == "Where it comes from: the first page"
    )


def test_a_reading_with_another_regions_number_is_not_quoted(damaged, docs):
    foreign = sorted(Edition(load(damaged.folder), "north").foreign_phones)[0]
    damaged.replace("evidence.yml", "Adults: start 7 mg", f"Call {foreign}. Adults: start 7 mg")
    contents = load(damaged.folder)
    (page,) = (page for page in docs if page.address == "north/taking/")
    view = evidence(page, Edition(contents, "north"), "")
    assert not any(foreign in row.says for entry in view.entries for row in entry.readings)
    assert any(entry.readings for entry in view.entries)
