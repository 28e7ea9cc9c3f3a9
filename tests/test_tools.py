"""What the tests need from the system: one list, one call to install it, one message where that is not
allowed, one table at the end.
"""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import install
import servers
import tools
from monograph.commands import serve
from tests.conftest import ROOT

TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
WITHOUT_A_MARK = {
    "venv",
    "libatomic",
    "chromium",
    "node",
}  # of every command, of every page in a browser, and of what comes from npm
OLDEST_NODE = 18  # of Debian 12


class System:
    """A system that has `there` and nothing else, and remembers what was run on it."""

    def __init__(self, *there: str, root: bool = True, sells=lambda package: True):
        self.there, self.root, self.sells, self.run = {*there}, root, sells, []
        self.tools = {
            name: tools.Tool(name, tool.why, lambda name=name: name in self.there, tool.packages, tool.server)
            for name, tool in tools.TOOLS.items()
        }

    def which(self, program: str, path: str = "") -> str | None:
        return f"/usr/bin/{program}"

    def start(self, command: list[str], **_) -> SimpleNamespace:
        said = ""
        if command[:2] == ["apt-cache", "show"]:
            said = "".join(
                f"Package: {package}\nVersion: 1\n" for package in command[3:] if self.sells(package)
            )
        elif command[:2] == ["apt-get", "install"]:
            self.there |= {
                name for name, tool in self.tools.items() if tool.packages and {*tool.packages} <= {*command}
            }
            self.run.append(command)
        else:
            self.run.append(command)
        return SimpleNamespace(stdout=said, returncode=0)


@pytest.fixture
def system(monkeypatch):
    def made(*there: str, ci: bool = False, **more) -> System:
        found = System(*there, **more)
        monkeypatch.setattr(tools, "TOOLS", found.tools)
        monkeypatch.setattr("shutil.which", found.which)
        monkeypatch.setattr(install.subprocess, "run", found.start)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if found.root else 1000, raising=False)
        monkeypatch.setenv("CI", "true") if ci else monkeypatch.delenv("CI", raising=False)
        monkeypatch.delenv(install.TOLD, raising=False)
        return found

    return made


def installed(system: System) -> list[list[str]]:
    """The packages of each call of apt-get install."""
    return [
        [word for word in command[2:] if not word.startswith("-")]
        for command in system.run
        if command[:2] == ["apt-get", "install"]
    ]


def test_root_installs_what_is_missing_in_one_call_and_no_server(system, capsys):
    bare = system("zbar", "node")
    install.ensure(["libatomic"], tools.of_tests())
    (packages,) = installed(bare)
    assert packages[0] == "libatomic1" and {
        "libharfbuzz-subset0",
        "chromium",
        "poppler-utils",
        "hunspell-en-gb",
    } <= {*packages}
    assert not {"zbar-tools", "nodejs", "caddy", "nginx-light"} & {*packages} and len(packages) == len(
        {*packages}
    )
    said = capsys.readouterr()
    assert said.out.count("\n") == 1 and said.err == ""


def test_with_ci_servers_are_installed_too_and_stopped_at_once(system):
    bare = system(ci=True)
    install.ensure([], tools.of_tests())
    (packages,) = installed(bare)
    assert {"caddy", "nginx-light"} <= {*packages}
    assert bare.run[2:] == [["service", "caddy", "stop"], ["service", "nginx", "stop"]]


def test_a_package_that_a_system_calls_otherwise_does_not_stop_the_others(system):
    other = system(sells=lambda package: package != "firefox-esr")
    install.ensure([], tools.of_tests())
    (packages,) = installed(other)
    assert "firefox-esr" not in packages and "chromium" in packages


def test_others_are_told_once_in_one_line_and_go_on_without(system, capsys, monkeypatch):
    bare = system("libatomic", root=False)
    install.ensure(["libatomic"], tools.of_tests())
    said = capsys.readouterr().err
    (line,) = [line for line in said.splitlines() if "apt-get" in line]
    assert (
        line.strip().startswith("sudo apt-get install libpango-1.0-0 ")
        and "npm" in line.split()
        and "caddy" not in line
        and bare.run == []
    )
    assert (
        said.endswith("Going on without.\n\n")
        and said.count("chromium  ") == 1
        and "language-server" not in said
    )
    monkeypatch.setenv(install.TOLD, "yes")  # as when the same command starts again in its environment
    install.ensure(["libatomic"], tools.of_tests())
    assert capsys.readouterr().err == "" and install.TOLD not in os.environ


