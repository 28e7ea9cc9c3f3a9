"""Every rule by name, explained for an editor: what it asks, what it accepts and what it refuses."""

import re
from collections.abc import Callable
from inspect import getdoc

from monograph.checks import RULES
from monograph.checks.autofix import is_tidy
from monograph.checks.forbidden import pages_forbid_it_too
from monograph.checks.links import LINK_RULES
from monograph.checks.numbers import NUMBER_RULES
from monograph.checks.pages import EDITION_RULES, GUIDE_RULES, PAGE_RULES
from monograph.checks.release import RELEASE_RULES
from monograph.checks.templates import ROOM_RULES
from monograph.model.problem import Unknown, nearest
from monograph.prints.issuing import ISSUING_RULES
from monograph.site.archive import VERSION_RULES

Told = Callable[..., object]  # a rule, or the name of what the loader asks


def is_readable() -> None:
    """A file is UTF-8 text in plain YAML: keys, lists and texts, indented with spaces, without tricks.

    Good: text: "Take it with food: it is kinder."
    Bad: text: Take it with food: it is kinder.
    """


def has_its_shape() -> None:
    """Every key is known and holds what it should: data/schema/ says which keys there are.

    Good: each-time: 5 mg
    Bad: each-time: 5mg
    """


def is_rendered() -> None:
    """A page in docs/ asks for blocks that are there, with the words that they need.

    Good: {{ statements("food") }}
    Bad: {{ statments("food") }}, {{ statements() }} or {{ statements("fod") }}
    """


GROUPS: dict[str, tuple[Told, ...]] = {
    "Files": (is_readable, has_its_shape, is_tidy),
    "Facts": RULES,
    "Rooms": (*ROOM_RULES, pages_forbid_it_too),
    "Pages": (is_rendered, *PAGE_RULES, *EDITION_RULES, *GUIDE_RULES),
    "Links": LINK_RULES,
    "Releases": (*RELEASE_RULES, *ISSUING_RULES, *VERSION_RULES),
}
RULEBOOK = {rule.__name__: rule for rules in GROUPS.values() for rule in rules}


def explain(name: str) -> str:
    """A rule's statement with a good and a bad example; raises Unknown with the nearest rule."""
    numbers = {number: f"{number}: {instead}.\n\nBad: {bad}" for number, _, _, instead, bad in NUMBER_RULES}
    name = name.replace("-", "_")  # as an excuse in data/ writes it
    if name in numbers:
        return numbers[name]
    if name not in RULEBOOK:
        raise Unknown(f'no rule "{name}": {nearest(name, (*RULEBOOK, *numbers))}')
    return "\n".join(told(RULEBOOK[name]))


def statement(rule: Told) -> str:
    """The rule in one sentence."""
    return told(rule)[0]


def told(rule: Told) -> list[str]:
    """What the docstring of a rule says, in one line each, however it is wrapped: the rule, nothing,
    "Good: ..." and "Bad: ...".
    """
    return re.sub(r"(?<=\S)\n(?!\n|Good: |Bad: ) *", " ", getdoc(rule) or "").split("\n")
