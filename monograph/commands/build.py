"""Builds the finished site into site/: the door, a folder for each edition, and its sheets.

Nothing is replaced unless all is well.
"""

import argparse
import io
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path

from mkdocs.__main__ import cli as mkdocs

from monograph.checks.library import load
from monograph.model.problem import Refusal
from monograph.parallel import worker_pool
from monograph.site.addresses import recorded
from monograph.site.build import (
    Publication,
    around,
    check_site,
    check_templates,
    finish,
    recover,
    swap,
    with_sheets,
)
from monograph.site.compress import compress
from monograph.site.files import read, write
from monograph.site.pages import every_page

SCRATCH = "build"  # the folder in which a build works
FRAMED = "framed"  # in it: the pages in docs/ as MkDocs frames them
FRESH = "site"
BESIDE = "hosting"  # settings for servers
PACKED = "compressed"  # made once, and again when a text changes
PDFS = "prints"  # made once, and again when their page changes


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--no-prints",
        action="store_true",
        help="make no PDF: the sheets as pages alone, in a quarter of the time",
    )
    chosen = options.parse_args(argv)
    build(root, not chosen.no_prints)
    return 0


def build(root: Path, with_pdfs: bool) -> None:
    """All editions side by side, checked, then put in place together."""
    scratch = root / SCRATCH
    recover(scratch / FRESH, root / "site")
    contents = load(root / "data")
    check_templates(contents, root)
    address, repository = os.environ.get("SITE_URL", ""), os.environ.get("REPOSITORY_URL", "")
    of = Publication(root, contents, every_page(contents, root, address), address, repository)
    framed = frame(contents.regions, root)
    site, prints = with_sheets(around(read(framed), of), of, framed, scratch / PDFS if with_pdfs else None)
    check_site(site, of, recorded(root))
    site, beside = finish(site, of)
    shutil.rmtree(scratch / FRESH, ignore_errors=True)
    write(compress(site, scratch / PACKED), scratch / FRESH)
    write(beside, scratch / BESIDE)
    swap(scratch / FRESH, root / "site")
    print(f"site/index.html and {len(contents.regions)} editions: {', '.join(contents.regions)}\n{prints}")


def frame(regions: Iterable[str], root: Path) -> Path:
    """The folder into which MkDocs has built all editions side by side; raises Refusal where one fails."""
    framed = root / SCRATCH / FRAMED
    shutil.rmtree(framed, ignore_errors=True)
    with worker_pool() as pool:  # each begins with what was read here, where the system can copy a process
        for region, output in zip(regions, pool.map(partial(make, root, framed), regions), strict=True):
            if output is not None:
                raise Refusal(
                    f"{output[max(0, output.find('ERROR')) :]}\nThe {region} edition could not be "
                    "built. The site is as it was."
                )
    return framed


def make(root: Path, framed: Path, region: str) -> str | None:
    """Builds an edition, in a process of its own; what MkDocs said where it failed."""
    os.environ |= {"EDITION": region, "FRAMED": "yes"}  # what stands around the pages is made here, for all
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            mkdocs(["build", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(framed / region)])
        except SystemExit as end:  # as every command of its kind ends
            return said.getvalue() if end.code else None
    return None
