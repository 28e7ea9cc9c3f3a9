"""Writes the words whose syllables no rule guesses right, from the file cmudict.dict of the CMU Pronouncing
Dictionary, whose licence it keeps.
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from monograph.checks.readability import EXCEPTIONS, bare, guessed

HEAD = (
    "# Syllables of words that monograph/checks/readability.py would guess wrong: the count, then the "
    "words. Written by scripts/syllables.py.\n#"
)


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dictionary", type=Path, metavar="DICTIONARY", help="such as cmudict.dict")
    options.add_argument("licence", type=Path, metavar="LICENCE", help="the file LICENSE beside it")
    chosen = options.parse_args(argv)
    words = misguessed(counts(chosen.dictionary.read_text("utf-8").splitlines()))
    told = [f"# {line}".rstrip() for line in chosen.licence.read_text("utf-8").splitlines()]
    lines = [HEAD, *told, *(f"{count} {' '.join(sorted(words[count]))}" for count in sorted(words))]
    name = f"monograph/checks/{EXCEPTIONS.name}"
    (root / name).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{sum(map(len, words.values()))} words in {name}")
    return 0


def counts(lines: list[str]) -> dict[str, int]:
    """The syllables of every word, in the first of the ways to say it, which stands under its bare name."""
    sounds = dict(line.partition("#")[0].split(" ", 1) for line in lines)
    # Each vowel carries its stress as a digit.
    return {word: sum(letter.isdigit() for letter in said) for word, said in sounds.items()}


def misguessed(counts: dict[str, int]) -> dict[int, list[str]]:
    """The words that have another count than the rules guess, by that count."""
    words = defaultdict(list)
    for word, count in counts.items():
        other = bare(word)
        if count and count != (counts[other] if other != word and other in counts else guessed(other)):
            words[count].append(word)
    return words
