"""Both editions are built strictly, whole, linked, and without a word of another medicine; a failing build
changes nothing.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from monograph.checks.pages import check_pages
from monograph.html import Document, texts
from monograph.site.build import as_built
from monograph.site.exports import evidence_pages
from monograph.site.files import read
from monograph.site.pages import every_page
from monograph.views.claims import VERDICTS
from monograph.views.pages import all_docs_pages
from tests.conftest import CODE, FICTION, GUIDE, ROOT, command, copy_project


def mkdocs(*options: str, edition: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "EDITION": edition}, capture_output=True, text=True
    )


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)))


def test_every_page_in_docs_is_built_for_every_edition(pages, site, contents):
    slugs = {path.stem for path in (ROOT / "docs" / "en").glob("*.md")} - {"index"}
    for region in contents.regions:
        assert {path.parent.name for own, path, _ in pages if own == region} == {region, *slugs}


def test_no_page_holds_an_error_or_a_bare_brace(pages):
    for _, path, html in pages:
        assert not re.search(
            r"Macro (?:Syntax|Rendering) Error|\{\{|\{%|\{[a-z-]+\}|\bNone\b(?! of)", text_of(html)
        ), path


def test_the_stop_warning_comes_first_on_every_page(pages):
    """But for the first page, which says before what the medicine is for, and that of help, which begins with
    whom to call.
    """
    for region, path, html in pages:
        article = html[html.index("<article") :]
        first = article.index('class="card is-now') if path.parent.name == "help" else article.index("<p")
        warning = article.index('class="warning')
        assert first < warning if path.parent.name in ("help", region) else 0 < warning < first, path
        assert f'id="stop-warning-{region}"' in html


def test_every_page_says_who_checked_it_when_and_for_whom(pages, contents):
    for region, path, html in pages:
        text = text_of(html)
        assert "No clinician has checked this guide yet" in text, path
        assert "Last checked against its sources" in text and "Next check" in text
        assert f"This page is for {contents.regions[region].in_words}" in text
        assert "Who to call" in text


def test_every_page_leads_to_itself_in_the_other_edition(pages, contents, site):
    for region, path, html in pages:
        for other in set(contents.regions) - {region}:
            found = re.findall(rf'href="([^"]+)" hreflang="{contents.regions[other].locale}"', html)
            led = {(path.parent / href / "index.html").resolve() for href in found}
            assert len(found) == 2  # in the head and at the foot
            assert led == {(site / other / path.relative_to(site / region)).resolve()}


def test_every_edition_passes_the_page_rules(site, contents):
    pages = every_page(contents, ROOT)
    known = (*pages.all, *evidence_pages(pages.docs, contents, ""))
    assert list(check_pages(as_built(known, read(site)), contents)) == []


def test_all_claims_are_answered_and_the_dangerous_ones_lead(pages, contents):
    assert len(contents.claims.all) == 72 and {claim.number for claim in contents.claims.all} == set(
        range(1, 73)
    )
    ranked = [claim for claim in contents.claims.all if claim.dangerous]
    ranked.sort(key=lambda claim: claim.dangerous)
    assert [claim.number for claim in ranked] == [36, 37, 69, 12]
    lists = [html for _, path, html in pages if path.parent.name == "claims"]
    assert len(lists) == len(contents.regions)
    for html in lists:
        lines = re.findall(r'<li class="is-[a-z]+" id="(claim-[^"]+)"><a href="\.\./([^"]+)/#\1">', html)
        assert [name for name, _ in lines][:4] == [claim.id for claim in ranked]
        parts = {
            claim.id: f"claims-{part}" for part, claims in contents.claims.parts.items() for claim in claims
        }
        assert dict(lines) == parts and len(lines) == len(parts)


def test_each_claim_is_answered_on_the_page_of_its_part_under_its_verdict(pages, contents):
    verdicts = [contents.phrases[f"verdict-{name}"] for name in VERDICTS]
    for part, claims in contents.claims.parts.items():
        found = [html for _, path, html in pages if path.parent.name == f"claims-{part}"]
        assert len(found) == len(contents.regions)
        for html in found:
            shown = re.findall(r'class="claim [^"]+" id="([^"]+)"', html)
            dangerous = sorted((claim.dangerous, claim.id) for claim in claims if claim.dangerous)
            assert sorted(shown) == sorted(claim.id for claim in claims)
            assert shown[: len(dangerous)] == [name for _, name in dangerous]
            for claim in claims:
                heading, after = re.search(
                    rf'id="{claim.id}">\s*<header class="part"><h3>(.*?)</h3>.*?</header>\s*(<p[^>]*>)',
                    html,
                    re.DOTALL,
                ).groups()
                assert (
                    any(heading == f"{verdict} (claim {claim.number})" for verdict in verdicts)
                    and after == '<p class="claimed">'
                )


def test_the_copy_in_one_file_holds_the_claims_that_no_menu_names(site, contents):
    for region in contents.regions:
        (copy,) = (site / region).glob(f"*-{region}.html")
        text, parts = copy.read_text("utf-8"), [f"claims-{part}" for part in contents.claims.parts]
        assert [part for part in parts if f'id="{part}"' not in text] == []
        assert f'href="#claims-risks--{contents.claims.parts["risks"][0].id}"' in text


def test_no_link_is_broken(site):
    lychee = shutil.which("lychee", path=str(Path(sys.executable).parent))
    assert lychee, "lychee is not in the environment"
    command = [
        lychee,
        "--offline",
        "--include-fragments",
        "--no-progress",
        "--exclude-path",
        "404.html",
        "--index-files",
        "index.html",
        "--root-dir",
        str(site),
        f"{site}/**/*.html",
    ]
    result = subprocess.run(command, cwd=site, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-3000:]
    assert int(re.search(r"(\d+) OK", result.stdout)[1]) > 1000


def test_pages_ask_nobody_else_for_anything(pages):
    for _, path, html in pages:
        loaded = re.findall(r'<(?:script|img|link|iframe|source)[^>]+(?:src|href)="(https?:[^"]+)"', html)
        assert not [address for address in loaded if "canonical" not in address], path


def test_the_door_asks_where_the_reader_lives(site, contents):
    door = (site / "index.html").read_text("utf-8")
    assert re.findall(r'<a class="go" href="([^"]+)"', door) == [f"{region}/" for region in contents.regions]
    for contact in contents.help.contacts:
        assert (contact.use == "emergency") == (f'href="tel:{contact.phone}"' in door)
    assert "suddenly" in door and (site / re.search(r'href="([^"]+\.css)"', door)[1]).is_file()


TABLE, FOOD = "{{ dose_table() }}", "{ #food }"


@pytest.mark.parametrize(
    "file, edits, said",
    [
        ("data/dosing.yml", {"in-a-day: 80 mg": "in-a-day: 800 mg"}, ["data/dosing.yml:"]),
        ("data/dosing.yml", {"groups:": "groups: ["}, ["this is not YAML"]),
        ("docs/en/taking.md", {TABLE: "{{ dose_tabel() }}"}, ["dose_tabel"]),
        ("docs/en/taking.md", {TABLE: f"Take 5 mg. {TABLE}"}, ["docs/en/taking.md:"]),
        (
            "docs/en/taking.md",
            {TABLE: "", FOOD: "{ #meals }"},
            ["is on no page", 'the page "taking" has no part "food" in us'],
        ),
        (
            "docs/en/tablets.md",
            {'statements("tablets")': 'statements("tabelts")'},
            ['did you mean "tablets"'],
        ),
    ],
)
def test_a_failing_build_says_why_and_leaves_the_site_alone(site, workshop, file, edits, said):
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    good = bad = (workshop / file).read_text("utf-8")
    for old, new in edits.items():
        assert old in bad
        bad = bad.replace(old, new, 1)
    (workshop / file).write_text(bad, "utf-8")
    try:
        code, told = command("build", "--no-prints", root=workshop)
    finally:
        (workshop / file).write_text(good, "utf-8")
    assert code == 1 and all(part in told for part in said)
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


@pytest.fixture(scope="module")
def plainly(tmp_path_factory):
    """What plain MkDocs makes of both editions."""
    own = copy_project(tmp_path_factory.mktemp("plain") / "project", *GUIDE, *CODE)
    command = [sys.executable, "-m", "mkdocs", "build"]
    builds = [
        subprocess.Popen(
            command, cwd=own, env=os.environ | {"EDITION": region}, stderr=subprocess.PIPE, text=True
        )
        for region in ("us", "uk")
    ]
    for build in builds:
        _, said = build.communicate()
        assert build.returncode == 0, said
    return own / "site"


@pytest.mark.slow
def test_plain_mkdocs_gives_each_edition_its_own_folder(plainly):
    for region, name in (("us", "United States"), ("uk", "United Kingdom")):
        html = (plainly / region / "index.html").read_text("utf-8").replace("Start here · ", "")
        assert f"<title>Baclofen guide, {name}</title>" in html


@pytest.mark.slow
def test_plain_mkdocs_leaves_no_link_within_an_edition_dead(plainly):
    for region in ("us", "uk"):
        asked = set()
        for path in (plainly / region).rglob("*.html"):
            address = f"/{path.relative_to(plainly).as_posix()}".removesuffix("index.html")
            links = texts(Document(path.read_text("utf-8")).root, "//a/@href | //link/@href")
            asked |= {
                urljoin(address, link).partition("#")[0] for link in links if not re.match(r"\w+:", link)
            }
        inside = {link[1:] for link in asked if link.startswith(f"/{region}/")}
        there = {
            path.relative_to(plainly).as_posix().removesuffix("index.html") for path in plainly.rglob("*")
        }
        assert len(inside) > 60 and inside - there == set()


@pytest.mark.slow
def test_a_published_address_holds_the_edition(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://guide.example/medicines")
    assert mkdocs("--site-dir", str(tmp_path), edition="uk").returncode == 0
    assert '<link rel="canonical" href="https://guide.example/medicines/uk/taking/">' in (
        tmp_path / "taking" / "index.html"
    ).read_text("utf-8")
    assert 'href="/medicines/uk/taking/"' in (tmp_path / "404.html").read_text("utf-8")


@pytest.mark.slow
def test_an_unknown_edition_is_refused(tmp_path):
    result = mkdocs("--site-dir", str(tmp_path / "site"), edition="atlantis")
    assert (
        result.returncode == 1
        and 'no edition "atlantis"' in result.stderr
        and not (tmp_path / "site").exists()
    )


def test_from_a_long_menu_every_page_is_two_links_away(workshop, tmp_path):
    parts = {
        "First": [f"a{page}" for page in range(40)],
        "Second": [f"b{page}" for page in range(40)],
        "Third": [f"c{page}" for page in range(3)],
    }
    (tmp_path / "docs").mkdir()
    for slug in ("index", *(slug for part in parts.values() for slug in part)):
        (tmp_path / "docs" / f"{slug}.md").write_text(f"# The page {slug}\n", "utf-8")
    nav = "nav:\n  - index.md\n" + "".join(
        f"  - {name}:\n" + "".join(f"      - {slug}.md\n" for slug in part) for name, part in parts.items()
    )
    settings = re.sub(
        r"^nav:\n(?:  .*\n)+not_in_nav: .*\n(?:  .*\n)+",
        nav,
        (ROOT / "mkdocs.yml").read_text("utf-8"),
        flags=re.MULTILINE,
    )
    own = workshop / "long.yml"
    own.write_text(settings.replace("docs_dir: docs/en", f"docs_dir: {tmp_path / 'docs'}"), "utf-8")
    try:
        result = mkdocs("--config-file", str(own), "--site-dir", str(tmp_path / "site"), edition="us")
    finally:
        own.unlink()
    assert result.returncode == 0, result.stderr
    menu = re.search(
        r'<nav class="menu".*?</nav>', (tmp_path / "site" / "b7" / "index.html").read_text("utf-8"), re.DOTALL
    )[0]
    assert re.findall(r'<a href="([^"]+)"( aria-current="page")?>', menu) == [
        ("..", ""),
        ("../a0/", ""),
        *(
            (f"../{slug}/" if slug != "b7" else "./", ' aria-current="page"' if slug == "b7" else "")
            for slug in parts["Second"]
        ),
        ("../c0/", ""),
    ]
    assert "First" in menu and "Third" in menu


@pytest.fixture(scope="session")
def fictional_site(tmp_path_factory, fiction):
    folder = tmp_path_factory.mktemp("examplazine")
    for region in fiction.regions:
        result = mkdocs(
            "--config-file", str(FICTION / "mkdocs.yml"), "--site-dir", str(folder / region), edition=region
        )
        assert result.returncode == 0, result.stdout + result.stderr
    return folder


def test_the_machinery_knows_no_medicine(fictional_site, contents, fiction):
    names = [contents.medicine.name, *(brand.name for brand in contents.medicine.brands)]
    pages = list(fictional_site.rglob("index.html"))
    assert len(pages) > 40
    for path in pages:
        text = path.read_text("utf-8").lower()
        assert not [name for name in names if re.search(rf"\b{re.escape(name.lower())}\b", text)], path


def test_the_frame_prints_no_markup_from_the_data(tmp_path):
    """Every phrase of the frame, the name of the edition and the title of the guide, with what would end an
    attribute or begin a tag.
    """
    own = copy_project(tmp_path / "project", *GUIDE, *CODE)
    phrases = own / "data/phrases/en.yml"
    frame = "".join(path.read_text("utf-8") for path in (own / "overrides").rglob("*.html"))
    keys = {*re.findall(r"say\(['\"]([a-z-]*[a-z])['\"]", frame), "colours-dark"} - {
        "page-changes",
        "page-help",
    }
    assert len(keys) > 12

    def hostile(found: re.Match) -> str:
        braces = " ".join(re.findall(r"\{[a-z-]+\}", found[2]))  # each phrase has to keep its own
        return f"{found[1]}: '{found[1]} {braces} {HOSTILE}'"

    text = re.sub(rf"^({'|'.join(keys)}): (.*)$", hostile, phrases.read_text("utf-8"), flags=re.MULTILINE)
    phrases.write_text(text, "utf-8")
    regions = own / "data/regions.yml"
    regions.write_text(
        regions.read_text("utf-8").replace("name: United States", f"name: 'US {HOSTILE}'"), "utf-8"
    )
    settings = own / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("- Start here: index.md", f"- '{HOSTILE}': index.md"), "utf-8"
    )
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "us")],
        cwd=own,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    html = (tmp_path / "us/taking/index.html").read_text("utf-8")
    root = Document(html).root
    assert not root.xpath("//b[. = 'z'] | //@onclick") and html.count("onclick") > len(keys)
    for key in keys - {"describes", "form-off"}:
        shown = root.xpath(f"//body//*[contains(., '{key} ') or @*[contains(., '{key} ')]]")
        assert shown, key


HOSTILE = """x" onclick="y" & <b>z</b>"""


