"""What builds cost, in seconds and memory, beside plain MkDocs and Material on the same pages."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median

import bench_growth
import environment
import stock

FOLDER = environment.ROOT / "build" / "bench"
ROOMS = ("data", "docs", "macros", "monograph", "overrides", "scripts", "mkdocs.yml", "requirements.lock")
TIMES = 3
PORT = 8765
SAID = (
    "Stopping it suddenly",
    "Stopping too suddenly",
    "Stopping all of it suddenly",
)  # a fact, edited again and again


def run(*command: str, **more: str) -> tuple[float, float]:
    """Seconds and the most memory of any one process, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=FOLDER / "project",
        env={**os.environ, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    told = b"".join(process.stdout or ())
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed:\n{told.decode()[-2000:]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def often(act: Callable[[], tuple[float, float]], times: int = TIMES) -> str:
    found = [act() for _ in range(times)]
    return f"{median(seconds for seconds, _ in found):.1f} s, {max(memory for _, memory in found):.0f} MB"


def prepare() -> None:
    """A copy of the project with its environment: a bench touches neither the site nor the data."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "project").mkdir(parents=True)
    for name in ROOMS:
        copy = shutil.copytree if (environment.ROOT / name).is_dir() else shutil.copy
        copy(environment.ROOT / name, FOLDER / "project" / name)
    (FOLDER / "project" / ".venv").symlink_to(environment.FOLDER)


def whole(*forget: str) -> tuple[float, float]:
    for name in forget:
        shutil.rmtree(FOLDER / "project" / "build" / name, ignore_errors=True)
    return run("scripts/build.py", "--no-prints")


def plain() -> tuple[float, float]:
    """Both editions' pages, one build after the other."""
    memory = []
    for region in ("us", "uk"):
        stock.write_docs(stock.articles(FOLDER / "project" / "site" / region), FOLDER / region / "docs")
    start = time.perf_counter()
    for region in ("us", "uk"):
        memory.append(plain_build(FOLDER / region)[1])
    return time.perf_counter() - start, max(memory)


def plain_build(folder: Path, nav: str = "") -> tuple[float, float]:
    (folder / "mkdocs.yml").write_text(
        stock.SETTINGS.format(docs=folder / "docs", site=folder / "site", nav=nav), "utf-8"
    )
    return run("-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml"))


def edit() -> float:
    """Seconds from saving a fact to seeing it on its page, in the preview."""
    file = FOLDER / "project" / "data" / "stopping.yml"
    text, old, found = file.read_text("utf-8"), "Stopping suddenly", []
    server = subprocess.Popen(
        [sys.executable, "scripts/serve.py", "--port", str(PORT)],
        cwd=FOLDER / "project",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(old)
        for fresh in SAID:
            time.sleep(2)  # an editor reads, too
            start = time.perf_counter()
            file.write_text(text.replace(old, fresh, 1), "utf-8")
            wait_for(fresh)
            found.append(time.perf_counter() - start)
    finally:
        server.terminate()
        server.wait()
        file.write_text(text, "utf-8")
    return median(found)


def wait_for(words: str) -> None:
    for _ in range(1200):
        with suppress(OSError):
            if words in urllib.request.urlopen(f"http://127.0.0.1:{PORT}/taking/").read().decode():
                return
        time.sleep(0.02)
    raise SystemExit(f'the preview never showed "{words}"')


def report() -> str:
    prepare()
    first = often(lambda: whole("site", "compressed"), 1)
    again = often(whole)
    one = often(lambda: run("-m", "mkdocs", "build", "--quiet", "--site-dir", str(FOLDER / "one")))
    stocked = often(plain)
    seen = edit()
    editions, pages = bench_growth.editions(), bench_growth.pages()
    return TEXT.format(
        times=TIMES,
        first=first,
        again=again,
        one=one,
        stocked=stocked,
        seen=seen,
        editions=editions,
        pages=pages,
    )


TEXT = """# What builds cost

Seconds and the most memory of a process; median of {times}. Plain is MkDocs with Material alone, on the same
content as HTML in Markdown.

| Build | Cost |
|---|---|
| one edition, `mkdocs build` | {one} |
| all editions, `scripts/build.py --no-prints`, again | {again} |
| all editions, for the first time: nothing compressed before | {first} |
| plain: the pages of both editions, one after the other | {stocked} |
| a fact edited while `scripts/serve.py` runs, from saving to seeing it | {seen:.1f} s |

The build does what the plain one does not: it reads every finished page for wrong words, numbers and links,
names assets by fingerprint, writes the copies to take along, and compresses.

## More editions

The US edition again and again, as many builds at once as there are cores.

| Editions | Seconds |
|---|---|
{editions}

## More pages

Pages of some 750 words with two tables, in parts of 25, in this guide's frame and in the stock theme. The
page is the last one, compressed.

| Pages | This guide's frame | Stock |
|---|---|---|
{pages}"""
