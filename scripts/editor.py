"""The YAML language server that editor programs start, for the tests to drive: installed once into build/, where Node is."""

import shutil
import subprocess

from environment import ROOT

WANTED = ROOT / "tests" / "language-server"
FOLDER = ROOT / "build" / "language-server"
STAMP = FOLDER / "made-from"
PROGRAM = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


def ensure() -> None:
    """Installs the server when Node is there and the lock has changed. Where it cannot, the tests say what was not tried."""
    if installed() or not (shutil.which("node") and shutil.which("npm")):
        return
    print("Installing the YAML language server for the tests (once) ...", flush=True)
    shutil.copytree(WANTED, FOLDER, dirs_exist_ok=True)
    command = [shutil.which("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if subprocess.run(command, cwd=FOLDER).returncode == 0:
        STAMP.write_bytes(lock())


def installed() -> bool:
    return STAMP.is_file() and STAMP.read_bytes() == lock()


def lock() -> bytes:
    return (WANTED / "package-lock.json").read_bytes()


def lacking() -> str:
    """Why the server cannot be started; empty when it can."""
    if not shutil.which("node"):
        return "Node is not installed: the editor's help was not tried"
    return "" if installed() else "the YAML language server is not installed (python3 scripts/test.py does it, with npm and a network): the editor's help was not tried"
