"""Weight and speed of pages beside the stock theme, on an emulated slow phone with slow 4G."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, sync_playwright

import browser
import environment
import stock
from monograph.site.compress import compress
from monograph.site.files import read, write  # noqa: E402

PAGES = ("", "stopping", "taking", "liquids", "sources", "claims")
TIMES = 5
SLOW_4G = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1.44e6 / 8,
    "uploadThroughput": 675e3 / 8,
}  # ms, bytes a second: DevTools' "Slow 4G"
SLOW_PHONE = 4  # times slower than this machine
LIGHTHOUSE = "lighthouse@13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WATCH = """window.seen = {paint: 0, shift: 0, blocked: 0};
new PerformanceObserver(list => list.getEntries().forEach(at => {
  seen.paint = at.startTime })).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(at => {
  seen.shift += at.value })).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(at => {
  seen.blocked += Math.max(0, at.duration - 50) })).observe({type: 'longtask', buffered: true});"""


class Wire:
    """What goes over the line of a page, headers and all, in bytes."""

    def __init__(self, session: CDPSession):
        self.bytes = self.requests = 0
        session.on("Network.loadingFinished", self.finished)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PHONE})

    def finished(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]
        self.requests += 1


def view(chromium: Browser, address: str, path: str) -> dict[str, float]:
    """One first view and one second page, in a browser that knows nothing; what is kept for offline comes
    later and is not counted.
    """
    context = chromium.new_context(
        viewport={"width": 360, "height": 640}, device_scale_factor=2, service_workers="block"
    )
    page = context.new_page()
    wire = Wire(context.new_cdp_session(page))
    page.add_init_script(WATCH)
    page.goto(address + path, wait_until="networkidle")
    page.wait_for_timeout(1500)  # on such a line the network is idle in between
    seen = {**page.evaluate("seen"), "bytes": wire.bytes, "requests": wire.requests}
    page.goto(f"{address}missed/" if path != "missed/" else address, wait_until="networkidle")
    page.wait_for_timeout(1500)
    context.close()
    return {**seen, "second": wire.bytes - seen["bytes"]}


def measure(chromium: Browser, folder: Path, home: str) -> dict[str, dict[str, float]]:
    with browser.served(folder) as address:
        found = {}
        for slug in PAGES:
            views = [view(chromium, address + home, f"{slug}/" if slug else "") for _ in range(TIMES)]
            found[slug] = {name: median(one[name] for one in views) for name in views[0]}
        return found


def lighthouse(folder: Path, path: str) -> str:
    """The four scores of a page, or why there are none."""
    if not shutil.which("npx"):
        return "Node is not installed"
    with browser.served(folder) as address, tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out.json"
        command = [
            "npx",
            "--yes",
            LIGHTHOUSE,
            address + path,
            "--quiet",
            "--output=json",
            f"--output-path={out}",
            "--chrome-flags=--headless --no-sandbox --disable-gpu",
        ]
        result = subprocess.run(
            command,
            capture_output=True,
            text=True,
            env={**os.environ, "CHROME_PATH": browser.system_browser() or ""},
        )
        if not out.is_file():
            return f"did not run: {result.stderr.strip().splitlines()[-1:]}"
        told = json.loads(out.read_text("utf-8"))
    if told.get("runtimeError"):
        return f"did not run: {told['runtimeError']['code']}"
    return ", ".join(f"{name} {(told['categories'][name]['score'] or 0) * 100:.0f}" for name in CATEGORIES)


def row(slug: str, ours: dict[str, float], theirs: dict[str, float]) -> str:
    ratio = ours["paint"] / theirs["paint"]
    sizes = (
        f"{ours['bytes'] / 1000:.1f} / {theirs['bytes'] / 1000:.1f} kB, {ours['requests']:.0f} / "
        f"{theirs['requests']:.0f}"
    )
    paint = f"{ours['paint'] / 1000:.2f} / {theirs['paint'] / 1000:.2f} s = {ratio:.2f}"
    return (
        f"| {slug or 'start'} | {sizes} | {ours['second'] / 1000:.1f} / {theirs['second'] / 1000:.1f} kB "
        f"| {paint} | {ours['blocked']:.0f} / {theirs['blocked']:.0f} ms | {ours['shift']:.3f} / "
        f"{theirs['shift']:.3f} |"
    )


def weights(site: Path) -> list[tuple[str, int]]:
    """Every page of an edition with its HTML as served, the heaviest first."""
    found = [(path.parent.name, Path(f"{path}.br").stat().st_size) for path in site.glob("us/*/index.html")]
    return sorted(found, key=lambda pair: -pair[1])


def report() -> str:
    browser.ensure()
    site, folder = environment.ROOT / "site", environment.ROOT / "build" / "stock"
    shutil.rmtree(folder, ignore_errors=True)
    if (made := stock.build(stock.articles(site / "us"), folder)).returncode:
        raise SystemExit(made.stdout + made.stderr)
    write(compress(read(folder / "site"), environment.ROOT / "build" / "compressed"), folder / "site")
    with sync_playwright() as playwright:
        chromium = browser.launch(playwright)
        ours, theirs = measure(chromium, site, "us/"), measure(chromium, folder / "site", "")
    lines = [row(slug, ours[slug], theirs[slug]) for slug in PAGES]
    scores = [
        f"- {slug or 'start'}: {lighthouse(site, f'us/{slug}/'.replace('//', '/'))}" for slug in PAGES[:4]
    ]
    heavy = ", ".join(f"{slug} {size / 1000:.1f} kB" for slug, size in weights(site)[:5])
    return TEXT.format(
        times=TIMES,
        rows="\n".join(lines),
        scores="\n".join(scores),
        stock=lighthouse(folder / "site", "taking/"),
        heavy=heavy,
    )


TEXT = """# Weight and speed of pages

The guide (first number) beside the same content in the stock theme (second), US edition, as served with
Brotli. Median of {times}; Chromium, 360 px, 563 ms and 1.44 Mbit/s ("Slow 4G"), a processor four times
slower. The stock theme is measured without its web fonts (`font: false`): with them it asks Google's servers
five times more. The copy for offline use comes after the page and is not counted.

| Page | First view, requests | Second page | Largest paint | Main thread blocked | Layout shift |
|---|---|---|---|---|---|
{rows}

Heaviest pages, HTML alone: {heavy}.

Lighthouse, mobile:

{scores}
- stock, taking: {stock}"""
