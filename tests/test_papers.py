"""Every sheet on every paper: its code, its structure, its text, its greys, and what stands on each page."""

import re
import shutil
import subprocess
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from monograph.html import Document
from monograph.model.edition import Edition
from monograph.prints import pdf
from monograph.prints.pdf_jobs import jobs_of, pdfs, sheet_pages
from monograph.prints.sheet import PRINTS, Sheet, all_sheets
from monograph.site.files import of_pages, write
from tests.conftest import ROOT
from tests.test_prints import NEEDS_PANGO, SITE, structure, told

pytestmark = NEEDS_PANGO
DARK = 30  # the least width of a code, in millimetres


@dataclass(frozen=True)
class Printed:
    """A sheet on one paper."""

    sheet: Sheet
    file: Path
    page: Path

    @property
    def address(self) -> str:
        return f"{SITE}/c/{self.sheet.code}/"

    def text(self, *options: str) -> str:
        return subprocess.run(
            ["pdftotext", *options, self.file, "-"], capture_output=True, text=True, check=True
        ).stdout


@pytest.fixture(scope="session")
def everything(run_folder, once, contents):
    """All sheets on all their papers, printed once in a run, as they are where the guide has an address."""
    folder, sheets = run_folder / "papers", all_sheets(contents, ROOT / PRINTS)
    once(
        "papers",
        lambda: write(
            pdfs(sheets, contents, set_out(folder, sheets, contents, SITE), folder / "cache"), folder
        ),
    )
    return [
        Printed(sheet, folder / file, job.page)
        for sheet in sheets
        for file, job in jobs_of(sheet, contents, folder)
    ]


def set_out(folder: Path, sheets, contents, site: str) -> Path:
    """The folder with the pages of all sheets, and what they need to be printed."""
    for region in contents.regions:
        shutil.copytree(ROOT / "overrides" / "assets", folder / region / "assets")
    write(of_pages(sheet_pages(sheets, contents, site, True)), folder)
    return folder


def side_by_side(work, items):
    """What `work` says of every item that it says anything of."""
    with ThreadPoolExecutor(2) as pool:
        return [said for said in pool.map(work, items) if said]


def first_page(item: Printed, dots: int, *crop: str) -> bytes:
    """The upper half of page 1 in grey, where the code stands, or what `crop` leaves of it."""
    command = ["pdftoppm", "-r", str(dots), "-gray", "-singlefile", "-f", "1", "-H", str(6 * dots)]
    return subprocess.run([*command, *crop, item.file], capture_output=True, check=True).stdout


def corner(item: Printed, dots: int) -> tuple[str, ...]:
    """The square of 3 inches that holds the upper right corner of page 1, as poppler is asked for it."""
    wide = int(PdfReader(item.file).pages[0].mediabox.width * dots / 72)
    side = min(wide, 3 * dots)
    return "-x", str(wide - side), "-W", str(side), "-H", str(side)


@pytest.mark.needs("poppler", "zbar")
@pytest.mark.parametrize(
    "dots, crop",
    [(100, lambda item, dots: ()), (300, corner)],
    ids=["a coarse one, of half the page", "a fine one, of its corner"],
)
def test_a_camera_reads_the_code_of_every_sheet(everything, dots, crop):
    def read(item: Printed) -> str:
        picture = first_page(item, dots, *crop(item, dots))
        seen = subprocess.run(["zbarimg", "-q", "--raw", "-"], input=picture, capture_output=True)
        address = seen.stdout.decode().strip()
        return address if address == item.address and len(address) <= 40 else ""

    assert sorted(side_by_side(read, everything)) == sorted(item.address for item in everything)


def dark(item: Printed) -> tuple[float, float, float]:
    """How far the code's dark part is from the right edge and from the top of page 1, and how wide it is, in
    millimetres.
    """
    _, size, _, pixels = first_page(item, 100).split(b"\n", 3)
    width = int(size.split()[0])
    corner = [
        pixels[y * width + width - 177 : (y + 1) * width] for y in range(165)
    ]  # 45 by 42 mm: nothing else stands there
    rows = [number for number, row in enumerate(corner) if min(row) < 99]
    columns = [number for number, column in enumerate(zip(*corner, strict=True)) if min(column) < 99]
    return (177 - columns[-1]) * 0.254, rows[0] * 0.254, (columns[-1] - columns[0] + 1) * 0.254


