"""A slip of a real figure is refused, for its reading says otherwise: of doses, times, strengths and shares.

The slips are of the kinds that nobody saw when they were tried on the data: a maximum of 100 mg for 80, in a
day for each time, days for hours, a digit of the poison line, a source that does not say it.
"""

import re
import shutil

import pytest

from monograph.checks.library import unjudged
from monograph.checks.readings import RULES
from tests.conftest import ROOT

# file, the fact by its id (of a claim's answers, the claim's), what stands there, the slip, what is said
SLIPS = {
    "a maximum": ("dosing", "adult-maximum-us", "in-a-day: 80 mg", "in-a-day: 100 mg", "100 mg in a day"),
    "the most given each time": (
        "dosing",
        "adult-maximum-us",
        "in-a-day: 80 mg",
        "each-time: 80 mg",
        "80 mg each time",
    ),
    "the usual amount as the maximum": (
        "dosing",
        "adult-maximum-uk",
        "in-a-day: 100 mg",
        "in-a-day: 60 mg",
        "60 mg in a day",
    ),
    "a start in a day": ("dosing", "adult-start-us", "each-time: 5 mg", "in-a-day: 5 mg", "5 mg in a day"),
    "a split": ("dosing", "adult-maximum-us", "times-a-day: 4", "times-a-day: 3", "80 mg in a day"),
    "a child's maximum": ("dosing", "child-under-8-maximum-uk", "40 mg", "60 mg", "60 mg in a day"),
    "a child's start": ("dosing", "child-under-8-start-uk", "0.3 mg/kg", "0.5 mg/kg", "0.5 mg/kg in a day"),
    "a citation from elsewhere": (
        "dosing",
        "child-8-maximum-uk",
        "evidence: [dosing-child-05, dosing-child-01]",
        "evidence: [dosing-child-15]",
        "60 mg in a day",
    ),
    "a step": ("dosing", "step-up-us", "each-time: 20 mg", "each-time: 30 mg", "30 mg each time"),
    "a kidney score": ("dosing", "kidney-maximum-us", "below 60", "below 50", "50"),
    "leave-out hours": ("missed", "missed-dose-rule-uk", "2 hours", "4 hours", "4 hours"),
    "hours in a text": ("missed", "missed-dose-child-uk", "4 hours", "2 hours", "2 hours"),
    "a rule of another region": ("missed", "missed-dose-rule-uk", "region: uk", "region: us", "2 hours"),
    "a chance": ("side-effects", "effect-sleepiness-us", "10 to 63", "5 to 31", "5 to 31 in 100"),
    "a chance for all": (
        "side-effects",
        "effect-dizziness-us",
        "region: us",
        "region: all",
        "5 to 15 in 100",
    ),
    "hours as days": ("stopping", "withdrawal-how-soon", "31 hours", "31 days", "18 to 31 days"),
    "weeks as days": ("stopping", "come-off-slowly-uk", "1 to 2 weeks", "1 to 2 days", "1 to 2 days"),
    "a strength of another liquid": (
        "medicine",
        "liquid-2-us",
        "10 mg in 5 mL",
        "5 mg in 5 mL",
        "5 mg in 5 mL",
    ),
    "a liquid for all": ("medicine", "liquid-5-us", "region: us", "region: all", "25 mg in 5 mL"),
    "a digit of the poison line": ("help", "call-poison-us", "222-1222", "222-1223", "1-800-222-1223"),
    "an emergency number": ("help", "call-emergency-uk", "999", "996", "996"),
    "an amount typed twice too high": (
        "in-short",
        "in-short-taking-uk",
        "{total:adult-usual-uk} in total in a day ({most-each:adult-usual-uk}, {times:adult-usual-uk})",
        "Up to 120 mg in total in a day (40 mg each time, 3 times a day)",
        "120 mg in a day",
    ),
    "each time in a sentence": (
        "claims",
        "claim-adult-starting-dose",
        "(5 mg, three times a day)",
        "(5 mg in a day, 3 times a day)",
        "5 mg in a day",
    ),
    "a step in a sentence": (
        "claims",
        "claim-adult-steps-up",
        "is 5 mg more",
        "is 10 mg more",
        "10 mg more each time",
    ),
    "a volume in a sentence": ("questions", "ask-how-much-liquid-us", "only 1 mL", "only 5 mL", "5 mL"),
    "micrograms as mg": (
        "pump",
        "pump-amounts-spine-us",
        "800 micrograms",
        "800 mg",
        "300 to 800 mg in a day",
    ),
    "people of a trial": ("benefits", "trial-hedley-tightness", "16 had", "61 had", "61"),
    "a share": ("living", "breastfeeding-amount-in-milk", "3.6 in 100", "36 in 100", "36 in 100"),
    "an age": ("older", "older-injuries-study", "65 to 99", "55 to 99", "55 to 99 years"),
    "a temperature": ("living", "storage-tablets-us", "20 to 25 degrees", "20 to 35 degrees", "20 to 35 °C"),
    "a ceiling": ("limits", "limit-child-day", "60 mg", "80 mg", "80 mg in a day"),
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """What is said when every slip is made, those of one fact one after the other."""
    said: set[str] = set()
    left = list(SLIPS.values())
    while left:
        folder = tmp_path_factory.mktemp("slips") / "data"
        shutil.copytree(ROOT / "data", folder)
        (folder.parent / "docs").symlink_to(ROOT / "docs")
        made = {slip[1]: slip for slip in reversed(left)}
        for file, fact, old, new, _ in made.values():
            path = folder / f"{file}.yml"
            text = path.read_text("utf-8")
            begins = re.search(rf"^ *- id: {fact}\n", text, re.MULTILINE).start()
            assert old in (rest := text[begins:]), f"{fact} holds no {old!r}"
            end = begins + rest.index(old) + len(old)
            path.write_text(text[:begins] + rest.replace(old, new, 2 if file == "help" else 1), "utf-8")
            assert "- id: " not in text[begins + 8 : end], f"{old!r} stands in another fact than {fact}"
        said |= {problem.wrong for rule in RULES for problem in rule(unjudged(folder))}
        left = [slip for slip in left if slip not in made.values()]
    return said


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_refused_with_the_figure_that_nobody_read(refused, slip):
    _, fact, _, _, figure = slip
    assert any(
        re.match(rf'"{fact}[a-z-]*" says {re.escape(figure)}, which none of its readings holds', wrong)
        for wrong in refused
    )


def test_two_facts_of_one_title_do_not_tell_one_region_two_chances(refused):
    assert any(
        '"effect-dizziness-us" is told in all regions, and "effect-dizziness-uk"' in wrong
        for wrong in refused
    )


def test_few_real_figures_are_excused(contents):
    excused = {fact.id for fact in contents.facts if fact.unread}
    assert excused == {"limit-adult-each", "limit-child-day-by-weight", "effect-weight-ankles"}
