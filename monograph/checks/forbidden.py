"""Rules for what nobody may be told to do: wherever a sentence names it, a "not" stands before."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from monograph.checks.templates import lines_of, place
from monograph.checks.texts import SENTENCE
from monograph.model.contents import Contents
from monograph.model.figures import TOLD
from monograph.model.help import Forbidden
from monograph.model.problem import Place, Problem, nearest
from monograph.model.shape import Fact, hyphenated

INSTEAD = 'write "do not" or "never" right before it'
CLAUSE = re.compile(r"[,;:]| (?:and|but|then|so|because) ")
NOT = re.compile(
    r"\b(?:not|never|nor|neither|no|nobody|cannot|without)\b"
    r"(?! (?:hesitate|forget|fail|worry|mind|fear|be afraid|only)\b)",
    re.IGNORECASE,
)
# Whoever says "if you stop suddenly" tells nobody to do it.
WHETHER = re.compile(r"\b(?:if|when)(?: \w+){0,2} $", re.IGNORECASE)


def what_is_forbidden_stays_so(contents: Contents) -> Iterator[Problem]:
    """A sentence that names what data/help.yml lists under "forbidden" says "not" or "never" before it, and
    so does, at least once, each fact and phrase that is listed there to tell it.

    Good: Do not take a double dose.
    Bad: Do take a double dose.
    """
    told, places = told_by_name(contents)
    for bad in contents.help.forbidden:
        for name, texts in told.items():
            for sentence in (sentence for text in texts for sentence in allowing(bad, text)):
                wrong = f'"{name}" does not forbid "{bad.id}" in "{sentence}"'
                yield Problem(places[name], wrong, INSTEAD)
        for name in bad.told_in:
            if name not in told:
                wrong = f'"{bad.id}" is told in "{name}", which is not there'
                yield Problem(bad.place, wrong, nearest(name, told))
            elif not any(forbids(bad, text) or any(allowing(bad, text)) for text in told[name]):
                wrong = f'"{name}" has to forbid "{bad.id}", and does not'
                yield Problem(places[name], wrong, f'write "Do not {bad.words[0]}", or "never"')


def pages_forbid_it_too(root: Path, contents: Contents) -> Iterator[Problem]:
    """What data/help.yml lists under "forbidden" is forbidden in docs/ too.

    Good: # Never stop suddenly
    Bad: # Stop suddenly
    """
    for path, number, line in lines_of(root, ("docs",)):
        for bad in contents.help.forbidden:
            for sentence in allowing(bad, line):
                wrong = f'this line does not forbid "{bad.id}" in "{sentence}"'
                yield Problem(place(root, path, number), wrong, INSTEAD)


def allowing(bad: Forbidden, text: str) -> Iterator[str]:
    """The sentences that name what is forbidden, and neither forbid it nor say what would follow."""
    for sentence, clause, found in named(bad, text):
        if not (NOT.search(clause) or NOT.search(found) or WHETHER.search(clause)):
            yield sentence


def forbids(bad: Forbidden, text: str) -> bool:
    return any(NOT.search(clause) or NOT.search(found) for _, clause, found in named(bad, text))


def named(bad: Forbidden, text: str) -> Iterator[tuple[str, str, str]]:
    """Where a text names what is forbidden: the sentence, its clause up to there, and the words, which may
    hold a "not" as in "stop neither suddenly".
    """
    if names(bad).search(text):
        for sentence in SENTENCE.split(text):
            for found in names(bad).finditer(sentence):
                yield sentence, CLAUSE.split(sentence[: found.start()])[-1], found[0]


def told_by_name(contents: Contents) -> tuple[dict[str, list[str]], dict[str, Place]]:
    """Every sentence that tells the reader something, by the id of its fact or the key of its phrase, and
    where they are written.
    """
    told, places = defaultdict(list), {}
    for key, phrase in contents.phrases.items():
        told[key], places[key] = [phrase], contents.place_of_phrase(key)
    for fact, field, text in contents.texts:
        if isinstance(fact, Fact) and hyphenated(field) in TOLD:
            told[fact.id].append(text)
            places[fact.id] = fact.place
    return told, places


@cache
def names(bad: Forbidden) -> re.Pattern[str]:
    """Finds its words."""
    words = (re.escape(word).replace(r"\ \.\.\.\ ", r"\b[^,;:]*\b") for word in bad.words)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


RULES = (what_is_forbidden_stays_so,)
