"""How often side effects come: rare is fewer than 1 in 1,000, and each edition shows its own scale.

Italian label of Lioresal 4.8, "rare": paraesthesia, dysarthria, taste disturbance. BNF for Children 2018-19,
"rare or very rare": abdominal pain, abnormal liver function. Rare is 1 in 10,000 up to, but not reaching, 1
in 1,000 (convention in the label of pms-Baclofen, MIMS Hong Kong). US label (GlobalRPh copy), fatigue 2-4 %,
urinary frequency 2-6 %, the rest "rarely".
"""

import pytest

from monograph.model.edition import Edition
from monograph.model.statement import Statement

RARE = [
    "effect-slurred-speech-uk",
    "effect-tingling-taste-uk",
    "effect-belly-pain-uk",
    "kidneys-liver-function-uk",
]
US_RARELY = [
    "vomiting",
    "diarrhea",
    "Belly pain",
    "Slurred speech",
    "Tingling",
    "taste",
    "ringing",
    "muscle pain",
    "bed",
    "night",
    "Blood in your pee",
    "ejaculate",
    "stools",
]


def every(fact):
    return " ".join(filter(None, (fact.title, fact.text, *fact.points)))


@pytest.mark.parametrize("name", RARE)
def test_what_is_rare_is_counted_in_a_thousand(facts, name):
    frequency = facts[name].chance
    assert (frequency.kind, frequency.high, frequency.of) == ("fewer", 1, 1000)


@pytest.mark.parametrize("name, low, high", [("effect-tiredness", 2, 4), ("effect-peeing-often", 2, 6)])
def test_a_us_figure_stands_in_the_us_edition_alone(facts, name, low, high):
    found = facts[name]
    assert (found.region, found.chance.low, found.chance.high) == ("us", low, high)


@pytest.mark.parametrize("sign", US_RARELY)
def test_the_us_edition_names_what_its_label_calls_rare(contents, sign):
    facts = Edition(contents, "us").pick(contents.facts)
    found = [fact for fact in facts if "side-effects-us-16" in fact.evidence]
    told = " ".join(every(fact) for fact in found if isinstance(fact, Statement))
    assert sign.lower() in told.lower()


@pytest.mark.parametrize("region", ["us", "uk"])
def test_black_stools_are_an_emergency(contents, region):
    (found,) = Edition(contents, region).topic("effects-help")[:1]
    assert found.urgency == "now" and found.title.startswith("Call {emergency} now")
    assert any("black stools" in point for point in found.points)


def test_dreams_are_named_without_a_number(facts):
    found = facts["effect-dreams"]
    assert found.chance.kind == "not known" and not found.not_known and "other countries" in found.text


# Hedley 1975: 19 of 35 people stopped. Old and small, so it is a result of a trial and no rate for today's
# reader.
def test_a_small_old_trial_is_no_general_chance(contents):
    assert not any(
        found.chance and found.chance.high == 54 for topic in contents.topics.values() for found in topic
    )
