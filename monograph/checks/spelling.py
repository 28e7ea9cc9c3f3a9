"""Spelling, by hunspell where it is installed, with the dictionary of each edition's language."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache

from monograph.checks.numbers import LATIN
from monograph.checks.readability import bare
from monograph.html import Passage
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.problem import Problem
from monograph.views.pages import Page

LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
ADDRESS = re.compile(r"\w+(?:\.\w+)+\S*")  # of a page, or the name of a file
ABSENT = (
    "spelling was not checked: hunspell or its dictionary is not installed (apt-get install hunspell "
    "hunspell-en-us hunspell-en-gb)\n"
)


def words_are_spelled_right(pages: list[Page], edition: Edition) -> Iterator[Problem]:
    """Every word is in hunspell's dictionary for the edition's language, or in a list of
    data/plain-words.yml.

    Good: color in the US, colour in the UK
    Bad: colour in a sentence with region: all
    """
    places: dict[str, tuple[Page, Passage]] = {}
    for page in pages:
        for passage in page.document.passages:
            for word in LETTERS.findall(ADDRESS.sub("", passage.text.replace("’", "'"))):
                places.setdefault(word.removesuffix("'s"), (page, passage))
    known = {word.lower() for word in (*edition.left_out_words, *edition.contents.plain_words.spelling)}
    for word in unknown(sorted(places), dictionary(edition)):
        if bare(word) not in known and not re.fullmatch(
            LATIN, word
        ):  # that is told as D6, with what to write instead
            page, passage = places[word]
            yield Problem(
                page.place(passage),
                f'"{word}" is in no dictionary',
                'mend it, or add it to "spelling" in data/plain-words.yml',
            )


def unchecked(contents: Contents) -> str:
    """A line to say when some edition's spelling cannot be checked here; nothing when all can."""
    return "" if all(has(dictionary(Edition(contents, region))) for region in contents.regions) else ABSENT


def dictionary(edition: Edition) -> str:
    return edition.region_info.locale.replace("-", "_")


def unknown(words: list[str], dictionary: str) -> list[str]:
    """Those of `words` that the dictionary lacks; none where it is not installed."""
    return ask(dictionary, "\n".join(words)).stdout.split() if has(dictionary) else []


@cache
def has(dictionary: str) -> bool:
    return bool(shutil.which("hunspell")) and not ask(dictionary, "").returncode


def ask(dictionary: str, text: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["hunspell", "-l", "-i", "UTF-8", "-d", dictionary], input=text, capture_output=True, encoding="utf-8"
    )
