"""Builds one edition with Zensical, which follows on from MkDocs with Material, and says what its pages say
otherwise than those in site/.

Material's support ends on 5 May 2027. Nothing depends on this command: it shows how far the way is.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import environment

if __name__ == "__main__":
    environment.enter()

from monograph.html import Document, texts  # noqa: E402

LOCK = environment.ROOT / "successor.lock"
FOLDER = environment.ROOT / "build" / "successor"
PYTHON = FOLDER / "venv" / "bin" / "python"
ROOMS = ("docs", "data", "macros", "monograph", "overrides")
REGION = os.environ.get("EDITION", "us")
LINKS = "//a[not(@class='to-here')]/@href"  # a heading's link to itself comes from the frame
PARTS = "//@id[not(starts-with(., '__'))]"  # these are the theme's own
KINDS = ("words", "parts", "links")
SHOWN = 3  # of each kind of difference on a page


def main() -> None:
    prepare()
    built = subprocess.run(
        [PYTHON, "-m", "zensical", "build", "-f", FOLDER / "mkdocs.yml"],
        cwd=FOLDER,
        capture_output=True,
        text=True,
    )
    if built.returncode or not (FOLDER / "site" / "index.html").is_file():
        sys.exit(
            f"Zensical could not build the {REGION} edition:\n{built.stdout[-2000:]}{built.stderr[-2000:]}"
        )
    ours = environment.ROOT / "site" / REGION
    pages = sorted(path.stem for path in (environment.ROOT / "docs" / "en").glob("*.md"))
    unlike = Counter(kind for slug in pages for kind in differences(slug, ours, FOLDER / "site"))
    same = ", ".join(f"{len(pages) - unlike[kind]} the same {kind}" for kind in KINDS)
    print(f"Of {len(pages)} pages of the {REGION} edition {same}.")
    sys.exit(bool(unlike))


def prepare() -> None:
    """An environment of its own beside copies of the rooms, and the settings without the frame, whose
    templates are the theme's.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not PYTHON.is_file():
        environment.run(sys.executable, "-m", "venv", str(FOLDER / "venv"))
        environment.pip_install(PYTHON, LOCK)
    for room in ROOMS:  # copies: Zensical follows no links out of its folder
        shutil.rmtree(FOLDER / room, ignore_errors=True)
        shutil.copytree(environment.ROOT / room, FOLDER / room)
    settings = (environment.ROOT / "mkdocs.yml").read_text("utf-8")
    (FOLDER / "mkdocs.yml").write_text(
        re.sub(r"^ *custom_dir:.*\n", "", settings, flags=re.MULTILINE), "utf-8"
    )


def differences(slug: str, ours: Path, theirs: Path) -> Iterator[str]:
    """In what a page differs, of its words, the parts that can be linked to, and its links; says how."""
    for kind, before, after in zip(KINDS, told(ours, slug), told(theirs, slug), strict=True):
        lines = difflib.unified_diff(before, after, n=0, lineterm="")
        found = [line for line in lines if line[0] != "@"][2:]
        if found:
            print(f"{slug}: {kind} ({len(found)})", *(f"  {line[:160]}" for line in found[:SHOWN]), sep="\n")
            yield kind


def told(folder: Path, slug: str) -> tuple[list[str], list[str], list[str]]:
    """What a finished page says, its parts, and where its links lead; nothing where there is no such page."""
    address = "/" if slug == "index" else f"/{slug}/"
    path = folder / f".{address}" / "index.html"
    page = Document(path.read_text("utf-8") if path.is_file() else "")
    parts = page.linkable.intersection(texts(page.root, f"//{page.content}{PARTS}"))
    links = {urljoin(address, link) for link in texts(page.root, f"//{page.content}{LINKS}")}
    words = [" ".join(passage.text.split()) for passage in page.passages]
    return list(filter(None, words)), sorted(parts), sorted(links)


if __name__ == "__main__":
    main()
