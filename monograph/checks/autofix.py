"""Slips of the pen in a data file that have one right answer: found by the checker, mended by its --fix, with
every comment kept.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import decomposition

import yaml

from monograph.checks.library import shaped
from monograph.model.problem import Place, Problem
from monograph.model.quantity import UNITS, parse
from monograph.model.record_file import rewriting
from monograph.model.yaml_source import composed, read_text

SPACES = re.compile(r"[ \t]+$", re.MULTILINE)
AMOUNT = re.compile(
    r"(?:(up to)\s+)?([\d.]+)(?:\s+(to)\s+([\d.]+))?\s*(mg\s*/\s*kg|[a-z]+)", re.IGNORECASE | re.ASCII
)
WIDTHS = (
    "<wide>",
    "<narrow>",
    "<noBreak>",
)  # how Unicode names what differs in width alone; a superscript is another matter
CANONICAL = {unit.lower(): unit for unit in UNITS} | {"mcg": "micrograms", "microgram": "micrograms"}


class Slip(NamedTuple):
    """A stretch of a file, from the character `start` to `end`, and what should stand there."""

    start: int
    end: int
    right: str
    wrong: str


def is_tidy(folder: Path) -> Iterator[Problem]:
    """Amounts have their spaces and letter case, and lines end where they end.

    Good: each-time: 5 mg
    Bad: each-time: 5MG
    """
    for name in shaped(folder):
        text = read_text(folder / f"{name}.yml", name)
        for slip in slips(text):
            line = text.count("\n", 0, slip.start) + 1
            place = Place(f"{folder.name}/{name}.yml", line, slip.start - text.rfind("\n", 0, slip.start))
            yield Problem(place, slip.wrong, "python3 scripts/check.py --fix mends it", "is_tidy")


def mend(folder: Path) -> list[str]:
    """Mends every slip in the data folder; the names of the files that were written."""
    return [f"{folder.name}/{name}.yml" for name in shaped(folder) if mend_file(folder / f"{name}.yml")]


def mend_file(path: Path) -> bool:
    """Whether the file was written: not when there was no slip, nor when mending would lose or change a
    value.
    """
    text = right = read_text(path, path.name)
    for slip in (found := sorted(slips(text), reverse=True)):
        right = right[: slip.start] + slip.right + right[slip.end :]
    if (
        not found
        or facts_of(right) != facts_of(text)
        or any(digits(slip.right) != digits(text[slip.start : slip.end]) for slip in found)
    ):
        return False
    with rewriting(path) as file:
        file.write(right)
    return True


def digits(text: str) -> str:
    """Everything in a text that may be read as a digit, with each kind of it told apart,
    but for its width.
    """
    return "".join(sorted(letter for letter in widened(text) if letter.isdigit() or letter.isnumeric()))


def facts_of(text: str) -> object:
    """What a file says, amounts as they should be written."""
    values = yaml.load(text, Loader=yaml.BaseLoader)
    return settled(values)


def settled(value: Any) -> object:
    if isinstance(value, dict):
        return {key: settled(held) for key, held in value.items()}
    return [settled(held) for held in value] if isinstance(value, list) else canonical(value) or value


def slips(text: str) -> list[Slip]:
    return [*spaces(text), *units(text)]


def spaces(text: str) -> Iterator[Slip]:
    for match in SPACES.finditer(text):
        yield Slip(match.start(), match.end(), "", "spaces end this line")
    if not text.endswith("\n"):
        yield Slip(len(text), len(text), "\n", "the last line has no end")


def units(text: str) -> Iterator[Slip]:
    """Amounts that the model refuses, and accepts once their spaces, width and letter case are right."""
    for node in scalars(composed(text)):
        right = slipped(node.value)
        if right:
            start, end = node.start_mark.index, node.end_mark.index
            yield Slip(start, end, right, f'"{node.value}" should be "{right}"')


def scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.CollectionNode):
        for item in node.value:
            yield from (scalars(item[1]) if isinstance(item, tuple) else scalars(item))


def widened(text: str) -> str:
    """The text with each letter and space in its usual width.

    A small or circled digit stays what it is: "8²" is not 82.
    """
    if text.isascii():
        return text
    forms = ((letter, decomposition(letter).split()) for letter in text)
    return "".join(chr(int(form[1], 16)) if form and form[0] in WIDTHS else letter for letter, form in forms)


def canonical(text: str) -> str | None:
    """An amount as it should be written, or None for what is no amount."""
    match = AMOUNT.fullmatch(widened(text).strip())
    if not match or not (unit := CANONICAL.get(re.sub(r"\s", "", match[5]).lower())):
        return None
    number = f"{match[2]} to {match[4]}" if match[3] else match[2]
    return f"up to {number} {unit}" if match[1] else f"{number} {unit}"


def slipped(text: str) -> str | None:
    """The amount that was meant, where `text` is one that the model refuses as it stands."""
    right = canonical(text)
    return right if right and right != text and not parses(text) and parses(right) else None


def parses(text: str) -> bool:
    try:
        return bool(parse(text))
    except ValueError:
        return False
