"""The browser that tests and screenshots use: Chromium from the system, or Playwright's own."""

import io
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import takewhile
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, BinaryIO

import install
import tools

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

# Quiet: no look-ups of its own, so that a test sees only what the pages ask for.
FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def system_browser() -> str | None:
    """The path of a Chromium of this machine, or None."""
    return next((path for name in tools.CHROMIUM if (path := shutil.which(name))), None)


def ensure() -> None:
    """Makes sure that there is a browser, with Playwright's own where the system has none; ends with the line
    to run where that fails.
    """
    install.ensure(["libatomic"])
    install.install(["chromium"])
    if system_browser() or own_browser():
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    if not own_browser():
        sys.exit(
            f"There is no browser. Run one of:\n\n    {install.line([tools.TOOLS['chromium']])}\n    "
            ".venv/bin/python -m playwright install --with-deps chromium\n"
        )


def own_browser() -> bool:
    """Whether Playwright has a Chromium of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def launch(playwright: "Playwright") -> "Browser":
    """A headless Chromium; root, as in a container, cannot have its sandbox."""
    sandbox = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=system_browser(), args=[*FLAGS, *sandbox])


LASTING = re.compile(r"\.[0-9a-f]{8,10}\.(?:min\.)?[a-z0-9]+$")  # named by a fingerprint, ours or the theme's


class Host(SimpleHTTPRequestHandler):
    """Answers as a host of static sites does: with the headers of _headers, and with what lies compressed
    beside a file.
    """

    protocol_version, disable_nagle_algorithm = "HTTP/1.1", True
    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".webmanifest": "application/manifest+json",
    }

    def __init__(self, *given: Any, headers: dict[str, str], **more: Any):
        self.said = headers
        super().__init__(*given, **more)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        packed = Path(
            f"{self.translate_path(self.path)}index.html.br"
            if self.path.endswith("/")
            else f"{self.translate_path(self.path)}.br"
        )
        if "br" not in self.headers.get("Accept-Encoding", "") or not packed.is_file():
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(packed.with_suffix("")))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(packed.stat().st_size))
        self.end_headers()
        return packed.open("rb")

    def end_headers(self) -> None:
        for name, value in self.said.items():
            self.send_header(name, value)
        if LASTING.search(self.path):
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing: the tests look at the pages, not at the server."""


class Server(ThreadingHTTPServer):
    """One that is gone when it is closed, with every connection that a browser keeps open."""

    daemon_threads = True

    def __init__(self, *given: Any):
        self.opened: list[socket.socket] = []
        super().__init__(*given)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.opened.append(request)
        super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def server_close(self) -> None:
        super().server_close()
        for request in self.opened:
            with suppress(OSError):  # closed already
                request.shutdown(socket.SHUT_RDWR)


def policy(folder: Path) -> dict[str, str]:
    """The headers for every file of a site, as its _headers says; none where it has no such file."""
    path = folder / "_headers"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    first = list(takewhile(str.strip, lines[lines.index("/*") + 1 :])) if lines else []
    return dict(line.strip().split(": ", 1) for line in first)


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """The folder at an address on this machine alone; a port of 0 lets the system choose one."""
    server = Server(("127.0.0.1", port), partial(Host, directory=folder, headers=policy(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
