"""Life with a pump: scans, tests, travel, heat, diving, sex, and what to do when it works less well."""

import pytest

# Medtronic UK (own pages), Gillette Children's (travel), the FDA's notice of 2017 (scans), the NHS (working
# less well).
SAYS = {
    "pump-mri-surgery-us": [
        "too much or too little",
        "harm and deaths",
        "Do not go home until the pump has been checked",
    ],
    "pump-mri-uk": [
        "(SynchroMed II) there is a risk of too little",
        "(Prometra) there is a risk of too much",
        "Do not go home until the pump has been checked",
    ],
    "pump-tests-and-dentist": ["above 2 atmospheres the maker says no", "Call your pump clinic first"],
    "pump-travel": [
        "may give more than it is set to",
        "a refill falls into the trip",
        "the bag you keep with you",
        "time zones",
        "as soon as you plan a trip",
    ],
    "pump-heat-and-diving": [
        "39 degrees C (102 degrees F)",
        "10 m (33 feet)",
        "Either can kill",
        "Ask your pump clinic before you dive at all",
    ],
    "pump-and-sex": ["does not often last", "Do not ask for the pump to be stopped"],
    "pump-works-less": [
        "If it got worse within days, call {emergency} now, then your pump clinic, day or night",
        "the doctor (nobody else) may then pause it",
    ],
}


@pytest.mark.parametrize("fact", SAYS)
def test_what_a_pump_owner_must_know(contents, fact):
    (found,) = (other for other in contents.topics["pump-and-care"] if other.id == fact)
    told = " ".join(filter(None, (found.text, *found.points, found.do)))
    assert [words for words in SAYS[fact] if words not in told] == []
    assert found.sources and not found.not_known


def test_a_pump_that_works_less_well_is_an_emergency_first(contents):
    (found,) = (other for other in contents.topics["pump-and-care"] if other.id == "pump-works-less")
    assert found.urgency == "now"
