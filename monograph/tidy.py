"""Slips in the data that have one right answer: found by the checker, mended by its --fix, with every comment kept."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from monograph.key_order import disorder
from monograph.library import shaped
from monograph.nodes import Value
from monograph.problem import Place, Problem
from monograph.slips import Slip, canonical, spaces, units, widened
from monograph.source import read_text


def is_tidy(folder: Path) -> Iterator[Problem]:
    """Amounts have their spaces and letter case, lines end where they end, and a fact begins with its id and region and ends with its sources.

    Good: each-time: 5 mg
    Bad: each-time: 5MG
    """
    for name, value in shaped(folder).items():
        text = read_text(folder / f"{name}.yml", name)
        for slip in slips(text, value):
            line = text.count("\n", 0, slip.start) + 1
            place = Place(f"{folder.name}/{name}.yml", line, slip.start - text.rfind("\n", 0, slip.start))
            yield Problem(place, slip.wrong, "python3 scripts/check.py --fix mends it", "is_tidy")


def mend(folder: Path) -> list[str]:
    """Mends every slip in the data folder; the names of the files that were written."""
    written: list[str] = []
    while fresh := [name for name, value in shaped(folder).items() if mend_file(folder / f"{name}.yml", value)]:
        written += fresh  # once its units are right, the keys of a file can be put in order
    return [f"{folder.name}/{name}.yml" for name in dict.fromkeys(written)]


def mend_file(path: Path, value: Value) -> bool:
    """Whether the file was written: not when there was no slip, nor when mending would lose or change a value."""
    text = right = read_text(path, path.name)
    for slip in (found := sorted(slips(text, value), reverse=True)):
        right = right[: slip.start] + slip.right + right[slip.end :]
    if not found or facts_of(right) != facts_of(text) or any(digits(slip.right) != digits(text[slip.start : slip.end]) for slip in found):
        return False
    path.write_text(right, "utf-8")
    return True


def digits(text: str) -> str:
    """Everything in a text that may be read as a digit, with each kind of it told apart, but for its width."""
    return "".join(sorted(letter for letter in widened(text) if letter.isdigit() or letter.isnumeric()))


def facts_of(text: str) -> object:
    """What a file says, amounts as they should be written, keys in any order."""
    values = yaml.load(text, Loader=yaml.BaseLoader)
    return settled(values)


def settled(value: object) -> object:
    if isinstance(value, dict):
        return {key: settled(held) for key, held in value.items()}
    return [settled(held) for held in value] if isinstance(value, list) else canonical(value) or value


def slips(text: str, value: Value) -> list[Slip]:
    """Spaces and units first: keys are put in order once nothing else is in the way."""
    small = [*spaces(text), *units(text)]
    return small or list(disorder(text, value))
