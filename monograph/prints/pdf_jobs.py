"""All sheets of the guide: their pages, and their PDFs, made side by side on every core and kept until a page
changes.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from posixpath import basename

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.problem import Place, Problem, Problems
from monograph.parallel import worker_pool
from monograph.prints import pdf
from monograph.prints.formats import papers
from monograph.prints.frame import sheet_page
from monograph.prints.pdf import Job, Unprintable
from monograph.prints.sheet import Sheet
from monograph.views.pages import SHEETS, Page
from monograph.views.phrases import Phrases


def sheet_pages(
    sheets: Iterable[Sheet], contents: Contents, address: str, with_papers: bool
) -> Iterator[Page]:
    """The whole page of every sheet; `address` is where the guide is published, or ""."""
    for sheet in sheets:
        yield replace(
            sheet.page, html=sheet_page(sheet, Edition(contents, sheet.region), address, with_papers)
        )


def pdfs(sheets: tuple[Sheet, ...], contents: Contents, folder: Path, cache: Path) -> dict[str, bytes]:
    """The PDFs of all sheets, whose pages and styles stand in `folder`, by their place in the site.

    Raises Problems that name every page that makes no proper PDF.
    """
    jobs = {file: (sheet, job) for sheet in sheets for file, job in jobs_of(sheet, contents, folder)}
    cache.mkdir(parents=True, exist_ok=True)
    with worker_pool() as pool:
        made = dict(
            zip(
                jobs,
                pool.map(
                    partial(pressed, cache=cache, stamp=stamp(folder)), [job for _, job in jobs.values()]
                ),
                strict=True,
            )
        )
    if wrong := {file: found for file, found in made.items() if isinstance(found, Unprintable)}:
        raise Problems(
            Problem(Place(jobs[file][0].page.source), f"{basename(file)}: {error.wrong}", error.instead)
            for file, error in wrong.items()
        )
    tidy(cache)
    return {file: found for file, found in made.items() if isinstance(found, bytes)}


def jobs_of(sheet: Sheet, contents: Contents, folder: Path) -> Iterator[tuple[str, Job]]:
    for paper in papers(sheet, Phrases(Edition(contents, sheet.region))):
        yield (
            f"{sheet.region}/{SHEETS}/{paper.file}",
            Job(folder / sheet.page.file, paper.size, paper.style, paper.limit),
        )


def stamp(folder: Path) -> str:
    """What every PDF depends on besides its page:
    styles, fonts, and the code and the library that make it.
    """
    edition = next(path for path in sorted(folder.iterdir()) if (path / SHEETS).is_dir())
    files = [
        *(edition / "assets/stylesheets").glob("print*.css"),
        *(edition / "assets/fonts").glob("*.woff2"),
        *Path(pdf.__file__).parent.glob("*.py"),
    ]
    return hashlib.sha256(
        b"".join(path.read_bytes() for path in sorted(files)) + version("weasyprint").encode()
    ).hexdigest()


def pressed(job: Job, cache: Path, stamp: str) -> bytes | Unprintable:
    """One PDF, made unless the same one was made before; or what is wrong with its page."""
    told = f"{stamp}{job.page.read_text('utf-8')}{job.size}{job.style}{job.limit}"
    kept = cache / f"{hashlib.sha256(told.encode()).hexdigest()}.pdf"
    try:
        if not kept.is_file():
            fresh = kept.with_suffix(f".{os.getpid()}")
            fresh.write_bytes(pdf.pdf(job))
            fresh.replace(kept)
    except Unprintable as error:
        return error
    return kept.read_bytes()


def tidy(cache: Path, kept: int = 400) -> None:
    """Forgets the oldest PDFs, so that the folder does not grow for ever."""
    for path in sorted(cache.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)[kept:]:
        path.unlink()
