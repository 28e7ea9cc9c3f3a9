"""Sentences reach the page escaped, whole and with their region's numbers."""

import re

import pytest

from monograph.model.edition import Edition
from monograph.model.problem import Unknown
from monograph.model.quantity import parse
from monograph.model.shape import Shape
from monograph.views.blocks import Blocks
from monograph.views.region_chooser import region_chooser
from monograph.views.render import environment
from tests.conftest import ROOT

S = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "amount, words",
    [
        ("7 mg", f"7{S}mg"),
        ("0.5 mg", f"0.5{S}mg"),
        ("1234 mg", f"1,234{S}mg"),
        ("28 to 42 mg", f"28 to 42{S}mg"),
        ("up to 14 mg", f"up to 14{S}mg"),
        ("0.9 mg/kg", f"0.9{S}mg for each kilogram of body weight"),
    ],
)
def test_amounts_are_said_in_full(north, amount, words):
    assert north.phrases.amount(parse(amount)) == words


@pytest.mark.parametrize(
    "pair, words",
    [
        ((1, 1), "once a day"),
        ((3, 3), "3 times a day"),
        ((3, 4), "3 or 4 times a day"),
        ((2, 4), "2 to 4 times a day"),
    ],
)
def test_times_are_said_in_full(north, pair, words):
    assert north.phrases.times(pair) == words


HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% raw %} & \"quoted\" <b onclick='x'>"


def test_hostile_text_is_shown_as_plain_text(north):
    html = north.phrases.prose(HOSTILE)
    assert (
        "<" not in html
        and "&lt;script&gt;" in html
        and "{{ 7*7 }}" in html
        and "{% raw %}" in html
        and "49" not in html
    )


def test_each_region_fills_in_its_own_number(north, south):
    assert north.phrases.prose("Call {emergency} now.") == 'Call <a class="phone" href="tel:700">700</a> now.'
    assert "800" in south.phrases.prose("Call {emergency} now.") and "700" not in south.phrases.prose(
        "Call {emergency} now."
    )


def test_each_region_has_words_of_its_own(north, south):
    assert [blocks.phrases.prose("Do not {toot}.") for blocks in (north, south)] == [
        "Do not toot.",
        "Do not honk.",
    ]


def test_a_number_keeps_its_unit(north):
    assert north.phrases.prose("Take 7 mg each time.") == f"Take 7{S}mg each time."
    assert north.phrases.prose("10 to 63 in 100 people") == f"10 to 63{S}in{S}100 people"


def test_a_phrase_that_is_not_there_is_an_error(north):
    with pytest.raises(LookupError, match='did you mean "each-time"'):
        north.phrases.say("each-tiem")


def test_a_value_that_is_not_given_is_an_error(north):
    with pytest.raises(LookupError, match="value for each-time"):
        north.phrases.say("each-time", amount="7 mg")


def hostile(shape):
    """The same facts, with markup at the head of every sentence."""
    if isinstance(shape, Shape):
        return shape.model_copy(
            update={
                name: hostile(getattr(shape, name)) for name in type(shape).model_fields if name != "place"
            }
        )
    if isinstance(shape, dict):
        return {key: hostile(value) for key, value in shape.items()}
    if isinstance(shape, tuple):
        return tuple(map(hostile, shape))
    return f"<u>{shape}" if isinstance(shape, str) and " " in shape and shape not in LITERALS else shape


LITERALS = ("full text", "not found")  # of these a template sees only their phrase


def test_no_block_prints_markup_from_the_data(fiction):
    blocks = Blocks(Edition(hostile(fiction).model_copy(update={"phrases": fiction.phrases}), "north"))
    for path in sorted((ROOT / "docs" / "en").glob("*.md")):
        blocks.turn_to(path.stem)
        for call in re.findall(r"\{\{ (\w+\(.*?\)) \}\}", path.read_text("utf-8")):
            html = eval(call, {name: getattr(blocks, name) for name in blocks.offered})
            assert "<u>" not in html, (path.stem, call)
            assert (
                "&lt;u&gt;" in html
                or "&amp;lt;u&amp;gt;" in html
                or call.startswith("sheet(")
                or call
                in (
                    "times_of_day()",
                    "hospital_bag()",
                    "halved_tablet()",  # none in the North
                    'time_lines("withdrawal-timing")',  # of the fact it draws the hours alone
                    "search_form()",
                    "find()",
                    "left_out_words()",
                    "sheet_links()",
                    "type_code()",
                    "downloads()",
                    "feeds()",
                    "sheet_files()",
                )
            ), (path.stem, call)
    assert "<u>" not in str(
        environment()
        .get_template("region_chooser.html.j2")
        .make_module({"say": blocks.phrases.say})
        .region_chooser(region_chooser(blocks.edition.contents))
    )


def test_a_text_that_is_lacking_is_never_printed_as_none(north):
    with pytest.raises(Unknown, match="a fact lacks a text"):
        str(environment().from_string("{{ nothing }}").render(nothing=None))
