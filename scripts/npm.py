"""Packages from npm that the tests use: each folder of tests/ with a package-lock.json is installed once into
build/, where Node is.
"""

from __future__ import annotations  # as in tools.py

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent


def wanted(name: str) -> Path:
    """The file that says what is to be installed."""
    return ROOT / "tests" / name / "package-lock.json"


def folder(name: str) -> Path:
    """Where it is installed; `node_modules` is in it."""
    return ROOT / "build" / name


def stamp(name: str) -> Path:
    return folder(name) / "made-from"


def installed(name: str) -> bool:
    return (
        bool(shutil.which("node"))
        and stamp(name).is_file()
        and stamp(name).read_bytes() == wanted(name).read_bytes()
    )


def needed(name: str) -> Callable[[], bool]:
    return lambda: installed(name)


def ensure() -> None:
    """Installs every folder whose lock has changed. Where it cannot, the tests say what was not tried."""
    if not (shutil.which("node") and shutil.which("npm")):
        return
    for lock in sorted((ROOT / "tests").glob("*/package-lock.json")):
        if not installed(lock.parent.name):
            install(lock.parent.name)


def install(name: str) -> None:
    print(f"Installing from npm for the tests (once): {name} ...", flush=True)
    shutil.rmtree(folder(name), ignore_errors=True)
    shutil.copytree(wanted(name).parent, folder(name))
    command = [shutil.which("npm") or "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if subprocess.run(command, cwd=folder(name)).returncode == 0:
        stamp(name).write_bytes(wanted(name).read_bytes())
