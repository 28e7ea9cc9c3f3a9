"""How much a change matters: each kind of change has its severity, and what is in doubt has the
higher one.
"""

import pytest

from monograph.model.history import SEVERITIES
from monograph.model.problem import Place
from monograph.review.entries import Entry
from monograph.review.severity import severity

WORDING = [
    ("Take it at night.", "Take it at night"),
    ("take it at night", "Take it at Night"),
    ("Take it, at night", "Take it at night"),
    ("A side effect", "A side-effect"),
    ("Ask the doctor", "Ask a doctor"),
    ("Most of the people feel it", "Most people feel it"),
    ("You can't see it", "You cannot see it"),
    ("It won't hurt, don't worry", "It will not hurt, do not worry"),
    ("She labels it “sleepy”", 'She labels it "sleepy"'),
]
MEANING = [
    ("The colour of the tablet", "The color of the tablet"),
    ("Take it at night", "Take it at noon"),
    ("Take the dose", "Take the does"),
    ("Have it filled", "Have it filed"),
    ("It may hurt", "It will hurt"),
    ("It hurts. Rest", "It hurts rest"),
    ("Can it hurt?", "Can it hurt."),
    ("Sleep well and rest", "Rest and sleep well"),
    ("high blood pressure", "low blood pressure"),
]
SAFETY = [
    ("Take 5 mg", "Take 50 mg"),
    ("Take 0.5 mg", "Take 5 mg"),
    ("Take 5 mg", "Take 5 mL"),
    ("For 3 days", "For 3 weeks"),
    ("5 mg each time", "5 mg in total"),
    ("Take one tablet", "Take two tablets"),
    ("Take it twice a day", "Take it once a day"),
    ("Twice a day", "Twice a week"),
    ("Take half a tablet", "Take a tablet"),
    ("Take 5-10 drops", "Take 5 10 drops"),
    ("Above 3 %", "Above 3"),
    ("Do not stop", "Do stop"),
    ("Stop. Do not call", "Do not stop. Call"),
    ("It can't hurt", "It can hurt"),
    ("Never double it", "Double it"),
    ("Take it only at night", "Take it at night"),
    ("Take it unless you bleed", "Take it if you bleed"),
    ("Before food", "After food"),
    ("At least some", "At most some"),
    ("More than usual", "Less than usual"),
    ("Call {emergency}", "Call {advice}"),
    ("Ask for {name}", "Ask"),
]


def entry(file: str = "data/taking.yml", under: str = "tablets", **fields) -> Entry:
    texts = {
        key.replace("_", "-"): (value,) if isinstance(value, str) else value for key, value in fields.items()
    }
    return Entry("an-id", Place(file, 3), {"region": ("north",), "under": (under,), **texts})


@pytest.mark.parametrize(
    "before, after, expected",
    [
        (*pair, level)
        for level, pairs in (("wording", WORDING), ("meaning", MEANING), ("safety", SAFETY))
        for pair in pairs
    ],
)
def test_a_changed_sentence_has_its_severity_both_ways(before, after, expected):
    assert severity(entry(text=before), entry(text=after)) == expected
    assert severity(entry(text=after), entry(text=before)) == expected


@pytest.mark.parametrize(
    "before, after, expected",
    [
        (entry(in_a_day="80 mg"), entry(in_a_day="60 mg"), "safety"),
        (entry(in_a_day="80 mg"), entry(each_time="80 mg"), "safety"),
        (entry(chance="7 in 100"), entry(chance="8 in 100"), "safety"),
        (entry(phone="700"), entry(phone="701"), "safety"),
        (entry(urgency="ask"), entry(urgency="now"), "safety"),
        (entry(verdict="nuance"), entry(verdict="supported"), "safety"),
        (entry(do="Rest."), entry(do="Rest"), "safety"),
        (entry(text="Rest"), entry(not_known="Rest"), "safety"),
        (entry(not_known="Rest"), entry(text="Rest"), "safety"),
        (entry(text="Rest", region="north"), entry(text="Rest", region="all"), "safety"),
        (entry(text="Rest", under="tablets"), entry(text="Rest", under="granules"), "safety"),
        (entry(points=("Rest", "Sleep")), entry(points=("Rest", "Sleep", "Eat")), "meaning"),
        (entry(points=("Rest", "Sleep")), entry(points=("Rest", "Never sleep")), "safety"),
        (entry(text="Rest"), entry(text="Rest", title="Sleep"), "meaning"),
        (entry(text="Rest"), entry(text="Rest", title="Never sleep"), "safety"),
        (entry(text="Rest", sources=("A, 1",)), entry(text="Rest", sources=("A, 2",)), "meaning"),
        (entry(text="Rest", sources=("A, 1",)), entry(text="Sleep 2 hours", sources=("A, 2",)), "safety"),
        (None, entry(text="Rest"), "meaning"),
        (entry(text="Rest for 2 days"), None, "safety"),
        (entry(text="Rest", do="Sleep"), None, "safety"),
        (entry("data/help.yml", text="Rest"), entry("data/help.yml", text="Sleep"), "safety"),
        (entry("data/limits.yml", because="Rest"), entry("data/limits.yml", because="Sleep"), "safety"),
        (entry("data/missed.yml", text="Rest"), entry("data/missed.yml", text="Sleep"), "safety"),
        (entry(under="stop-warning", text="Rest"), entry(under="stop-warning", text="rest"), "safety"),
        (
            entry(under="too-much-signs", sources=("A, 1",)),
            entry(under="too-much-signs", sources=("A, 2",)),
            "meaning",
        ),
        (
            entry("data/phrases/en.yml", phrase="{amount} each"),
            entry("data/phrases/en.yml", phrase="{amount}, each"),
            "safety",
        ),
        (
            entry("data/phrases/en.yml", phrase="Read more"),
            entry("data/phrases/en.yml", phrase="read more"),
            "wording",
        ),
        (entry("data/evidence.yml", says="80 mg"), entry("data/evidence.yml", says="60 mg"), "safety"),
        (entry("data/evidence.yml", read="copy"), entry("data/evidence.yml", read="excerpt"), "safety"),
        (entry("data/evidence.yml", sources=("A",)), entry("data/evidence.yml", sources=("B",)), "safety"),
        (
            entry("data/evidence.yml", says="80 mg", left_out="Not needed"),
            entry("data/evidence.yml", says="60 mg", left_out="Not needed"),
            "meaning",
        ),
        (None, entry("data/evidence.yml", says="80 mg"), "meaning"),
        (entry("data/sources.yml", read="full text"), entry("data/sources.yml", read="copy"), "safety"),
        (entry("data/sources.yml", published="2025"), entry("data/sources.yml", published="2026"), "safety"),
        (
            entry("data/sources.yml", url="https://a.example", checked="2026-01-01"),
            entry("data/sources.yml", url="https://b.example", checked="2026-11-01"),
            "meaning",
        ),
        (entry("data/sources.yml", title="On 5 mg"), None, "meaning"),
    ],
)
def test_a_changed_entry_has_its_severity(before, after, expected):
    assert severity(before, after) == expected


def test_the_gravest_is_first():
    assert SEVERITIES == ("safety", "meaning", "wording")
