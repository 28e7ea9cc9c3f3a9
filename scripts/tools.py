"""What the commands need from the system besides Python and git, in one list; scripts/install.py installs it.

A test that needs one says so, `@pytest.mark.needs("zbar")`: where it is missing the test is left out and told
at the end, with CI set it fails. What comes from npm must run on Node 18, which Debian 12 has.
"""

from __future__ import annotations  # so that a Python too old for the project gets as far as being told so

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import npm

PATH = os.pathsep.join(
    (os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")
)  # where servers are, which not every user looks through
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Tool:
    """Something of the system; `why` is what is left undone without it.

    `server`: installed with CI set alone, and stopped at once.
    """

    name: str
    why: str
    there: Callable[[], bool]
    packages: tuple[str, ...] = ()  # of Debian and Ubuntu
    server: bool = False


def program(*names: str) -> Callable[[], bool]:
    """Whether one of several programs is there, which do the same."""
    return lambda: any(shutil.which(name, path=PATH) for name in names)


def programs(*names: str) -> Callable[[], bool]:
    """Whether all of several programs are there."""
    return lambda: all(shutil.which(name, path=PATH) for name in names)


def libraries(*several: tuple[str, ...]) -> Callable[[], bool]:
    """Whether all of several libraries can be loaded, each by one of its names on Linux,
    macOS and Windows.
    """
    return lambda: all(any(map(loads, names)) for names in several)


def harfbuzz() -> bool:
    """Whether HarfBuzz is there, can leave letters out, and is new enough for WeasyPrint to have it do so."""
    if not libraries(named("harfbuzz-subset"))():
        return False
    found = next(library for name in named("harfbuzz") if (library := loads(name)))
    return bool(found.hb_version_atleast(4, 1, 0))


def loads(name: str) -> ctypes.CDLL | None:
    places = ("", "/opt/homebrew/lib/", "/usr/local/lib/") if name.endswith(".dylib") else ("",)
    for place in places:
        try:
            return ctypes.CDLL(place + name)
        except OSError:
            continue
    return None


def dictionaries(*names: str) -> Callable[[], bool]:
    """Whether hunspell is there, with all of several dictionaries."""
    return lambda: bool(shutil.which("hunspell")) and all(map(has_dictionary, names))


def has_dictionary(name: str) -> bool:
    """Looks where Linux keeps them before it asks hunspell, which takes a second."""
    if Path(f"/usr/share/hunspell/{name}.dic").is_file():
        return True
    return not subprocess.run(["hunspell", "-l", "-d", name], input=b"", capture_output=True).returncode


def runs_old_chromium() -> bool:
    """Whether the packages from npm hold a browser for this machine."""
    return (sys.platform, platform.machine()) == ("linux", "x86_64")


def has_playwrights() -> bool:
    """Whether Playwright has fetched a Chromium of its own; looked for where it keeps them, for it may not be
    there to be asked yet.
    """
    usual = {"darwin": "Library/Caches", "win32": "AppData/Local"}.get(sys.platform, ".cache")
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / usual / "ms-playwright"
    return any(Path(folder).glob("chromium*-*"))


def has_venv() -> bool:
    return not subprocess.run(
        [sys.executable, "-c", "import ensurepip, venv"], capture_output=True
    ).returncode


def named(stem: str) -> tuple[str, ...]:
    """A library of the GNOME world by its names."""
    return (f"lib{stem}.so.0", f"lib{stem}.0.dylib", f"lib{stem}.dylib", f"lib{stem}-0.dll")


MODULES = Path("/usr/lib/nginx/modules")  # where Debian keeps them
VENV = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
TOOLS = {
    tool.name: tool
    for tool in (
        Tool("venv", "setting anything up", has_venv, (VENV,)),
        Tool(
            "pango",
            "the PDFs of the sheets",
            libraries(*map(named, ("pango-1.0", "pangoft2-1.0"))),
            ("libpango-1.0-0", "libpangoft2-1.0-0"),
        ),
        Tool("harfbuzz-subset", "the PDFs of the sheets", harfbuzz, ("libharfbuzz-subset0",)),
        Tool(
            "libatomic",
            "starting a browser",
            lambda: sys.platform != "linux" or bool(loads("libatomic.so.1")),
            ("libatomic1",),
        ),
        Tool(
            "chromium", "pages in a browser", lambda: program(*CHROMIUM)() or has_playwrights(), ("chromium",)
        ),
        Tool("firefox", "pages in a second engine", program("firefox", "firefox-esr"), ("firefox-esr",)),
        Tool(
            "webkit",
            "pages in Safari's engine",
            programs("WebKitWebDriver", "Xvfb"),
            ("webkit2gtk-driver", "xvfb"),
        ),
        Tool(
            "poppler",
            "what stands in a PDF",
            programs("pdfinfo", "pdftotext", "pdffonts", "pdftoppm"),
            ("poppler-utils",),
        ),
        Tool("zbar", "whether a printed code can be scanned", program("zbarimg"), ("zbar-tools",)),
        Tool(
            "hunspell",
            "spelling",
            dictionaries("en_US", "en_GB"),
            ("hunspell", "hunspell-en-us", "hunspell-en-gb"),
        ),
        Tool("node", "what comes from npm", programs("node", "npm"), ("nodejs", "npm")),
        Tool("language-server", "the help of editor programs", npm.needed("language-server")),
        Tool("engines", "reader views, and what old browsers know", npm.needed("engines")),
        Tool(
            "old-chromium", "pages in old browsers", lambda: npm.installed("engines") and runs_old_chromium()
        ),
        Tool("caddy", "the settings for Caddy", program("caddy"), ("caddy",), server=True),
        Tool(
            "nginx",
            "the settings for nginx",
            lambda: program("nginx")() and any(MODULES.glob("*brotli_static*")),
            ("nginx-light", "libnginx-mod-http-brotli-static"),
            server=True,
        ),
    )
}
PDFS = ("pango", "harfbuzz-subset")


def missing(names: Iterable[str]) -> list[Tool]:
    return [TOOLS[name] for name in names if not TOOLS[name].there()]


def of_tests() -> list[str]:
    """All but the servers, which are for machines that test and do nothing else, and venv, which has been
    used by then.
    """
    return [
        name for name, tool in TOOLS.items() if name != "venv" and (not tool.server or os.environ.get("CI"))
    ]
