"""Older versions: each page says what it said, how old it is, and where today's page stands."""

import json
import re
import shutil
from datetime import date

import pytest

from monograph.html import Document
from monograph.model.history import Change
from monograph.model.problem import Unknown
from monograph.site.archive import fingerprint, keep, new_number, versions, versions_stay_as_they_were
from monograph.site.archived_pages import addresses, archived
from monograph.site.plain_html import is_plain, plain
from monograph.views.pages import docs_pages
from tests.conftest import ROOT

DAY, SITE = date(2026, 11, 3), "https://guide.example/x"
UNREAD = (
    "versions/1.0/record.json:1: this record cannot be read; bring it back as scripts/release.py wrote it"
)
PAGES = frozenset({"/us/", "/us/missed/", "/us/sources/", "/us/about-site/"})


@pytest.fixture(scope="module")
def released(tmp_path_factory, fiction):
    """A project whose shelf holds one version of the fiction."""
    root = tmp_path_factory.mktemp("released")
    pages = [page for region in fiction.regions for page in docs_pages(fiction, region, ROOT / "docs" / "en")]
    keep("1.0", DAY, pages, fiction, root)
    return root, pages


def built(root, contents, pages=()):
    site = archived(root, contents, {f"{address}index.html": b"" for address in pages}, SITE)
    return lambda name: site[f"v/{name}/index.html"].decode()


def test_a_copy_keeps_every_word_of_its_page(released, fiction):
    root, pages = released
    told = 0
    for page in pages:
        copy = (root / "versions/1.0" / f"{page.address.rstrip('/')}.html").read_text("utf-8")
        for fact in fiction.facts:
            text = getattr(fact, "text", None)
            if fact.id in page.document.anchors and text and text in page.document.text:
                assert text in Document(copy).text, (page.address, fact.id)
                told += 1
        assert not re.search(
            r"<(svg|script|style|form|div|span|section|img|button)\b|class=|style=|onclick", copy
        )
    assert told > 100


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        (
            '<a href="../liquids/">x</a>',
            '<a href="../../../../us/liquids/">x</a>',
        ),  # not kept: to today's page
        ('<a href="../#top">x</a>', '<a href="../#top">x</a>'),
        ('<a href="about-site.md#codes">x</a>', '<a href="../about-site/#codes">x</a>'),
        (
            '<sup><a href="#source-us-label">1</a></sup>',
            '<sup><a href="../sources/#source-us-label">1</a></sup>',
        ),
        ('<a href="#food">x</a>', '<a href="#food">x</a>'),
        ('<a class="phone" href="tel:911">911</a>', '<a href="tel:911">911</a>'),
        ('<a href="../print/x-us-a4.pdf">x</a>', '<a href="../../../../us/print/x-us-a4.pdf">x</a>'),
        ("<sup>1</sup><sup>2</sup>", "<sup>1</sup> <sup>2</sup>"),
        (
            '<table class="x"><tr><th scope="row">a</th></tr></table>',
            '<table tabindex="0"><tr><th scope="row">a</th></tr></table>',
        ),
        ('<section class="c" id="a"><p onclick="x">1 &lt; 2</p></section>', '<a id="a"></a><p>1 &lt; 2</p>'),
        ('<section class="c" id><p>x</p></section>', "<p>x</p>"),
        ('<figure><svg id="s"><title>t</title></svg><figcaption>c</figcaption></figure>', "<p>c</p>"),
        ('<p class="suggest">s <a href="y">y</a></p><ol class="source-cards"><li>c</li></ol>z', "z"),
    ],
)
def test_a_copy_is_plain_and_its_links_lead_somewhere(html, wanted):
    assert plain(html, "/us/missed/", PAGES) == wanted + "\n"


def test_a_copy_says_how_old_it_is_and_where_to_go(released, fiction):
    root, _ = released
    page = built(root, fiction, ["north/missed/"])
    missed, taking = page("1.0/north/missed"), page("1.0/north/taking")
    assert "a saved copy of version 1.0, of 3\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026" in missed
    assert (
        '<meta name="robots" content="noindex">' in missed
        and f'<link rel="canonical" href="{SITE}/north/missed/">' in missed
    )
    assert (
        '<a href="../../../../north/missed/">' in missed
        and 'href="../../../../north/assets/stylesheets/door.css"' in missed
    )
    assert f'<link rel="canonical" href="{SITE}/north/">' in taking  # the page of today is gone
    assert "/v/1.0/north/missed/" in addresses(root) and len(addresses(root)) > 40


def test_a_later_release_and_a_safety_change_are_told_on_the_old_copy(released, fiction):
    root, pages = released
    before = (root / "versions/1.0/north/missed.html").read_bytes()
    danger = Change(
        id="danger",
        date=DAY,
        region="north",
        severity="safety",
        text="Sing louder.",
        because="x.",
        facts=("missed-dose-north",),
    )
    later = fiction.model_copy(update={"history": (danger, *fiction.history)})
    keep("1.1", DAY, pages, later, root)
    page = built(root, later)
    assert "You are reading an older version: 1.0" in page(
        "1.0/north/missed"
    ) and "<li>Sing louder.</li>" in page("1.0/north/missed")
    assert (
        "Sing louder" not in page("1.0/south/missed")
        and "Sing louder" not in page("1.1/north/missed")
        and "saved copy of version 1.1" in page("1.1/north/missed")
    )
    assert (root / "versions/1.0/north/missed.html").read_bytes() == before
    assert [version.number for version in versions(root)] == ["1.0", "1.1"]


