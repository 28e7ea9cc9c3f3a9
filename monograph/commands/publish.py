"""Puts the finished site where a server serves it:

FOLDER/current always is a whole release, the old one or the new one.

Point the server's root (GUIDE_ROOT, or `root` in nginx) at FOLDER/current. Run it again after it was broken
off: nothing is lost.
"""

import argparse
import hashlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from monograph.model.problem import Refusal

CURRENT, RELEASES = "current", "releases"
KEPT = 3  # releases, to go back to


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, help="the folder that holds all releases, such as /srv/guide")
    chosen = options.parse_args(argv)
    if not (root / "site" / "index.html").is_file():
        raise Refusal("There is no site/ to publish. Run: python3 scripts/build.py")
    print(f"{chosen.folder / CURRENT} leads to {publish(root / 'site', chosen.folder)}")
    return 0


def publish(site: Path, folder: Path) -> Path:
    """Copies the site beside the releases that are there, then leads FOLDER/current to it in one step."""
    name = fingerprint(site)
    release, part = folder / RELEASES / name, folder / RELEASES / f"{name}.part"
    if not release.is_dir():
        shutil.rmtree(part, ignore_errors=True)  # of a copy that was broken off
        shutil.copytree(site, part)
        part.rename(release)
    lead(folder, name)
    forget(folder, name)
    return release


def fingerprint(site: Path) -> str:
    told = hashlib.sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        told.update(
            f"{path.relative_to(site).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
        )
    return told.hexdigest()[:12]


def lead(folder: Path, name: str) -> None:
    """A link cannot be changed, but it can be replaced, and that is one step."""
    fresh = folder / f"{CURRENT}.part"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path(RELEASES) / name, target_is_directory=True)
    os.replace(fresh, folder / CURRENT)
    os.utime(folder / RELEASES / name)  # the newest, even when it was there before


def forget(folder: Path, name: str) -> None:
    releases = sorted((folder / RELEASES).iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in [path for path in releases if path.name != name][KEPT - 1 :]:
        shutil.rmtree(old)
