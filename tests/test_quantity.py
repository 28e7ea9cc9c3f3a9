"""Amounts are read exactly as written, or refused with what to write instead."""

from decimal import Decimal

import pytest

from monograph.model.quantity import Quantity, parse, whole_numbers


@pytest.mark.parametrize(
    "text, low, high, unit",
    [
        ("5 mg", "5", "5", "mg"),
        ("0.5 mg", "0.5", "0.5", "mg"),
        ("40 to 80 mg", "40", "80", "mg"),
        ("up to 60 mg", "0", "60", "mg"),
        ("0.75 to 2 mg/kg", "0.75", "2", "mg/kg"),
        ("300 micrograms", "300", "300", "micrograms"),
    ],
)
def test_amounts_are_read_as_written(text, low, high, unit):
    assert parse(text) == Quantity(Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    "text, advice",
    [
        ("5mg", "one space"),
        ("5  mg", "one space"),
        ("5.0 mg", "one space"),
        (".5 mg", "one space"),
        ("0,5 mg", "write a point"),
        ("-5 mg", "one space"),
        ("123456 mg", "one space"),
        ("５ mg", "fullwidth digit five"),
        ("5 мg", "cyrillic small letter em"),
        ("5\u00a0mg", "no-break space"),
        ("\u201c5 mg\u201d", "left double quotation mark"),
        ("5 mgs", 'unit "mgs"'),
        ("5 mcg", 'unit "mcg"'),
        ("5", "one space"),
        ("80 to 40 mg", "smaller number first"),
        ("5 to 5 mg", "smaller number first"),
        ("0 mg", "above 0"),
        ("", "one space"),
    ],
)
def test_slips_are_refused_with_advice(text, advice):
    with pytest.raises(ValueError, match=advice):
        parse(text)


def test_a_day_is_shared_only_into_parts_that_can_be_measured():
    assert parse("80 mg").shared(4) == parse("20 mg")
    assert parse("100 mg").shared(3) is None


@pytest.mark.parametrize("text, pair", [("3", (3, 3)), ("2 to 4", (2, 4))])
def test_counts_are_whole(text, pair):
    assert whole_numbers(text) == pair


@pytest.mark.parametrize("text", ["three", "0", "2-4", "2.5", ""])
def test_counts_refuse_what_is_not_whole(text):
    with pytest.raises(ValueError, match="whole number"):
        whole_numbers(text)


@pytest.mark.parametrize("text", ["4 to 2", "3 to 3"])
def test_a_range_of_counts_goes_up(text):
    with pytest.raises(ValueError, match="smaller number first"):
        whole_numbers(text)


def test_more_times_a_day_than_anybody_takes_it_is_a_slip():
    with pytest.raises(ValueError, match="slip of the pen"):
        whole_numbers("30")


def test_a_range_of_times_gives_a_range_of_totals():
    assert parse("5 mg").through((2, 4)) == parse("10 to 20 mg")
