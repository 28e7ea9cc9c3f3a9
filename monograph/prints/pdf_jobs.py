"""All sheets of the guide: their pages, and their PDFs, made side by side on every core and kept until a page changes."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.problem import Place, Problem, Problems
from monograph.parallel import worker_pool
from monograph.prints import pdf
from monograph.prints.formats import papers
from monograph.prints.frame import sheet_page
from monograph.prints.pdf import Job, Unprintable
from monograph.prints.sheet import Sheet
from monograph.views.pages import SHEETS
from monograph.views.phrases import Phrases


def write_sheets(sheets: list[Sheet], contents: Contents, folder: Path, site: str, with_papers: bool) -> None:
    """The page of every sheet, in its place in the finished site."""
    for sheet in sheets:
        page = page_of(sheet, folder)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(sheet_page(sheet, Edition(contents, sheet.region), site, with_papers), "utf-8")


def page_of(sheet: Sheet, folder: Path) -> Path:
    return folder / sheet.page.address / "index.html"


def write_pdfs(sheets: list[Sheet], contents: Contents, folder: Path, cache: Path) -> int:
    """The PDFs of all pages in `folder`; how many there are. Raises Problems that name every page that makes no proper PDF."""
    jobs = dict(job for sheet in sheets for job in jobs_of(sheet, contents, folder))
    cache.mkdir(parents=True, exist_ok=True)
    with worker_pool() as pool:
        wrong = [found for found in pool.map(partial(press, cache=cache, stamp=stamp(folder)), jobs.values(), jobs) if found]
    if wrong:
        sources = {path.name: sheet.page.source for sheet in sheets for path, _ in jobs_of(sheet, contents, folder)}
        raise Problems(Problem(Place(sources[name]), f"{name}: {error.wrong}", error.instead) for name, error in wrong)
    tidy(cache)
    return len(jobs)


def jobs_of(sheet: Sheet, contents: Contents, folder: Path) -> Iterator[tuple[Path, Job]]:
    page = page_of(sheet, folder)
    for paper in papers(sheet, Phrases(Edition(contents, sheet.region))):
        yield folder / sheet.region / SHEETS / paper.file, Job(page, paper.size, paper.style, paper.limit)


def stamp(folder: Path) -> str:
    """What every PDF depends on besides its page: styles, fonts, and the code and the library that make it."""
    edition = next(path for path in sorted(folder.iterdir()) if (path / SHEETS).is_dir())
    files = [*(edition / "assets/stylesheets").glob("print*.css"), *(edition / "assets/fonts").glob("*.ttf"), *Path(pdf.__file__).parent.glob("*.py")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(files)) + version("weasyprint").encode()).hexdigest()


def press(job: Job, target: Path, cache: Path, stamp: str) -> tuple[str, Unprintable] | None:
    """Makes one PDF, unless the same one was made before; the name of the file and what is wrong with it, if anything is."""
    told = f"{stamp}{job.page.read_text('utf-8')}{job.size}{job.style}{job.limit}"
    kept = cache / f"{hashlib.sha256(told.encode()).hexdigest()}.pdf"
    try:
        if not kept.is_file():
            fresh = kept.with_suffix(f".{os.getpid()}")
            fresh.write_bytes(pdf.pdf(job))
            fresh.replace(kept)
    except Unprintable as error:
        return target.name, error
    shutil.copyfile(kept, target)
    return None


def tidy(cache: Path, kept: int = 400) -> None:
    """Forgets the oldest PDFs, so that the folder does not grow for ever."""
    for path in sorted(cache.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)[kept:]:
        path.unlink()
