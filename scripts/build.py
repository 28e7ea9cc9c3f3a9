"""Builds the finished site into site/: the door, and a folder for each edition. Nothing is replaced unless all is well."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment

environment.enter()

from monograph.addresses import recorded  # noqa: E402
from monograph.library import load  # noqa: E402
from monograph.problem import Problems, Unknown  # noqa: E402
from monograph.site import check_rooms, check_site, swap, write_exports, write_feeds  # noqa: E402

FRESH = environment.ROOT / "build" / "site"


def build() -> None:
    """All editions side by side, checked, then put in place together."""
    contents = load(environment.ROOT / "data")
    check_rooms(contents, environment.ROOT)
    shutil.rmtree(FRESH, ignore_errors=True)
    editions = [start(region) for region in contents.regions]
    outputs = [edition.communicate()[0] for edition in editions]
    for edition, output in zip(editions, outputs):
        if edition.returncode:
            sys.exit(f"{output[max(0, output.find('ERROR')) :]}\nThe {Path(edition.args[-1]).name} edition could not be built. The site is as it was.")
    address = os.environ.get("SITE_URL", "")
    write_exports(contents, FRESH, address)
    write_feeds(contents, FRESH, address)
    check_site(contents, FRESH, recorded(environment.ROOT))
    swap(FRESH, environment.ROOT / "site")
    print(f"site/index.html and {len(editions)} editions: {', '.join(contents.regions)}")


def start(region: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(FRESH / region)]
    return subprocess.Popen(command, env={**os.environ, "EDITION": region}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


if __name__ == "__main__":
    try:
        build()
    except (Problems, Unknown) as problems:
        sys.exit(f"{problems}")
