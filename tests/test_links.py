"""No link that anybody ever made is lost: what is gone is told, what moved leads on, and short addresses and
codes arrive.
"""

import re

import pytest

from monograph.checks.library import load
from monograph.checks.links import Addresses, links_last, links_lead_to_pages
from monograph.html import Document
from monograph.model.edition import Edition
from monograph.prints.sheet import PRINTS, all_sheets
from monograph.review.release import RELEASED
from monograph.site.addresses import of_pages, of_site, record, recorded
from monograph.site.exports import exports
from monograph.site.feeds import feeds
from monograph.site.files import read
from monograph.views.blocks import Blocks
from monograph.views.headings import PLACE, framed, with_links
from monograph.views.pages import all_docs_pages
from monograph.views.phrases import Phrases
from tests.conftest import ROOT

DOCS = ROOT / "docs" / "en"


def addresses(contents) -> Addresses:
    return of_pages(contents, all_docs_pages(contents, ROOT), all_sheets(contents, ROOT / PRINTS))


@pytest.fixture(scope="session")
def found(fiction):
    return addresses(fiction)


def told(rule, known, found, contents) -> list[str]:
    return [f"{problem.wrong}; {problem.instead}" for problem in rule(frozenset(known), found, contents)]


def test_an_anchor_is_one_that_others_may_link_to():
    html = (
        '<h2 id="a">A</h2><p id="b"><svg id="c"><title id="d"></title><path id="e"/></svg><br '
        'id="f"><form id="g"><p id="h"></form><section class="evidence" id="i"><p></section><p '
        'id="j">'
    )
    assert set(Document(html).linkable) == {"a", "b", "f", "j"}


def test_whatever_is_public_is_found(found, fiction):
    for address in (
        "/",
        "/infobutton/",
        "/north/",
        "/north/taking/",
        "/south/taking/#food",
        "/north/changes.atom",
        "/south/stop/",
        "/north/humming/",
        "/north/taking/#meals",
    ):
        assert address in found, address
    for address in (
        "/east/",
        "/north/takign/",
        "/north/taking/#fodo",
        "/south/taking/#meals",
        "/north/code/north-register/70077/",
    ):
        assert address not in found, address
    assert (
        len(found.all) > 500
        and not told(links_last, found.all, found, fiction)
        and not told(links_lead_to_pages, (), found, fiction)
    )


def test_of_a_page_that_leads_on_no_part_is_lost(found):
    assert "/north/humming/#any" in found and "/north/taking/#any" not in found


@pytest.mark.parametrize(
    "lost, said",
    [
        (
            ["/north/taking/#soup"],
            "/north/taking/#soup was public and is gone; bring it back, or write {was: taking#soup, "
            'now: ..., region: north} under "moved"',
        ),
        (
            ["/north/taking/#soup", "/south/taking/#soup"],
            "/north/taking/#soup and /south/taking/#soup were public and are gone; bring it back, or "
            'write {was: taking#soup, now: ..., region: all} under "moved"',
        ),
        (
            ["/south/soup/", "/south/soup/#a"],
            "/south/soup/ was public and is gone; bring it back, or write {was: soup, now: ..., "
            'region: south} under "moved"',
        ),
        (
            ["/south/code/elb/A1/"],
            "/south/code/elb/A1/ was public and is gone; bring it back, or write {was: code/elb/A1, "
            'now: ..., region: south} under "moved"',
        ),
        (["/south/changes.rss"], "/south/changes.rss was public and is gone; bring it back"),
        (["/clinics/"], "/clinics/ was public and is gone; bring it back"),
    ],
)
def test_a_lost_address_is_told_with_what_to_write(found, fiction, lost, said):
    assert told(links_last, [*found.all, *lost], found, fiction) == [said]


