"""How text is written on finished pages: short sentences, short paragraphs, short lists, and easy to read as
a whole.

Each page is scored by its own words: paragraphs, bullets, explanations, captions of pictures, and the lines
of cells that are sentences. Every one of them ends a sentence. Headings and cells that hold a name or an
amount are no sentences, and would make any page look easy. The stop warning is scored by itself; so are the
words that stand alike on every page, lest they sweeten a hard page.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from monograph.checks.readability import Score, score
from monograph.html import FRAME, WARNING, Passage, beginning, sentences, words
from monograph.model.edition import Edition
from monograph.model.problem import Place, Problem
from monograph.views.pages import Page

LONGEST_SENTENCE, MOST_SENTENCES, MOST_BULLETS = 25, 3, 7
HIGHEST = {"own": 6, "frame": 6, "warning": 4}  # Flesch-Kincaid grade by the part of a page
HIGHEST_SMOG = {"own": 8}  # of the other parts, a few sentences each, SMOG would say nothing
WHOLE = {"li", "figcaption"}  # without a full stop too, these say something
SAID = {"p", "td", "dd"}
CLOSED = re.compile(r"[.!?]\W*$")


def sentences_are_short(page: Page, edition: Edition) -> Iterator[Problem]:
    """A sentence has at most 25 words.

    Good: Call your doctor today. Say that you have run out.
    Bad: one sentence that says whom to call, when, why, what to say to them, what to have at hand and what
        not to do meanwhile
    """
    for passage in page.document.prose:
        for count, sentence in lengths(passage):
            if count > LONGEST_SENTENCE:
                wrong = f'a sentence has {count} words: "{beginning(sentence)}"'
                yield Problem(
                    page.place(passage), wrong, f"make two of it, with {LONGEST_SENTENCE} words each at most"
                )


def lengths(passage: Passage) -> Iterator[tuple[int, str]]:
    """Each sentence of a passage with the number of its words."""
    return ((len(words(sentence)), sentence) for line in passage.lines for sentence in sentences(line))


def paragraphs_are_short(page: Page, edition: Edition) -> Iterator[Problem]:
    """A paragraph, a bullet and a line of a cell have at most three sentences before the next break.

    Good: text: It can make you sleepy. Do not drive.
    Bad: text: It can make you sleepy. You may be slow. You may fall. Do not drive.
    """
    for passage in page.document.prose:
        for line in passage.lines:
            if len(sentences(line)) > MOST_SENTENCES:
                wrong = f'{len(sentences(line))} sentences stand without a break: "{beginning(line)}"'
                yield Problem(
                    page.place(passage),
                    wrong,
                    "leave one out, join two short ones, or make a fact or a bullet of it",
                )


def lists_are_short(page: Page, edition: Edition) -> Iterator[Problem]:
    """A list has at most seven bullets before the next break; a menu of links is no such list.

    Good: points: [fever, sweating, stiff muscles]
    Bad: eight signs under "points"
    """
    bullets = defaultdict(list)
    for passage in page.document.prose:
        if passage.tag == "li" and not passage.is_menu:
            bullets[passage.list].append(passage)
    for first, *others in bullets.values():
        if len(others) >= MOST_BULLETS:
            wrong = f'{1 + len(others)} bullets stand without a break: "{beginning(first.text)}"'
            yield Problem(page.place(first), wrong, "make two lists of it, each with a lead of its own")


def is_easy_to_read(page: Page, edition: Edition) -> Iterator[Problem]:
    """A page reads at grade 6 or below (Flesch-Kincaid) and at SMOG 8 or below, the stop warning at grade 4
    or below.

    Good: The dose goes down a little at a time.
    Bad: Discontinuation necessitates gradual reduction of the administered quantity.
    """
    for part, scored in scores(page, edition).items():
        for name, measured, highest in (
            ("grade", scored.grade, HIGHEST[part]),
            ("SMOG", scored.smog, HIGHEST_SMOG.get(part)),
        ):
            if highest and measured > highest:
                wrong = f"{NAMES[part]} reads at {name} {measured:.2f}, above {highest}"
                yield Problem(
                    Place(page.source),
                    wrong,
                    "shorten its longest sentences and words: scripts/reading.py shows the scores",
                )


NAMES = {"own": "this page", "frame": "the end of every page", "warning": "the stop warning"}


def scores(page: Page, edition: Edition) -> dict[str, Score]:
    """The scores of a page: its own words, the warning, and the words that stand on every page, the line of
    the warning among them.
    """
    texts: dict[str, list[str]] = {part: [] for part in NAMES}
    for passage in page.document.prose:
        texts[part_of(passage)].extend(said(passage))
    left_out = frozenset(word.lower() for word in edition.left_out_words)
    return {part: score(text, left_out) for part, text in texts.items()}


def part_of(passage: Passage) -> str:
    return "frame" if passage.within & FRAME else "warning" if WARNING in passage.within else "own"


def said(passage: Passage) -> Iterator[str]:
    """The sentences of a passage that count."""
    for line in passage.lines:
        if passage.tag in WHOLE or passage.tag in SAID and CLOSED.search(line):
            yield from sentences(line)


RULES = (sentences_are_short, paragraphs_are_short, lists_are_short, is_easy_to_read)
