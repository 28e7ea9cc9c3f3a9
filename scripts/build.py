"""Builds the finished site into site/: the door, a folder for each edition, and its sheets. Nothing is replaced unless all is well."""

import argparse
import io
import os
import shutil
import sys
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
from monograph.site.archived_pages import write_versions  # noqa: E402
from monograph.site.build import check_rooms, check_site, finish, recover, swap, write_exports, write_feeds, write_prints  # noqa: E402
from monograph.site.compress import compress  # noqa: E402
from monograph.site.pages import every_page  # noqa: E402

FRESH = environment.ROOT / "build" / "site"
BESIDE = environment.ROOT / "build" / "hosting"  # settings for servers
PACKED = environment.ROOT / "build" / "compressed"  # made once, and again when a text changes
PDFS = environment.ROOT / "build" / "prints"  # made once, and again when their page changes


def build(with_pdfs: bool) -> None:
    """All editions side by side, checked, then put in place together."""
    recover(FRESH, environment.ROOT / "site")
    contents = load(environment.ROOT / "data")
    check_rooms(contents, environment.ROOT)
    pages = every_page(contents, environment.ROOT)
    shutil.rmtree(FRESH, ignore_errors=True)
    with worker_pool() as pool:  # each begins with what was read here, where the system can copy a process
        for region, output in zip(contents.regions, pool.map(make, contents.regions)):
            if output is not None:
                sys.exit(f"{output[max(0, output.find('ERROR')) :]}\nThe {region} edition could not be built. The site is as it was.")
    address = os.environ.get("SITE_URL", "")
    write_exports(contents, FRESH, address)
    write_feeds(contents, FRESH, address)
    prints = write_prints(pages.sheets, contents, FRESH, address, PDFS if with_pdfs else None)
    write_versions(environment.ROOT, contents, FRESH, address)
    check_site(pages, contents, FRESH, recorded(environment.ROOT))
    finish(contents, FRESH, address, os.environ.get("REPOSITORY_URL", ""), BESIDE)
    compress(FRESH, PACKED)
    swap(FRESH, environment.ROOT / "site")
    print(f"site/index.html and {len(contents.regions)} editions: {', '.join(contents.regions)}\n{prints}")


def make(region: str) -> str | None:
    """Builds an edition; what MkDocs said where it failed."""
    os.environ["EDITION"] = region
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            mkdocs(["build", "--site-dir", str(FRESH / region)])
        except SystemExit as end:  # as every command of its kind ends
            return said.getvalue() if end.code else None


if __name__ == "__main__":
    try:
        options = argparse.ArgumentParser(description=__doc__)
        options.add_argument("--no-prints", action="store_true", help="make no PDF: the sheets as pages alone, in a quarter of the time")
        build(not options.parse_args().no_prints)
    except (Problems, Unknown, Unfit) as problems:
        sys.exit(f"{problems}")
