"""Amounts of the medicine as sentences name them: in figures or in words, in any unit of mass, as tablets,
and as mL of a liquid whose strength stands beside.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from monograph.checks.texts import SENTENCE

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
VALUES = {word: value for value, word in enumerate(ONES.split())}
VALUES |= {word: value for value, word in zip(range(20, 100, 10), TENS.split(), strict=True)}
GREAT = {"dozen": 12, "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000}
SMALL = "|".join(sorted(VALUES, key=len, reverse=True))
LARGE = "|".join(sorted(GREAT, key=len, reverse=True))
IN_WORDS = re.compile(
    rf"(?:\b(?:an?|\d+|{SMALL})[\s-]+)?\b(?:{LARGE}|{SMALL})\b"
    rf"(?:[\s-]+(?:{LARGE}|{SMALL})\b|(?<=d)\s+and\s+(?:{SMALL})\b)*",
    re.IGNORECASE,
)
PARTS = (  # of one, in figures
    (re.compile(r"(?<=\d) and (?:a|one) half\b", re.IGNORECASE), ".5"),
    (re.compile(r"\b(?:a )?half(?: an?| of an?)?\b(?! hour)", re.IGNORECASE), "0.5"),
    (re.compile(r"\b(?:a|one) quarter(?: of)?(?: an?)?\b", re.IGNORECASE), "0.25"),
    (re.compile(r"\b(?:a )?(?:couple|pair)(?: of)?\b", re.IGNORECASE), "2"),
    (re.compile(r"\ban?(?= (?:milli|micro)?gram)", re.IGNORECASE), "1"),
)
THOUSANDS = re.compile(r"(?<=\d)[,'’\s](?=\d{3}(?!\d))")
NUMBER = r"(?<![\d.])\d+(?:\.\d+)?"
IN_MG = {  # by the first letters of a unit
    "mi": Decimal("0.001"),
    "mc": Decimal("0.001"),
    "u": Decimal("0.001"),
    "g": Decimal(1000),
    "m": Decimal(1),
}
UNIT = r"(?:micro-?gram(?:me)?s?|mcgs?|ugs?|milli[- ]?gram(?:me)?s?|m\.? ?gs?|mgms?|gram(?:me)?s?|gms?|gs?)\b"
MASS = re.compile(rf"({NUMBER})[\s-]*({UNIT})(?!/)", re.IGNORECASE)
A_MASS = MASS.pattern
TABLETS = re.compile(
    rf"({NUMBER})\s*(?:x|×|of(?: the| these| your)?)?\s*(?:{A_MASS}\s*)?"
    rf"(?:tablets?|pills?|capsules?|packets?|sachets?)\b(?:\W*(?:each |of |with |at )*{A_MASS})?",
    re.IGNORECASE,
)
STRENGTH = re.compile(
    rf"{A_MASS}(?: of \w+)? (?:in|per) (?:each |every |a )?({NUMBER})? ?mL\b", re.IGNORECASE
)
VOLUME = re.compile(rf"(?<!in )({NUMBER}) ?mL\b", re.IGNORECASE)

ONE_DOSE = re.compile(
    r" (?:each time|at once|at a time|(?:in|as|for) (?:1|a single|a) dose)\b", re.IGNORECASE
)
TOTAL = re.compile(r"\W*(?:in total|(?:in )?(?:a|the|each|every|per) day|daily)\b", re.IGNORECASE)
OFTEN = re.compile(
    r"\b(?:(once|twice)|(\d+)(?: (?:or|to) (\d+))? times) (?:a|per|each|every|in a) day"
    r"|\bevery (\d+)(?: (?:or|to) \d+)? hours",
    re.IGNORECASE,
)


@cache
def in_figures(text: str) -> str:
    """The text with its numbers in figures: "two hundred mg" as "200 mg"."""
    text = IN_WORDS.sub(lambda found: str(value(found[0])), text)
    for part, number in PARTS:
        text = part.sub(number, text)
    return THOUSANDS.sub("", text.replace(" .5", ".5"))


def value(words: str) -> int:
    """What a number in words comes to."""
    total = current = 0
    for word in re.findall(r"\w+", words.lower()):
        if word in GREAT:
            current = max(current, 1) * GREAT[word]
            total, current = (total + current, 0) if current >= 1000 else (total, current)
        elif word != "and":
            current += 1 if word in ("a", "an") else VALUES[word] if word in VALUES else int(word)
    return total + current


def mg(number: str, unit: str) -> Decimal:
    unit = re.sub("milli[- ]?", "m", unit.lower())
    return Decimal(number) * next(factor for start, factor in IN_MG.items() if unit.startswith(start))


class Named(NamedTuple):
    """An amount in mg, and where a text names it."""

    mg: Decimal
    start: int
    end: int


def masses(text: str) -> list[Named]:
    """The amounts that a text in figures names, tablets with their strength too."""
    tablets = [
        Named(Decimal(found[1]) * each, found.start(), found.end())
        for found in TABLETS.finditer(text)
        if (each := strength_of(found))
    ]
    alone = [
        Named(mg(found[1], found[2]), found.start(), found.end())
        for found in MASS.finditer(text)
        if not any(held.start <= found.start() < held.end for held in tablets)
    ]
    return sorted([*tablets, *alone], key=lambda named: named.start)


def strength_of(tablets: re.Match[str]) -> Decimal | None:
    _, before, unit_before, after, unit_after = tablets.groups()
    return mg(before, unit_before) if before else mg(after, unit_after) if after else None


def amounts_in(text: str, strongest: Decimal) -> Iterator[Decimal]:
    """Every amount that a text in figures names, in mg; a tablet without its strength is the strongest."""
    yield from (named.mg for named in masses(text))
    yield from (Decimal(found[1]) * strongest for found in TABLETS.finditer(text) if not strength_of(found))
    strengths = [mg(found[1], found[2]) / Decimal(found[3] or 1) for found in STRENGTH.finditer(text)]
    for found in VOLUME.finditer(STRENGTH.sub("", text)):
        yield from (Decimal(found[1]) * strength for strength in strengths)


def single_amounts_in(text: str) -> Iterator[Decimal]:
    """The amounts in mg that are said to be taken each time."""
    return (named.mg for named in masses(text) if ONE_DOSE.match(text, named.end))


def daily_amounts_in(text: str, most: Decimal) -> Iterator[Decimal]:
    """What amounts up to `most` come to in a day, by how often a sentence says they are taken."""
    for sentence in SENTENCE.split(text):
        taken = [named for named in masses(sentence) if not TOTAL.match(sentence, named.end)]
        for found in OFTEN.finditer(sentence):
            before = [named for named in taken if named.end <= found.start()]
            for named in before[-1:] or taken[:1]:
                if named.mg <= most:
                    yield named.mg * times(found)


def times(found: re.Match[str]) -> Decimal:
    """How often a day, at most."""
    word, low, high, hours = found.groups()
    if word:
        return Decimal({"once": 1, "twice": 2}[word.lower()])
    return Decimal(24) / Decimal(hours) if hours else Decimal(high or low)
