"""Chances are counted, and both sides are told."""

import pytest

from monograph.model.frequency import parse
from monograph.views.statement import chance


@pytest.mark.parametrize(
    "text, people, others",
    [
        ("10 to 63 in 100", "10 to 63 in 100", "37 to 90 in 100 do not"),
        ("up to 9 in 100", "up to 9 in 100", "at least 91 in 100 do not get it"),
        ("10 in 100 or more", "10 or more in 100", "90 in 100 or fewer do not"),
        ("fewer than 1 in 100", "fewer than 1 in 100", "more than 99 in 100 do not get it"),
        ("fewer than 1 in 1,000", "fewer than 1 in 1,000", "more than 999 in 1,000 do not get it"),
        ("7 in 100", "7 in 100", "93 in 100 do not"),
        ("not known", "reported, but no number is known", None),
    ],
)
def test_both_sides_of_a_chance_are_told(north, text, people, others):
    view = chance(parse(text), north.phrases)
    plain = [side and side.replace("\N{NO-BREAK SPACE}", " ") for side in (view.people, view.others)]
    assert plain == [people, others]


@pytest.mark.parametrize(
    "text",
    [
        "63 to 10 in 100",
        "101 in 100",
        "7 in 1000",
        "up to 1 in 1,000",
        "fewer than 1 in 10,000",
        "fewer than 0 in 100",
        "fewer than 00 in 1,000",
        "common",
        "1 in 10 people",
        "5%",
        "",
    ],
)
def test_other_chances_are_refused(text):
    with pytest.raises(ValueError):
        parse(text)
