"""Plain values that remember their place, made from PyYAML's nodes without guessing a type.

Every scalar stays text (`no`, `1.10` and `12:30` mean what they show); the model decides what is a number.
"""

from typing import Any

import yaml

from monograph.model.problem import Place, Problem

LONGEST_TEXT = 1_200  # characters; three sentences fit in a third of it
DEEPEST = 12  # levels of nesting; the deepest shape has seven
STANDARD = "tag:yaml.org,2002:"
PLAIN = {
    "str",
    "int",
    "float",
    "bool",
    "null",
    "timestamp",
    "merge",
    "value",
    "seq",
    "map",
}  # what untagged YAML resolves to


class Mapping(dict[str, Any]):
    """A YAML mapping with its own place, the place of each key and, once judged, the shape it was held
    against and what was filled in.
    """

    place: Place
    places: dict[str, Place]
    shape: type | None = None
    written: dict[str, str] = {}  # its texts as they were written, by the texts with the figures filled in


class Sequence(list[Any]):
    """A YAML list with its own place and the place of each item, and whether it was written in brackets."""

    place: Place
    places: list[Place]
    in_brackets: bool


Holder = Mapping | Sequence  # what a whole file is
Value = str | Holder


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
            return self.refuse(
                node, "an alias (*) repeats this part elsewhere", "write the text out where it is needed"
            )
        self.seen.add(id(node))
        if depth > DEEPEST:
            return self.refuse(node, "this is nested too deeply", "write each fact as its own item")
        if node.tag.removeprefix(STANDARD) not in PLAIN:
            return self.refuse(
                node, f'the tag "{node.tag.removeprefix(STANDARD)}" is not used here', "delete it and its !"
            )
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        return (
            self.sequence(node, depth) if isinstance(node, yaml.SequenceNode) else self.mapping(node, depth)
        )

    def scalar(self, node: yaml.ScalarNode) -> str:
        text: str = node.value
        if len(text) > LONGEST_TEXT:
            return self.refuse(
                node, f"this text has {len(text):,} characters", f"keep it below {LONGEST_TEXT:,}"
            )
        return text

    def sequence(self, node: yaml.SequenceNode, depth: int) -> Sequence:
        items = Sequence(self.convert(item, depth + 1) for item in node.value)
        items.in_brackets = bool(node.flow_style)
        items.place, items.places = self.place(node), [self.place(item) for item in node.value]
        return items

    def mapping(self, node: yaml.Node, depth: int) -> Mapping:
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
        if not isinstance(node, yaml.ScalarNode):
            return self.refuse(node, "a list or mapping is used as a key", "write a word before the colon")
        key: str = node.value
        return key
