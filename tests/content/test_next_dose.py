"""What to do with the next dose: too much in the body asks before it, too little must not wait without it
(pharmacist-04, withdrawal-05).
"""

import pytest

TOXIC = [
    "kidneys-signs-build-up",
    "older-confusion-call",
    "effect-brain-illness-signs",
    "effect-brain-illness-do-not-just-stop",
]
BOTH = ["help-now-us", "help-now-uk", "too-little-us", "too-little-uk"]


@pytest.fixture(scope="module")
def does(contents):
    return {fact.id: fact.do for fact in contents.facts if getattr(fact, "do", None)}


@pytest.mark.parametrize("name", TOXIC)
def test_toxic_signs_ask_before_the_next_dose(does, name):
    assert (
        does[name].startswith("Call {emergency} now, before the next dose. Ask them, or ")
        and "if it is to be given. Do not stop on your own." in does[name]
    )


@pytest.mark.parametrize("name", BOTH)
def test_where_it_may_be_too_little_the_dose_is_not_forbidden(does, name):
    assert "Ask the {call-handler} about the next dose. Do not take extra to catch up." in does[name]


def test_the_illness_of_stopping_asks_about_the_next_dose(does):
    assert (
        "Ask the {call-handler} about the next dose, and do not take extra to catch up."
        in does["withdrawal-get-help"]
    )


def test_nobody_is_told_to_take_no_more_because_of_signs(does):
    assert [name for name, do in does.items() if "Do not take more because of" in do] == []


@pytest.mark.parametrize("region", ["us", "uk"])
def test_who_has_run_out_asks_a_pharmacist_first(contents, does, region):
    assert does["running-out-now"].startswith(
        "Take the empty pack to a pharmacy now and ask for an emergency supply."
    )  # stopping-11, stopping-12
    assert f"running-out-pharmacist-{region}" in does and "emergency supply" in does[f"help-urgent-{region}"]
