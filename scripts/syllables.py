"""Writes the words whose syllables no rule guesses right, from the file cmudict.dict of the CMU Pronouncing
Dictionary, whose licence it keeps.

python3 scripts/syllables.py cmudict.dict LICENSE
"""

import sys
from collections import defaultdict
from pathlib import Path

import environment

environment.enter()

from monograph.checks.readability import EXCEPTIONS, bare, guessed  # noqa: E402


def main(dictionary: Path, licence: Path) -> None:
    lines = dictionary.read_text("utf-8").splitlines()
    sounds = dict(
        line.partition("#")[0].split(" ", 1) for line in lines
    )  # of the ways to say a word the first, which stands under its bare name
    counts = {
        word: sum(letter.isdigit() for letter in said) for word, said in sounds.items()
    }  # each vowel carries its stress as a digit
    words = defaultdict(list)
    for word, count in counts.items():
        other = bare(word)
        if count and count != (counts[other] if other != word and other in counts else guessed(other)):
            words[count].append(word)
    told = [f"# {line}".rstrip() for line in licence.read_text("utf-8").splitlines()]
    EXCEPTIONS.write_text(
        "\n".join([HEAD, *told, *(f"{count} {' '.join(sorted(words[count]))}" for count in sorted(words))])
        + "\n",
        "utf-8",
    )
    print(f"{sum(map(len, words.values()))} words in {EXCEPTIONS.relative_to(environment.ROOT)}")


HEAD = (
    "# Syllables of words that monograph/checks/readability.py would guess wrong: the count, then the "
    "words. Written by scripts/syllables.py.\n#"
)

if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
