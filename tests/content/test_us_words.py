"""Words that mean something else in the other country: in the United States a "fit" is a tantrum, or good
health.
"""

import re

import pytest

from monograph.checks.texts import FILLED
from monograph.model.edition import Edition
from monograph.model.sources import Evidence, Source
from monograph.views.phrases import Phrases

FIT = re.compile(r"\bfits?\b", re.IGNORECASE)
EXPLAINED = ("word-seizure",)  # the glossary says what the other country calls it


def said(contents, region):
    """Every sentence that this edition shows, with the id of its fact."""
    phrases = Phrases(Edition(contents, region))
    for shape, field, text in contents.texts:
        if (
            field in FILLED
            and not isinstance(shape, Source | Evidence)
            and getattr(shape, "region", "all") in (region, "all")
        ):
            yield getattr(shape, "id", field), str(phrases.prose(text).striptags())


def test_no_american_reads_fit_for_seizure(contents):
    assert [name for name, text in said(contents, "us") if FIT.search(text) and name not in EXPLAINED] == []


def test_every_briton_reads_fit_beside_seizure(contents):
    """Whoever is told to act on a seizure in the UK reads the plain word too."""
    told = [
        (name, text) for name, text in said(contents, "uk") if re.search("seizure", text) and "999" in text
    ]
    assert told and [name for name, text in told if not FIT.search(text)] == []


@pytest.mark.parametrize(("region", "reads"), [("us", "a seizure"), ("uk", "a fit (seizure)")])
def test_one_sentence_serves_both_editions(contents, region, reads):
    assert Phrases(Edition(contents, region)).prose("a {fit}") == reads
