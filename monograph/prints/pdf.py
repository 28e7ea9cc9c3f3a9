"""From the page of a sheet to a tagged PDF (PDF/UA-1), the same byte for byte from the same page.

WeasyPrint does the work. It needs Pango and HarfBuzz-Subset from the system, and is only imported where a PDF
is made.
"""

import hashlib
import logging
import re
import warnings
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from monograph.model.problem import Refusal
from monograph.prints.letters import lacking

PICTURES, PAGED, FONTS = "print-pictures.css", "print-paged.css", "../../assets/fonts"
LINK = re.compile(rf'<link [^>]*href="([^"]*{PICTURES})"[^>]*>\n?')
FONT = "Atkinson"  # every vendored font has it in its name
INSTALL = (
    "On Debian and Ubuntu run: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)
MISSING = f"Pango or HarfBuzz-Subset (4.1 or newer) is not installed. {INSTALL}"
OF_THE_MACHINE = (
    "pdf",
    "fonts.py",
)  # the part of WeasyPrint that asks the system's libraries to write letters
SHORTEN = "shorten it in docs/prints, or show fewer facts"
REWORD = "use other words, or vendor a font that has them"
MEND = "mend the page in docs/prints, or its style in overrides/assets/stylesheets"


class Unprintable(Exception):
    """A page that cannot become the PDF it should be: what is wrong with it, and what to do instead."""

    def __init__(self, wrong: str, instead: str):
        super().__init__(wrong, instead)
        self.wrong, self.instead = wrong, instead

    def __str__(self) -> str:
        return f"{self.wrong}; {self.instead}"


class Unfit(Refusal):
    """A machine that cannot make the PDFs as they should be: no page is at fault."""


@dataclass(frozen=True)
class Job:
    """A page to print: its file, the paper, the style sheet laid over its own ("" for none), and how many
    pages it may fill.
    """

    page: Path
    size: str
    style: str
    limit: int


class Complaints(logging.Handler):
    """What WeasyPrint only mentions and would print all the same: a lost picture, a style it does not know, a
    library that is too old.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.of_page: list[str] = []
        self.of_machine: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = self.of_machine if Path(record.pathname).parts[-2:] == OF_THE_MACHINE else self.of_page
        said.append(record.getMessage())

    def check(self) -> None:
        if self.of_page:
            raise Unprintable("; ".join(dict.fromkeys(self.of_page)), MEND)
        if self.of_machine:
            raise Unfit(
                f"No page is at fault, but this machine cannot print: {self.of_machine[0]} "
                f"{INSTALL}. For the site without PDFs add --no-prints."
            )


def missing() -> str:
    """Why no PDF can be made on this machine, and what to do; "" where nothing is missing."""
    try:
        with (
            redirect_stdout(StringIO()),
            warnings.catch_warnings(action="ignore"),
        ):  # it would say at length what MISSING says in a line
            import weasyprint  # noqa: F401
            from weasyprint.text.ffi import harfbuzz, harfbuzz_subset
    except (ImportError, OSError):
        return MISSING
    return (
        "" if harfbuzz_subset and harfbuzz.hb_version_atleast(4, 1, 0) else MISSING
    )  # older ones cannot leave letters out


def pdf(job: Job) -> bytes:
    """The PDF of a page; raises Unprintable for a page that is too long, or that WeasyPrint complains of, and
    Unfit for the machine.
    """
    from weasyprint import CSS, HTML

    complaints, html = listen(), dressed(job)
    if lost := lacking(html, job.page.parent / FONTS):
        raise Unprintable(f"the vendored fonts lack: {lost}", REWORD)
    identity = hashlib.sha256(f"{html}{job.size}".encode()).digest()[:16]
    options = {
        "stylesheets": [CSS(string=f"@page {{ size: {job.size} }}")],
        "pdf_variant": "pdf/ua-1",
        "pdf_identifier": identity,
    }
    document = HTML(string=html, base_url=job.page.as_uri(), url_fetcher=local_fetcher()).render(**options)
    if len(document.pages) > job.limit:
        raise Unprintable(too_long(document, job.limit), SHORTEN)
    made: bytes = document.write_pdf(finisher=lambda _, made: finish(made, complaints), **options)
    return made


def listen() -> Complaints:
    complaints, logger = Complaints(), logging.getLogger("weasyprint")
    logger.handlers, logger.propagate = [complaints], False
    return complaints


def dressed(job: Job) -> str:
    """The page with the style of its drawings inside each of them; then that of its pages, and the last word
    to that of its letters.
    """
    html = job.page.read_text("utf-8")
    if not (link := LINK.search(html)):
        return html
    pictures = (job.page.parent / link[1]).read_text("utf-8")
    laid_over = "".join(link[0].replace(PICTURES, name) for name in (PAGED, job.style) if name)
    return html.replace(link[0], laid_over).replace("<desc", f"<style>{pictures}</style><desc")


def local_fetcher() -> Any:
    """Opens files alone: a sheet asks nobody else for anything."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=["file", "data"])


def too_long(document: Any, limit: int) -> str:
    """What stands beyond the last page it may fill."""
    beyond = [label for page in document.pages[limit:] for _, label, _, _ in page.bookmarks]
    cut = f'from "{beyond[0]}" on' if beyond else "its last lines"
    return (
        f"it fills {len(document.pages)} pages and may fill {limit}; cut something, or as much as now "
        f"stands {cut}"
    )


def finish(made: Any, complaints: Complaints) -> None:
    """Says of every header cell what it heads, and of every link that it is printed; refuses what was
    complained of, and a font not ours.
    """
    complaints.check()
    found = [item for item in made.objects if isinstance(item, dict)]
    strangers = {
        name(item)
        for item in found
        if item.get("Type") in ("/Font", "/FontDescriptor") and FONT not in name(item)
    }
    if strangers:
        raise Unprintable(
            f"it needs letters that the vendored font lacks (found in {', '.join(sorted(strangers))})", REWORD
        )
    for element in found:
        if element.get("Subtype") == "/Link":
            element["F"] = 4  # the flag of an annotation that goes onto paper, too
        if element.get("S") == "/TH":
            element["A"]["Scope"] = "/Column" if is_in_head(element, made) else "/Row"


def name(font: dict[str, Any]) -> str:
    return (
        found.decode()
        if isinstance(found := font.get("BaseFont", font.get("FontName")), bytes)
        else str(found)
    )


def is_in_head(element: dict[str, Any], made: Any) -> bool:
    """Whether a cell stands in the head of its table."""
    while element.get("S") not in ("/THead", "/Table", None):
        element = made.objects[int(element["P"].split()[0])]
    return element.get("S") == "/THead"
