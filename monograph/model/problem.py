"""What is wrong, where, and what to write instead: every message an editor sees."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

Held = TypeVar("Held")
CLOSE = 0.6  # how alike two words are when one may be meant by the other


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, addressed to the person who can mend it."""

    place: Place
    wrong: str
    instead: str
    rule: str = field(default="", compare=False)  # the name of the rule that found it

    def __str__(self) -> str:
        return f"{self.place}: {self.wrong}; {self.instead}"


Rule = Callable[..., Iterator[Problem]]  # goes by its name, and its docstring says what it asks


class Refusal(Exception):
    """Why something cannot be done, in words for the person who asked for it: they see nothing else."""


class Problems(Refusal):
    """All problems that were found, in reading order and each once."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        lines = [*map(str, self.problems), f"{count} problem{'s' * (count != 1)}. Nothing was written."]
        super().__init__("\n".join(lines))


class Unknown(Refusal, LookupError):
    """A page or a command asks for something that is not in the data."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The advice that names the closest known word, or else all of them."""
    known = sorted(known)
    meant = close(word, known)
    return f'did you mean "{meant}"?' if meant else one_of(known)


def close(word: str, known: Iterable[str]) -> str | None:
    """The closest known word, if one is close enough to be meant."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=CLOSE)), None)


def one_of(known: Iterable[str]) -> str:
    """The advice that names all known words and guesses none: for words that a dose depends on."""
    return f"write one of: {', '.join(sorted(known))}"


def look_up(shelf: Mapping[str, Held], name: str, noun: str) -> Held:
    """`shelf[name]`, or an Unknown that names the nearest key."""
    if name not in shelf:
        raise Unknown(f'no {noun} "{name}" in data/: {nearest(name, shelf)}')
    return shelf[name]
