"""Each figure of a fact was read: a slip of it is refused, with what its readings hold instead."""

import pytest

FIRST = (
    "check the source: change its reading in data/evidence.yml first, or name the row that says so "
    'under "evidence"'
)
SLIPS = {  # file, what stands there, the slip, the fact, the figure that nobody read
    "a maximum": (
        "dosing.yml",
        "in-a-day: 56 mg",
        "in-a-day: 63 mg",
        "adult-maximum-north",
        "63 mg in a day",
    ),
    "a day's amount each time": (
        "dosing.yml",
        "in-a-day: 56 mg",
        "each-time: 56 mg",
        "adult-maximum-north",
        "56 mg each time",
    ),
    "each time in a day": (
        "dosing.yml",
        "each-time: 7 mg\n        times-a-day: 2",
        "in-a-day: 7 mg\n        times-a-day: 2",
        "adult-start-north",
        "7 mg in a day",
    ),
    "how often": (
        "dosing.yml",
        "each-time: 7 mg\n        times-a-day: 2",
        "each-time: 7 mg\n        times-a-day: 3",
        "adult-start-north",
        "7 mg each time",
    ),
    "an amount by weight": (
        "dosing.yml",
        "in-a-day: 0.9 mg/kg",
        "in-a-day: 1 mg/kg",
        "child-start-north",
        "1 mg/kg in a day",
    ),
    "a step": ("dosing.yml", "for-days: 4}", "for-days: 2}", "step-up-north", "2 days"),
    "hours": (
        "missed.yml",
        "leave-out-within: 11 hours",
        "leave-out-within: 10 hours",
        "missed-dose-south",
        "10 hours",
    ),
    "a strength": (
        "medicine.yml",
        "strengths: [7 mg in 2 mL]",
        "strengths: [0.7 mg in 2 mL]",
        "liquid-weak-north",
        "0.7 mg in 2 mL",
    ),
    "the volume of a strength": (
        "medicine.yml",
        "strengths: [7 mg in 2 mL]",
        "strengths: [7 mg in 20 mL]",
        "liquid-weak-north",
        "7 mg in 20 mL",
    ),
    "a chance": (
        "side-effects.yml",
        "chance: 22 to 33 in 100",
        "chance: 11 to 16 in 100",
        "effect-sleepy-north",
        "11 to 16 in 100",
    ),
    "people in a trial": ("trials.yml", "count: 31", "count: 13", "trial-tightness-ms", "13 in 44"),
    "a unit in a sentence": (
        "pump.yml",
        "One filling holds 77 micrograms.",
        "One filling holds 77 mg.",
        "pump-doses-north",
        "77 mg",
    ),
    "a time in a sentence": (
        "stopping.yml",
        "22 hours after",
        "22 days after",
        "withdrawal-how-soon",
        "22 days",
    ),
    "an age": ("uses.yml", "people of 9 and over", "people of 6 and over", "used-for-north", "6 years"),
    "a temperature": ("living.yml", "below 33 C", "below 35 C", "storage-south", "35 °C"),
    "a digit of a number to dial": (
        "help.yml",
        "010-0101",
        "010-0107",
        "call-poison-north",
        "1-555-010-0107",
    ),
    "the number of a text": ("help.yml", "a text to 700", "a text to 707", "no-voice-north", "707"),
    "a code": ("medicine.yml", 'code: "70077"', 'code: "70777"', "code-north-register", "70777"),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_figure_that_was_not_read_is_refused(damaged, slip):
    file, old, new, fact, figure = slip
    damaged.replace(file, old, new)
    if "dial" in figure or "010-0107" in figure:
        damaged.replace(file, old, new)  # its name shows the same slip
    assert any(
        f'"{fact}" says {figure}, which none of its readings holds (' in told for told in damaged.problems()
    )


def test_two_groups_have_one_result_only_if_it_was_read_twice(damaged):
    damaged.replace("trials.yml", "count: 39, of: 100", "count: 17, of: 100")
    told = '"trial-sleepy" says 17 in 100, which none of its readings holds for both groups ('
    assert any(told in problem for problem in damaged.problems())
    damaged.replace(
        "evidence.yml", "sleepy 39 against 17 of 100", "39 of 100 sleepy once; sleepy 17 against 17 of 100"
    )
    assert damaged.problems() == []


def test_the_message_says_what_the_readings_hold_and_that_they_come_first(damaged):
    damaged.replace("missed.yml", "leave-out-within: 11 hours", "leave-out-within: 9 hours")
    assert (
        f"data/missed.yml:{damaged.line('missed.yml', '- id: missed-dose-south')}: "
        '"missed-dose-south" says 9 hours, which none of its readings holds '
        f"(leaflet-missed-01 holds 11 hours, 13 hours); {FIRST}"
    ) in damaged.problems()


def test_a_citation_that_does_not_say_it_is_refused(damaged):
    damaged.replace(
        "dosing.yml",
        "in-a-day: 56 mg\n        times-a-day: 2\n        evidence: [label-doses-01]",
        "in-a-day: 56 mg\n        times-a-day: 2\n        evidence: [label-doses-03]",
    )
    assert any('"adult-maximum-north" says 56 mg in a day, which none' in told for told in damaged.problems())


def test_with_its_reading_a_figure_may_change(damaged):
    damaged.replace("evidence.yml", "under 11 h", "under 12 h")
    damaged.replace("missed.yml", "leave-out-within: 11 hours", "leave-out-within: 12 hours")
    assert damaged.problems() == []


def test_what_all_are_told_was_read_for_each_region(damaged):
    damaged.replace(
        "missed.yml", "- id: missed-dose-south\n  region: south", "- id: missed-dose-south\n  region: all"
    )
    assert any(
        '"missed-dose-south" says 11 hours, which none of its readings holds for north (' in told
        for told in damaged.problems()
    )


@pytest.mark.parametrize(
    "whose, problems",
    [
        ("", 1),
        ("A SOUTH leaflet says: ", 0),
        ("Says the Blue Elbow scheme of South Ulna: ", 0),
        ("South: ", 1),
    ],
)
def test_a_sentence_may_say_whose_reading_it_has(damaged, whose, problems):
    damaged.replace("taking.yml", "text: Take it with toast.", f'text: "{whose}Keep it below 33 C."')
    damaged.replace(
        "taking.yml",
        "    sources: [{id: NO-LABEL, where: With food}]\n    evidence: [label-life-01]",
        "    evidence: [label-life-01, leaflet-life-01]",
    )
    told = [problem for problem in damaged.problems() if "none of its readings holds for north" in problem]
    assert len(told) == problems


def test_a_figure_that_is_filled_in_is_held_where_it_is_given(damaged):
    damaged.replace(
        "taking.yml", "text: Take it with toast.", "text: 'Take {each:adult-start-north} each time.'"
    )
    damaged.replace("taking.yml", "- id: food-toast\n    region: all", "- id: food-toast\n    region: north")
    assert not [problem for problem in damaged.problems() if "none of its readings" in problem]


def test_children_are_dosed_by_what_was_read_of_their_age(damaged):
    damaged.replace(
        "evidence.yml", "max 28 mg/day; never above", "max 28 mg/day; under 9 years 14 mg/day; never above"
    )
    assert damaged.problems() == []
    damaged.replace("dosing.yml", "in-a-day: 28 mg\n", "in-a-day: 14 mg\n")
    assert any('"child-maximum-north" says 14 mg in a day, which none' in told for told in damaged.problems())


def test_the_ages_of_a_group_were_read(damaged):
    damaged.replace("dosing.yml", "name: Children of 9 and over", "name: Children of 8 and over")
    assert any(
        '"Children of 8 and over" says 8 years, which none of its' in told for told in damaged.problems()
    )


EXCUSE = "    unread: [{figure: 35 °C, because: A warm land., date: 2026-11-01}]\n"


def test_a_figure_may_be_excused_by_its_name(damaged):
    damaged.replace("living.yml", "below 33 C.\n", f"below 35 C.\n{EXCUSE}")
    assert damaged.problems() == []


def test_an_excuse_covers_no_other_figure(damaged):
    damaged.replace("living.yml", "below 33 C.\n", f"below 35 C, for 5 days.\n{EXCUSE}")
    (told,) = damaged.problems()
    assert '"storage-south" says 5 days, which none of its readings holds' in told


def test_a_number_to_dial_was_read_in_its_own_region(damaged):
    damaged.replace("help.yml", "evidence: [leaflet-help-01]", "evidence: [label-help-01, leaflet-help-01]")
    damaged.replace(
        "evidence.yml",
        "countries: [south], sources: [SO-LEAFLET], where: When to ring",
        "countries: [north], sources: [SO-LEAFLET], where: When to ring",
    )
    assert any(
        '"call-emergency-south" says 800, which none of its readings' in told for told in damaged.problems()
    )


def test_an_excuse_has_to_be_needed(damaged):
    damaged.replace("living.yml", "below 33 C.\n", f"below 33 C.\n{EXCUSE}")
    (told,) = damaged.problems()
    assert '"storage-south" says 35 °C as it was read, or not at all; delete this excuse' in told


def test_one_fact_in_fifty_may_be_excused_and_no_more(damaged):
    excuse = "unread: [{figure: 3 days, because: A story., date: 2026-11-01}]"
    told = "facts have a figure that nobody read; find readings for them, or leave the figures out"
    path = damaged.folder / "glossary.yml"
    path.write_text(path.read_text("utf-8").replace(", word: ", f", {excuse}, word: "), "utf-8")
    assert not any(told in problem for problem in damaged.problems())
    damaged.replace("living.yml", "below 33 C.\n", f"below 35 C.\n{EXCUSE}")
    assert any(told in problem for problem in damaged.problems())


def test_a_fact_for_all_stands_beside_none_of_the_same_title(damaged):
    damaged.replace(
        "side-effects.yml",
        "- id: effect-sleepy-north\n    region: north",
        "- id: effect-sleepy-north\n    region: all",
    )
    assert any(
        '"effect-sleepy-north" is told in all regions, and "effect-sleepy-south" with the same title in south'
        in told
        for told in damaged.problems()
    )
