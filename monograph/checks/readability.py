"""How hard a text is to read: Flesch-Kincaid grade and SMOG, from words, sentences and syllables.

Syllables are those of the CMU Pronouncing Dictionary. A word that it lacks (British spellings, some names) is
counted by its groups of vowels, less a silent e at its end. A hyphenated word is one word with the syllables
of its parts; a number is a word of one syllable. SMOG was made for 30 sentences or more. On a shorter page it
is worked out in the same way, and is the rougher the fewer sentences there are.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from monograph.html import words

EXCEPTIONS = Path(__file__).with_name("syllables.txt")  # made from the dictionary by scripts/syllables.py
HARD = 3  # syllables of a word that SMOG counts
SILENT = re.compile(
    r"(?:[^aeiouylr]|[aeiouy][lr])e$|[^aeioudty]ed$|[^aeioucghsxyz]es$"
)  # "make", "whole", "filled", "makes", but "table" and "litre"


@dataclass(frozen=True)
class Score:
    """What a text is made of."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    hard: int = 0

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: years at school in the US (Kincaid and others, 1975);
        none for no words.
        """
        return (
            0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
            if self.words
            else 0.0
        )

    @property
    def smog(self) -> float:
        """The SMOG grade (McLaughlin, 1969); none for no words."""
        return 1.043 * sqrt(30 * self.hard / self.sentences) + 3.1291 if self.words else 0.0


def score(sentences: Iterable[str], left_out: frozenset[str] = frozenset()) -> Score:
    """The score of `sentences` without the words `left_out` (in small letters); a sentence of nothing else is
    none.
    """
    read = [[word for word in words(sentence) if bare(word) not in left_out] for sentence in sentences]
    counts = [[syllables(word) for word in sentence] for sentence in read if sentence]
    return Score(
        words=sum(map(len, counts)),
        sentences=len(counts),
        syllables=sum(map(sum, counts)),
        hard=sum(count >= HARD for sentence in counts for count in sentence),
    )


def bare(word: str) -> str:
    """A word in small letters without its "'s"."""
    return word.lower().replace("’", "'").removesuffix("'s")


@cache
def syllables(word: str) -> int:
    """The syllables of a word; of the ways to say it, the dictionary's first."""
    parts = [part for part in re.split(r"[-/]", word.lower().replace("’", "'")) if part]
    return sum(spoken(part) for part in parts)


def spoken(part: str) -> int:
    if part[0].isdigit():
        return 1
    known = exceptions()
    return known.get(part) or known.get(bare(part)) or guessed(bare(part))


def guessed(part: str) -> int:
    """The syllables of a word by rule: its groups of vowels, less a silent e at its end."""
    return max(1, len(re.findall(r"[aeiouy]+", part)) - bool(SILENT.search(part)))


@cache
def exceptions() -> dict[str, int]:
    """The syllables of the words that would be guessed wrong."""
    lines = (line.split() for line in EXCEPTIONS.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {word: int(count) for count, *words in lines for word in words}
