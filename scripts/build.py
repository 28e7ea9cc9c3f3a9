"""Builds the finished site into site/: the door, a folder for each edition, and its sheets. Nothing is replaced unless all is well."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment

environment.enter()

from monograph.addresses import recorded  # noqa: E402
from monograph.hosting.compress import compress  # noqa: E402
from monograph.library import load  # noqa: E402
from monograph.prints.sheet import PRINTS, all_sheets  # noqa: E402
from monograph.problem import Problems, Unknown  # noqa: E402
from monograph.site import check_rooms, check_site, finish, recover, swap, write_exports, write_feeds, write_prints  # noqa: E402
from monograph.versions.copies import write_versions  # noqa: E402

FRESH = environment.ROOT / "build" / "site"
BESIDE = environment.ROOT / "build" / "hosting"  # settings for servers
PACKED = environment.ROOT / "build" / "compressed"  # made once, and again when a text changes
PDFS = environment.ROOT / "build" / "prints"  # made once, and again when their page changes


def build(with_pdfs: bool) -> None:
    """All editions side by side, checked, then put in place together."""
    recover(FRESH, environment.ROOT / "site")
    contents = load(environment.ROOT / "data")
    check_rooms(contents, environment.ROOT)
    sheets = all_sheets(contents, environment.ROOT / PRINTS)
    shutil.rmtree(FRESH, ignore_errors=True)
    editions = [start(region) for region in contents.regions]
    outputs = [edition.communicate()[0] for edition in editions]
    for edition, output in zip(editions, outputs):
        if edition.returncode:
            sys.exit(f"{output[max(0, output.find('ERROR')) :]}\nThe {Path(edition.args[-1]).name} edition could not be built. The site is as it was.")
    address = os.environ.get("SITE_URL", "")
    write_exports(contents, FRESH, address)
    write_feeds(contents, FRESH, address)
    prints = write_prints(sheets, contents, FRESH, address, PDFS if with_pdfs else None)
    write_versions(environment.ROOT, contents, FRESH, address)
    check_site(sheets, contents, FRESH, recorded(environment.ROOT))
    finish(contents, FRESH, address, os.environ.get("REPOSITORY_URL", ""), BESIDE)
    compress(FRESH, PACKED)
    swap(FRESH, environment.ROOT / "site")
    print(f"site/index.html and {len(editions)} editions: {', '.join(contents.regions)}\n{prints}")


def start(region: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(FRESH / region)]
    return subprocess.Popen(command, env={**os.environ, "EDITION": region}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


if __name__ == "__main__":
    try:
        options = argparse.ArgumentParser(description=__doc__)
        options.add_argument("--no-prints", action="store_true", help="make no PDF: the sheets as pages alone, in a quarter of the time")
        build(not options.parse_args().no_prints)
    except (Problems, Unknown) as problems:
        sys.exit(f"{problems}")
