"""A figure follows from read ones by a way with a name, and by no other."""

import pytest

from monograph.model.derivations import AS_READ, DERIVATIONS, follows
from monograph.model.notation import figures

FOLLOWS = {
    "end_of_a_range": ("up to 80 mg daily", "usual 40-80 mg daily"),
    "range_between_two": ("3 to 4 times a day", "5 mg t.i.d.; 20 mg q.i.d."),
    "to_the_last_year": ("age 8 to 17", "over 8 years; under 18 years"),
    "other_unit_of_time": ("2 weeks", "14 days"),
    "micrograms_and_mg": ("500 micrograms in each mL", "0.5 mg/mL"),
    "same_strength": ("2 mg in each mL", "10 mg/5 mL"),
    "same_share": ("10 in 100", "1/10"),
    "rounded": ("46 in 100", "16/35"),
    "part_of_a_share": ("16 people", "16/35"),
    "both_groups": ("6,469 people", "26/360 vs 6/6109"),
    "celsius": ("39 degrees C", "102 F"),
    "what_one_mg_is": ("1,000 micrograms", "nothing"),
    "total_of_a_day": ("15 mg in a day", "5 mg t.i.d."),
    "share_of_a_day": ("20 mg each time", "60 mg/day in 3 doses"),
    "day_taken_each_time": ("three times too much", "0.3 mg/kg/day in 3 doses"),
    "amount_in_a_volume": ("20 mg", "10 mg/5 mL; cups of 10 mL"),
    "volume_of_an_amount": ("1 mL", "5 mg/mL; 5 mg"),
    "ratio_of_strengths": ("twice as strong", "10 mg/5 mL, 5 mg/5 mL"),
    "step_between_amounts": ("5 mg more each time", "10 mg each time, then 15 mg each time"),
}
FOLLOWS_NOT = [
    ("80 mg each time", "80 mg/day"),
    ("80 mg in a day", "80 mg"),
    ("5 mg in 5 mL", "10 mg/5 mL, 5 mg"),
    ("10 mg in 5 mL", "10 mg/mL"),
    ("5 to 31 in 100", "10-63%"),
    ("18 to 31 days", "18-31 hours"),
    ("1 to 2 days", "1-2 weeks"),
    ("100 mg in a day", "20 mL; 5 mg/mL"),
    ("60 mg in a day", "20 mg q.i.d.; 15 mg t.i.d."),
    ("5 mg four times a day", "5 mg t.i.d."),
    ("10 mg more each time", "5 mg each time, then 10 mg each time"),
    ("500 mg in each mL", "0.5 mcg/mL"),
    ("60", "60 mg"),
    ("7 kg", "7 years"),
    ("15 in 100", "15"),
    ("8 to 16 years", "over 8 years; under 18 years"),
    ("20 degrees C", "20 F"),
]


@pytest.mark.parametrize("way, told", FOLLOWS.items(), ids=FOLLOWS)
def test_a_figure_follows_by_the_way_that_has_this_name(way, told):
    wanted, notes = told
    assert follows(figures(wanted)[0], figures(notes)) == way


def test_every_way_is_tried():
    assert FOLLOWS.keys() == {derive.__name__ for derive in DERIVATIONS}
    assert all(derive.__doc__ for derive in DERIVATIONS)


def test_a_figure_that_stands_there_is_read():
    assert follows(figures("80 mg in a day")[0], figures("max 80 mg/day")) == AS_READ


@pytest.mark.parametrize("wanted, notes", FOLLOWS_NOT)
def test_no_way_leads_to_another_unit_basis_or_partner(wanted, notes):
    assert follows(figures(wanted)[0], figures(notes)) is None