@pytest.mark.parametrize(
    "old, new, said",
    [
        (
            "too-much#too-much-too-little",
            "too-much#too-much-too-litle",
            [
                f'the page "too-much" has no part "too-much-too-litle" in {region}; did you mean '
                '"too-much-too-little"?'
                for region in ("north", "south")
            ],
        ),
        (
            "address: stop,",
            "address: who,",
            [
                f'"who" is a page in {region}; delete this line, or remove the page from docs/'
                for region in ("north", "south")
            ],
        ),
        ("region: north", "region: nroth", ['the region "nroth" is not known; did you mean "north"?']),
        (
            "now: taking#food, region: north",
            "now: taking#wafers, region: north",
            ['the page "taking" has no part "wafers" in north; write one of: '],
        ),
    ],
)
def test_a_line_that_leads_nowhere_is_told(damaged, old, new, said):
    damaged.replace("links.yml", old, new)
    contents = load(damaged.folder)
    found = addresses(contents)
    for expected, problem in zip(said, told(links_lead_to_pages, (), found, contents), strict=True):
        assert problem.startswith(expected)


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("address: stop", "address: /stop/", "write small letters, digits and hyphens"),
        ("page: stopping", "page: stoping", 'the page "stoping" is not known; did you mean "stopping"?'),
        ("now: about,", "now: abuot,", 'the page "abuot" is not known; did you mean "about"?'),
        (
            "page: stopping",
            "page: ../stopping",
            "write a page of docs/, or a part of one, such as taking or taking#food",
        ),
        (
            "was: humming",
            "was: https://example.org",
            "write the address without the edition, such as taking or taking#food",
        ),
        ("was: humming", "wsa: humming", 'did you mean "was"?'),
    ],
)
def test_a_line_out_of_shape_is_told(damaged, old, new, said):
    damaged.replace("links.yml", old, new)
    assert any("data/links.yml:" in problem and said in problem for problem in damaged.problems())


def test_a_code_is_fit_for_an_address(damaged):
    damaged.replace("medicine.yml", "code: Z00ZZ00", "code: ../../evil")
    assert any(
        "write the code alone: letters, digits and hyphens" in problem for problem in damaged.problems()
    )
    damaged.replace("medicine.yml", "code: ../../evil", "code: Z00ZZ00\n    page: abuot")
    assert any(
        'the page "abuot" is not known; did you mean "about"?' in problem for problem in damaged.problems()
    )


def test_the_record_only_grows(tmp_path, found):
    (tmp_path / "data").mkdir()
    assert recorded(tmp_path) == frozenset()
    count = record(tmp_path, found)
    assert recorded(tmp_path) == found.all and len(found.all) == count
    assert record(tmp_path, Addresses({}, frozenset({"/new/"}))) == count + 1 and recorded(
        tmp_path
    ) == found.all | {"/new/"}


def test_the_finished_site_has_every_address_that_was_foretold(site, contents):
    built, foretold = of_site(read(site)), addresses(contents)
    lacking = [
        address for address in foretold.all - built.all if not address.endswith(".pdf")
    ]  # it was built without them
    answers = {address for address in built.pages if address.startswith("/c/")}
    behind = {address for address in built.pages if address.endswith("/evidence/")}
    others = built.pages.keys() - answers - behind
    assert lacking == [] and answers and others == foretold.pages.keys() | {"/", "/infobutton/"}
    assert behind <= foretold.others and len(behind) > 40


def test_the_real_record_holds_what_is_public_today(contents):
    known, today = recorded(ROOT), addresses(contents)
    assert [address for address in known if address not in today] == [] and bool(known) == (
        ROOT / RELEASED
    ).is_file()  # it begins with the first release


def pages_that_lead_on(contents, address="") -> dict[str, str]:
    return {
        export.address: export.html for export in exports(contents, address) if "redirects" in export.source
    }