def test_without_what_is_needed_a_command_ends_and_names_all_that_is_missing_together(system):
    system("chromium", root=False)
    with pytest.raises(SystemExit) as end:
        install.ensure(["venv"], tools.PDFS, fetch=False)
    assert (
        f"    sudo apt-get install {tools.VENV} libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
        in str(end.value)
    )


def test_a_build_has_installed_what_it_needs_and_not_what_it_could_use(system, capsys):
    bare = system()
    install.ensure(["venv"], tools.PDFS, fetch=False)
    assert installed(bare) == [[tools.VENV]] and "libharfbuzz-subset0" in capsys.readouterr().err


def test_where_nothing_is_missing_nothing_is_run_or_said(system, capsys):
    whole = system(*tools.TOOLS, ci=True)
    install.ensure(["venv"], tools.of_tests())
    assert whole.run == [] and capsys.readouterr() == ("", "")


def test_the_preview_has_the_address_that_the_edition_will_have(monkeypatch):
    from mkdocs.config import load_config

    started = []
    monkeypatch.setattr(os, "execv", lambda *given: started.append(given[1]))
    monkeypatch.setattr("monograph.commands.serve.busy", lambda port: False)
    monkeypatch.setattr(os, "environ", dict(os.environ))  # serve changes it
    serve.main(["--edition", "uk", "--port", "8123"], ROOT)
    assert (
        os.environ["PREVIEW_URL"] == "http://127.0.0.1:8123/uk/"
        and os.environ["EDITION"] == "uk"
        and "127.0.0.1:8123" in started[0]
    )
    monkeypatch.setenv("PREVIEW_URL", os.environ["PREVIEW_URL"])
    assert load_config(str(ROOT / "mkdocs.yml")).site_url == "http://127.0.0.1:8123/uk/"


def test_the_browser_of_playwright_counts(monkeypatch, tmp_path):
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(tools, "program", lambda *names: lambda: False)
    assert not tools.TOOLS["chromium"].there()
    (tmp_path / "chromium-1200").mkdir()
    assert tools.TOOLS["chromium"].there()


@pytest.mark.parametrize(
    "machine, said",
    [("x86_64", "With Node and a network"), ("aarch64", "No package holds old browsers for this machine.")],
)
def test_nobody_is_told_to_install_what_no_package_holds(monkeypatch, machine, said):
    monkeypatch.setattr(tools.sys, "platform", "linux")
    monkeypatch.setattr(tools.platform, "machine", lambda: machine)
    assert install.advice([tools.TOOLS["old-chromium"]]).startswith(said)


@pytest.mark.parametrize("name", ["environment", "install", "launcher", "npm", "tools"])
def test_a_python_that_is_too_old_gets_as_far_as_being_told_so(name):
    """These are read before the version is looked at, so no newer syntax may stand in them, nor an annotation
    that is evaluated.
    """
    tree = ast.parse((ROOT / "scripts" / f"{name}.py").read_text("utf-8"), feature_version=(3, 8))
    assert any(
        isinstance(node, ast.ImportFrom)
        and node.module == "__future__"
        and node.names[0].name == "annotations"
        for node in tree.body
    )


def test_a_library_is_found_by_loading_it():
    assert (
        not tools.libraries(("libnothing-of-the-kind.so.0",))()
        and not tools.program("no-program-of-the-kind")()
    )
    assert tools.programs("sh")() or os.name == "nt"


TRIAL = """import pytest

@pytest.mark.needs("nothing")
def test_a(): pass

@pytest.mark.parametrize("name", [pytest.param("x", marks=pytest.mark.needs("nothing")), "y"])
def test_b(name): pass
"""


@pytest.fixture
def trial(tmp_path):
    """Two tests that need what is not there, and one that needs nothing."""
    (tmp_path / "test_trial.py").write_text(TRIAL, "utf-8")
    (tmp_path / "conftest.py").write_text(
        f"import sys\nsys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'scripts')!r}]\nimport tools\n"
        "tools.TOOLS['nothing'] = tools.Tool('nothing', 'what nobody needs', lambda: False, "
        "('nothing-at-all',))\n"
        "from tests.left_out import pytest_addoption, pytest_runtest_setup, pytest_terminal_summary\n",
        "utf-8",
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n needs\n slow\n", "utf-8")

    def run(*more: str, **settings: str) -> tuple[int, str]:
        clean = {
            name: value
            for name, value in os.environ.items()
            if name not in ("CI", "PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER")
        }
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *more],
            cwd=tmp_path,
            env={**clean, **settings},
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout

    return run


