"""Which addresses of sources, and of those to turn to, no longer answer: asked over the network, a few at a
time.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from monograph.model.contents import Contents
from monograph.model.problem import Place

AT_ONCE = 6
FIRST = 12  # where none of so many answers, there is no network
PATIENCE = 15.0  # seconds for one address
AGENT = "Mozilla/5.0 (compatible; a guide that looks whether its sources are still there)"
# Answers to a program, which may be others to a reader: it is there, or one has to look.
BY_HAND = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_ACCEPTABLE,
    HTTPStatus.TOO_MANY_REQUESTS,
}


class Address(NamedTuple):
    place: Place
    name: str
    url: str


class Answer(NamedTuple):
    """What an address answered: a status of HTTP, 0 for none, with what was said, and where it led."""

    status: int
    said: str
    url: str


def addresses(contents: Contents) -> list[Address]:
    """Those of source cards and contacts, in the order of their files."""
    cards = [Address(card.place, card.id, card.url) for card in contents.sources if card.url]
    people = [Address(item.place, item.id, item.url) for item in contents.help.contacts if item.url]
    return [*cards, *people]


def ask(url: str, patience: float = PATIENCE) -> Answer:
    """What an address answers: to HEAD, or else to GET, which every server knows."""
    found, plain = Answer(0, "", url), quote(url, safe="%/:=&?~#+!$,;'@()*[]")
    for method in ("HEAD", "GET"):
        request = Request(plain, method=method, headers={"User-Agent": AGENT})
        try:
            with urlopen(request, timeout=patience) as answer:
                return Answer(answer.status, "", answer.url)
        except HTTPError as error:
            found = Answer(error.code, f"{error.code} {error.reason}", url)
            error.close()
        except (OSError, HTTPException, ValueError) as error:
            found = Answer(0, str(getattr(error, "reason", "") or error) or type(error).__name__, url)
    return found


def wrong(asked: str, answer: Answer) -> tuple[str, bool]:
    """What is wrong with an answer, "" for nothing, and whether the address has to be mended for it."""
    if answer.status in BY_HAND:
        return f"does not answer programs ({answer.said}): open it in a browser", False
    if not answer.status or answer.said:
        return f"no longer answers: {answer.said}", True
    if urlsplit(asked).path.strip("/") and not urlsplit(answer.url).path.strip("/"):
        return f"leads to the front page now ({answer.url}): look for the page in a browser", False
    return "", False


def report(found: Iterable[Address], patience: float = PATIENCE) -> tuple[str, bool]:
    """Every address that somebody has to look at, then a summary; and whether all of them answered."""
    listed = list(found)
    urls = list(dict.fromkeys(address.url for address in listed))
    first, rest = urls[:FIRST], urls[FIRST:]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = dict(zip(first, pool.map(lambda url: ask(url, patience), first), strict=True))
        if urls and not any(answer.status for answer in answers.values()):
            said = answers[first[0]].said
            return f"None of the first {len(first)} addresses answered ({said}). Is there a network?", False
        answers |= zip(rest, pool.map(lambda url: ask(url, patience), rest), strict=True)
    is_well = not any(wrong(*item)[1] for item in answers.items())
    return "\n".join([*told(listed, answers), summary(answers)]), is_well


def told(listed: Iterable[Address], answers: dict[str, Answer]) -> Iterator[str]:
    for address in listed:
        if said := wrong(address.url, answers[address.url])[0]:
            yield f"{address.place}: {address.name}: {address.url} {said}"


def summary(answers: dict[str, Answer]) -> str:
    judged = [wrong(*item) for item in answers.items()]
    gone = sum(is_gone for _, is_gone in judged)
    by_hand = sum(bool(said) and not is_gone for said, is_gone in judged)
    addresses = f"{len(answers)} address{'es' * (len(answers) != 1)}"
    there = len(answers) - gone - by_hand
    return f"{addresses}: {there} answer, {by_hand} to be opened by hand, {gone} no longer answer."
