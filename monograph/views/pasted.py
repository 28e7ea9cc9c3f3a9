"""Texts that a clinic pastes into messages and visit summaries: made of whole facts, as many as there is room for."""

import re
import string
from collections.abc import Iterable, Iterator
from html import unescape

from markupsafe import Markup

from monograph.model.statement import Statement
from monograph.views.page import Page

MESSAGE = 160  # characters of one text message, if all of them are in its alphabet
IN_MESSAGES = frozenset(string.ascii_letters + string.digits + " .,:;!?'\"()/-+=*#&%@")  # of that alphabet, what we may need
ADDRESS = 40  # characters: where nobody said where the guide is published, its addresses are taken to be no longer
SUMMARY, LONG_SUMMARY = 40, 120  # words
Texts = tuple[Markup, ...]


def message(title: str, fact: Statement, address: str, page: Page) -> Markup | None:
    """A text message: as much of the fact as there is room for, never part of a sentence, and the address."""
    room = MESSAGE - len(f"{title}:   ") - (len(address) if page.site else ADDRESS)
    for texts in ((fact.text, fact.do), (fact.do,), (sentence(warning(page).title),)):
        text = Markup(" ").join(said(text, page) for text in texts if text)
        if text and len(plain(text)) <= room and IN_MESSAGES.issuperset(plain(text) + title):
            return Markup("{}: {} {}").format(title, text, as_code(address))
    return None


def summary(title: str, facts: Iterable[Statement], address: str, most: int, page: Page) -> Texts:
    """A text for a visit summary, in paragraphs: the task, as many facts as there is room for, the stop warning and the address."""
    stop = warning(page)
    ends = [said(sentence(stop.title), page), *(paragraphs(stop, page)[1:] if most == LONG_SUMMARY else ()), as_code(address)]
    heading = Markup.escape(sentence(title))
    return (heading, *fitting(facts, most - words((heading, *ends)), page), *ends)


def fitting(facts: Iterable[Statement], room: int, page: Page) -> Iterator[Markup]:
    """As many of the facts, from the first on, as fit into so many words; of one that is too long, what to do."""
    for fact in facts:
        texts = paragraphs(fact, page)
        if words(texts) > room:
            texts = paragraphs(fact, page, with_text=False)
        room -= words(texts)
        if room < 0:
            return
        yield from texts


def words(texts: Iterable[Markup]) -> int:
    return sum(len(plain(text).split()) for text in texts)


def warning(page: Page) -> Statement:
    (found,) = page.edition.topic("stop-warning")
    return found


def paragraphs(fact: Statement, page: Page, with_text: bool = True) -> Texts:
    """A fact with its title, without which its text may mean something else."""
    title = sentence(getattr(fact, "title", None) or "")
    return tuple(said(text, page) for text in (title, fact.text if with_text else None, fact.do) if text)


def sentence(title: str) -> str:
    return f"{title}." if title else ""


def as_code(address: str) -> Markup:
    """An address is no words, whatever it looks like."""
    return Markup("<code>{}</code>").format(address)


def said(text: str, page: Page) -> Markup:
    return page.words.prose(text)


def plain(text: Markup) -> str:
    """The text as it is pasted: without links, the numbers to call in figures."""
    return unescape(re.sub(r"<[^>]+>", "", text))
