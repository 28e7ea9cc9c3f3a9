"""The words that people search for: what editors may write, and what each edition's page is told."""

import json

import pytest

from monograph.checks.links import Addresses, search_words_lead_to_pages
from monograph.views.search import words
from tests.browser.queries import DOSES


@pytest.mark.parametrize(
    "old, new, wrong",
    {
        "twice": (
            "words: [half tablet, crush]",
            "words: [half tablet, crush, mead]",
            '"mead" stands in line',
        ),
        "flag and lead": (
            "words: [half tablet, crush]",
            "words: [half tablet, cant wake]",
            '"cant wake" stands in line',
        ),
        "twice with s": (
            "words: [half tablet, crush]",
            "words: [half tablet, crush, half tablets]",
            '"half tablets" stands in line',
        ),
        "plural elsewhere": (
            "words: [half tablet, crush]",
            "words: [half tablet, crush, meads]",
            'as "meads"',
        ),
        "alike twice": ("[can not, unable to]", "[can not, cant]", '"cant" stands in line'),
        "alike of two words": ("word: cant,", "word: can not,", "write one word in small letters"),
        "four words": ("crush]", "can i crush it]", "write one to three words"),
        "apostrophe": ("cant wake", "can't wake", "write one to three words"),
        "stop word of two": ("[the, of]", "[the, of it]", "write one word in small letters"),
        "everyday and wide": ("[green tea]", "[turning of]", '"turning of" is too wide'),
        "everyday and a flag": ("[green tea]", "[turning green]", '"turning green" is too wide'),
        "danger twice": (
            "in-danger: [feverish]",
            "in-danger: [feverish, feverish]",
            '"feverish" stands in line',
        ),
        "page": ("page: taking", "page: takign", 'the page "takign" is not known; did you mean "taking"'),
        "region": ("region: north", "region: nroth", 'the region "nroth" is not known; did you mean "north"'),
        "kind": ("kind: crisis", "kind: crises", "write one of: crisis, emergency, poison"),
        "no crisis words": ("kind: crisis", "kind: emergency", 'no words call for "crisis" in north'),
    }.values(),
)
def test_words_that_help_nobody_are_refused(damaged, old, new, wrong):
    damaged.replace("search.yml", old, new)
    assert any(wrong in problem for problem in damaged.problems()), damaged.problems()


def test_two_editions_may_lead_a_word_to_different_pages(damaged):
    damaged.replace("search.yml", "words: [ouzo]", "words: [ouzo, mead]")
    assert not damaged.problems()


def test_words_lead_to_a_part_that_every_edition_has(fiction):
    spots = {lead.page for lead in (*fiction.search.red_flags, *fiction.search.words)}
    pages = {
        f"/{region}/{spot.partition('#')[0]}/": frozenset({"top"})
        for region in fiction.regions
        for spot in spots
    }
    assert not list(search_words_lead_to_pages(frozenset(), Addresses(pages, frozenset()), fiction))
    del pages["/south/taking/"]
    (problem,) = search_words_lead_to_pages(frozenset(), Addresses(pages, frozenset()), fiction)
    assert problem.wrong == 'there is no page "taking" in south'


def test_each_edition_is_told_its_own_words(north, south):
    told = [json.loads(words(blocks.edition)) for blocks in (north, south)]
    leads = [{word for lead in edition["leads"] for word in lead["words"]} for edition in told]
    assert leads[0] ^ leads[1] == {"mead", "ouzo"}
    kinds = {flag["kind"] for flag in told[0]["flags"]}
    assert (
        kinds == {"emergency", "poison", "crisis"}
        and "examplazine" in told[0]["stop"]
        and told[0]["danger"] == ["feverish"]
    )


def test_no_word_that_calls_for_help_leads_to_a_dose(contents):
    assert not [flag.page for flag in contents.search.red_flags if DOSES.match(flag.page)]
