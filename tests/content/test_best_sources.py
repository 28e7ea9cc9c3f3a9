"""Behind the stop warning, the dose table and the help cards stands the best text that was read."""

from urllib.parse import urlsplit

import pytest

from monograph.checks.best_text import weightiest

# Each was read at its publisher's: DailyMed for the labels, the maker for what its label warns of.
OWN_TEXT = {
    "adult-start-us": {"US-TAB-20MG", "US-OS-DAILYMED"},
    "adult-usual-us": {"US-TAB-20MG"},
    "adult-maximum-us": {"US-TAB-20MG", "US-OS-DAILYMED", "US-OZO-PT"},
    "step-up-us": {"US-TAB-20MG", "US-OS-DAILYMED", "US-OZO-PT"},
    "kidney-start-us": {"US-OZO-HCP"},
    "stop-warning-us": {"US-OZO-HCP"},
    "stop-warning-uk": {"UK-UKCPA", "UK-MSTRUST-BAC"},
    "report-us": {"US-OS-DAILYMED"},
}


@pytest.mark.parametrize("fact", OWN_TEXT)
def test_the_publishers_own_text_is_cited(contents, fact):
    (found,) = (other for other in weightiest(contents) if other.id == fact)
    cited = {citation.id for citation in found.sources}
    assert OWN_TEXT[fact] <= cited
    assert {contents.cards[source].read for source in OWN_TEXT[fact]} <= {"full text", "excerpt"}


def test_no_site_of_news_stands_behind_them(contents):
    """Not even as a mirror: a label was once read on a site of that kind."""
    cited = {citation.id for fact in weightiest(contents) for citation in fact.sources}
    hosts = {source: urlsplit(contents.cards[source].url or "").hostname or "" for source in cited}
    assert len(cited) > 20
    assert [source for source, host in hosts.items() if "news" in host] == []