AMOUNT = re.compile(
    "\\d[\\d,.]*[ \N{NO-BREAK SPACE}](?:mg|kg|micrograms?|minutes|hours|days|weeks|months|years|people)\\b"
)


def amounts(pages: list[Path]) -> set[str]:
    passages = [passage.text for path in pages for passage in Document(path.read_text("utf-8")).passages]
    return {found for text in passages for found in AMOUNT.findall(text)}


def test_the_machinery_knows_no_number_of_the_real_medicine(fictional_site, site):
    real, fictional = (amounts(sorted(folder.rglob("index.html"))) for folder in (site, fictional_site))
    assert len(real) > 50 and len(fictional) > 10
    own = "\n".join(path.read_text("utf-8") for path in (FICTION / "data").glob("*.yml"))
    shared = {amount.replace("\N{NO-BREAK SPACE}", " ") for amount in fictional & real}
    assert {amount for amount in shared if amount not in own and amount != "100 people"} == set()


def test_every_page_rule_holds_for_the_fiction_too(fictional_site, fiction):
    docs = {page.file: page for page in all_docs_pages(fiction, ROOT)}
    pages = [replace(page, html=(fictional_site / file).read_text("utf-8")) for file, page in docs.items()]
    assert list(check_pages(pages, fiction)) == []