def test_a_version_is_numbered_above_all_others(tmp_path, fiction):
    for number in ("1", "1.0.0", "v1.0", "01.0", "../x"):
        with pytest.raises(Unknown, match="is no version"):
            new_number(number, tmp_path)
    keep("1.9", DAY, docs_pages(fiction, "north", ROOT / "docs" / "en")[:1], fiction, tmp_path)
    assert new_number("1.10", tmp_path) == "1.10"
    with pytest.raises(Unknown, match="version 1.9 is not above 1.9"):
        new_number("1.9", tmp_path)


def test_a_copy_that_was_edited_or_lost_is_told(fiction, tmp_path):
    page = next(iter(docs_pages(fiction, "north", ROOT / "docs" / "en")))
    copy = keep("1.0", DAY, [page], fiction, tmp_path).file(tmp_path, page.address)
    assert list(versions_stay_as_they_were(tmp_path, fiction)) == []
    copy.write_text(copy.read_text("utf-8").replace("examplazine", "exampelzine", 1), "utf-8")
    assert [problem.wrong for problem in versions_stay_as_they_were(tmp_path, fiction)] == [
        "this copy of version 1.0 was edited"
    ]
    copy.unlink()
    assert [problem.wrong for problem in versions_stay_as_they_were(tmp_path, fiction)] == [
        "this copy of version 1.0 is gone"
    ]


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT >alert(1)</SCRIPT >",
    "<style>p {color: red}</style>",
    "<iframe></iframe>",
    '<p onclick="alert(1)">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="javascript:alert(1)" href="x">x</a>',
    '<a href="java&#9;script:alert(1)">x</a>',
    "</article></body></html><img src=x onerror=alert(1)>",
    '<meta http-equiv="refresh" content="x">',
    "<!-- x -->",
]


@pytest.mark.parametrize("put", HOSTILE)
def test_a_copy_that_holds_more_than_text_is_told_though_its_record_agrees(fiction, tmp_path, put):
    page = next(iter(docs_pages(fiction, "north", ROOT / "docs" / "en")))
    version = keep("1.0", DAY, [page], fiction, tmp_path)
    copy = version.file(tmp_path, page.address)
    old = copy.read_text("utf-8")
    assert is_plain(old)
    copy.write_text(old + put, "utf-8")
    record = tmp_path / "versions/1.0/record.json"
    record.write_text(record.read_text("utf-8").replace(fingerprint(old), fingerprint(old + put)), "utf-8")
    assert [problem.wrong for problem in versions_stay_as_they_were(tmp_path, fiction)] == [
        "this copy of version 1.0 holds what no copy holds, such as a script"
    ]


@pytest.mark.parametrize("name", ["1.0 copy", "1.3-rc", "v1.0", "01.0", "..."])
def test_a_folder_that_is_no_version_is_told_and_shows_nothing(released, fiction, tmp_path, name):
    shutil.copytree(released[0] / "versions/1.0", tmp_path / "versions/1.0")
    shutil.copytree(tmp_path / "versions/1.0", tmp_path / "versions" / name)
    (problem,) = versions_stay_as_they_were(tmp_path, fiction)
    assert str(problem) == (
        f'versions/{name}:1: "{name}" is no version, which is called by two numbers, such as 1.0; delete '
        "this folder, or move it out of versions/"
    )
    assert [version.number for version in versions(tmp_path)] == ["1.0"]


@pytest.mark.parametrize(
    "address",
    [
        "north/../../../pwned/",
        "../pwned/",
        "/etc/",
        "north//x/",
        "north/taking",
        "North/x/",
        "north\\x/",
        "./",
        "",
    ],
)
def test_no_record_leads_out_of_its_folder(released, fiction, tmp_path, address):
    shutil.copytree(released[0] / "versions/1.0", tmp_path / "versions/1.0")
    path = tmp_path / "versions/1.0/record.json"
    said = json.loads(path.read_text("utf-8"))
    said["pages"][address] = "0123456789abcdef"
    path.write_text(json.dumps(said), "utf-8")
    assert [str(problem) for problem in versions_stay_as_they_were(tmp_path, fiction)] == [UNREAD]
    assert archived(tmp_path, fiction, {}, SITE) == {}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"date": 3}', '{"date": "2026-13-01", "pages": {}}'])
def test_a_record_that_cannot_be_read_is_told(fiction, tmp_path, text):
    (tmp_path / "versions/1.0").mkdir(parents=True)
    (tmp_path / "versions/1.0/record.json").write_text(text, "utf-8")
    assert [str(problem) for problem in versions_stay_as_they_were(tmp_path, fiction)] == [UNREAD]
