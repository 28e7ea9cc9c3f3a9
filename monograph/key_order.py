"""The order of a fact's keys: where it applies first, where it comes from last."""

from collections.abc import Iterator

from monograph.model.shape import Fact
from monograph.nodes import Mapping, Sequence, Value
from monograph.slips import Slip

FIRST, LAST = ("id", "region"), ("sources", "evidence", "excused")


def disorder(text: str, value: Value) -> Iterator[Slip]:
    """Facts that do not begin with their id and region and end with their sources; the other keys stand as the writer likes."""
    for held in value.values() if isinstance(value, Mapping) else value if isinstance(value, Sequence) else ():
        yield from disorder(text, held)
    if isinstance(value, Mapping) and value.shape and issubclass(value.shape, Fact):
        keys = list(value.places)
        right = sorted(keys, key=rank)
        if right != keys and len({place.line for place in value.places.values()}) == len(keys):  # in {braces} the order is left alone
            yield moved(text, value, right)


def rank(key: str) -> int:
    return FIRST.index(key) if key in FIRST else len(FIRST) + 1 + LAST.index(key) if key in LAST else len(FIRST)


def moved(text: str, value: Mapping, right: list[str]) -> Slip:
    """The fact with its keys in the `right` order; a comment goes with the key below it."""
    lines = text.splitlines(keepends=True)
    column = next(iter(value.places.values())).column - 1
    begins = [block_start(lines, place.line - 1, column) for place in value.places.values()]
    ends = [*begins[1:], block_end(lines, begins[-1], max(place.line for place in value.places.values()), column)]
    first = lines[begins[0]]
    blocks = {key: [" " * column + first[column:], *lines[begins[0] + 1 : end]] if begin == begins[0] else lines[begin:end] for key, begin, end in zip(value.places, begins, ends)}
    told = [line for key in right for line in blocks[key]]
    start = sum(map(len, lines[: begins[0]]))
    return Slip(start, start + sum(map(len, lines[begins[0] : ends[-1]])), first[:column] + "".join(told)[column:], f'the keys of this fact should be {", ".join(right)}')


def block_start(lines: list[str], line: int, column: int) -> int:
    """The line where a key's block begins: at the comments right above it."""
    while line > 0 and lines[line - 1].startswith(" " * column + "#"):
        line -= 1
    return line


def block_end(lines: list[str], begin: int, line: int, column: int) -> int:
    """The line after a key's block: the first that is not deeper."""
    while line < len(lines) and (lines[line].startswith(" " * (column + 1)) or lines[line].startswith(" " * column + "- ")):
        line += 1
    return line
