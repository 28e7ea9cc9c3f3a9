"""How a command is started: from anywhere, by any Python, in words for a person; and importing a script does
nothing.
"""

import hashlib
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import environment
import launcher
from monograph import commands
from tests.conftest import ROOT

SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
STARTED = sorted(path.stem for path in (ROOT / "monograph" / "commands").glob("[!_]*.py"))


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.stem for path in SCRIPTS])
def test_importing_a_script_has_no_effect(path, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError(f"{path.name} did something")

    for owner, name in ((environment, "enter"), (os, "chdir"), (os, "execv"), (subprocess, "Popen")):
        monkeypatch.setattr(owner, name, refuse)
    before = dict(os.environ), list(sys.path)
    runpy.run_path(str(path), run_name="imported")
    assert (dict(os.environ), list(sys.path)) == before


def test_every_command_has_a_script_that_starts_it_and_nothing_else():
    for name in STARTED:
        text = (ROOT / "scripts" / f"{name}.py").read_text("utf-8")
        assert f'launcher.launch("{name}"' in text.replace("launch_bare", "launch"), name
        assert len(text.splitlines()) < 12, name


@pytest.mark.parametrize("name", STARTED)
def test_every_command_says_what_it_is_for(name, capsys):
    assert commands.run(name, ["--help"], ROOT) == 0
    assert len(capsys.readouterr().out.splitlines()) > 3


def test_a_command_that_is_mistyped_says_how_it_is_written(capsys):
    assert commands.run("check", ["--fixx"], ROOT) == 2
    assert "unrecognized arguments: --fixx" in capsys.readouterr().err


def test_any_python_starts_a_command_from_any_folder(tmp_path):
    """The one that made the environment, which has nothing of what is in it."""
    python = getattr(sys, "_base_executable", sys.executable)
    result = subprocess.run(
        [python, str(ROOT / "scripts" / "check.py"), "--explain", "step_up"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == 'no rule "step_up": did you mean "steps_up"?\n'


def test_whose_data_are_wrong_does_not_wait_for_what_pages_are_made_of(damaged):
    damaged.replace("dosing.yml", "each-time: 7 mg", "each-time: 7MG")
    code = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}]\nfrom pathlib import Path\n"
        "from monograph.commands import run\n"
        f"code = run('check', [], Path({str(damaged.folder.parent)!r}))\n"
        "print(code, *(name for name in sys.modules if name.startswith(('jinja2', 'mkdocs', 'monograph.v'))))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout
    assert said.splitlines()[-1] == "1"


@pytest.fixture
def launched(monkeypatch, tmp_path, capsys):
    """What a program ends with and says, whose command does `act`."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(launcher, "FAULT", tmp_path / "build" / "fault.txt")

    def launched(act) -> tuple[object, str]:
        monkeypatch.setattr(commands, "run", lambda name, argv, root: act())
        with pytest.raises(SystemExit) as end:
            launcher.launch_bare("check")
        return end.value.code, capsys.readouterr().out

    return launched


def test_a_program_ends_with_what_its_command_ends_with(launched):
    assert launched(lambda: 2) == (2, "")


def test_a_fault_of_the_code_is_kept_for_those_who_can_mend_it(launched, tmp_path):
    code, said = launched(lambda: {}["humming"])
    assert said == "" and code.startswith("This did not work") and "Traceback" not in code
    assert "KeyError: 'humming'" in code and "build/fault.txt" in code
    assert "Traceback" in (tmp_path / "build" / "fault.txt").read_text("utf-8")


def test_what_the_machine_refuses_is_for_its_owner_to_mend(launched):
    code, said = launched((ROOT / "nowhere").stat)
    assert said == "" and "nowhere'\nMend that" in code


def test_whoever_breaks_a_command_off_sees_no_traceback(launched):
    def act():
        raise KeyboardInterrupt

    assert launched(act) == ("\nStopped.", "")


@pytest.mark.parametrize("act", ["print('line\\n' * 99999)", "environment.hurry(); print('line\\n' * 99999)"])
def test_what_is_piped_into_head_ends_with_it_in_silence(act):
    code = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'scripts')!r}]\n"
        "import environment, launcher, monograph.commands\n"
        f"monograph.commands.run = lambda *_: {act.replace('; ', ' or ')}\n"
        "launcher.launch_bare('check')"
    )
    started = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert started.stdout.readline() == "line\n"
    started.stdout.close()
    assert started.stderr.read() == "" and started.wait() != 0


@pytest.mark.parametrize("stamp, is_made", [("of the lock", False), ("of an older lock", True), ("", True)])
def test_the_environment_is_made_anew_where_it_is_not_that_of_the_lock(tmp_path, monkeypatch, stamp, is_made):
    made, wanted = [], hashlib.sha256(environment.LOCK.read_bytes()).hexdigest()
    if stamp:
        (tmp_path / "stamp").write_text(wanted if stamp == "of the lock" else "0" * 64)
    for owner, name, value in (
        (environment, "STAMP", tmp_path / "stamp"),
        (environment, "PYTHON", Path(sys.executable)),
        (environment, "FOLDER", Path(sys.prefix)),
        (environment, "make", made.append),
        (environment.install, "ensure", lambda *names: None),
        (sys, "path", [*sys.path]),
    ):
        monkeypatch.setattr(owner, name, value)
    environment.enter(fetch=False)
    assert made == [wanted] * is_made


def test_nothing_is_installed_that_the_lock_has_no_hash_of(monkeypatch):
    ran = []
    monkeypatch.setattr(environment, "run", lambda *command: ran.append(command))
    environment.with_uv()
    environment.with_pip()
    installing = [command for command in ran if str(environment.LOCK) in command]
    assert len(installing) == 2 and all("--require-hashes" in command for command in installing)
