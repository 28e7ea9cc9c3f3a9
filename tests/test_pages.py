"""The rules for finished pages find what they forbid and leave alone what is right."""

import re

import pytest

from monograph import html
from monograph.checks.numbers import NUMBER_RULES, numbers_are_written_safely
from monograph.checks.pages import (
    anchors_are_unique,
    every_fact_reaches_a_page,
    every_sentence_reaches_a_page,
    page_is_whole,
    phones_belong_to_the_region,
)
from monograph.checks.plain_words import no_brace_is_left
from monograph.html import Document
from monograph.model.edition import Edition
from monograph.model.problem import Place
from monograph.views.pages import Page
from tests.conftest import page_of

S = "\N{NO-BREAK SPACE}"
WRONG = {
    "D1": f"Take 1.0{S}mg each time.",
    "D2": f"Take .5{S}mg each time.",
    "D3": "Take 5 mg each time.",
    "D4": f"Give 5{S}mg in 5{S}ml each time.",
    "D5": "Take 5 mcg each time.",
    "D6": f"Take 5{S}mg tds each time.",
    "D7": "Take 1/2 a tablet.",
    "D8": f"Take 2 10{S}mg tablets each time.",
    "D9": f"Take 5{S}mg a day.",
    "D10": f"Take 15{S}mg in total in a day.",
    "D11": f"Take 5-10{S}mg each time.",
    "D12": "It affects >5 people.",
    "D13": "1000 people took part.",
    "D14": f"Take 5{S}mL each time.",
    "D15": "Take it at 08:00.",
    "D16": f"Take 2,5{S}mg each time.",
    "D17": f"Take 2O0{S}mg each time.",
    "D18": "Take 5 mgs each time.",
}
MORE = [  # the same kinds in other clothes
    *(
        ("D6", f"Take 5{S}mg {word} each time.")
        for word in (
            "t.d.s.",
            "T.D.S.",
            "TDS",
            "BD",
            "b.d.",
            "QID",
            "PRN",
            "q8h",
            "q 8 h",
            "OD",
            "o.d.",
            "x3",
            "x 3",
            "3x",
            "×3",
        )
    ),
    *(
        ("D6", f"Take 5{S}mg {word} each time.")
        for word in (
            *("q.d.", "QD", "qod", "q.o.d.", "h.s.", "HS", "QHS", "BDS", "b.d.s.", "a.c.", "p.c.", "o.m."),
            *("o.n.", "SOS", "TTO", "per os", "NPO", "s.l.", "every 8h", "every 8 hrs", "q6-8h"),
        )
    ),
    ("D6", "Take ii tablets each time."),
    *(
        ("D7", f"Take {part} of a tablet.")
        for part in (
            *("¼", "¾", "⅓", "½", "1/4", "1⁄2", "3/4", "⅛", "1 / 4", "11/2", "3/10", "0.25", "one fourth"),
            "three-eighths",
        )
    ),
    *(
        ("D17", f"Take {number}{S}mg each time.")
        for number in (
            *("l00", "20O", "1OO", "O5", "I5", "1O", "8o", "IO", "S", "2'000", "2’000", "2·5", "2\u20240"),
            *("８0", "80·"),
        )
    ),
    *(("D2", f"Take {number}{S}mg each time.") for number in ("05", "5.")),
    *(("D12", f"Take {said}.") for said in ("**5**", "5*", "$5")),
    *(
        ("D18", f"Take 5 {unit} each time.")
        for unit in ("mgm", "milligrams", "MG", "Mg", "m g", "milli grams")
    ),
    *(
        ("D9", f"Take 20{S}mg {how}.")
        for how in ("with each meal", "morning, noon and night", "through the day", "now")
    ),
    *(("D9", f"It is 0.3{S}mg {weight}.") for weight in ("per pound", "for 1 kg", "a stone")),
    *(
        ("D9", text)
        for text in (
            f"Take 5{S}mg in a day, 3 times a day.",
            f"Take 5{S}mg in total in a day, three times a day.",
            f"Take 15{S}mg each time, in total in a day, split.",
        )
    ),
    *(
        ("D10", text)
        for text in (
            f"Take 5{S}mg each time, 3 times a day (10{S}mg in total in a day).",
            f"Take 15{S}mg in total in a day (10{S}mg each time, 3 times a day).",
            f"Take 10 to 20{S}mg each time, 3 times a day (30 to 40{S}mg in total in a day).",
        )
    ),
    *(
        ("D9", f"Take 80{S}mg {period}.")
        for period in (
            "every 24 hours",
            "in 24 hours",
            "per 24 hours",
            "a day",
            "daily",
            "in any 24-hour day",
            f"in 24{S}hours",
            "every twenty-four hours",
            "every 12 hours",
            "in one day",
            "each night",
            "nightly",
            "a week",
            "weekly",
        )
    ),
    *(
        ("D9", f"Take 0.3{S}mg {weight}.")
        for weight in (
            "per kg",
            "per kilogram",
            "for each kg",
            "a kilogram",
            "every kg",
            "for each kilogram of body weight",
            "per kilo",
        )
    ),
    ("D9", f"Take a daily dose of 80{S}mg."),
    *(("D16", f"Take {amount}{S}mg each time.") for amount in ("0,5", "2,25", "0,125", "1,0000", "12,5")),
]
RIGHT = [
    f"The label gives 7{S}mg in total in a day, once a day.",
    f"It is 1,000{S}micrograms, or 0.075{S}mg, and 2,005{S}mg. A 10{S}mg tablet is the usual one.",
    f"20 to 40{S}mg in total in a day (10{S}mg each time, 2 to 4 times a day).",
    f"up to 60{S}mg in total in a day (up to 20{S}mg each time, 3 times a day). H2O, T6 and B12, on page 10.",
    f"Take 5{S}mg each time, 3 times a day ({15}{S}mg in total in a day).",
    f"0.3{S}mg for each kilogram of body weight, in total in a day, split into 2 to 4 doses.",
    f"5{S}mg is 5{S}mL of the liquid with 1{S}mg in each mL.",
    "In 1975, 15,942 people and 1,234,567 others took part. Sections 1, 2 and 5. Stay 24 hours.",
    "In 1975, 15,942 people took part. It affects 10 to 63 in 100. Take it at 8am.",
    f"Mix it with 15{S}mL of a drink. Flush with 15{S}mL. Do not use a kitchen teaspoon.",
    "Call <a class='phone' href='tel:1'>1-800-555-0100</a>. See <cite>BNF 2018-2019, 5mg/5ml</cite> "
    "and <code>12345</code>.",
]


