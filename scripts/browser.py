"""The browser that tests and screenshots use: Chromium from the system, or Playwright's own."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Quiet: no look-ups of its own, so that a test sees only what the pages ask for.
FLAGS = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


def system_browser() -> str | None:
    """The path of a Chromium of this machine, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def ensure() -> None:
    """Makes sure that there is a browser, installing one where that is allowed; ends with the line to run where it is not."""
    if system_browser() or own_browser():
        return
    print("Installing a browser for the tests (once) ...", flush=True)
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "--quiet=2"])
        subprocess.run(["apt-get", "install", "--yes", "--quiet=2", "chromium"], env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if not system_browser():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    if not (system_browser() or own_browser()):
        sys.exit("The tests need Chromium. Run one of:\n\n    sudo apt-get install chromium\n    .venv/bin/python -m playwright install --with-deps chromium\n")


def own_browser() -> bool:
    """Whether Playwright has a Chromium of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def launch(playwright):
    """A headless Chromium; root, as in a container, cannot have its sandbox."""
    sandbox = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=system_browser(), args=[*FLAGS, *sandbox])


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Says nothing: the tests look at the pages, not at the server."""


@contextmanager
def served(folder: Path):
    """The folder at an address on this machine alone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
