"""How long a dose stays, high pump amounts, breastfeeding, and what claims are judged to be."""

import pytest

from monograph.model.edition import Edition


# Sanis (Canada): 2 to 4 hours. Ozobax, ozobax.com/hcp/efficacy: about 5.7 hours.
def test_the_half_life_spans_the_labels(facts):
    assert "every 2 to 6 hours" in facts["how-long-a-dose-stays"].text


# Harriet Lane Handbook, 24th edition: most 300-800, range 12-2,003 micrograms a day, limited experience above
# 1,000.
def test_a_high_pump_amount_is_never_a_reason_to_cut_it(facts):
    found = facts["pump-amounts-most-us"]
    assert (
        found.do.startswith("Never lower it yourself")
        and "2,003 micrograms" in found.text
        and "no more than" not in found.text
    )


# mscenter.org, Precautions: not recommended for use during pregnancy or breast feeding.
@pytest.mark.parametrize("region", ["us", "uk"])
def test_a_clinic_that_advises_against_is_told(contents, region):
    for topic in ("pregnancy", "breastfeeding"):
        assert "US-MSCENTER" in {
            citation.id for found in Edition(contents, region).topic(topic) for citation in found.sources
        }


# Adults drank in a lab study of 18 people (Evans 2009): a matter for the page of trials.
def test_the_study_of_drinkers_is_not_on_the_page_of_mixes(contents):
    assert "mix-alcohol-lab-study" not in {found.id for found in contents.topics["alcohol"]}


# Claims of the article, by number and region, against the sources that each answer cites.
VERDICTS = [
    (6, "us", "unsupported"),
    (12, "us", "contradicted"),
    (17, "us", "unsupported"),
    (17, "uk", "nuance"),
    (18, "us", "nuance"),
    (29, "uk", "nuance"),
    (36, "us", "contradicted"),
    (36, "uk", "contradicted"),
    (37, "us", "contradicted"),
    (52, "us", "supported"),
    (60, "us", "nuance"),
    (60, "uk", "nuance"),
]


@pytest.mark.parametrize("number, region, verdict", VERDICTS)
def test_a_claim_is_judged_as_its_sources_judge_it(contents, number, region, verdict):
    (claim,) = [claim for claim in contents.claims.all if claim.number == number]
    (answer,) = Edition(contents, region).pick(claim.answers)
    assert answer.verdict == verdict


def test_stretching_is_cited_from_who_says_it(contents):
    (claim,) = [claim for claim in contents.claims.all if claim.number == 52]
    assert {citation.id for citation in claim.answers[0].sources} == {"US-MSCENTER"}
