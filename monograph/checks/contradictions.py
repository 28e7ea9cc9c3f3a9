"""Rules against what contradicts itself: a sentence said with and without its "not", a harmful claim called
right.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from monograph.checks.forbidden import allowing
from monograph.checks.texts import SENTENCE
from monograph.model.contents import Contents
from monograph.model.figures import TOLD
from monograph.model.problem import Problem
from monograph.model.shape import Fact, hyphenated

NOT = re.compile(r"\b(?:not|never)\b")
HELPER = re.compile(r"\b(?:do|does|did|not|never)\b")
WORDS = re.compile(r"\{[\w:-]+\}|[\w.,]*\w")
SHORTEST = 3  # words; two say too little to be the same


class Said(NamedTuple):
    """A sentence of a fact."""

    fact: Fact
    text: str
    forbids: bool


def nothing_is_said_both_ways(contents: Contents) -> Iterator[Problem]:
    """No sentence stands in one fact with "not" or "never", and word for word without it in another.

    Good: Do not share it. In two facts
    Bad: Do not share it. And in another fact: Share it.
    """
    said: dict[tuple[str, ...], list[Said]] = {}
    for fact, field, text in contents.texts:
        if isinstance(fact, Fact) and hyphenated(field) in TOLD:
            for sentence in SENTENCE.split(text):
                if not sentence.endswith("?"):
                    key, forbids = without_not(sentence)
                    said.setdefault(key, []).append(Said(fact, sentence, forbids))
    for key, found in said.items():
        forbidding = next((one for one in found if one.forbids), None)
        if forbidding and len(key) >= SHORTEST:
            for one in (one for one in found if not one.forbids and not refused(contents, one.text)):
                yield Problem(
                    one.fact.place,
                    f'"{one.fact.id}" says "{one.text}", and "{forbidding.fact.id}" says "{forbidding.text}" '
                    f"(see {forbidding.fact.place})",
                    'look for a "not" that was lost, or say how the two differ',
                )


def refused(contents: Contents, text: str) -> bool:
    """Whether it is on the list of what nobody may be told to do, which has a rule of its own."""
    return any(True for bad in contents.help.forbidden for _ in allowing(bad, text))


def without_not(sentence: str) -> tuple[tuple[str, ...], bool]:
    """The words of a sentence but for "not", and whether that turned it round."""
    small = sentence.lower().replace("cannot", "can not")
    return tuple(WORDS.findall(HELPER.sub(" ", small))), len(NOT.findall(small)) % 2 == 1


def harmful_claims_are_not_right(contents: Contents) -> Iterator[Problem]:
    """A claim that is ranked among those that can harm is called right in no region.

    Good: dangerous: 1, with verdict: contradicted
    Bad: dangerous: 1, with verdict: supported
    """
    for claim in contents.claims.all:
        for answer in claim.answers:
            if claim.dangerous and answer.verdict == "supported":
                yield Problem(
                    answer.place,
                    f'"{claim.id}" is ranked among the claims that can harm, and called right in '
                    f"{answer.region}",
                    'write what the sources say to it under "verdict", or delete "dangerous"',
                )


RULES = (nothing_is_said_both_ways, harmful_claims_are_not_right)