@pytest.mark.slow
def test_what_was_left_out_is_told_in_a_table_at_the_end(trial):
    code, said = trial("-n", "1")
    assert code == 0 and "1 passed, 2 skipped" in said
    assert re.search(
        r"= Left out =+\n +2 tests  what nobody needs +nothing is not installed\n\nRun once:\n\n    "
        r"sudo apt-get install nothing-at-all\n",
        said,
    ) or not install.shutil.which("apt-get")


def test_quick_leaves_out_what_takes_long_and_says_so(trial, tmp_path):
    (tmp_path / "browser").mkdir()
    for name, text in {
        "browser/test_page.py": "def test_p(): pass",
        "test_pdf.py": "import pytest\n\n@pytest.mark.needs('pango')\ndef test_d(): pass",
        "test_site.py": "import pytest\n\n@pytest.fixture\ndef project(): pass\n\n"
        "@pytest.fixture\ndef site(project): pass\n\ndef test_s(site): pass",
        "test_slow.py": "import pytest\n\n@pytest.mark.slow\ndef test_l(): pass",
    }.items():
        (tmp_path / name).write_text(f"{text}\n\n\ndef test_r(): pass\n", "utf-8")
    code, said = trial("-n", "0", "--quick", "--ignore", "test_trial.py", CI="true")
    assert code == 0 and "3 passed, 5 skipped" in said
    for told in (
        "2 tests in a browser",
        "1 test of PDFs",
        "1 test of a finished site",
        "1 test marked as slow",
    ):
        assert told in said.partition("For --quick: ")[2]


def test_with_ci_nothing_is_left_out(trial):
    code, said = trial("-n", "0", CI="true")
    assert (
        code == 1
        and "1 passed, 2 errors" in said
        and "not installed: nothing" in said
        and "  2 tests  what nobody needs" in said
    )


def test_what_ci_runs_leaves_nothing_out_wherever_it_is_run():
    assert "export CI=true\n" in (ROOT / ".ci/run").read_text("utf-8")


def test_no_test_leaves_itself_out():
    own = re.compile(r"skipif|pytest\.skip|importorskip|xfail|unittest\.skip")
    assert [
        path.name for path in TESTS if path.name != "test_tools.py" and own.search(path.read_text("utf-8"))
    ] == []


def needs(path: Path) -> set[str]:
    """What the tests of a file need: names as they stand, and lists of names by what they are called."""
    source = path.read_text("utf-8")
    calls = re.findall(r"mark\.needs\(([^)]*)\)", source)
    lists = {
        "tools.PDFS": tools.PDFS,
        "in servers.STARTS": servers.STARTS,
        "in ENGINES.items()": engine_tools(),
    }
    listed = {
        name
        for said, names in lists.items()
        if any("mark.needs" in line and said in line for line in source.splitlines())
        for name in names
    }
    return listed | {name for call in calls for name in re.findall(r'"([^"]+)"', call)}


def engine_tools() -> tuple[str, ...]:
    from tests.browser.test_engines import ENGINES

    return tuple(ENGINES.values())


def test_every_need_is_in_the_list_and_all_of_the_list_is_needed():
    named = set().union(*(needs(path) for path in TESTS if path.name != "test_tools.py"))
    assert named == {*tools.TOOLS} - WITHOUT_A_MARK


def test_what_comes_from_npm_runs_on_the_oldest_node():
    locks = sorted((ROOT / "tests").glob("*/package-lock.json"))
    assert locks
    for lock in locks:
        for name, part in json.loads(lock.read_text("utf-8"))["packages"].items():
            wanted = part.get("engines", {}).get("node", "*")
            assert any(runs(choice) for choice in wanted.split("||")), (
                f"{lock.parent.name}: {name} needs Node {wanted}"
            )


def runs(wanted: str) -> bool:
    """Whether the oldest Node is one of those that an npm package asks for, such as ">= 14.6" or "^18.0"."""
    sign, major = re.match(r"\s*(>=|\^|~|)\s*(\d+|\*)", wanted).groups()
    return major == "*" or int(major) == OLDEST_NODE or (sign == ">=" and int(major) < OLDEST_NODE)