def judge(text: str) -> list[str]:
    page = Page("docs", "north", "north/p/", "p", f"<main>5mg<article><p>{text}</p></article></main>")
    return [problem.wrong.partition(":")[0] for problem in numbers_are_written_safely(page, None)]


@pytest.mark.parametrize("rule, text", WRONG.items())
def test_each_number_rule_finds_its_mistake(rule, text):
    assert rule in judge(text)


@pytest.mark.parametrize("rule, text", MORE)
def test_a_mistake_is_found_in_other_clothes(rule, text):
    assert rule in judge(text)


@pytest.mark.parametrize(
    "left", ["{ emergency }", "{emergency", "emergency}", "{{emergency}}", "[emergency]", "[this][missed]"]
)
def test_no_brace_reaches_a_reader(left):
    (problem,) = no_brace_is_left(
        page_of(f"<p>If you feel ill, call {left} now.</p><p><code>{{x}}</code></p>"), None
    )
    assert f"a {'bracket' if '[' in left else 'brace'} is left" in problem.wrong


def test_every_rule_has_a_mistake_to_find():
    assert {name for name, *_ in NUMBER_RULES} <= set(WRONG)


@pytest.mark.parametrize("text", RIGHT)
def test_numbers_that_are_right_pass(text):
    assert judge(text) == []


def test_a_cell_may_lean_on_its_row():
    row = f"<table><tr><th>5{S}mg</th><td>5{S}mL</td></tr></table>"
    assert list(numbers_are_written_safely(page_of(row), None)) == []


