"""Builds one edition with Zensical, which follows on from MkDocs with Material, and says which blocks it
prints otherwise.

Material's support ends on 5 May 2027. Nothing depends on this command: it shows how far the way is, and grows
no further.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys

import environment

if __name__ == "__main__":
    environment.enter()

from monograph.checks.library import load  # noqa: E402
from monograph.views.pages import docs_pages  # noqa: E402

LOCK = environment.ROOT / "successor.lock"
FOLDER = environment.ROOT / "build" / "successor"
PYTHON = FOLDER / "venv" / "bin" / "python"
ROOMS = ("docs", "data", "macros", "monograph", "overrides")
REGION = os.environ.get("EDITION", "us")


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
    blocks = [
        (page.slug, block)
        for page in docs_pages(load(environment.ROOT / "data"), REGION, environment.ROOT / "docs" / "en")
        for block in page.blocks
    ]
    unlike = [(slug, block) for slug, block in blocks if squeezed(block.html) not in printed(slug)]
    other = [
        (slug, block) for slug, block in unlike if level(squeezed(block.html)) not in level(printed(slug))
    ]
    for slug, block in other:
        print(f"\n{slug}: {block.call}\n" + "\n".join(difference(block.html, printed(slug))))
    links = len(unlike) - len(other)
    print(
        f"{len(blocks) - len(unlike)} of {len(blocks)} blocks of the {REGION} edition are the same; "
        f"{links} differ in how far up their links climb, {len(other)} otherwise."
    )
    sys.exit(bool(unlike))


def prepare() -> None:
    """An environment of its own beside copies of the rooms, and the settings without the frame, whose
    templates are the theme's.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not PYTHON.is_file():
        environment.run(sys.executable, "-m", "venv", str(FOLDER / "venv"))
        environment.run(
            str(PYTHON),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "--no-deps",
            "--requirement",
            str(LOCK),
        )
    for room in ROOMS:  # copies: Zensical follows no links out of its folder
        shutil.rmtree(FOLDER / room, ignore_errors=True)
        shutil.copytree(environment.ROOT / room, FOLDER / room)
    settings = (environment.ROOT / "mkdocs.yml").read_text("utf-8")
    (FOLDER / "mkdocs.yml").write_text(
        re.sub(r"^ *custom_dir:.*\n", "", settings, flags=re.MULTILINE), "utf-8"
    )


def printed(slug: str) -> str:
    path = FOLDER / "site" / ("index.html" if slug == "index" else f"{slug}/index.html")
    return squeezed(path.read_text("utf-8")) if path.is_file() else ""


def squeezed(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "><", html)).strip()


def level(html: str) -> str:
    """Without the steps up at the start of links, which Zensical counts from elsewhere."""
    return re.sub(r'(href="|src=")(?:\.\./)+', r"\1", html)


def difference(block: str, page: str) -> list[str]:
    """The lines of a block that the page does not have, with what comes closest."""
    lines, found = (
        level(squeezed(block)).replace("><", ">\n<").split("\n"),
        level(page).replace("><", ">\n<").split("\n"),
    )
    lost = [line for line in lines if line not in found][:3]
    return [
        f"- {line[:200]}\n+ {(difflib.get_close_matches(line, found, 1) or ['nothing like it'])[0][:200]}"
        for line in lost
    ]


if __name__ == "__main__":
    main()
