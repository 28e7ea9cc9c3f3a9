"""Whatever is broken off, at whatever step, the site that readers see stays whole: in building, in swapping,
in publishing.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from monograph.commands import publish
from monograph.site.build import recover, swap
from tests.conftest import ROOT


def write(folder: Path, text: str) -> Path:
    (folder / "us").mkdir(parents=True)
    for name in ("index.html", "us/index.html", "us/taking.html"):
        (folder / name).write_text(text, "utf-8")
    return folder


def texts(folder: Path) -> set[str]:
    return {path.read_text("utf-8") for path in folder.rglob("*.html")}


class Unplugged(BaseException):
    """No code catches this, as none runs after the plug is pulled."""


def ends(act: Callable[[], object], step: int, monkeypatch) -> bool:
    """Whether `act` ends although the plug is pulled before its call number `step`, counted over all that
    change the disk.
    """
    with monkeypatch.context() as patch:
        pull_at(step, patch)
        try:
            act()
        except Unplugged:
            return False
    return True


def pull_at(step: int, monkeypatch) -> None:
    made = []

    def guard(owner, name):
        given = getattr(owner, name)

        def act(*words, **more):
            if len(made) == step:
                raise Unplugged
            made.append(name)
            return given(*words, **more)

        monkeypatch.setattr(owner, name, act)

    for owner, name in (
        (shutil, "copytree"),
        (shutil, "copy2"),
        (shutil, "rmtree"),
        (os, "replace"),
        (os, "rename"),
        (os, "symlink"),
        (Path, "rename"),
        (Path, "symlink_to"),
        (Path, "unlink"),
    ):
        guard(owner, name)


def test_a_publishing_that_is_broken_off_leaves_a_whole_site_and_the_next_ends_it(tmp_path, monkeypatch):
    old, new = write(tmp_path / "old", "old"), write(tmp_path / "new", "new")
    for step in count():
        folder = tmp_path / f"srv-{step}"
        publish.publish(old, folder)
        ended = ends(partial(publish.publish, new, folder), step, monkeypatch)
        assert texts(folder / "current") in ({"old"}, {"new"}), step
        publish.publish(new, folder)
        assert texts(folder / "current") == {"new"}, step
        assert sorted(path.name for path in folder.iterdir()) == ["current", "releases"]
        assert not list((folder / "releases").glob("*.part"))
        if ended:
            break
    assert step > 8


def test_publishing_needs_nothing_but_python(project, tmp_path):
    python = getattr(sys, "_base_executable", sys.executable)
    command = [python, "-S", str(project / "scripts" / "publish.py"), "srv"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    (release,) = (tmp_path / "srv" / "releases").iterdir()
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout == f"srv/current leads to srv/releases/{release.name}\n"
    assert publish.fingerprint(tmp_path / "srv" / "current") == publish.fingerprint(project / "site")


def test_three_releases_are_kept_and_the_one_that_is_shown_is_among_them(tmp_path):
    for number in range(5):
        publish.publish(write(tmp_path / str(number), str(number)), tmp_path / "srv")
        time.sleep(0.01)  # a disk tells times apart
    publish.publish(tmp_path / "3", tmp_path / "srv")  # back to the one before
    assert (
        texts(tmp_path / "srv" / "current") == {"3"}
        and len(list((tmp_path / "srv" / "releases").iterdir())) == 3
    )


def test_a_swap_that_is_broken_off_is_mended_by_the_next_build(tmp_path, monkeypatch):
    for step in count():
        site, fresh = (
            write(tmp_path / str(step) / "site", "old"),
            write(tmp_path / str(step) / "build" / "site", "new"),
        )
        ended = ends(partial(swap, fresh, site), step, monkeypatch)
        recover(fresh, site)
        assert texts(site) in ({"old"}, {"new"}), step
        if ended:
            break
    assert step > 3 and texts(site) == {"new"}


def test_a_build_that_is_killed_leaves_the_last_good_site(workshop, site):
    """Killed while it writes the new one; each step of the swap is broken off in a test above."""
    before, fresh = publish.fingerprint(site), workshop / "build" / "site"
    shutil.rmtree(fresh, ignore_errors=True)
    build = subprocess.Popen(
        [sys.executable, "scripts/build.py", "--no-prints"],
        cwd=workshop,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while build.poll() is None and not fresh.exists():
        time.sleep(0.001)
    assert build.poll() is None, "it ended before it was killed"
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    assert len(list(fresh.rglob("*.*"))) < len(list(site.rglob("*.*")))
    recover(fresh, site)
    assert publish.fingerprint(site) == before


def test_no_worker_outlives_a_build_that_is_killed():
    code = (
        "import os; from monograph.parallel import worker_pool\nwith worker_pool() as pool: "
        "print(*pool.map(abs, range(99)), flush=True); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )  # comes back once nobody holds its output
    assert killed.returncode == -9 and killed.stdout.startswith("0 1 2")


def test_two_builds_of_the_same_files_are_the_same_byte_for_byte(workshop, site):
    before = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    shutil.rmtree(workshop / "build")
    build = subprocess.run(
        [sys.executable, "scripts/build.py", "--no-prints"],
        cwd=workshop,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    assert build.returncode == 0, build.stdout + build.stderr
    after = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert (
        len(after) > 400
        and [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)] == []
    )
