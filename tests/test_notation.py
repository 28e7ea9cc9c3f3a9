"""Figures are read with unit, basis and partner, from sentences for readers and from notes alike."""

from decimal import Decimal

import pytest

from monograph.model.notation import DAY, EACH, ages, figures


def read(text: str) -> list[str]:
    return [str(figure) for figure in figures(text)]


@pytest.mark.parametrize(
    "text, told",
    [
        ("15 mg daily in divided doses", ["15 mg in a day"]),
        ("15 mg/day, 15 mg a day, 15 mg/24 h", ["15 mg in a day"] * 3),
        ("15 mg in total in a day", ["15 mg in a day"]),
        ("total daily dose should not exceed 80 mg", ["80 mg in a day"]),
        ("20 mg or more in total in a day", ["20 mg in a day"]),
        (
            "300-800 mcg/day (range 12-2,003,",
            ["300 to 800 micrograms in a day", "12 to 2,003 micrograms in a day"],
        ),
        ("0.3 mg/kg PER DAY (total)", ["0.3 mg/kg in a day"]),
        ("0.75–2 mg/kg body weight per day", ["0.75 to 2 mg/kg in a day"]),
        ("0.3 mg for each kilogram of body weight each time", ["0.3 mg/kg each time"]),
        ("2.5 mg per dose", ["2.5 mg each time"]),
        ("a single 25 mg tablet", ["25 mg each time"]),
        ("a 10 mg tablet", ["10 mg"]),
    ],
)
def test_an_amount_is_read_with_its_basis(text, told):
    assert read(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "5 mg three times a day",
        "5 mg, 3 times a day",
        "5 mg (half a 10 mg tablet) 3 times daily",
        "5 mg t.i.d.",
        "5 mg tds",
        "5 mg x3 for 3 days",
        "5 mg each time, three times a day",
    ],
)
def test_an_amount_each_time_remembers_how_often_it_is_taken(text):
    first = figures(text)[0]
    assert (first.low, first.basis, first.often) == (5, EACH, (3, 3))
    assert "3 times a day" in read(text)


@pytest.mark.parametrize(
    "text, often",
    [
        ("80 mg daily (20 mg q.i.d.)", (4, 4)),
        ("0.3 mg/kg/day in 2-4 doses", (2, 4)),
        ("0.3 mg/kg PER DAY (total), split into 2 to 4 doses", (2, 4)),
        ("80 mg daily (5 mg four times a day)", None),
    ],
)
def test_an_amount_in_a_day_remembers_its_split(text, often):
    first = figures(text)[0]
    assert (first.basis, first.often) == (DAY, often)


@pytest.mark.parametrize(
    "text, told",
    [
        (
            "5/10/15 mg three times a day",
            ["5 mg each time", "10 mg each time", "15 mg each time", "3 times a day"],
        ),
        (
            "5 mg, 10 mg or 20 mg b.i.d.",
            ["5 mg each time", "10 mg each time", "20 mg each time", "2 times a day"],
        ),
        ("0.5, 1 and 2 mg/mL", ["0.5 mg in 1 mL", "1 mg in 1 mL", "2 mg in 1 mL"]),
        ("in three or four doses a day", ["3 times a day", "4 times a day"]),
    ],
)
def test_the_last_of_a_list_gives_unit_and_basis_to_all(text, told):
    assert read(text) == told


@pytest.mark.parametrize(
    "text, told",
    [
        ("10 mg/5 mL", ["10 mg in 5 mL"]),
        (
            "2 mg in each mL, 2 mg per mL, 500 micrograms/mL",
            ["2 mg in 1 mL", "2 mg in 1 mL", "500 micrograms in 1 mL"],
        ),
        ("10-63%", ["10 to 63 in 100"]),
        ("63% vs 36% on placebo", ["63 in 100", "36 in 100"]),
        ("816 vs 710 per 1000", ["816 in 1,000", "710 in 1,000"]),
        ("16/35, 16 of 35, 16 out of 35", ["16 in 35"] * 3),
        (">=1/100 to <1/10", ["1 in 100", "1 in 10"]),
        ("9 more days in 100", ["9 in 100"]),
        ("one half, one third, two thirds, 2/3", ["1 in 2", "1 in 3", "2 in 3", "2 in 3"]),
    ],
)
def test_a_number_keeps_its_partner(text, told):
    assert read(text) == told


@pytest.mark.parametrize(
    "text, told",
    [
        ("18-31 h, 2-hour, 2 hrs", ["18 to 31 hours", "2 hours", "2 hours"]),
        ("half an hour, an hour, a week, two weeks", ["30 minutes", "1 hour", "1 week", "2 weeks"]),
        ("WEEKLY steps, once a week, 6 wk", ["1 week", "1 week", "6 weeks"]),
        ("once daily, twice a day", ["1 time a day", "2 times a day"]),
        ("from age 65, 65 and over, 2 to <8 y", ["65 years", "65 years", "2 to 8 years"]),
        ("20-25 C (68-77 degrees F)", ["20 to 25 °C", "68 to 77 °F"]),
        ("below 33 kg; 15 mL; 10 m (33 feet)", ["33 kg", "15 mL", "10 m", "33 feet"]),
        (
            "twice as strong, a ten-fold error, RR 7.00",
            ["2 times as much", "10 times as much", "7 times as much"],
        ),
        ("1,818 people in 1975", ["1,818", "1,975"]),
        ("30 June 2025", ["30 day of the month", "2,025"]),
    ],
)
def test_other_figures_are_read_with_their_unit(text, told):
    assert read(text) == told


@pytest.mark.parametrize(
    "text", ["T6 or s4.2", "7am and 7pm", "Two guides say so", "dosing-15", "How many in 100?"]
)
def test_parts_of_names_clock_times_and_counts_in_words_are_no_figures(text):
    assert read(text) == []


def test_numbers_are_exact():
    assert figures("0.1 mg")[0].low == Decimal("0.1")


@pytest.mark.parametrize(
    "text, spans",
    [
        ("40 mg/day below 8 years", [(0, 8)]),
        ("60 mg over 8 years", [(8, 200)]),
        (">=8 y 5 mg", [(8, 200)]),
        ("under 2 y, 2-7 y, 2 to <8 y", [(0, 2), (2, 8), (2, 8)]),
        ("children of 9 and over", [(9, 200)]),
        ("not under 33 kg, for 3 days", []),
    ],
)
def test_ages_are_read_as_spans_of_years(text, spans):
    assert ages(text) == spans
