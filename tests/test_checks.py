"""Each rule stops its mistake with one message; a gloriously wrong folder is answered whole and in order."""

import inspect

import pytest

from monograph.checks import RULES, check
from monograph.model.complaint import ADVICE

# file, what stands there, what a tired editor wrote instead, the message (its line is the line of `at`, or of the change)
MISTAKES = {
    "start above maximum": (
        "dosing.yml", "        in-a-day: 56 mg\n        times-a-day: 2", "        in-a-day: 14 mg\n        times-a-day: 2", "- id: adult-usual-north",
        '"adult-usual-north" (28 to 42 mg) is above "adult-maximum-north" (14 mg); check both against their sources (Adults)',
    ),
    "a step up that goes down": (
        "dosing.yml", "- {each-time: 14 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 21 mg", "- {each-time: 35 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 21 mg", "- {each-time: 21 mg",
        'this step of "step-up-north" is not more than the one before; check its source',
    ),
    "a step down that goes up": (
        "dosing.yml", "      - {each-time: 7 mg, times-a-day: 1, for-days: 4}", "      - {each-time: 7 mg, times-a-day: 3, for-days: 4}", "- {each-time: 7 mg, times-a-day: 3",
        'this step of "step-down-north" is not less than the one before; check its source',
    ),
    "a dose no tablet makes": (
        "dosing.yml", "        each-time: 14 mg\n        times-a-day: 2", "        each-time: 10 mg\n        times-a-day: 2", "- id: older-maximum",
        '"older-maximum" cannot be made from what is listed for north or south; check the dose and data/medicine.yml',
    ),
    "a tenfold slip": (
        "dosing.yml", "in-a-day: 56 mg", "in-a-day: 560 mg", "- id: adult-maximum-north",
        '"adult-maximum-north" comes to 280 mg each time, above the ceiling "limit-adult-each"; look for a slip of the pen, and check each time against in a day',
    ),
    "a day's total given each time": (
        "dosing.yml", "in-a-day: 0.9 mg/kg\n        times-a-day: 2", "each-time: 0.65 mg/kg\n        times-a-day: 1", "- id: child-start-north",
        '"child-start-north" comes to 0.65 mg/kg each time, above the ceiling "limit-child-start-each-by-weight"; look for a slip of the pen, and check each time against in a day',
    ),
    "a tenfold slip in a sentence": (
        "taking.yml", "Tablets come in 7 mg", "Tablets come in 770 mg", "- id: tablets-how-north",
        '"tablets-how-north" names 770 mg, above every ceiling; mend it, or add "beyond-limits" with the reason',
    ),
    "an excuse not needed": (
        "taking.yml", "    text: Take it with toast.", "    text: Take it with toast.\n    beyond-limits: Toast is heavy.", "- id: food-toast",
        '"food-toast" is excused from the ceilings but below them; delete "beyond-limits"',
    ),
    "an unknown source": (
        "taking.yml", "{id: NO-LABEL, where: Daily life}", "{id: NO-LABLE, where: Daily life}", "{id: NO-LABLE",
        'the source "NO-LABLE" has no card; did you mean "NO-LABEL"?',
    ),
    "a source that was not read for this": (
        "taking.yml", "{id: NO-LABEL, where: Daily life}", "{id: ST-TRIAL, where: Daily life}", "{id: ST-TRIAL",
        '"food-toast" cites "ST-TRIAL", which none of its readings comes from; write one of: NO-LABEL',
    ),
    "no source": (
        "taking.yml", "    sources: [{id: NO-LABEL, where: Daily life}]\n", "", "- id: food-toast",
        '"food-toast" has no source; add "sources: [{id: ..., where: ...}]"',
    ),
    "a source without its section": (
        "taking.yml", "{id: NO-LABEL, where: Daily life}", "{id: NO-LABEL}", "{id: NO-LABEL}]",
        '"where" is missing; add it',
    ),
    "an unknown reading": (
        "taking.yml", "evidence: [label-life-01]", "evidence: [label-life-01, label-lief-01]", "- id: food-toast",
        '"food-toast" names the reading "label-lief-01"; did you mean "label-life-01"?',
    ),
    "an unknown region": (
        "taking.yml", "    region: south\n    text: Take it once a day, at dusk.", "    region: suoth\n    text: Take it once a day, at dusk.", None,
        None,
    ),
    "an id that is taken": (
        "taking.yml", "id: food-toast", "id: start-low", "id: start-low\n    region: all\n    text: Take it with toast",
        'the id "start-low" is taken (see data/taking.yml:3); give this one a name of its own',
    ),
    "a misspelt key": (
        "taking.yml", "    text: Take it with toast.", "    txet: Take it with toast.", "txet",
        '"txet" is not a key here; did you mean "text"?',
    ),
    "a word in braces that stands for nothing": (
        "taking.yml", "Take it with toast.", "Take it with toast, or call {emergancy}.", "- id: food-toast",
        '"{emergancy}" stands for nothing; did you mean "emergency"?',
    ),
    "a phone number typed": (
        "taking.yml", "Take it with toast.", "Take it with toast, or call 700.", "- id: food-toast",
        '"food-toast" types the number 700; write {emergency}, {poison} or {advice}',
    ),
    "5mg": (
        "dosing.yml", "each-time: 7 mg", "each-time: 7mg", "each-time: 7mg",
        '"each-time" is "7mg"; write a number, one space and the unit, such as "5 mg", "40 to 80 mg" or "0.5 mg"',
    ),
    "a wrong unit": (
        "dosing.yml", "each-time: 7 mg", "each-time: 7 grams", "each-time: 7 grams",
        '"each-time" is "7 grams"; the unit "grams" is not one of mg, mg/kg, micrograms, mL, hours',
    ),
    "no basis": (
        "dosing.yml", "        each-time: 7 mg\n        times-a-day: 2\n", "        times-a-day: 2\n", "- id: adult-start-north",
        '"adult-start-north" cannot be used as it stands; say the basis: "each-time: 5 mg" or "in-a-day: 15 mg" (in total), or "not-known" with the reason',
    ),
    "no split": (
        "dosing.yml", "        in-a-day: 56 mg\n        times-a-day: 2\n", "        in-a-day: 56 mg\n", "- id: adult-maximum-north",
        '"adult-maximum-north" cannot be used as it stands; add "times-a-day", so that nobody takes the day\'s total at once',
    ),
    "a day that does not exist": (
        "review.yml", "next-check: 2099-12-31", "next-check: 2026-13-01", "next-check",
        '"next-check" is "2026-13-01"; write a day that exists as year-month-day, such as "2026-11-22"',
    ),
    "a topic told in one edition alone": (
        "taking.yml", "    region: all\n    text: Take it with toast.", "    region: north\n    text: Take it with toast.", "- id: food-toast",
        'the topic "with-food" has nothing for south; add a fact, or one with "not-known" and the reason',
    ),
    "a part of a dose row missing": (
        "dosing.yml", "        part: usual\n        not-known: No number was found.", "        part: maximum\n        not-known: No number was found.", "weak-liver:",
        None,
    ),
    "a claim that leads nowhere": (
        "claims.yml", "page: ", "page: nowhere-", None, None,
    ),
    "more than the time between doses": (
        "missed.yml", "leave-out-within: 11 hours", "leave-out-within: 24 hours", "- id: missed-dose-south",
        '"missed-dose-south" leaves no time to take a missed dose (doses are 24 hours apart); check it against its source',
    ),
    "a liquid without its volume": (
        "medicine.yml", "strengths: [7 mg in 2 mL]", "strengths: [7 mg]", None, None,
    ),
    "a reading nobody answers for": (
        "evidence.yml", "left-out:", "country:", None, None,
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_gets_one_message(damaged, mistake):
    file, old, new, at, message = mistake
    damaged.replace(file, old, new)
    problems = damaged.problems()
    assert problems, "the mistake was accepted"
    if message:
        assert problems == [f"data/{file}:{damaged.line(file, at)}: {message}"]
    else:
        assert len(problems) <= 2 and all("; " in problem for problem in problems)


def test_the_fiction_itself_is_right(damaged):
    assert damaged.problems() == []


def test_a_wrong_folder_is_answered_whole_and_in_order(damaged):
    damaged.replace("dosing.yml", "each-time: 7 mg", "each-time: 7mg")
    damaged.replace("dosing.yml", "part: usual", "part: ususal")
    damaged.replace("help.yml", 'name: "700"', 'nmae: "700"')
    damaged.replace("missed.yml", "region: north", "region:")
    damaged.replace("review.yml", "2099-12-31", "2099-02-30")
    damaged.replace("sources.yml", "read: full text", "read: full")
    damaged.replace("taking.yml", "    text: Take it with toast.", "    sources: []")
    (damaged.folder / "older.yml").write_text("older-people: [\n")
    files = damaged.problems()
    assert [line.partition(": ")[0] for line in files] == ["data/older.yml:2", f"data/taking.yml:{damaged.line('taking.yml', 'sources: []') + 1}"]
    damaged.replace("taking.yml", "    sources: []\n    sources", "    sources")
    (damaged.folder / "older.yml").write_text("older-people: []\n")
    assert damaged.problems() == [
        'data/dosing.yml:12: "each-time" is "7mg"; write a number, one space and the unit, such as "5 mg", "40 to 80 mg" or "0.5 mg"',
        'data/dosing.yml:18: "part" is "ususal"; did you mean "usual"?',
        'data/help.yml:3: "name" is missing; add it',
        'data/help.yml:6: "nmae" is not a key here; did you mean "name"?',
        'data/missed.yml:3: "region" is empty; use the letters, digits and hyphens of its kind, such as adult-start-us',
        'data/review.yml:3: "next-check" is "2099-02-30"; write a day that exists as year-month-day, such as "2026-11-22"',
        'data/sources.yml:11: "read" is "full"; did you mean "full text"?',
        f'data/taking.yml:{damaged.line("taking.yml", "- id: food-toast")}: "food-toast" cannot be used as it stands; add "text", or "not-known" with the reason',
    ]


def test_every_rule_says_what_it_is():
    assert RULES
    for rule in RULES:
        statement = inspect.getdoc(rule)
        assert statement and statement.endswith("."), rule.__name__


def test_the_real_facts_break_no_rule(contents):
    assert list(check(contents)) == []
    assert len(contents.facts) > 500


def test_advice_is_an_imperative():
    assert all(advice[0].islower() and not advice.endswith(".") for advice in ADVICE.values())
