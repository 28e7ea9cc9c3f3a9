"""The word list of data/plain-words.yml on finished pages: the plain word first, and no word listed that no
page needs.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from monograph.checks.readability import bare
from monograph.html import beginning, words
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.plain_words import Pair
from monograph.model.problem import Problem
from monograph.views.pages import Page

BRACE = re.compile(r"[][{}]")


def plain_words_come_first(page: Page, edition: Edition) -> Iterator[Problem]:
    """A medical term stands in brackets after its plain word when a page first uses it; the word list is in
    data/plain-words.yml. Only a page's name may begin with the term, and then has the plain word in brackets.

    Good: tightness (spasticity)
    Bad: spasticity, on a page that has not yet said tightness
    """
    find, met = finder(edition.pick(edition.contents.plain_words.plain_first)), set()
    names = [name for key, name in edition.contents.phrases.items() if key.startswith("page-")]
    for passage in page.document.prose:
        if passage.tag == "dt":  # the word that an explanation follows
            continue
        for pair, found in find(passage.text):
            before, after = passage.text[: found.start()], passage.text[found.start() :]
            if pair.term not in met and not in_brackets(pair, before) and not in_a_name(pair, after, names):
                wrong = f'"{found[0]}" comes before its plain word in "{beginning(before[-40:] + after)}"'
                yield Problem(
                    page.place(passage),
                    wrong,
                    f'write "{pair.plain[0]} ({found[0]})" where the page first says it',
                )
            met.add(pair.term)


def no_brace_is_left(page: Page, edition: Edition) -> Iterator[Problem]:
    """No brace and no square bracket stands on a finished page: it would be a word that should have become a
    number to call or an amount, or a link that is none.

    Good: Call 911 now.
    Bad: Call { emergency } now.
    """
    for passage in page.document.passages:
        if found := BRACE.search(passage.text):
            kind = "brace" if found[0] in "{}" else "bracket"
            wrong = f'a {kind} is left in "{beginning(passage.text[max(0, found.start() - 20) :])}"'
            instead = "spell the word in braces as its neighbours in data/ do, or write no brackets"
            yield Problem(page.place(passage), wrong, instead)


def finder(pairs: Iterable[Pair]) -> Callable[[str], Iterator[tuple[Pair, re.Match[str]]]]:
    """What finds the terms in a text, alone or with an s, each with its pair, in their order."""
    by_form = {form.lower(): pair for pair in pairs for form in (pair.term, *pair.forms)}
    pattern = re.compile(
        rf"\b({'|'.join(map(re.escape, by_form))})s?\b" if by_form else r"(?!)", re.IGNORECASE
    )
    return lambda text: ((by_form[found[1].lower()], found) for found in pattern.finditer(text))


def in_brackets(pair: Pair, before: str) -> bool:
    """Whether what stands before a term ends in an open bracket that one of its plain words comes before."""
    said, bracket, inside = before.rpartition("(")
    return bool(bracket) and ")" not in inside and any(plain.lower() in said.lower() for plain in pair.plain)


def in_a_name(pair: Pair, after: str, names: Iterable[str]) -> bool:
    """Whether a page's name begins with the term and has one of its plain words in brackets: it is the word
    that people look for.
    """
    return any(after.startswith(name) and any(f"({plain})" in name for plain in pair.plain) for name in names)


def wording_is_needed(pages: Iterable[str], contents: Contents) -> Iterator[Problem]:
    """Whatever data/plain-words.yml lists stands on a page of some edition.

    Good: left-out: [morphine], with morphine on a page
    Bad: left-out: [morphine], and the sentence that named it is gone
    """
    text = "\n".join(pages)
    said = {bare(part) for word in set(words(text)) for part in (word, *word.split("-"))}
    wording = contents.plain_words
    unsaid = [word for word in (*wording.left_out, *wording.spelling) if word.lower() not in said]
    used = {pair.term for pair, _ in finder(wording.plain_first)(text)}
    rest = [pair for pair in wording.plain_first if pair.term not in used]  # a longer term may hold one
    unsaid += [pair.term for pair in rest if not next(finder([pair])(text), None)]
    for word in unsaid:
        yield Problem(wording.place, f'"{word}" is listed, but stands on no page', "delete it")


RULES = (plain_words_come_first, no_brace_is_left)
