"""Builds the finished site into site/: the door, a folder for each edition, and its sheets.

Nothing is replaced unless all is well.
"""

import argparse
import io
import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout

import environment
import tools

environment.enter(useful=() if "--no-prints" in sys.argv else tools.PDFS, fetch=False)

from mkdocs.__main__ import cli as mkdocs  # noqa: E402

from monograph.checks.library import load  # noqa: E402
from monograph.model.problem import Problems, Unknown  # noqa: E402
from monograph.parallel import worker_pool  # noqa: E402
from monograph.prints.pdf import Unfit  # noqa: E402
from monograph.site.addresses import recorded  # noqa: E402
from monograph.site.build import (  # noqa: E402
    Publication,
    around,
    check_site,
    check_templates,
    finish,
    recover,
    swap,
    with_sheets,
)
from monograph.site.compress import compress  # noqa: E402
from monograph.site.files import read, write  # noqa: E402
from monograph.site.pages import every_page  # noqa: E402

FRAMED = environment.ROOT / "build" / "framed"  # the pages in docs/ as MkDocs frames them
FRESH = environment.ROOT / "build" / "site"
BESIDE = environment.ROOT / "build" / "hosting"  # settings for servers
PACKED = environment.ROOT / "build" / "compressed"  # made once, and again when a text changes
PDFS = environment.ROOT / "build" / "prints"  # made once, and again when their page changes


def build(with_pdfs: bool) -> None:
    """All editions side by side, checked, then put in place together."""
    root = environment.ROOT
    recover(FRESH, root / "site")
    contents = load(root / "data")
    check_templates(contents, root)
    address = os.environ.get("SITE_URL", "")
    of = Publication(
        root, contents, every_page(contents, root, address), address, os.environ.get("REPOSITORY_URL", "")
    )
    frame(contents.regions)
    site, prints = with_sheets(around(read(FRAMED), of), of, FRAMED, PDFS if with_pdfs else None)
    check_site(site, of, recorded(root))
    site, beside = finish(site, of)
    shutil.rmtree(FRESH, ignore_errors=True)
    write(compress(site, PACKED), FRESH)
    write(beside, BESIDE)
    swap(FRESH, root / "site")
    print(f"site/index.html and {len(contents.regions)} editions: {', '.join(contents.regions)}\n{prints}")


def frame(regions: Iterable[str]) -> None:
    """Has MkDocs build all editions side by side; ends the program where one fails."""
    shutil.rmtree(FRAMED, ignore_errors=True)
    with worker_pool() as pool:  # each begins with what was read here, where the system can copy a process
        for region, output in zip(regions, pool.map(make, regions), strict=True):
            if output is not None:
                sys.exit(
                    f"{output[max(0, output.find('ERROR')) :]}\nThe {region} edition could not be "
                    "built. The site is as it was."
                )


def make(region: str) -> str | None:
    """Builds an edition; what MkDocs said where it failed."""
    os.environ["EDITION"] = region
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            mkdocs(["build", "--site-dir", str(FRAMED / region)])
        except SystemExit as end:  # as every command of its kind ends
            return said.getvalue() if end.code else None
    return None


if __name__ == "__main__":
    try:
        options = argparse.ArgumentParser(description=__doc__)
        options.add_argument(
            "--no-prints",
            action="store_true",
            help="make no PDF: the sheets as pages alone, in a quarter of the time",
        )
        build(not options.parse_args().no_prints)
    except (Problems, Unknown, Unfit) as problems:
        sys.exit(f"{problems}")
