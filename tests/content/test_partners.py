"""Medicines taken together with it, and what else can make spasms worse."""

import pytest

from monograph.model.edition import Edition
from monograph.views.blocks import Blocks


def test_gabapentin_and_pregabalin_are_warned_of(facts):
    """FDA drug safety communication of 19 December 2019."""
    fact = facts["mix-gabapentin"]
    assert fact.title == "Gabapentin and pregabalin" and "US-FDA-GABAPENTIN" in [
        citation.id for citation in fact.sources
    ]
    for sign in (
        "confusion",
        "great sleepiness",
        "slow or shallow breathing",
        "blue lips",
        "cannot be woken",
    ):
        assert sign in fact.do


@pytest.mark.parametrize("region", ["us", "uk"])
def test_the_question_names_both(contents, region):
    assert "gabapentin, pregabalin" in Blocks(Edition(contents, region)).questions()


def test_other_causes_of_worse_spasms_are_named(facts):
    """MS Trust, NHS Lothian and MS Center, trigger-01 to trigger-03."""
    points = " ".join(facts["spasms-look-for-a-cause"].points)
    assert [
        cause
        for cause in (
            "infection",
            "bladder",
            "catheter",
            "constipation",
            "skin",
            "pain",
            "drinking",
            "missed doses",
        )
        if cause not in points
    ] == []
    assert "infection" in facts["ask-spasms-worse"].answer


def test_the_steps_of_dysreflexia_are_given_in_both_editions(facts):
    """Spinal Research; Paralyzed Veterans of America."""
    fact = facts["caution-dysreflexia-signs"]
    assert fact.region == "all" and fact.points[0] == "a pounding headache" and "T6" in fact.text
    assert [
        step for step in ("Sit up", "loosen tight clothes", "bladder or catheter") if step not in fact.do
    ] == []


@pytest.mark.parametrize(("region", "room"), [("us", "an emergency room"), ("uk", "A and E")])
def test_who_cannot_pee_at_all_goes_to_hospital_now(facts, region, room):
    assert facts[f"effect-cannot-pee-{region}"].do.startswith(f"Go to {room} now if you cannot pee at all.")


@pytest.mark.parametrize(
    "name",
    [
        "effect-self-harm-thoughts",
        "caution-suicide-thoughts",
        "caution-carers-watch-mood",
        "left-out-suicide-and-misuse",
    ],
)
def test_who_thinks_of_suicide_reads_the_crisis_line(facts, name):
    assert "{crisis}" in facts[name].do and "{emergency} now" in facts[name].do
