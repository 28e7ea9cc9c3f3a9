"""YAML text to plain values that remember their place; nothing is guessed.

Every scalar stays text (`no`, `1.10` and `12:30` mean what they show); the model decides what is a number.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import yaml

from monograph.problem import Place, Problem, Problems

LARGEST_FILE = 1_000_000  # bytes; the longest file that people have written by hand here is a tenth of this
LONGEST_TEXT = 1_200  # characters; three sentences fit in a third of it
DEEPEST = 12  # levels of nesting; the deepest shape has seven

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
TAB = re.compile(r"^[ \-]*\t", re.MULTILINE)
STANDARD = "tag:yaml.org,2002:"
PLAIN = {"str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map"}  # what untagged YAML resolves to
# CSafeLoader is the same grammar, ten times faster; not every system's PyYAML is built with it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mapping(dict):
    """A YAML mapping with its own place, the place of each key and, once judged, the shape it was held against."""

    place: Place
    places: dict[str, Place]
    shape: type | None = None


class Sequence(list):
    """A YAML list with its own place and the place of each item."""

    place: Place
    places: list[Place]


Value = str | Mapping | Sequence


def read(path: Path, name: str) -> Value:
    """The content of the file at `path`, called `name` in messages; raises Problems."""
    text = read_text(path, name)
    problems = list(text_problems(text, name))
    if problems:
        raise Problems(problems)
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise Problems([grammar_problem(error, name)]) from None
    if node is None:
        raise Problems([Problem(Place(name), "the file is empty", "write its facts, or bring back the last version")])
    value, problems = Reader(name).value(node)
    if isinstance(node, yaml.ScalarNode):
        problems.append(Problem(Place(name), "the file holds a single text", "write its facts as keys and lists"))
    if problems:
        raise Problems(problems)
    return value


def read_text(path: Path, name: str) -> str:
    """The file as text; raises Problems when it is missing, too large or not UTF-8."""
    if not path.is_file():
        raise Problems([Problem(Place(name), "the file is missing", "bring it back, or give every fact in it another home")])
    data = path.read_bytes()
    if len(data) > LARGEST_FILE:
        raise Problems([Problem(Place(name), f"the file has {len(data):,} bytes", f"keep it below {LARGEST_FILE:,}")])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Problems([Problem(Place(name, line), "a letter here is not UTF-8", "save the file as UTF-8")]) from None


def text_problems(text: str, name: str) -> Iterator[Problem]:
    """What would make the YAML reader stumble, or crash, without saying why."""

    def at(position: int) -> Place:
        line_start = text.rfind("\n", 0, position) + 1
        return Place(name, text.count("\n", 0, position) + 1, position - line_start + 1)

    for match in CONTROL.finditer(text):
        yield Problem(at(match.start()), f"an invisible control character ({ord(match[0]):#04x})", "delete it")
    for match in TAB.finditer(text):
        yield Problem(at(match.end() - 1), "a tab indents this line", "use spaces")
    depth = accumulate(1 if bracket in "[{" else -1 for bracket in re.findall(r"[\[\]{}]", text))
    if max(depth, default=0) > DEEPEST or re.search(rf"(- ){{{DEEPEST},}}", text):
        yield Problem(Place(name), "lists are nested too deeply", "write each fact as its own item")


def grammar_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    """PyYAML's complaint in words for an editor, at the line where the trouble shows."""
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    return Problem(place, f"this is not YAML ({error.problem})", 'check indents, colons and quotes near here; put text with ": " in quotes')


class Reader:
    """Turns PyYAML nodes into values with places, collecting every problem on the way."""

    def __init__(self, name: str):
        self.name = name
        self.seen: set[int] = set()
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node) -> tuple[Value, list[Problem]]:
        return self.convert(node, 0), self.problems

    def place(self, node: yaml.Node) -> Place:
        return Place(self.name, node.start_mark.line + 1, node.start_mark.column + 1)

    def refuse(self, node: yaml.Node, wrong: str, instead: str) -> str:
        self.problems.append(Problem(self.place(node), wrong, instead))
        return ""

    def convert(self, node: yaml.Node, depth: int) -> Value:
        if id(node) in self.seen:  # a node met twice is an alias: a copy that an editor cannot see
            return self.refuse(node, "an alias (*) repeats this part elsewhere", "write the text out where it is needed")
        self.seen.add(id(node))
        if depth > DEEPEST:
            return self.refuse(node, "this is nested too deeply", "write each fact as its own item")
        if node.tag.removeprefix(STANDARD) not in PLAIN:
            return self.refuse(node, f'the tag "{node.tag.removeprefix(STANDARD)}" is not used here', "delete it and its !")
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        return self.sequence(node, depth) if isinstance(node, yaml.SequenceNode) else self.mapping(node, depth)

    def scalar(self, node: yaml.ScalarNode) -> str:
        if len(node.value) > LONGEST_TEXT:
            return self.refuse(node, f"this text has {len(node.value):,} characters", f"keep it below {LONGEST_TEXT:,}")
        return node.value

    def sequence(self, node: yaml.SequenceNode, depth: int) -> Sequence:
        items = Sequence(self.convert(item, depth + 1) for item in node.value)
        items.place, items.places = self.place(node), [self.place(item) for item in node.value]
        return items

    def mapping(self, node: yaml.MappingNode, depth: int) -> Mapping:
        pairs = Mapping()
        pairs.place, pairs.places = self.place(node), {}
        for key_node, value_node in node.value:
            key = self.key(key_node)
            if key in pairs.places:
                first = pairs.places[key].line
                self.refuse(key_node, f'"{key}" stands twice (first in line {first})', "keep one of them")
            pairs.places.setdefault(key, self.place(key_node))
            pairs.setdefault(key, self.convert(value_node, depth + 1))
        return pairs

    def key(self, node: yaml.Node) -> str:
        if isinstance(node, yaml.ScalarNode):
            return node.value
        return self.refuse(node, "a list or mapping is used as a key", "write a word before the colon")
