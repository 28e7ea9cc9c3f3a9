"""Slips of the pen in a data file, in its spaces and units."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import decomposition

import yaml

from monograph.model.quantity import UNITS, parse
from monograph.source import composed

SPACES = re.compile(r"[ \t]+$", re.MULTILINE)
AMOUNT = re.compile(r"(?:(up to)\s+)?([\d.]+)(?:\s+(to)\s+([\d.]+))?\s*(mg\s*/\s*kg|[a-z]+)", re.IGNORECASE | re.ASCII)
WIDTHS = ("<wide>", "<narrow>", "<noBreak>")  # how Unicode names what differs in width alone; a superscript is another matter
CANONICAL = {unit.lower(): unit for unit in UNITS} | {"mcg": "micrograms", "microgram": "micrograms"}


class Slip(NamedTuple):
    """A stretch of a file, from the character `start` to `end`, and what should stand there."""

    start: int
    end: int
    right: str
    wrong: str


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


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.CollectionNode):
        for item in node.value:
            yield from (scalars(item[1]) if isinstance(item, tuple) else scalars(item))


def widened(text: str) -> str:
    """The text with each letter and space in its usual width. A small or circled digit stays what it is: "8²" is not 82."""
    forms = ((letter, decomposition(letter).split()) for letter in text)
    return "".join(chr(int(form[1], 16)) if form and form[0] in WIDTHS else letter for letter, form in forms)


def canonical(text: str) -> str | None:
    """An amount as it should be written, or None for what is no amount."""
    match = AMOUNT.fullmatch(widened(text).strip())
    unit = CANONICAL.get(re.sub(r"\s", "", match[5]).lower()) if match else None
    if not unit:
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
