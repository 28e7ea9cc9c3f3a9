"""What changed is told on a page and in a feed, to those whom it concerns."""

from datetime import date
from xml.etree import ElementTree

import pytest

from monograph.checks.dates import schedule
from monograph.model.edition import Edition
from monograph.site.feeds import ATOM, FACTS, feeds

HERE = "https://guide.example/north/"


@pytest.fixture
def atom(fiction):
    return ElementTree.fromstring(feeds(Edition(fiction, "north"), HERE)["changes.atom"])


def texts(element: ElementTree.Element, path: str) -> list[str]:
    return [found.text for found in element.iterfind(path, {"": ATOM})]


def test_each_edition_tells_its_own_changes(fiction, north, south):
    assert 'id="more-toast"' in north.changes() and 'id="more-toast"' not in south.changes()
    assert all('id="first-fiction"' in blocks.changes() for blocks in (north, south))


def test_a_change_says_how_much_it_matters_why_and_where_from(north):
    html = north.changes()
    assert "Safety change. Do not use an older sheet." in html and "Why: The label was read again." in html
    assert (
        "<code>food-toast</code>" in html
        and 'href="evidence/#more-toast"' in html
        and 'datetime="2026-11-02"' in html
    )


def test_the_atom_feed_has_what_the_standard_asks_for(atom):
    assert (
        atom.tag == f"{{{ATOM}}}feed"
        and texts(atom, "updated") == ["2026-11-02T00:00:00Z"]
        and texts(atom, "author/name")
    )
    ids = texts(atom, "id") + texts(atom, "entry/id")
    assert len(set(ids)) == 3 and all(name.startswith("urn:uuid:") for name in ids)
    assert texts(atom, "entry/updated") == ["2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z"]
    assert [link.get("href") for link in atom.iterfind("entry/link", {"": ATOM})][
        0
    ] == f"{HERE}changes/#more-toast"


def test_an_entry_says_how_it_begins_what_it_is_about_and_how_grave_it_is(atom):
    assert texts(atom, "entry/title")[0].startswith("Safety change. Do not use an older sheet: ")
    first = atom.find("entry", {"": ATOM})
    said = [(found.get("term"), found.get("scheme")) for found in first.iterfind("category", {"": ATOM})]
    assert said == [("safety", None), ("food-toast", FACTS)]


def test_an_entry_is_the_same_entry_wherever_it_is_published(fiction):
    here, there = (
        ElementTree.fromstring(feeds(Edition(fiction, "north"), address)["changes.atom"])
        for address in (HERE, "")
    )
    assert texts(here, "entry/id") == texts(there, "entry/id")
    assert there.find("entry/link", {"": ATOM}).get("href") == "changes/#more-toast"


def test_no_two_editions_share_an_entry(fiction):
    north, south = (
        ElementTree.fromstring(feeds(Edition(fiction, region), HERE)["changes.atom"])
        for region in ("north", "south")
    )
    ids = [texts(feed, "id") + texts(feed, "entry/id") for feed in (north, south)]
    assert all(ids) and not set(ids[0]) & set(ids[1])


def test_markup_in_a_change_is_plain_text_in_the_feed(damaged):
    from monograph.checks.library import load

    damaged.replace("history.yml", "Take it with toast.", "Take <b>it</b> with toast & jam.")
    made = feeds(Edition(load(damaged.folder), "north"), HERE)
    (content, _) = texts(ElementTree.fromstring(made["changes.atom"]), "entry/content")
    assert "Take &lt;b&gt;it&lt;/b&gt; with toast &amp; jam." in content


@pytest.mark.parametrize(
    "old, new, message",
    [
        (
            "facts: [food-toast]",
            "facts: [food-tosat]",
            'data/history.yml:3: "food-tosat" is not a fact; did you mean "food-toast"?',
        ),
        (
            "facts: [food-toast]",
            "removed: [food-toast]",
            'data/history.yml:3: "food-toast" is still there; name it under "facts"',
        ),
        (
            "date: 2026-11-02",
            "date: 2026-10-02",
            'data/history.yml:11: "first-fiction" is newer than the entry above it; put the newest first',
        ),
        (
            "NO-LABEL",
            "NO-LABLE",
            'data/history.yml:10: the source "NO-LABLE" has no card; did you mean "NO-LABEL"? If '
            "not, add a card to data/sources.yml",
        ),
    ],
)
def test_a_history_that_is_not_true_is_refused(damaged, old, new, message):
    damaged.replace("history.yml", old, new)
    assert damaged.problems() == [message]


def test_what_is_due_is_listed_oldest_first(fiction):
    lines = schedule(fiction, date(2027, 11, 11)).splitlines()
    assert lines[0].startswith("2027-11-01    10 days overdue  reading ") and lines[-1].startswith(
        "1 more, the next on 2099-12-31: the check of the whole guide."
    )
    assert (
        schedule(fiction, date(2027, 9, 2))
        .splitlines()[0]
        .startswith("2027-11-01         in 60 days  reading ")
    )
    assert (
        schedule(fiction, date(2027, 9, 1))
        .splitlines()[0]
        .endswith('the next on 2027-11-01: reading "EL-BLOG" again.')
    )
