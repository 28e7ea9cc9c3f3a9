"""The most for adults, and what children of 12 and over are told.

US: 80 mg in a day (20 mg four times), label text (Dosage and Administration), read at DailyMed's copies
(Chartwell) and in the Ozobax label, section 2.1. UK: 100 mg in a day, usually up to 60 mg: South and West
Devon Formulary 10.2.2; Northern Ireland Formulary 10.2.2; East Region Formulary and NHS Highland formulary,
NHS Scotland. No source gives steps from 60 mg up.
"""

import pytest

from monograph.model.edition import Edition


def most(contents, region):
    (dose,) = [dose for dose in Edition(contents, region).adult_doses if dose.part == "maximum"]
    return dose


@pytest.mark.parametrize("region, mg", [("us", 80), ("uk", 100)])
def test_the_most_for_adults_in_a_day(contents, region, mg):
    total = most(contents, region).total
    assert (total.high, total.unit) == (mg, "mg")


def test_the_uk_says_what_is_usually_enough_and_who_goes_above_it(contents):
    note = most(contents, "uk").note
    assert "Only a doctor goes above 60 mg in total in a day" in note


def test_the_uk_rests_on_lists_of_three_countries(contents):
    assert {"UK-DEVON", "UK-NI-FORMULARY", "UK-EAST-FORMULARY"} <= {
        citation.id for citation in most(contents, "uk").sources
    }


@pytest.mark.parametrize("region", ["us", "uk"])
def test_no_schedule_goes_above_60_mg_in_a_day(contents, region):
    (steps,) = Edition(contents, region).pick(contents.dosing.step_up)
    assert max(step.total.high for step in steps.steps) == 60


def test_from_12_years_up_the_label_does_not_split_by_age(contents):
    doses = contents.dosing.groups["children-12-and-over"].doses
    assert len(doses) == 3 and all("has one schedule from 12 up" in dose.not_known for dose in doses)


# UK-type product text (rxreasoner.com, paediatric): below 8 years 40 mg in a day, over 8 years 60 mg; exactly
# 8 is not named.
@pytest.mark.parametrize("group, mg", [("children-under-8", 40), ("children-8-to-17", 60)])
def test_the_most_for_children_in_the_uk(contents, group, mg):
    (dose,) = [dose for dose in contents.dosing.groups[group].doses if dose.part == "maximum"]
    assert dose.total.high == mg


def test_a_child_of_just_8_is_told_to_ask(contents):
    (dose,) = [dose for dose in contents.dosing.groups["children-8-to-17"].doses if dose.part == "maximum"]
    assert "just 8" in dose.note
