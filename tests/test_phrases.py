"""The phrases around facts keep their amount and their basis, and pages say each dose with its own."""

import pytest

from monograph.checks.pages import doses_stand_in_their_cells
from monograph.checks.phrases import BRACES, MEANINGS, phrases_keep_their_meaning, words
from monograph.model.edition import Edition
from tests.conftest import page_of

S = "\N{NO-BREAK SPACE}"


def problems(contents, **changed):
    phrases = {**contents.phrases, **{key.replace("_", "-"): text for key, text in changed.items()}}
    return [problem.wrong for problem in told(contents, phrases)]


def told(contents, phrases):
    return list(phrases_keep_their_meaning(contents.model_copy(update={"phrases": phrases})))


def test_no_two_phrases_can_be_exchanged(fiction):
    keys = list(MEANINGS)
    for shift in range(1, len(keys)):
        moved = dict(zip(keys, keys[shift:] + keys[:shift], strict=True))
        phrases = {key: fiction.phrases[moved.get(key, key)] for key in fiction.phrases}
        unlike = [key for key in keys if words(MEANINGS[key]) != words(MEANINGS[moved[key]])]
        assert len(told(fiction, phrases)) == len(unlike) >= len(keys) - 8


@pytest.mark.parametrize(
    "key, text",
    [
        ("each-time", "each time, {times}"),
        ("each-time", "{amount} in total in a day"),
        ("each-time", "{Amount} each time, {times}"),
        ("each-time", "{amount} not each time, {times}"),
        ("in-total", "{amount} each time"),
        ("in-total", "{amount}"),
        ("amount-range", "{high} to {low}"),
        ("amount-up-to", "at least {amount}"),
        ("either", "{low} and {high}"),
        ("times-a-day", "times a day"),
        ("times-a-day", "{count} times a week"),
        ("once-a-day", "once a week"),
        ("once-a-day", "once a {day}"),
        ("for-each-kg", "{number} mg for each pound of body weight"),
        ("split", "for {count} days"),
        ("volume-of", "of the liquid with {strength} in each bottle"),
        ("volume-column", "{part}: {amount} in total in a day"),
        ("missed-leave", "take it"),
        ("suggest-where", "{file}"),
        ("review-open", "Checked: { parts }."),
        ("skip", "Skip to {content}"),
    ],
)
def test_a_phrase_keeps_its_meaning_and_its_braces(fiction, key, text):
    assert problems(fiction, **{key: text}) == [f'the phrase "{key}" says "{text}"']


def test_a_phrase_may_change_its_commas(fiction):
    assert problems(fiction, **{"each-time": "{amount} each time ({times})"}) == []


def test_a_phrase_is_told_at_its_line(damaged):
    damaged.replace("phrases/en.yml", '"{amount} in total in a day"', '"{amount} each time"')
    assert damaged.problems() == [
        f'data/phrases/en.yml:{damaged.line("phrases/en.yml", "in-total:")}: the phrase "in-total" says '
        '"{amount} each time"; it stands for "{amount} in total in a day": write these words, or change '
        "monograph/checks/phrases.py too"
    ]


def test_every_meaning_and_every_brace_is_that_of_a_phrase(fiction):
    assert {*MEANINGS, *BRACES} <= fiction.phrases.keys() and not MEANINGS.keys() & BRACES.keys()


@pytest.mark.parametrize(
    "cell, right",
    [
        (f"7{S}mg each time, 2 times a day", True),
        (f"7{S}mg in total in a day", False),
        (f"70{S}mg each time, 2 times a day", False),
        (f"up to 7{S}mg in a day. Each time", False),
    ],
)
def test_a_dose_stands_on_its_page_with_its_basis(fiction, cell, right):
    page = page_of(f'<table><tr><td id="adult-start-north">{cell}</td></tr></table>')
    found = list(doses_stand_in_their_cells(page, Edition(fiction, "north")))
    wrong = 'the page does not say "7 mg each time" of "adult-start-north"'
    assert [problem.wrong for problem in found] == ([] if right else [wrong])


def test_no_amount_stands_where_none_is_known(fiction):
    page = page_of('<table><tr><td id="older-usual">7 mg each time</td></tr></table>')
    assert [problem.wrong for problem in doses_stand_in_their_cells(page, Edition(fiction, "north"))] == [
        'the page says "7 mg" of "older-usual", which has no amount'
    ]
    page = page_of('<ul><li id="older-usual">Your doctor decides.</li></ul>')
    assert not list(doses_stand_in_their_cells(page, Edition(fiction, "north")))