@pytest.mark.needs("poppler")
def test_the_code_stands_in_the_same_corner_of_every_paper_and_is_wide_enough(everything):
    found = [dark(item) for item in everything if "phone" not in item.file.name]
    for least, most in ((min(numbers), max(numbers)) for numbers in zip(*found, strict=True)):
        assert most - least < 1
    assert min(width for *_, width in found) >= DARK


def test_every_paper_is_whole_for_a_screen_reader(everything, contents):
    for item in everything:
        document = PdfReader(item.file)
        root = document.trailer["/Root"]
        part, title = told(document)
        assert part == "1" and title.startswith(f"{contents.medicine.name.title()}: "), item.file.name
        assert (
            root["/Lang"] and root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"]
        )
        found = structure(root["/StructTreeRoot"], [])
        kinds = [kind for kind, _ in found]
        levels = [int(kind[1]) for kind in kinds if re.fullmatch("H[1-6]", kind)]
        assert (
            levels[0] == 1
            and levels.count(1) == 1
            and all(after <= before + 1 for before, after in pairwise(levels))
        ), item.file.name
        assert (
            all(element.get("/Alt") for kind, element in found if kind == "Figure") and "Figure" in kinds
        ), item.file.name
        assert all(
            element["/A"]["/Scope"] in ("/Row", "/Column") for kind, element in found if kind == "TH"
        ), item.file.name
        assert (
            all(page["/Tabs"] == "/S" for page in document.pages)
            and document.outline[0].title == item.sheet.title
        )


@pytest.mark.needs("poppler")
def test_every_paper_says_what_its_page_says(everything):
    def lost(item: Printed) -> list[str]:
        text = "".join(item.text("-raw").split())
        html = re.sub(r"<svg.*?</svg>", "", item.page.read_text("utf-8"), flags=re.DOTALL)
        passages = [
            passage.quoted
            for passage in Document(html).passages
            if passage.quoted.strip() and "Last checked" not in passage.quoted
        ]
        return [item.file.name, *(passage for passage in passages if "".join(passage.split()) not in text)]

    assert [said for said in side_by_side(lost, everything) if len(said) > 1 and "phone" not in said[0]] == []


@pytest.mark.needs("poppler")
def test_every_page_says_what_it_is_and_the_first_warns(everything, contents):
    def wrong(item: Printed) -> str:
        pages = [" ".join(page.split()) for page in item.text().split("\f")[:-1]]
        foot = [f"Code {item.sheet.code}", "Last checked:", "next check:"]
        here = all(
            f"Page {number} of {len(pages)}" in page and all(part in page for part in foot)
            for number, page in enumerate(pages, 1)
        )
        edition = Edition(contents, item.sheet.region)
        (warning,) = edition.topic("stop-warning")
        first = [
            warning.text,
            f"call {edition.contact('emergency').name}",
            "No clinician has checked this guide yet",
        ]
        there = all(part in pages[0] for part in first) and item.address.removeprefix("https://") in pages[
            0
        ].replace(" ", "")
        return "" if here and there else item.file.name

    assert side_by_side(wrong, everything) == []


def test_every_sheet_fits_its_pages_without_an_address_too(contents, tmp_path, everything):
    """On the first of its papers: what stands there without an address takes less room. With one, each fits
    on all of them, or there would be nothing to look at above.
    """
    sheets = all_sheets(contents, ROOT / PRINTS)
    set_out(tmp_path, sheets, contents, "")
    jobs = [next(jobs_of(sheet, contents, tmp_path))[1] for sheet in sheets]
    with ProcessPoolExecutor(2) as pool:
        assert all(pool.map(pdf.pdf, jobs, chunksize=4))
    assert len(everything) > 80 and len(jobs) > 20
