"""How hard every page of every edition is to read, as one table."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from monograph.checks.sentences import lengths, scores
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.views.pages import docs_pages

COLUMNS = ("Page", "Words", "Sentences", "Longest", "Grade", "SMOG", "Warning")


class Line(NamedTuple):
    """A page: its address, what it is made of, its longest sentence in words, and the grades of its own words
    and of the warning.
    """

    page: str
    words: int
    sentences: int
    longest: int
    grade: float
    smog: float
    warning: float

    @property
    def cells(self) -> list[str]:
        return [f"{value:.1f}" if isinstance(value, float) else str(value) for value in self]


def table(contents: Contents, docs: Path) -> Iterator[Line]:
    for region in contents.regions:
        edition = Edition(contents, region)
        for page in docs_pages(contents, region, docs):
            longest = max(
                (count for passage in page.document.prose for count, _ in lengths(passage)), default=0
            )
            own, warning = (scores(page, edition)[part] for part in ("own", "warning"))
            yield Line(
                f"{region}/{page.slug}", own.words, own.sentences, longest, own.grade, own.smog, warning.grade
            )


def plain(lines: Iterable[Line]) -> str:
    """Columns for a terminal, numbers to the right."""
    rows = [COLUMNS, *(line.cells for line in lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows
    )


def markdown(lines: Iterable[Line]) -> str:
    rows = [COLUMNS, ["---", *["---:"] * (len(COLUMNS) - 1)], *(line.cells for line in lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


FORMATS = {"text": plain, "markdown": markdown}
