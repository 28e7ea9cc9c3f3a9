"""The Beers list of 2023 tells doctors to avoid the medicine from age 65 with a kidney score (eGFR) under 60.

AGS Beers Criteria 2023, Table 6 (J Am Geriatr Soc, doi 10.1111/jgs.18372), read in a copy at formweb.com:
"Avoid baclofen in older adults with impaired kidney function (eGFR <60 mL/min)."
"""

import re

import pytest

from monograph.model.edition import Edition
from monograph.views.blocks import Blocks

WHERE = [("older", "older-people"), ("kidneys", "kidney-doses")]


def told(contents, region, slug, topic):
    blocks = Blocks(Edition(contents, region))
    blocks.turn_to(slug)
    return re.sub(r"<[^>]+>", "", str(blocks.statements(topic))).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("region", ["us", "uk"])
@pytest.mark.parametrize("slug, topic", WHERE)
def test_the_list_is_told_with_its_age_and_its_score(contents, region, slug, topic):
    text = told(contents, region, slug, topic)
    assert re.search(r"Beers list[^<]*avoid[^<]*|avoid[^<]*Beers list", text)
    assert re.search(r"65", text) and re.search(r"eGFR\) under 60", text)


@pytest.mark.parametrize("region", ["us", "uk"])
def test_nobody_is_told_that_the_medicine_is_not_on_the_list(contents, region):
    every = [fact for topic in contents.topics.values() for fact in Edition(contents, region).pick(topic)]
    for fact in every:
        assert not re.search(r"\bnot on the (AGS )?Beers list", f"{fact.title} {fact.text}", re.I), fact.id


@pytest.mark.parametrize("region", ["us", "uk"])
def test_the_dose_table_says_it_beside_weak_kidneys(contents, region):
    group = contents.dosing.groups["weak-kidneys"]
    (most,) = [dose for dose in Edition(contents, region).pick(group.doses) if dose.part == "maximum"]
    told = " ".join(filter(None, (most.avoid, most.not_known, most.note)))
    assert "60" in told and "65" in told and "US-BEERS" in {citation.id for citation in most.sources}
