"""Draws the icons that are no SVG from icon.svg, anew after that was changed: overrides/assets/images/."""

import environment

if __name__ == "__main__":
    environment.enter()

from playwright.sync_api import sync_playwright  # noqa: E402

import browser  # noqa: E402

IMAGES = environment.ROOT / "overrides" / "assets" / "images"
SIZES = (180, 192, 512)  # pixels: Apple's, and what a web app is asked for


def main() -> None:
    browser.ensure()
    drawing = (IMAGES / "icon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        chromium = browser.launch(playwright)
        for size in SIZES:
            page = chromium.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{drawing}")
            page.screenshot(path=IMAGES / f"icon-{size}.png")


if __name__ == "__main__":
    main()
