"""Sheets to print: what each must carry, and that its PDF is what its page says, for every reader."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from types import SimpleNamespace

import pytest
from markupsafe import escape
from pypdf import PdfReader

import tools
from monograph.checks.library import load
from monograph.checks.pages import check_each
from monograph.html import Document
from monograph.model.edition import Edition
from monograph.model.problem import Problems, Unknown
from monograph.model.sheet_codes import Clinic
from monograph.prints import pdf
from monograph.prints.formats import papers
from monograph.prints.frame import sheet_page
from monograph.prints.pdf import Job, Unfit, Unprintable
from monograph.prints.pdf_jobs import pressed, sheet_pages
from monograph.prints.register import version
from monograph.prints.sheet import PRINTS, all_sheets, plan
from monograph.prints.sheet import sheets as sheets_of
from monograph.site.build import Publication, with_sheets
from monograph.site.files import of_pages, write
from monograph.site.pages import SitePages
from monograph.views.liquids import forms_of_liquid
from monograph.views.phrases import Phrases
from tests.conftest import ROOT
from tests.test_words import hostile

SITE = "https://guide.example"
NEEDS_PANGO = pytest.mark.needs(*tools.PDFS)


@pytest.fixture(scope="session")
def sheets(contents):
    return all_sheets(contents, ROOT / PRINTS)


@pytest.fixture(scope="session")
def fictional_sheets(fiction):
    return all_sheets(fiction, ROOT / PRINTS)


@pytest.fixture(scope="session")
def printed(tmp_path_factory, fiction, fictional_sheets):
    """The fictional sheets as pages in a site, with what they are dressed in."""
    folder = tmp_path_factory.mktemp("prints")
    for region in fiction.regions:
        shutil.copytree(ROOT / "overrides" / "assets", folder / region / "assets")
    write(of_pages(sheet_pages(fictional_sheets, fiction, SITE, True)), folder)
    return folder


@pytest.fixture(scope="session")
def job(printed, fictional_sheets):
    """A fictional sheet to print."""

    def made(slug: str, region: str = "north", size: str = "A4", style: str = "", limit: int = 9) -> Job:
        (sheet,) = [sheet for sheet in fictional_sheets if (sheet.slug, sheet.region) == (slug, region)]
        return Job(printed / sheet.page.file, size, style, limit)

    return made


@pytest.fixture(scope="session")
def made(job):
    """A few PDFs by name: a page of signs, a picture with tables, two pages in large print, a
    bottle, a card.
    """
    return {
        "never-stop": pdf.pdf(job("never-stop")),
        "starting": pdf.pdf(job("starting", size="Letter")),
        "two-pages": pdf.pdf(job("two-pages", "south", "Letter", "print-large.css")),
        "my-day": pdf.pdf(job("my-day")),
    }


def test_every_sheet_is_there_and_is_called_what_the_list_says(sheets, contents):
    for region in contents.regions:
        phrases = Phrases(Edition(contents, region))
        found = {
            sheet.slug: sheet.title
            for sheet in sheets
            if sheet.region == region and not sheet.slug.startswith("bottle-")
        }
        named = {
            key.removeprefix("sheet-of-"): phrases.say(key)
            for key in phrases.phrases
            if key.startswith("sheet-of-") and key != "sheet-of-bottle"
        }
        assert len(found) == 10 and found == named
        liquids = [
            form
            for form in Edition(contents, region).pick(contents.medicine.forms)
            if form.kind == "liquid" and form.strengths
        ]
        assert (
            len([sheet for sheet in sheets if sheet.region == region and sheet.slug.startswith("bottle-")])
            == len(liquids)
            > 1
        )


def test_every_sheet_carries_what_a_sheet_must(sheets, contents):
    for sheet in sheets:
        edition = Edition(contents, sheet.region)
        html = sheet_page(sheet, edition, SITE, True)
        text = Document(html).text
        (warning,) = edition.topic("stop-warning")
        for said in (
            warning.text,
            "No clinician has checked this guide yet",
            f"guide.example/c/{sheet.code}/",
            "Last checked: 23 Nov 2026; next check: 23 May 2027.",
            f"version {number}." if (number := version(sheet, contents)) else "draft, not to be handed out",
            f"Code {sheet.code}",
            "Your clinic:",
            edition.contact("emergency").name,
        ):
            assert said in text.replace("\N{NO-BREAK SPACE}", " "), (sheet.slug, said)
        assert ("This is not the liquid with" in text) == sheet.slug.startswith("bottle-"), sheet.slug
        assert (
            "warning" in Document(html).classes
            and html.index(str(escape(warning.text))) < html.index("who-to-call")
            and "<script" not in html
            and "page-of" in html
        )
        assert len(papers(sheet, Phrases(edition))) in (1, 4)


@pytest.mark.parametrize(
    "signed, said",
    [
        ([], "No clinician has checked this guide yet. Do not use it to decide on a dose."),
        (["unsigned"], "Clinicians have checked only parts of this guide."),
        (["changed"], "Facts that have changed since they were checked: 1."),
        (["signed"], "Clinicians have checked all parts of this guide."),
    ],
)
def test_every_sheet_says_who_has_checked_the_guide(fictional_sheets, fiction, monkeypatch, signed, said):
    facts = fiction.model_copy(update={"signatures": tuple(signed)})

    def found(contents, *standings):
        return [name for name in contents.signatures if name in standings]

    monkeypatch.setattr("monograph.prints.frame.with_status", found)
    monkeypatch.setattr("monograph.views.frame.with_status", found)
    html = sheet_page(fictional_sheets[0], Edition(facts, fictional_sheets[0].region), SITE, False)
    assert said in html.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")


def test_every_sheet_obeys_the_page_rules(sheets, contents, fictional_sheets, fiction):
    for facts, several in ((contents, sheets), (fiction, fictional_sheets)):
        for sheet in several:
            page = replace(sheet.page, html=sheet_page(sheet, Edition(facts, sheet.region), SITE, True))
            assert list(check_each([page], Edition(facts, sheet.region))) == []


def test_fictional_sheets_know_no_other_medicine(printed, contents):
    names = [contents.medicine.name, *(brand.name for brand in contents.medicine.brands)]
    pages = list(printed.rglob("index.html"))
    assert len(pages) > 20
    for page in pages:
        assert not [
            name
            for name in names
            if re.search(rf"\b{re.escape(name.lower())}\b", page.read_text("utf-8").lower())
        ]


def test_without_an_address_a_sheet_says_whom_to_ask(sheets, contents):
    html = sheet_page(sheets[0], Edition(contents, sheets[0].region), "", False)
    assert (
        "ask who gave you this sheet" in html
        and "qr-title" not in html
        and sheets[0].code in html
        and ".pdf" not in html
    )


def test_the_address_in_the_code_is_short(sheets):
    assert all(len(f"{SITE}/c/{sheet.code}/") <= 40 for sheet in sheets)


def test_no_sheet_prints_markup_from_the_data(fiction):
    facts = hostile(fiction).model_copy(update={"phrases": fiction.phrases})
    for sheet in all_sheets(facts, ROOT / PRINTS):
        assert "<u>" not in sheet.page.html and "&lt;u&gt;" in sheet.page.html, sheet.slug


def test_a_hostile_clinic_is_only_a_name(sheets, contents):
    hostile = contents.model_copy(
        update={"clinic": Clinic(name='<script>alert("x")</script> & Sons', phone="+1 202-555-0100")}
    )
    html = sheet_page(sheets[0], Edition(hostile, sheets[0].region), SITE, False)
    assert "<script" not in html and "&lt;script&gt;" in html and "+1 202-555-0100" in html


@pytest.mark.parametrize("phone", ["call us", "12", "<b>1</b>", "javascript:1", "555-0100 ext. 2"])
def test_a_clinic_has_a_phone_that_is_one(damaged, phone):
    (damaged.folder / "clinic.yml").write_text(f'name: Elbow Clinic\nphone: "{phone}"\n', "utf-8")
    (problem,) = damaged.problems()
    assert problem.startswith("data/clinic.yml:2") and "write a phone number" in problem


@pytest.mark.parametrize("name", ["Elbow Clinic", "Riverside & Co <b>Neuro</b>", "Ward 1/2, 1000 High St"])
@pytest.mark.parametrize(
    "phone",
    [
        "020 7946 0000",
        "+1 202-555-0100",
        "1-800-555-0100",
        "(202) 555-0100",
        "02079460000",
        "0300 123 4567",
        "0300 700 800",
    ],
)
def test_a_clinic_stands_on_its_own_sheets(damaged, fictional_sheets, name, phone):
    (damaged.folder / "clinic.yml").write_text(f'name: "{name}"\nphone: "{phone}"\n', "utf-8")
    assert damaged.problems() == []
    contents = load(damaged.folder)
    for sheet in (fictional_sheets[0], fictional_sheets[-1]):
        html = sheet_page(sheet, Edition(contents, sheet.region), SITE, True)
        assert str(escape(name)) in html and phone in html
        assert list(check_each([replace(sheet.page, html=html)], Edition(contents, sheet.region))) == []


@pytest.mark.parametrize("asks", ["{{ strength }}", "{{ this_liquid() }}", "{% if strength %}x{% endif %}"])
@pytest.mark.parametrize("name", ["a.md", "z.md"])  # before and after the sheets that are for a liquid
def test_a_sheet_that_is_for_no_liquid_cannot_ask_for_one(tmp_path, fiction, name, asks):
    shutil.copy(ROOT / PRINTS / "bottle.md", tmp_path)
    (tmp_path / name).write_text(f"---\npages: 1\nlarge-pages: 1\n---\n\n# Sheet\n\n{asks}\n", "utf-8")
    with pytest.raises(Problems, match='for no one liquid.*"each: liquid"'):
        sheets_of(fiction, "north", tmp_path)
    (tmp_path / name).write_text(
        f"---\npages: 1\nlarge-pages: 1\neach: liquid\n---\n\n# Sheet\n\n{asks}\n", "utf-8"
    )
    assert len(sheets_of(fiction, "north", tmp_path)) == 2 * len(forms_of_liquid(Edition(fiction, "north")))


@pytest.mark.parametrize(
    "head, said",
    [
        ("pages: 2", "large-pages"),
        ("pages: 2\nlarge-pages: 3\ncolour: red", '"colour"'),
        ("pages: many\nlarge-pages: 3", "pages"),
    ],
)
def test_a_sheet_says_how_long_it_may_be(tmp_path, head, said):
    page = tmp_path / "page.md"
    page.write_text(f"---\n{head}\n---\n\n# Sheet\n", "utf-8")
    with pytest.raises(Unknown, match=said):
        plan(page)


def test_a_sheet_has_a_heading(tmp_path, fiction):
    (tmp_path / "page.md").write_text("---\npages: 1\nlarge-pages: 1\n---\n\nNo heading.\n", "utf-8")
    with pytest.raises(Problems, match="it has no heading"):
        sheets_of(fiction, "north", tmp_path)


def structure(element, found):
    """The elements of a tagged PDF in reading order: kind and element."""
    if "/S" in element:
        found.append((element["/S"].strip("/"), element))
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if isinstance(child.get_object(), dict):
            structure(child.get_object(), found)
    return found


def told(document) -> tuple[str, str]:
    """The part of PDF/UA that a PDF says it keeps to, and its title, from its XMP."""
    said = document.trailer["/Root"]["/Metadata"].get_data().decode()
    return re.search(r'pdfuaid:part="(.)"', said)[1], re.search(
        r"<dc:title>.*?<rdf:li[^>]*>([^<]+)", said, re.DOTALL
    )[1]


@NEEDS_PANGO
@pytest.mark.parametrize("name", ["never-stop", "starting", "two-pages", "my-day"])
def test_a_pdf_is_whole_for_a_screen_reader(made, name):
    document = PdfReader(BytesIO(made[name]))
    root = document.trailer["/Root"]
    assert (
        root["/Lang"].startswith("en-X")
        and root["/MarkInfo"]["/Marked"]
        and root["/ViewerPreferences"]["/DisplayDocTitle"]
    )
    part, title = told(document)
    assert part == "1" and title.startswith("Examplazine: ")
    found = structure(root["/StructTreeRoot"], [])
    levels = [int(kind[1]) for kind, _ in found if re.fullmatch("H[1-6]", kind)]
    assert (
        levels[0] == 1
        and levels.count(1) == 1
        and all(after <= before + 1 for before, after in pairwise(levels))
    )
    assert all(element.get("/Alt") for kind, element in found if kind == "Figure") and "Figure" in [
        kind for kind, _ in found
    ]
    headers = [element for kind, element in found if kind == "TH"]
    assert all(element["/A"]["/Scope"] in ("/Row", "/Column") for element in headers)
    assert {element["/A"]["/Scope"] for element in headers} == (
        {"/Row", "/Column"} if name != "never-stop" else set()
    )
    assert all(page["/Tabs"] == "/S" for page in document.pages)
    links = [link.get_object() for page in document.pages for link in page.get("/Annots", [])]
    assert links and all(
        link["/Subtype"] == "/Link" and link["/F"] == 4 for link in links
    )  # the flag says that it is printed
    assert len(document.outline) == 2 and len(document.outline[1]) >= 2  # the title, and what is under it


@NEEDS_PANGO
@pytest.mark.needs("poppler")
@pytest.mark.parametrize(
    "name, slug, region",
    [
        ("never-stop", "never-stop", "north"),
        ("starting", "starting", "north"),
        ("two-pages", "two-pages", "south"),
    ],
)
def test_a_pdf_says_what_its_page_says(made, job, tmp_path, name, slug, region):
    file = tmp_path / "sheet.pdf"
    file.write_bytes(made[name])
    text = "".join(
        subprocess.run(
            ["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    html = re.sub(r"<svg.*?</svg>", "", job(slug, region).page.read_text("utf-8"), flags=re.DOTALL)
    passages = [passage.quoted for passage in Document(html).passages if passage.quoted.strip()]
    lost = [passage for passage in passages if "".join(passage.split()) not in text]
    assert (
        len(passages) > 15 and [passage for passage in lost if "Last checked" not in passage] == []
    )  # the foot ends with the page's number
    fonts = subprocess.run(
        ["pdffonts", file], capture_output=True, text=True, check=True
    ).stdout.splitlines()[2:]
    assert fonts and all("Atkinson-Next" in line and " yes " in line for line in fonts)


@NEEDS_PANGO
def test_a_pdf_is_the_same_byte_for_byte(made, job):
    assert pdf.pdf(job("never-stop")) == made["never-stop"]


@NEEDS_PANGO
@pytest.mark.needs("poppler", "zbar")
@pytest.mark.parametrize("dots", ["100", "300"])
@pytest.mark.parametrize("name, region", [("never-stop", "north"), ("two-pages", "south")])
def test_a_camera_reads_the_code(made, fictional_sheets, tmp_path, name, region, dots):
    (sheet,) = [sheet for sheet in fictional_sheets if (sheet.slug, sheet.region) == (name, region)]
    (tmp_path / "sheet.pdf").write_bytes(made[name])
    subprocess.run(
        ["pdftoppm", "-r", dots, "-gray", "-f", "1", "-l", "1", "-png", "sheet.pdf", "page"],
        cwd=tmp_path,
        check=True,
    )
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", *tmp_path.glob("page*.png")], capture_output=True, text=True
    ).stdout.strip()
    assert read == f"{SITE}/c/{sheet.code}/"


@NEEDS_PANGO
def test_a_sheet_that_grew_says_what_to_cut(job):
    with pytest.raises(Unprintable, match=r'it fills 2 pages and may fill 1; cut .* from "[A-Z]'):
        pdf.pdf(job("two-pages", limit=1))


@NEEDS_PANGO
def test_a_lost_font_and_an_unknown_style_stop_the_press(tmp_path, printed, job):
    folder = shutil.copytree(printed / "north", tmp_path / "north")
    page = folder / "print" / "never-stop" / "index.html"
    (folder / "assets/fonts/atkinson-next-700.woff2").unlink()
    with pytest.raises(Unprintable, match="overrides/assets/stylesheets"):
        pdf.pdf(Job(page, "A4", "", 9))
    (folder / "assets/stylesheets/print.css").write_text("p { colr: red }", "utf-8")
    with pytest.raises(Unprintable, match="colr"):
        pdf.pdf(Job(page, "A4", "", 9))


@NEEDS_PANGO
@pytest.mark.needs("poppler")
def test_a_page_that_runs_from_right_to_left_is_printed(tmp_path, printed, job):
    folder = shutil.copytree(printed / "north", tmp_path / "north")
    page = folder / "print" / "starting" / "index.html"
    page.write_text(
        re.sub(r'<html lang="[^"]+"', '<html lang="ar" dir="rtl"', page.read_text("utf-8")), "utf-8"
    )
    (tmp_path / "sheet.pdf").write_bytes(pdf.pdf(Job(page, "A4", "", 9)))
    words = subprocess.run(
        ["pdftotext", "-bbox", tmp_path / "sheet.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    width = float(re.search(r'<page width="([\d.]+)"', words)[1])
    last_of_heading = re.search(r'xMax="([\d.]+)" yMax="[\d.]+">up<', words)
    assert float(last_of_heading[1]) > 0.9 * width


@NEEDS_PANGO
@pytest.mark.parametrize(
    "text, named",
    [
        ("שלום", "ש (hebrew letter shin)"),
        ("مرحبا", "م (arabic letter meem)"),
        ("漢", "漢 (cjk unified ideograph-6f22)"),
    ],
)
def test_a_page_in_letters_that_no_font_has_is_refused_by_name(tmp_path, printed, text, named):
    folder = shutil.copytree(printed / "north", tmp_path / "north")
    page = folder / "print" / "starting" / "index.html"
    right_to_left = re.sub(r'<html lang="[^"]+"', '<html lang="he" dir="rtl"', page.read_text("utf-8"))
    page.write_text(right_to_left.replace("</h2>", f" {text}</h2>", 1), "utf-8")
    with pytest.raises(Unprintable, match=re.escape(f"the vendored fonts lack: {named}")):
        pdf.pdf(Job(page, "A4", "", 9))


@NEEDS_PANGO
def test_an_unchanged_page_is_pressed_once(tmp_path, job):
    assert pressed(job("my-day"), tmp_path, "stamp").startswith(b"%PDF-")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"kept")
    assert pressed(job("my-day"), tmp_path, "stamp") == b"kept"
    error = pressed(job("my-day", limit=1, style="print-large.css"), tmp_path, "stamp")
    assert error.wrong.startswith("it fills ") and error.instead == pdf.SHORTEN


@NEEDS_PANGO
def test_what_is_wrong_with_the_machine_is_no_fault_of_a_page(job, tmp_path, monkeypatch):
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    for print_it in (lambda: pdf.pdf(job("my-day")), lambda: pressed(job("my-day"), tmp_path, "stamp")):
        with pytest.raises(Unfit, match="No page is at fault.* HarfBuzz-Subset .*--no-prints"):
            print_it()


@NEEDS_PANGO
@pytest.mark.parametrize(
    "subset, newest, lacking", [(True, 10, ""), (None, 10, pdf.MISSING), (True, 3, pdf.MISSING)]
)
def test_harfbuzz_that_is_missing_or_too_old_is_told_before_a_sheet_is_printed(
    monkeypatch, subset, newest, lacking
):
    monkeypatch.setattr("weasyprint.text.ffi.harfbuzz_subset", subset)
    monkeypatch.setattr(
        "weasyprint.text.ffi.harfbuzz",
        SimpleNamespace(hb_version_atleast=lambda *wanted: wanted <= (newest, 0, 0)),
    )
    assert pdf.missing() == lacking


def test_what_pdfs_need_is_said_in_one_way_everywhere():
    packages = [package for name in tools.PDFS for package in tools.TOOLS[name].packages]
    assert f"`sudo apt-get install {' '.join(packages)}`" in (ROOT / "README.md").read_text("utf-8")
    for workflow in ("pages", "release"):
        assert f" {' '.join(packages)} " in (ROOT / f".github/workflows/{workflow}.yml").read_text("utf-8")


def test_without_pango_the_site_is_still_built_and_says_what_is_missing(tmp_path, fiction, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    pages = SitePages((), all_sheets(fiction, ROOT / PRINTS), (), ())
    site, said = with_sheets({}, Publication(ROOT, fiction, pages, SITE), tmp_path, tmp_path / "cache")
    assert "No PDF of them was made" in said and pdf.MISSING in said
    assert "No file to print was made" in site["north/print/never-stop/index.html"].decode()
