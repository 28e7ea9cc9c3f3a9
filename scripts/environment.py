"""Puts every command into the project's own virtual environment, made from requirements.lock; needs only
Python.

The environment is made anew when the lock has changed, and otherwise left alone.
"""

from __future__ import annotations  # as in tools.py

import atexit
import gc
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import install

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = FOLDER / "made-from"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)


def enter(needed: Iterable[str] = (), useful: Iterable[str] = (), fetch: bool = True) -> None:
    """Goes on in the virtual environment, after making it if need be; ends the program with advice where that
    fails.

    What the command needs from the system, and what it uses where it is there, are names in scripts/tools.py;
    they are seen to before all else.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # an advertisement of the theme's makers
    refuse_old_python()
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    stale = not (STAMP.is_file() and STAMP.read_text() == wanted and PYTHON.is_file())
    install.ensure([*(["venv"] if stale and not shutil.which("uv") else []), *needed], useful, fetch)
    if stale:
        make(wanted)
    if Path(sys.prefix).resolve() != FOLDER.resolve():
        command = [str(PYTHON), *sys.argv]
        os.environ[install.TOLD] = "yes"
        sys.exit(subprocess.call(command) if os.name == "nt" else os.execv(PYTHON, command))
    sys.path.insert(0, str(ROOT))


def refuse_old_python() -> None:
    if sys.version_info < OLDEST:
        sys.exit(f"This needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")


def hurry() -> None:
    """For a command that answers and ends: half of its time would go into looking for garbage, at work and on
    the way out.
    """
    gc.disable()
    atexit.register(gc.freeze)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # piped into head, it ends when head has seen enough


def make(wanted: str) -> None:
    print(
        "Setting up the virtual environment in .venv (once; again only when requirements.lock changes) ...",
        flush=True,
    )
    try:
        with_uv() if shutil.which("uv") else with_pip()
    except (subprocess.CalledProcessError, OSError) as error:
        sys.exit(f"Setting up failed: {error}\nCheck the network and run this command again.")
    STAMP.write_text(wanted)


def with_uv() -> None:
    run("uv", "venv", "--quiet", "--clear", "--python", sys.executable, str(FOLDER))
    run("uv", "pip", "sync", "--quiet", "--require-hashes", "--python", str(PYTHON), str(LOCK))


def with_pip() -> None:
    run(sys.executable, "-m", "venv", "--clear", str(FOLDER))
    pip_install(PYTHON, LOCK)


def pip_install(python: Path, lock: Path) -> None:
    """What a lock names, each with its hash, into the environment of that Python."""
    words = ["install", "--quiet", "--require-hashes", "--no-deps", "--requirement"]
    run(str(python), "-m", "pip", *words, str(lock))


def run(*command: str) -> None:
    subprocess.run(command, check=True)
