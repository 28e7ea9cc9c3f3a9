"""Pictures of every page at three widths, light and dark, for people to look at: build/screenshots/."""

import environment

if __name__ == "__main__":
    environment.enter()

from playwright.sync_api import sync_playwright  # noqa: E402

import browser  # noqa: E402

SITE, PICTURES = environment.ROOT / "site", environment.ROOT / "build" / "screenshots"


def main() -> None:
    browser.ensure()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, browser.served(SITE) as address:
        chromium = browser.launch(playwright)
        for width in (320, 768, 1280):
            for scheme in ("light", "dark"):
                page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                for path in sorted(SITE.rglob("index.html")):
                    place = path.parent.relative_to(SITE).as_posix()
                    page.goto(f"{address}{place}/")
                    page.screenshot(
                        path=PICTURES / f"{place.replace('/', '-')}-{width}-{scheme}.png", full_page=True
                    )
                page.close()


if __name__ == "__main__":
    main()
