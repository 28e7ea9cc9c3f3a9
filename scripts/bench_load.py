"""What one machine carries:

Caddy and nginx with the settings that the build wrote, under wrk, on the finished site.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import environment
import servers
import tools

SECONDS, READERS = 15, (50, 500)  # how long, and connections at once
PATHS = ("/us/", "/us/taking/", "/us/stopping/", "/us/liquids/")
SCRIPT = """local paths = {{{paths}}}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{["Accept-Encoding"] = "br"}})
end"""


def memory(server: int) -> float:
    """MB of a process and those it started."""
    found = subprocess.run(
        ["ps", "-o", "rss=", "--pid", str(server), "--ppid", str(server)], capture_output=True, text=True
    ).stdout.split()
    return sum(map(int, found)) / 1024


def press(port: int, readers: int, script: Path) -> tuple[float, str, int]:
    """Requests a second, the 99th percentile, and how many answers were none."""
    command = [
        "wrk",
        "--threads",
        "1",
        "--connections",
        str(readers),
        "--duration",
        f"{SECONDS}s",
        "--latency",
        "--script",
        str(script),
        f"http://127.0.0.1:{port}/",
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    wrong = sum(map(int, re.findall(r"(?:Non-2xx or 3xx responses:|timeout) (\d+)", told)))
    rate, late = re.findall(r"Requests/sec:\s+([\d.]+)", told)[0], re.findall(r"99%\s+(\S+)", told)[0]
    return float(rate), late, wrong


def report() -> str:
    for program in ("wrk", "caddy", "nginx"):
        if not shutil.which(program, path=tools.PATH):
            raise SystemExit(
                f"{program} is not installed: sudo apt-get install wrk caddy nginx-light "
                "libnginx-mod-http-brotli-static"
            )
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        script = Path(scratch) / "pages.lua"
        script.write_text(SCRIPT.format(paths=", ".join(f'"{path}"' for path in PATHS)), "utf-8")
        for name, start in servers.STARTS.items():
            with start(environment.ROOT / "site", environment.ROOT / "build" / "hosting", Path(scratch)) as (
                port,
                process,
            ):
                for readers in READERS:
                    rate, late, wrong = press(port, readers, script)
                    rows.append(
                        f"| {name} | {readers} | {rate:,.0f} | {late} | {wrong} | {memory(process):.0f} MB |"
                    )
                    time.sleep(1)
    return TEXT.format(seconds=SECONDS, cores=os.cpu_count(), paths=", ".join(PATHS), rows="\n".join(rows))


TEXT = """# What one machine carries

Each server with the settings that `scripts/build.py` wrote, {seconds} s under `wrk` (one thread, which shares
the {cores} cores with the server), Brotli, the pages {paths} in turn.

| Server | Connections | Requests a second | 99th percentile | Failed | Memory |
|---|---|---|---|---|---|
{rows}

A reader's first view is five requests and a later page one or two, so a thousand requests a second are some
two hundred new readers a second. Beyond one machine the folder `site/` goes to any content delivery network
as it is:

- keep what is named by a fingerprint (`*.??????????.css`, `.mjs`, `.svg`, `.png`, `.woff2`) for a year; the
  server says so (`immutable`);
- ask the origin for all else each time (`Cache-Control: no-cache` with `ETag`); where the network must keep
  pages, keep them for 60 seconds at most, and purge all of `/` with each release: a safety change must not
  wait;
- pass the headers of `site/_headers` on, or set them there; switch off whatever rewrites pages (minifying,
  hiding of e-mail addresses, injected scripts): the policy stops such scripts, and the copy for offline use
  refuses files that are not those of the release;
- let it serve `.br` and `.gz` as they lie, or compress by itself; both work;
- send 404s to `/us/404.html` and `/uk/404.html`, and the short addresses of `site/_redirects` on."""
