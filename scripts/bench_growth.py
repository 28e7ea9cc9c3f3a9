"""How builds grow with editions and with pages; a part of bench.py builds."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import brotli

import bench_builds

EDITIONS, PAGES = (1, 4, 16, 64), (10, 100, 1000)
SECTION = 25  # pages in one part of the menu
PARAGRAPH = (
    "Take it with food or milk, at the same times each day, and write down what you took and when you "
    "took it. "
)
TABLE = "| Who | Start | Most |\n|---|---|---|\n" + "".join(
    f"| Group {row} | {row} mg | {row * 9} mg |\n" for row in range(1, 9)
)
BODY = "\n\n".join([PARAGRAPH * 8, TABLE, PARAGRAPH * 8, "## More", TABLE, PARAGRAPH * 18])


def editions() -> str:
    return "\n".join(f"| {count} | {side_by_side(count):.1f} |" for count in EDITIONS)


def pages() -> str:
    settings = (bench_builds.FOLDER / "project" / "mkdocs.yml").read_text("utf-8")
    rows = []
    for count in PAGES:
        ours, theirs = (
            many(count, bench_builds.FOLDER / f"many-{count}", settings),
            many(count, bench_builds.FOLDER / f"plain-{count}"),
        )
        rows.append(f"| {count} | {told(*ours)} | {told(*theirs)} |")
    return "\n".join(rows)


def told(seconds: float, memory: float, page: float) -> str:
    return f"{seconds:.1f} s, {memory:.0f} MB, page {page:.1f} kB"


def side_by_side(count: int) -> float:
    """Seconds for `count` editions, as many at once as there are cores."""
    start, waiting = time.perf_counter(), list(range(count))
    busy: list[subprocess.Popen[bytes]] = []
    while waiting or busy:
        while waiting and len(busy) < (os.cpu_count() or 1):
            command = [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--quiet",
                "--site-dir",
                str(bench_builds.FOLDER / "editions" / str(waiting.pop())),
            ]
            busy.append(
                subprocess.Popen(
                    command,
                    cwd=bench_builds.FOLDER / "project",
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
        busy[0].wait()
        busy = [process for process in busy if process.poll() is None]
    return time.perf_counter() - start


def many(count: int, folder: Path, settings: str | None = None) -> tuple[float, float, float]:
    """Seconds, MB, and compressed kB of the last page, for `count` pages; in the frame of `settings`, else in
    the stock theme.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for page in range(count):
        (docs / f"{slug(page)}.md").write_text(f"# Page {page}\n\n{BODY}", "utf-8")
    nav = "nav:\n" + "".join(
        f"  - Part {first}:\n{entries(range(first, min(first + SECTION, count)))}"
        for first in range(0, count, SECTION)
    )
    if settings is None:
        seconds, memory = bench_builds.plain_build(folder, nav)
    else:
        text = (
            re.sub(r"^nav:\n(?:  .*\n)+", nav, settings, flags=re.MULTILINE)
            .replace("docs_dir: docs/en", f"docs_dir: {docs}")
            .replace("not_in_nav: search.md\n", "")
        )
        (bench_builds.FOLDER / "project" / "many.yml").write_text(text, "utf-8")
        seconds, memory = bench_builds.run(
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--config-file",
            "many.yml",
            "--site-dir",
            str(folder / "site"),
        )
    last = folder / "site" / slug(count - 1) / "index.html"
    return seconds, memory, len(brotli.compress(last.read_bytes())) / 1000


def slug(page: int) -> str:
    return f"page-{page}" if page else "index"


def entries(part: range) -> str:
    return "".join(f"      - {slug(page)}.md\n" for page in part)
