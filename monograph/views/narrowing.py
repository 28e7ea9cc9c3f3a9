"""The questions that narrow what is finished: buttons, every word in the page, all of it shown beforehand.

What is narrowed says in `data-who` and `data-form` with which answers it is shown: words with spaces between,
"all" among them where it stands there before anyone chooses.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from monograph.views.phrases import Phrases

ALL, OTHER = "all", "other"  # the answers that leave everything, and that fit nothing here


@dataclass(frozen=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True)
class Asked:
    """One question; `key` names what an item answers it with (`data-who`, `data-form`), `liquids` are answers
    that stand apart. It is asked `of` those who gave one of these answers, or of everyone.
    """

    key: str
    legend: str
    options: tuple[Option, ...]
    liquids: tuple[Option, ...]
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Narrowing:
    """The form over a table; it stays hidden until a script has made it work."""

    name: str
    label: str
    asked: tuple[Asked, ...]
    shown: str
    none: str


def narrowing(name: str, asked: Iterable[Asked], phrases: Phrases) -> Narrowing:
    """`name` is the anchor of the table and begins the address of a choice: #dose-table?who=adults."""
    return Narrowing(
        name,
        phrases.say(f"{name}-choose"),
        tuple(asked),
        phrases.say("narrow-shown"),
        phrases.say(f"{name}-none"),
    )


def ask(
    key: str, pairs: Iterable[tuple[str, str]], phrases: Phrases, liquids: Iterable[tuple[str, str]] = ()
) -> Asked:
    """A question from (value, label) pairs, each asked once in the order of the table."""
    first = (ALL, phrases.say(f"ask-{key}-all"))
    return Asked(key, phrases.say(f"ask-{key}"), options((first, *pairs)), options(liquids))


def options(pairs: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(value, label) for value, label in dict(pairs).items())
