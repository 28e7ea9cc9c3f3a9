"""From the page of a sheet to a tagged PDF (PDF/UA-1), the same byte for byte from the same page.

WeasyPrint does the work. It needs Pango from the system, and is only imported where a PDF is made.
"""

import hashlib
import logging
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from monograph.prints.letters import lacking

PICTURES, PAGED = "print-pictures.css", "print-paged.css"
FONTS = "../../assets/fonts"
LINK = re.compile(rf'<link [^>]*href="([^"]*{PICTURES})"[^>]*>\n?')
FONT = "Atkinson"  # every vendored font has it in its name
MISSING = "Pango is not installed: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"


class Unprintable(Exception):
    """A page that cannot become the PDF it should be; says what is wrong with it."""


@dataclass(frozen=True)
class Job:
    """A page to print: its file, the paper, the style sheet laid over its own ("" for none), and how many pages it may fill."""

    page: Path
    size: str
    style: str
    limit: int


class Complaints(logging.Handler):
    """What WeasyPrint only mentions and would print all the same: a lost picture, a style it does not know."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def missing() -> str:
    """Why no PDF can be made on this machine, and what to do; "" where nothing is missing."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return MISSING
    return ""


def pdf(job: Job) -> bytes:
    """The PDF of a page; raises Unprintable for a page that is too long, or that WeasyPrint complains of."""
    from weasyprint import CSS, HTML

    complaints, html = listen(), dressed(job)
    if lost := lacking(html, job.page.parent / FONTS):
        raise Unprintable(f"the vendored fonts lack: {lost}; use other words, or vendor a font that has them")
    identity = hashlib.sha256(f"{html}{job.size}".encode()).digest()[:16]
    options = {"stylesheets": [CSS(string=f"@page {{ size: {job.size} }}")], "pdf_variant": "pdf/ua-1", "pdf_identifier": identity}
    document = HTML(string=html, base_url=job.page.as_uri(), url_fetcher=local_fetcher()).render(**options)
    if len(document.pages) > job.limit:
        raise Unprintable(too_long(document, job.limit))
    made = document.write_pdf(**options)
    if complaints.said:
        raise Unprintable("; ".join(dict.fromkeys(complaints.said)))
    return finished(made)


def listen() -> Complaints:
    complaints, logger = Complaints(), logging.getLogger("weasyprint")
    logger.handlers, logger.propagate = [complaints], False
    return complaints


def dressed(job: Job) -> str:
    """The page with the style of its drawings inside each of them; then that of its pages, and the last word to that of its letters."""
    html = job.page.read_text("utf-8")
    if not (link := LINK.search(html)):
        return html
    pictures = (job.page.parent / link[1]).read_text("utf-8")
    laid_over = "".join(link[0].replace(PICTURES, name) for name in (PAGED, job.style) if name)
    return html.replace(link[0], laid_over).replace("<desc", f"<style>{pictures}</style><desc")


def local_fetcher():
    """Opens files alone: a sheet asks nobody else for anything."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=["file", "data"])


def too_long(document, limit: int) -> str:
    """What stands beyond the last page it may fill."""
    beyond = [label for page in document.pages[limit:] for _, label, _, _ in page.bookmarks]
    cut = f"from \"{beyond[0]}\" on" if beyond else "its last lines"
    return f"it fills {len(document.pages)} pages and may fill {limit}; cut something, or as much as now stands {cut}"


def finished(made: bytes) -> bytes:
    """With the scope of every header cell, which readers of a table need, and without a font that is not ours."""
    import pikepdf

    with pikepdf.open(BytesIO(made)) as document:
        strangers = {name for name in fonts(document) if FONT not in name}
        if strangers:
            raise Unprintable(f"it needs letters that the vendored font lacks (found in {', '.join(sorted(strangers))}); use other words")
        scope(document.Root.StructTreeRoot, "")
        out = BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()


def fonts(document) -> set[str]:
    return {str(item.get("/BaseFont", item.get("/FontName"))) for item in document.objects if is_font(item)}


def is_font(item) -> bool:
    import pikepdf

    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") in ("/Font", "/FontDescriptor")


def scope(element, under: str) -> None:
    """A header cell in the head of a table heads its column, any other its row."""
    import pikepdf

    kind = str(element.get("/S", ""))
    if kind == "/TH":
        element.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Column if under == "/THead" else pikepdf.Name.Row)
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            scope(child, kind if kind in ("/THead", "/TBody") else under)
