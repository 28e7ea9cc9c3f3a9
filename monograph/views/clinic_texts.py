"""Texts that a clinic pastes into messages and visit summaries: made of whole facts, as many as there is room
for.
"""

import re
import string
from collections.abc import Iterable, Iterator
from html import unescape

from markupsafe import Markup

from monograph.model.statement import Question, Sentences
from monograph.views.frame import unchecked
from monograph.views.page_context import PageContext

MESSAGE = 160  # characters of one text message, if all of them are in its alphabet
IN_MESSAGES = frozenset(
    string.ascii_letters + string.digits + " .,:;!?'\"()/-+=*#&%@"
)  # of that alphabet, what we may need
ADDRESS = (
    40  # characters: where nobody said where the guide is published, its addresses are taken to be no longer
)
SUMMARY, LONG_SUMMARY = 40, 120  # words
Texts = tuple[Markup, ...]


def message(title: str, facts: Iterable[Sentences], address: str, page: PageContext) -> Markup | None:
    """A text message: the first of the facts that there is room for, or what it says to do, and the address;
    never half of either.
    """
    room = MESSAGE - len(f"{title}:   ") - (len(address) if page.site else ADDRESS)
    for texts in (texts for fact in facts for texts in (whole(fact), parts(fact)[2:])):
        text = Markup(" ").join(said(text, page) for text in texts if text)
        if text and len(plain(text)) <= room and IN_MESSAGES.issuperset(plain(text) + title):
            return Markup("{}: {} {}").format(title, text, as_code(address))
    return None


def whole(fact: Sentences) -> tuple[str | None, ...]:
    """What a message says of a fact: its title is that of the task; a question is asked."""
    return parts(fact)[not isinstance(fact, Question) :]


def parts(fact: Sentences) -> tuple[str, str | None, str | None]:
    """Its title, without which its text may mean something else, its text, and what to do: for a question,
    the question and its answer.
    """
    if isinstance(fact, Question):
        return fact.ask, None, fact.answer
    return sentence(fact.title or ""), fact.text, fact.do


def origin(page: PageContext) -> str:
    """Who says so, as of when, and whether any clinician has checked it: whoever gets the text does not see
    the page.
    """
    say, day = page.phrases.say, page.phrases.day(page.edition.contents.review.last_checked)
    guide = say("snippet-guide", place=page.edition.region_info.name)
    return " ".join(
        filter(
            None,
            (
                f"{guide[0].upper()}{guide[1:]}.",
                say("snippet-checked", date=day),
                unchecked(page.edition, page.phrases),
            ),
        )
    )


def summary(title: str, facts: Iterable[Sentences], address: str, most: int, page: PageContext) -> Texts:
    """A text for a visit summary, in paragraphs: the task, as many facts as there is room for, the stop
    warning and the address.
    """
    stop = page.edition.stop_warning
    more = (*paragraphs(stop, page)[1:], Markup.escape(origin(page))) if most == LONG_SUMMARY else ()
    ends = [said(sentence(stop.in_full[0]), page), *more, as_code(address)]
    heading = Markup.escape(sentence(title))
    return (heading, *fitting(facts, most - word_count((heading, *ends)), page), *ends)


def fitting(facts: Iterable[Sentences], room: int, page: PageContext) -> Iterator[Markup]:
    """Those of the facts, from the first on, that fit into so many words; of one that is too long, what to
    do.
    """
    for fact in facts:
        texts = paragraphs(fact, page)
        if word_count(texts) > room:
            texts = paragraphs(fact, page, with_text=False)
        if word_count(texts) <= room:
            room -= word_count(texts)
            yield from texts


def word_count(texts: Iterable[Markup]) -> int:
    return sum(len(plain(text).split()) for text in texts)


def paragraphs(fact: Sentences, page: PageContext, with_text: bool = True) -> Texts:
    title, text, do = parts(fact)
    return tuple(said(part, page) for part in (title, text if with_text else None, do) if part)


def sentence(title: str) -> str:
    return f"{title}." if title else ""


def as_code(address: str) -> Markup:
    """An address is no words, whatever it looks like."""
    return Markup("<code>{}</code>").format(address)


def said(text: str, page: PageContext) -> Markup:
    return page.phrases.prose(text)


def plain(text: Markup) -> str:
    """The text as it is pasted: without links, the numbers to call in figures."""
    return unescape(re.sub(r"<[^>]+>", "", text))
