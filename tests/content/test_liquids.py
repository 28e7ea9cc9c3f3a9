"""Liquids: factory-made strengths, those that pharmacies mix, and what no longer is made.

Harriet Lane Handbook, 24th edition, pp. 881-883 (a transcription): "Multiple concentrations of the oral
liquid dosage form exist (e.g., 1, 5, 10 mg/mL)". Hospital Pharmacy Technician's Letter, September 2017:
"compounded as 1, 5, or 10 mg/mL ... up to a ten-fold error". Lyvispah ended on 30 June 2025 (a summary that
cites lyvispah.com); Ozobax is marked [DSC] at MSKCC.
"""

import re

import pytest

from monograph.model.edition import Edition
from monograph.prints.frame import sheet_page
from monograph.prints.sheet import PRINTS, all_sheets
from monograph.views.blocks import Blocks
from monograph.views.liquids import forms_of_liquid
from tests.conftest import ROOT

USE_NO_TABLE = "Use no table here. Call the pharmacist before a dose"


def plain(html) -> str:
    return re.sub(r"<[^>]+>", "", str(html)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("region, strengths", [("us", [1, 2, 5]), ("uk", [1, 2])])
def test_the_factory_made_strengths_are_those_that_were_read(contents, region, strengths):
    assert [form.strengths[0].mg_per_ml for form in forms_of_liquid(Edition(contents, region))] == strengths


@pytest.mark.parametrize("region", ["us", "uk"])
@pytest.mark.parametrize("slug", ["liquids", "taking"])
def test_whoever_chooses_a_bottle_is_told_what_to_do_with_any_other(contents, region, slug):
    assert 'statements("liquid-other")' in (ROOT / f"docs/en/{slug}.md").read_text("utf-8")
    blocks = Blocks(Edition(contents, region))
    blocks.turn_to(slug)
    text = plain(blocks.statements("liquid-other"))
    assert USE_NO_TABLE in text and "10 mg in each mL" in text and "ten times as much" in text


@pytest.mark.parametrize("region", ["us", "uk"])
def test_the_sheet_of_every_bottle_says_it_too(contents, region):
    sheets = [
        sheet
        for sheet in all_sheets(contents, ROOT / PRINTS)
        if sheet.region == region and sheet.slug.startswith("bottle-")
    ]
    assert len(sheets) > 1
    for sheet in sheets:
        assert USE_NO_TABLE in plain(
            sheet_page(sheet, Edition(contents, region), "https://guide.example", True)
        ), sheet.slug


def test_the_uk_names_specials(contents):
    (fact,) = Edition(contents, "uk").topic("liquid-other")
    assert "A special made by a pharmacy can differ" in fact.text


@pytest.mark.parametrize("region", ["us", "uk"])
def test_no_bottle_is_told_by_its_looks_smell_or_taste(contents, region):
    for form in Edition(contents, region).pick(contents.medicine.forms):
        assert not re.search(
            r"\b(colou?r|clear|smell|taste|grape|strawberry|raspberry|orange|yellow)", form.text or "", re.I
        ), form.id


def test_what_is_no_longer_made_says_so(contents):
    former = {brand.name for brand in contents.medicine.brands if brand.former} | {
        form.id for form in contents.medicine.forms if form.former
    }
    assert former == {"Kemstro", "Lyvispah", "Ozobax", "granules-us"}


def test_feeding_tubes_do_not_rest_on_the_granules_alone(contents):
    told = [
        fact
        for fact in Edition(contents, "us").topic("feeding-tubes")
        if fact.text and "no longer sold" not in fact.text
    ]
    assert any(
        "US-LYV-DOSE" not in {citation.id for citation in fact.sources} and "tube" in fact.text
        for fact in told
    )
