"""The shelf of released versions, the folder versions/: a page each, as it was, and a record of what was
released when.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from monograph.model.contents import Contents
from monograph.model.problem import Place, Problem, Unknown
from monograph.model.record_file import rewriting
from monograph.site.plain_html import is_plain, plain
from monograph.views.pages import Page

SHELF, RECORD = "versions", "record.json"
NUMBER = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
# The address of a page, and so the place of its copy: nothing in it climbs out of a folder.
ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
WRITTEN = "as scripts/release.py wrote it"


@dataclass(frozen=True)
class Version:
    """`history` is the newest change when it was released; `pages` maps the address of a page, "us/missed/",
    to the fingerprint of its copy.
    """

    number: str
    date: date
    history: str
    pages: dict[str, str]

    def file(self, root: Path, address: str) -> Path:
        return root / SHELF / self.number / f"{address.rstrip('/')}.html"


def versions(root: Path) -> tuple[Version, ...]:
    """All of them, the oldest first; none before the first release. What is none is told by the rule."""
    found = [item for item in shelved(root) if isinstance(item, Version)]
    return tuple(sorted(found, key=lambda version: order(version.number)))


def shelved(root: Path) -> Iterator[Version | Problem]:
    """What lies on the shelf: each version, or why it is none."""
    for folder in sorted(path for path in (root / SHELF).glob("*") if path.is_dir()):
        place = Place(f"{SHELF}/{folder.name}")
        if not NUMBER.fullmatch(folder.name):
            wrong = f'"{folder.name}" is no version, which is called by two numbers, such as 1.0'
            yield Problem(place, wrong, "delete this folder, or move it out of versions/")
        elif (folder / RECORD).is_file():  # a copy that was broken off is none
            try:
                yield version(folder / RECORD)
            except (ValueError, TypeError, KeyError, AttributeError):
                wrong = "this record cannot be read"
                yield Problem(Place(f"{place.file}/{RECORD}"), wrong, f"bring it back {WRITTEN}")


def version(record: Path) -> Version:
    """Raises ValueError, TypeError, KeyError or AttributeError for a record that no release has written."""
    said = json.loads(record.read_text("utf-8"))
    pages = {str(address): str(letters) for address, letters in said["pages"].items()}
    if not all(map(ADDRESS.fullmatch, pages)):
        raise ValueError("a page that lies in no folder of this version")
    return Version(record.parent.name, date.fromisoformat(said["date"]), str(said["history"]), pages)


def order(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


def new_number(number: str, root: Path) -> str:
    """The number of a version yet to be released; raises Unknown where it is none, or is not above all
    others.
    """
    last = [version.number for version in versions(root)][-1:]
    if not NUMBER.fullmatch(number):
        raise Unknown(f'"{number}" is no version: write two numbers with a point between them, such as 1.0')
    if last and order(number) <= order(last[0]):
        raise Unknown(
            f"version {number} is not above {last[0]}, the last one: a version that was released "
            "never changes"
        )
    return number


def keep(number: str, day: date, pages: Iterable[Page], contents: Contents, root: Path) -> Version:
    """Puts a copy of every page on the shelf, the record last: a copy that was broken off is none."""
    made = copies(pages)
    kept = Version(number, day, contents.history[0].id, fingerprints(made))
    for name, text in made.items():
        path = kept.file(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    record = {"date": day.isoformat(), "history": kept.history, "pages": kept.pages}
    with rewriting(root / SHELF / number / RECORD) as file:
        file.write(json.dumps(record, indent=1) + "\n")
    return kept


def copies(pages: Iterable[Page]) -> dict[str, str]:
    """The copy of every page, by its address."""
    whole = {f"/{page.address}": page.html for page in pages}
    return {
        f"{address.strip('/')}/": plain(html, address, frozenset(whole)) for address, html in whole.items()
    }


def fingerprints(made: dict[str, str]) -> dict[str, str]:
    return {address: fingerprint(text) for address, text in sorted(made.items())}


def differing(number: str, pages: Iterable[Page], root: Path) -> list[str]:
    """The addresses of pages that do not say what the last version kept; raises Unknown where `number` is not
    the last version.
    """
    last = versions(root)[-1:]
    if not last or last[0].number != number:
        there = f"the last one is {last[0].number}" if last else "there is none yet"
        raise Unknown(
            f"{number} is not the last version in versions/: {there}. Run scripts/release.py {number}, "
            "commit what it wrote, and tag that commit."
        )
    now, then = fingerprints(copies(pages)), last[0].pages
    return sorted(address for address in now.keys() | then.keys() if now.get(address) != then.get(address))


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def versions_stay_as_they_were(root: Path, contents: Contents) -> Iterator[Problem]:
    """A copy of an older version is never edited and never lost: it says what was said then. Beside the
    versions there is nothing.

    Good: versions/1.0 as scripts/release.py wrote it
    Bad: a dose put right in versions/1.0/us/taking.html, or a folder "versions/1.0 copy"
    """
    yield from (item for item in shelved(root) if isinstance(item, Problem))
    for version in versions(root):
        for address, letters in version.pages.items():
            path = version.file(root, address)
            if wrong := spoilt(path, letters):
                yield Problem(
                    Place(path.relative_to(root).as_posix()),
                    f"this copy of version {version.number} {wrong}",
                    "bring it back as it was released",
                )


def spoilt(path: Path, letters: str) -> str:
    """What is wrong with a copy whose fingerprint was `letters`; nothing where it is as it was."""
    if not path.is_file():
        return "is gone"
    html = path.read_bytes().decode("utf-8", "replace")
    if fingerprint(html) != letters:
        return "was edited"
    return "" if is_plain(html) else "holds what no copy holds, such as a script"


VERSION_RULES = (versions_stay_as_they_were,)
