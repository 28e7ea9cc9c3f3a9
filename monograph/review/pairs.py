"""Two lists of texts, told as what was said before and what is said now."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from monograph.model.shape import PLACEHOLDER

LETTERS = re.compile(r"[^\W_]+")


class Pair(NamedTuple):
    """One thing said before and after; `key` is the key it is written under, or empty for the words of a
    page.
    """

    key: str
    before: str
    after: str


def pairs(key: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """What differs between two lists of texts, each with what stands in its place."""
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = before[a:b], after[c:d]
        for number in range(0 if kind == "equal" else max(len(old), len(new))):
            yield Pair(key, *(side[number] if number < len(side) else "" for side in (old, new)))


def unsaid(found: Iterable[Pair], shown: Sequence[Pair]) -> Iterator[Pair]:
    """Those of `found` whose texts do not stand in what is `shown` already."""
    before, after = ([folded(getattr(pair, side)) for pair in shown] for side in ("before", "after"))
    return (pair for pair in found if not (is_said(pair.before, before) and is_said(pair.after, after)))


def is_said(text: str, shown: Iterable[str]) -> bool:
    """Whether a page says the text; a word in braces may be filled with anything."""
    parts = [folded(part) for part in PLACEHOLDER.sub("\n", text).splitlines()]
    return not text or any(all(part in words for part in parts) for words in shown)


def folded(text: str) -> str:
    return f" {' '.join(LETTERS.findall(text.lower()))} "
