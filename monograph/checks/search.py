"""Rules for the words that people search for."""

import re
from collections.abc import Iterable, Iterator

from monograph.checks.texts import lacks_word
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.problem import Problem, nearest
from monograph.model.shape import Shape


def search_words_stand_once(contents: Contents) -> Iterator[Problem]:
    """A word that people search for leads to one page in an edition, and stands once in its list; a final s
    makes no other word.

    Good: words: [beer] for mixing#alcohol alone
    Bad: words: [beer] for mixing#alcohol, and [beers] for taking#food
    """
    search = contents.search
    for region in contents.regions:
        leads = [
            (lead, word)
            for lead in Edition(contents, region).pick((*search.red_flags, *search.words))
            for word in lead.words
        ]
        yield from twice_in(leads)
    yield from twice_in([(search, word) for word in search.harmless])
    yield from twice_in([(search, word) for word in search.in_danger])
    yield from twice_in([(search, word) for word in search.stop_words])
    yield from twice_in([(line, line.word) for line in search.alike])
    for line in search.alike:
        yield from twice_in([(line, word) for word in (line.word, *line.forms)])


def twice_in(leads: Iterable[tuple[Shape, str]]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], tuple[str, int]] = {}
    for shape, word in leads:
        read = as_read(word)
        if read in first:
            before, line = first[read]
            yield Problem(
                shape.place,
                f'"{word}" stands in line {line} too' + (f', as "{before}"' if word != before else ""),
                "keep the one that leads to the better page",
            )
        first.setdefault(read, (word, shape.place.line))


def as_read(said: str) -> tuple[str, ...]:
    """The words that the search page makes of an entry (`split` in search.mjs): a number and its unit apart,
    no final s.
    """
    words = re.findall(r"\d+\+(?:m[gl])?|[^\W_]+", re.sub(r"(\d)(?=[^\W\d_])", r"\1 ", said))
    return tuple(
        word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word for word in words
    )


def harmless_phrases_are_narrow(contents: Contents) -> Iterator[Problem]:
    """An everyday phrase that takes the emergency card away holds more than a red flag and a word that tells
    nothing.

    Good: harmless: [fit for work]
    Bad: harmless: [fit for], which stands in "a fit for 10 minutes" too
    """
    search = contents.search
    stop = {as_read(word) for word in search.stop_words}
    flags = {as_read(word) for flag in search.red_flags for word in flag.words}
    for phrase in search.harmless:
        words = as_read(phrase)
        if words in flags or (len(words) < 3 and any((word,) in stop for word in words)):
            yield Problem(
                search.place,
                f'the everyday phrase "{phrase}" is too wide: an emergency may hold it',
                "write the words that make it harmless, such as fit for work",
            )


def search_words_lead_on(contents: Contents) -> Iterator[Problem]:
    """Words that people search for are for an edition that is there, and lead to a page that has a name.

    Good: {page: mixing#alcohol, region: all, words: [beer]}
    Bad: {page: mixxing, region: all, words: [beer]}
    """
    for lead in (*contents.search.red_flags, *contents.search.words):
        yield from lacks_word(lead, "page", lead.page.partition("#")[0], contents)
        if lead.region not in {*contents.regions, "all"}:
            yield Problem(
                lead.place,
                f'the region "{lead.region}" is not known',
                nearest(lead.region, {*contents.regions, "all"}),
            )


def every_edition_knows_red_flags(contents: Contents) -> Iterator[Problem]:
    """In every edition there are words that call for the emergency number, and words that call for the crisis
    line.

    Good: kind: emergency, region: all and kind: crisis, region: all
    Bad: kind: emergency, region: us alone
    """
    for region in contents.regions:
        kinds = {flag.kind for flag in Edition(contents, region).pick(contents.search.red_flags)}
        for kind in ("emergency", "crisis"):
            if kind not in kinds:
                yield Problem(
                    contents.search.place,
                    f'no words call for "{kind}" in {region}',
                    "write them under red-flags",
                )


RULES = (
    search_words_stand_once,
    harmless_phrases_are_narrow,
    search_words_lead_on,
    every_edition_knows_red_flags,
)