def test_every_page_that_leads_on_does_so_without_a_script(fiction, found):
    pages = pages_that_lead_on(fiction)
    assert set(pages) == {
        f"{region}/{name}/"
        for region in fiction.regions
        for name in ("stop", "toomuch", "humming", "code/elb/Z00ZZ00")
    }
    for address, html in pages.items():
        (target,) = re.findall(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', html)
        assert (
            re.findall(r'<a href="([^"]+)"', html) == [target]
            and '<meta name="robots" content="noindex">' in html
            and "<script" not in html
        )
        region, *way = address.rstrip("/").split("/")
        assert (
            target.startswith("../" * len(way))
            and f"/{region}/{target.removeprefix('../' * len(way))}" in found
        )
        assert "canonical" not in html
    published = pages_that_lead_on(fiction, "https://guide.example/x/")["south/toomuch/"]
    assert '<link rel="canonical" href="https://guide.example/x/south/too-much/">' in published


def test_codes_lead_to_their_page_and_unconfirmed_ones_are_not_shipped(contents):
    pages = pages_that_lead_on(contents)
    leads = {
        address: re.search(r"url=[./]*([^\"]+)", html)[1]
        for address, html in pages.items()
        if "/code/" in address
    }
    assert leads == {
        **{
            f"{region}/code/{code}/": "about/"
            for region in ("us", "uk")
            for code in ("atc/M03BX01", "unii/H789N3FKE8")
        },
        **{
            "us/code/rxcui/197391/": "key-facts/",
            "us/code/rxcui/2593376/": "liquids/",
            "us/code/ndc/80425-0080/": "key-facts/",
            "us/code/ndc/62559-204/": "liquids/",
        },
    }
    assert (
        "The code <code>197391</code> (RxNorm) stands for the 10\N{NO-BREAK SPACE}mg tablet."
        in pages["us/code/rxcui/197391/"]
    )
    assert not any("1292" in html for html in pages.values()) and "1292" not in exports(contents)[1].html


def test_a_part_that_moved_is_told_on_the_page_it_left(fiction):
    blocks = Blocks(Edition(fiction, "north"))
    blocks.turn_to("taking")
    closing = blocks.closing()
    assert (
        '<p class="gone" id="wafers" data-search-exclude="true">What your link leads to now stands here: <a '
        'href="../about/#names">About examplazine</a></p>' in closing
    )
    assert '<a href="#food">How and when to take it</a>' in closing
    blocks.turn_to("about")
    assert 'class="gone"' not in blocks.closing()


def test_a_heading_with_an_address_has_a_link_beside_it(fiction):
    phrases = Phrases(Edition(fiction, "north"))
    html = (
        '<h1 id="t">T</h1><h2 id="a">Eat &amp; <em>drink</em></h2><div class="statement is-now" '
        'id="b">\n<h3>B</h3><h3>C</h3></div><section class="warning" id="d"><h2>D</h2></section>'
    )
    assert with_links(html, phrases) == (
        '<h1 id="t">T</h1><header class="part"><h2 id="a">Eat &amp; <em>drink</em></h2>\n<a '
        'class="to-here" href="#a" aria-label="Link to this part: Eat &amp; drink"></a></header>'
        '<div class="statement is-now" id="b">\n<header class="part"><h3>B</h3>\n<a class="to-here" '
        'href="#b" aria-label="Link to this part: B"></a></header><h3>C</h3></div>'
        '<section class="warning" id="d"><h2>D</h2></section>'
    )


def test_a_long_page_lists_its_parts_in_the_place_that_its_opening_leaves(fiction):
    phrases = Phrases(Edition(fiction, "north"))
    parts = "".join(f'<h2 id="p{number}">Eat &amp; {number}</h2><p>{"hum " * 150}</p>' for number in range(3))
    closing = '<section class="who-to-call"><h2 id="who-to-call">Who to call</h2></section>'
    page = framed(f"<h1>T</h1>{PLACE}{parts}{closing}", phrases)
    listed = re.search(r'<nav class="on-this-page" aria-label="On this page">.*?</nav>', page, re.DOTALL)[0]
    assert page.startswith(f"<h1>T</h1>{listed}") and PLACE not in page
    assert re.findall(r'<a href="(#[^"]+)">([^<]+)</a>', listed) == [
        (f"#p{number}", f"Eat &amp; {number}") for number in range(3)
    ]
    short = framed(f"{PLACE}{parts.replace('hum ', '')}{closing}", phrases)
    assert "<nav" not in short and "<nav" not in framed(f"{PLACE}{parts}{closing}", phrases, is_list=True)


def test_every_part_of_every_page_has_its_link(pages):
    for _, path, html in pages:
        article = html[html.index("<article") : html.index("</article>")]
        parts = re.findall(r'<h[23][^>]* id="([^"]+)"', article)
        assert parts and set(parts) <= set(re.findall(r'class="to-here" href="#([^"]+)"', article)), path


def test_the_index_of_the_search_knows_nothing_of_links_beside_headings(site):
    assert "Link to this part" not in (site / "us/search/search_index.json").read_text("utf-8")


def test_feeds_are_public_too(fiction, found):
    assert {f"/north/{name}" for name in feeds(Edition(fiction, "north"), "")} <= found.others


def test_the_sheets_lead_to_where_their_code_is_typed(site, contents):
    for region in contents.regions:
        page = site / region / "print" / "index.html"
        (href,) = Document(page.read_text("utf-8")).root.xpath(
            "//a[contains(., 'address of your sheet')]/@href"
        )
        assert (page.parent / href / "index.html").resolve() == (site / "c" / "index.html").resolve()