def test_a_mistake_is_told_where_its_fact_is_written():
    where = Place("data/taking.yml", 12)
    page = page_of(
        '<div id="fact"><p>Take 5mg.</p></div><h2 id="next">Next</h2><p>Take 5mg.</p>', {"fact": where}
    )
    assert [problem.place for problem in numbers_are_written_safely(page, None)] == [where, Place("p", 1)]


def test_another_regions_number_is_found_even_in_a_source(fiction):
    edition = Edition(fiction, "north")
    (foreign, *_) = sorted(edition.foreign_phones)
    page = page_of(f"<p><cite>When to call {foreign}</cite></p>")
    assert [problem.wrong for problem in phones_belong_to_the_region(page, edition)] == [
        f"the number {foreign} is another region's"
    ]


def test_neither_the_number_of_a_source_nor_of_a_line_is_one_to_call(fiction):
    edition = Edition(fiction, "north")
    (foreign, *_) = sorted(edition.foreign_phones)
    page = page_of(
        f"<p>Take it.<sup class='cite'><a href='#source'>{foreign}</a></sup></p><p>data/taking.yml, "
        f"line {foreign}</p>"
    )
    assert list(phones_belong_to_the_region(page, edition)) == []


def test_a_number_printed_in_groups_is_found(fiction):
    page = page_of("<p>Call <strong>909 303</strong>.</p>")
    assert [problem.wrong for problem in phones_belong_to_the_region(page, Edition(fiction, "north"))] == [
        "the number 909 303 is another region's"
    ]


def test_a_fact_on_no_page_is_found(fiction):
    edition = Edition(fiction, "north")
    (lost, *_) = edition.topic("coming-off")
    page = page_of("".join(f'<p id="{fact.id}"></p>' for fact in fiction.facts if fact is not lost))
    assert [problem.wrong for problem in every_fact_reaches_a_page([page], edition)] == [
        f'"{lost.id}" is on no page of north'
    ]


def test_an_anchor_that_stands_twice_is_found():
    page = page_of('<p id="a"></p><p id="a"></p><p id="b"></p>')
    assert [problem.wrong for problem in anchors_are_unique(page, None)] == ['the anchor "a" stands 2 times']


def test_a_sentence_on_no_page_is_found(fiction):
    edition = Edition(fiction, "north")
    (fact, *_) = edition.topic("coming-off")
    (problem,) = every_sentence_reaches_a_page(
        [page_of(f'<p id="{fact.id}">{fact.title} {fact.text}</p>')], edition
    )
    assert problem.place == fact.place and problem.wrong == f'"do" of "{fact.id}" is on no page of north'


@pytest.mark.parametrize(
    "html, wrong",
    [
        ('<section class="warning is-now"></section><a href="#x"></a><p id="x"></p>', []),
        ('<a href="#x"></a><p id="x"></p>', ["the stop warning is not on this page"]),
        (
            '<p class="warning"></p><a href="#x"></a><a href="#y"></a>',
            ['2 links within this page lead nowhere, such as "#x"'],
        ),
    ],
)
def test_a_page_without_its_beginning_or_end_is_found(html, wrong):
    assert [problem.wrong for problem in page_is_whole(page_of(html), None)] == wrong


def test_words_in_no_block_know_their_line():
    passages = Document("<p>One.</p>\n<form>\n<label>Two</label></form>").passages
    assert [(passage.text, passage.line) for passage in passages] == [("One.", 1), ("Two", 3)]


def test_what_is_read_by_its_class_stands_on_a_page(site):
    found = {name for path in site.rglob("*.html") for name in Document(path.read_text("utf-8")).classes}
    read = html.FRAME | html.RECORD | {html.WARNING, html.PHONE, html.FILES}  # QR codes need an address
    assert read - found == set()


def test_where_a_browser_of_text_alone_shows_a_hidden_form_the_form_says_that_it_does_nothing(site):
    found = set()
    for path in (site / "us").glob("*/index.html"):
        for form in Document(path.read_text("utf-8")).root.xpath("//form[@hidden]"):
            found.add(form.get("class"))
            told = form.xpath("string(noscript)") or form.xpath("string(preceding-sibling::*[1])")
            assert re.search("does nothing here|you cannot search", told), (path, form.get("class"))
    assert found == {"colours", "narrow", "search"}
