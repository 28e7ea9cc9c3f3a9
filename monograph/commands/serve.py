"""Builds one edition and shows it at http://127.0.0.1:8000/us/, again after every change. --edition us
(default) or uk.
"""

import argparse
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from monograph.checks.library import load
from monograph.model.problem import Refusal


def main(argv: Sequence[str], root: Path) -> int:
    regions = list(load(root / "data").regions)
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--edition", choices=regions, default=os.environ.get("EDITION", regions[0]))
    options.add_argument("--port", type=int, default=8000)
    chosen = options.parse_args(argv)
    os.environ |= {
        "EDITION": chosen.edition,
        "PREVIEW_URL": f"http://127.0.0.1:{chosen.port}/{chosen.edition}/",
    }  # where it will be published
    if busy(chosen.port):
        raise Refusal(
            f"Port {chosen.port} is in use, perhaps by another preview. Stop that one, or add --port "
            f"{chosen.port + 1}."
        )
    # Without a screen, Python would open a browser made of text in this terminal.
    screen = ["--open"] if os.name == "nt" or sys.platform == "darwin" or os.environ.get("DISPLAY") else []
    settings = ["--config-file", str(root / "mkdocs.yml"), "--dev-addr", f"127.0.0.1:{chosen.port}"]
    return os.execv(sys.executable, [sys.executable, "-m", "mkdocs", "serve", *settings, *screen])


def busy(port: int) -> bool:
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0
