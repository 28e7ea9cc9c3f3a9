"""The questions that narrow a finished table: native radios, every word in the page, nothing chosen
beforehand.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from monograph.views.phrases import Phrases


@dataclass(frozen=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True)
class Asked:
    """One question; `key` names what an item answers it with (`data-who`, `data-form`)."""

    key: str
    legend: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Narrowing:
    """The form over a table; it stays hidden until a script has made it work."""

    name: str
    label: str
    asked: tuple[Asked, ...]
    shown: str
    none: str
    all: str


def narrowing(name: str, asked: Iterable[Asked], phrases: Phrases) -> Narrowing:
    """`name` is the anchor of the table and begins the address of a choice: #dose-table?who=adults."""
    return Narrowing(
        name,
        phrases.say(f"{name}-choose"),
        tuple(asked),
        phrases.say(f"{name}-shown"),
        phrases.say(f"{name}-none"),
        phrases.say(f"{name}-all"),
    )


def ask(key: str, pairs: Iterable[tuple[str, str]], phrases: Phrases) -> Asked:
    """A question from (value, label) pairs, each asked once in the order of the table."""
    return Asked(
        key, phrases.say(f"ask-{key}"), tuple(Option(value, label) for value, label in dict(pairs).items())
    )
