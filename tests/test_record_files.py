"""Files of record are whole at every moment, and two commands that add to one at once both succeed."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from monograph.model import record_file
from monograph.model.problem import Refusal
from monograph.model.record_file import rewriting


def test_a_file_that_could_not_be_written_whole_stays_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "signatures.yml"
    path.write_text("before\n", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"), rewriting(path) as file:
        file.write("after\n" * 10_000)
    assert path.read_text("utf-8") == "before\n" and list(tmp_path.iterdir()) == [path]


def test_whoever_is_broken_off_in_the_middle_leaves_the_old_file(tmp_path):
    path = tmp_path / "signatures.yml"
    path.write_text("before\n", "utf-8")
    with pytest.raises(KeyboardInterrupt), rewriting(path) as file:
        file.write("half of it")
        raise KeyboardInterrupt
    assert path.read_text("utf-8") == "before\n" and list(tmp_path.iterdir()) == [path]


def test_nothing_is_lost_when_many_add_at_once(tmp_path):
    path = tmp_path / "signatures.yml"
    path.write_text("", "utf-8")

    def add(number: int) -> None:
        with rewriting(path) as file:
            file.write(path.read_text("utf-8") + f"{number}\n")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    assert sorted(map(int, path.read_text("utf-8").split())) == list(range(40))


def test_what_another_command_left_behind_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(record_file, "PATIENCE", 0.1)
    (tmp_path / "signatures.yml.part").write_text("", "utf-8")
    with (
        pytest.raises(Refusal, match=r"is writing signatures\.yml\..*delete .*signatures\.yml\.part"),
        rewriting(tmp_path / "signatures.yml"),
    ):
        pass
