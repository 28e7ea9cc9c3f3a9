"""The level of help for signs that threaten life, pinned by value: one sign, one level, in both editions."""

import pytest

# Who must read "now" and the emergency number. Sources: pharmacist-04, neonatal-01, urgent-02 and -06 to -08,
# interactions-17 in data/evidence.yml; for a person who cannot pee at all and for bleeding, general knowledge
# raised the level.
NOW = [
    "kidneys-low-dose-can-harm", "kidneys-signs-build-up", "older-confusion-call",
  "effect-brain-illness-signs", "left-out-brain-illness-in-kidney-disease",
    "mix-kidney-harming-medicines", "newborn-signs-us", "newborn-signs-uk", "newborn-more-signs",
  "breastfed-baby-emergency", "effect-sweating-nose",
    "effect-slow-heart", "effect-cannot-pee-us", "effect-cannot-pee-uk", "caution-dysreflexia-signs",
  "mix-gabapentin", "mix-opioids", "mix-muscle-relaxants",
    "effect-self-harm-thoughts", "caution-suicide-thoughts", "caution-carers-watch-mood",
  "effect-black-stools",
]  # fmt: skip
SIGNS = {
    "seizure",
    "breathing",
    "blue-lips",
    "cannot-be-woken",
    "collapse",
    "swelling",
    "brain-illness",
    "withdrawal",
    "dysreflexia",
    "acting-on-suicide",
    "bleeding",
}
NEWBORN = {
    "newborn-signs-us": "seizures",
    "newborn-signs-uk": "trouble breathing",
    "newborn-more-signs": "a {fit}",
}


@pytest.mark.parametrize("name", NOW)
def test_a_sign_that_threatens_life_has_the_level_now(facts, name):
    assert facts[name].urgency == "now" and "{emergency}" in facts[name].do


# The cards that say for which signs to call at once: they tell together what NOW tells one by one.
CARDS = {
    "effects-now": ["breathing", "swollen face", "not waking", "new confusion", "black stools", "suicide"],
    "effects-now-after-missed-doses": ["missed doses", "pump", "pounding headache", "no pee at all"],
    "kidneys-signs-now": ["{fit}", "breathing", "cannot be woken"],
    "kidneys-signs-build-up": ["new confusion", "sleepy", "jerks"],
    "pump-too-little-now": ["high fever", "stiff muscles", "itching", "feeling faint"],
    "pump-too-much-now": ["shallow breathing", "not waking", "floppy", "{fit}"],
    "mix-now": ["new confusion", "great sleepiness", "blue lips", "{fit}", "floppy", "feeling faint"],
    "newborn-now": ["{fit}", "fever", "trouble breathing", "will not wake"],
}


@pytest.mark.parametrize("name", CARDS)
def test_a_page_says_for_which_signs_to_call_at_once(facts, name):
    card = facts[name]
    assert card.layer == "page" and card.urgency == "now" and "call {emergency} now" in card.title.lower()
    assert [sign for sign in CARDS[name] if sign not in " ".join(card.points)] == []


def test_claim_64_sends_the_sleepy_and_confused_to_the_emergency_number(contents):
    (claim,) = [claim for claim in contents.claims.all if claim.number == 64]
    assert [(answer.urgency, answer.do.startswith("Call {emergency} now")) for answer in claim.answers] == [
        ("now", True)
    ] * len(claim.answers)


@pytest.mark.parametrize(("name", "first"), NEWBORN.items())
def test_the_worst_sign_of_a_newborn_stands_first(facts, name, first):
    assert facts[name].points[0] == first and facts[name].do.startswith("Call {emergency} now")


def test_no_sign_leaves_the_list(contents):
    assert {sign.id for sign in contents.help.signs} >= SIGNS


@pytest.mark.parametrize("region", ["us", "uk"])
@pytest.mark.parametrize(
    "said",
    [
        "lips turn blue",
        "pounding headache",
        "stools are black",
        "weak kidneys or after too much",
        "much worse tightness",
    ],
)
def test_the_card_names_the_sign(facts, region, said):
    assert any(said in point for point in facts[f"help-now-{region}"].points)


@pytest.mark.parametrize(
    "name", ["too-little-us", "too-little-uk", "withdrawal-signs-us", "withdrawal-signs-uk"]
)
def test_tighter_muscles_count_when_much_worse(facts, name):
    assert [
        point for point in facts[name].points if "comes back" in point and "much worse" not in point
    ] == []
    assert any("much worse" in point for point in facts[name].points)
