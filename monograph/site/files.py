"""The finished site in memory: the bytes of each file by its place in the site.

It is read once, and written once.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from monograph.views.pages import Page

Site = dict[str, bytes]


def read(folder: Path) -> Site:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write(site: Site, folder: Path) -> None:
    for file, content in site.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def of_pages(pages: Iterable[Page]) -> Site:
    return {page.file: page.html.encode() for page in pages}


def html_files(site: Site, ending: str = ".html") -> Iterator[tuple[str, str]]:
    """Each file of that ending with its text, in the order of their places."""
    yield from ((file, site[file].decode()) for file in sorted(site) if file.endswith(ending))


def within(site: Site, folder: str) -> Site:
    """The files of a folder, by their place in it."""
    return {
        file.removeprefix(f"{folder}/"): content
        for file, content in site.items()
        if file.startswith(f"{folder}/")
    }
