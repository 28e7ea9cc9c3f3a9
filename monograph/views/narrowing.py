"""The questions that narrow a finished table: native radios, every word in the page, nothing chosen beforehand."""

from collections.abc import Iterable
from dataclasses import dataclass

from monograph.views.phrases import Words


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


def narrowing(name: str, asked: Iterable[Asked], words: Words) -> Narrowing:
    """`name` is the anchor of the table and begins the address of a choice: #dose-table?who=adults."""
    return Narrowing(name, words.say(f"{name}-choose"), tuple(asked), words.say(f"{name}-shown"), words.say(f"{name}-none"), words.say(f"{name}-all"))


def ask(key: str, pairs: Iterable[tuple[str, str]], words: Words) -> Asked:
    """A question from (value, label) pairs, each asked once in the order of the table."""
    return Asked(key, words.say(f"ask-{key}"), tuple(Option(value, label) for value, label in dict(pairs).items()))
