"""The stop warning: what it says, equally strong in both editions, and what each rests on."""

import pytest

# "It can kill": the maker of Ozobax ("serious adverse reactions including death", US-OZO-HCP) and UKCPA
# ("potentially fatal", UK-UKCPA).
WARNS = {
    "us": (
        "high fever, confusion, seizures and seeing things that are not there",
        {"US-OZO-HCP", "US-OZOBAX"},
    ),
    "uk": (
        "high fever, confusion, fits and seeing things that are not there",
        {"UK-UKCPA", "UK-MSTRUST-BAC", "UK-BNFC-2018"},
    ),
}


@pytest.fixture
def warnings(contents):
    return {fact.region: fact for fact in contents.topics["stop-warning"]}


@pytest.mark.parametrize("region", WARNS)
def test_the_warning_names_the_signs_and_that_it_can_kill(warnings, region):
    signs, sources = WARNS[region]
    assert warnings[region].text == f"Stopping suddenly can bring {signs}. It can kill."
    assert sources <= {citation.id for citation in warnings[region].sources}


def test_both_editions_warn_of_the_same_and_say_the_same_to_do(warnings):
    us, uk = warnings["us"], warnings["uk"]
    assert us.text.replace("seizures", "fits") == uk.text
    assert (us.title, us.do, us.urgency) == (uk.title, uk.do, uk.urgency)
    assert us.urgency == "now" and "{emergency}" in us.do
