"""Rules for signs that threaten life: whoever reads what to do about one is sent to the emergency number."""

import re
from collections.abc import Iterator
from functools import cache

from monograph.checks.texts import SENTENCE
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.help import Sign
from monograph.model.problem import Place, Problem, nearest
from monograph.model.shape import Fact
from monograph.model.statement import Card, Question, Statement

NUMBER, POISON = "{emergency}", "{poison}"
LOOKS_BACK = re.compile(r"\b(?:these|them)\b|^Call \{emergency\}(?: now)?\.")
AT_ONCE = re.compile(r"\{emergency\} (?:right )?now\b|^Call \{emergency\}")
# What "do" says of time, by the urgency beside it.
LATER = re.compile(
    r"\b(?:wait and see|tomorrow|later|weekend|in the morning|on monday|when you can"
    r"|if you (?:like|wish|want)|no (?:hurry|rush)|no need to|consider|sleep it off"
    r"|you (?:may|might|could) (?:call|ring|phone|go)"
    r"|rest first|if (?:it|they) (?:stays?|lasts?|goes on|go on|do not pass|does not pass)"
    r"|(?:a|one) (?:week|month))\b"
    r"|\bnext (?:day|week|month|year|visit|appointment|time|check-up)\b"
    r"|\b(?:in|for|after|within|wait) (?:an|two|three|four|a few|some|several|\d+)"
    r" (?:hours?|days|weeks|months)\b"
    r"|\} only if\b|\b(?:not|never) (?:call|ring|phone|dial|go to|get help)\b",
    re.IGNORECASE,
)
SOON = re.compile(
    r"\b(?:today|same day|at once|now|(?:straight|right) away|before (?:a|the next|any) dose)\b",
    re.IGNORECASE,
)
TOLD_AT_ONCE = re.compile(
    r"\b(?:call|ring|go)\b[^.]*\b(?:now|today|at once|same day|straight away|day or night)\b", re.IGNORECASE
)


def signs_were_read(contents: Contents) -> Iterator[Problem]:
    """A sign that threatens life names the reading that says so, or why there is none.

    Good: evidence: [emergency-01]
    Bad: neither "evidence" nor "not-read"
    """
    for sign in contents.help.signs:
        if bool(sign.evidence) == bool(sign.not_read):
            named = "a reading and says that it has none" if sign.evidence else "no reading"
            yield Problem(
                sign.place,
                f'"{sign.id}" names {named}',
                'write either the readings that say so under "evidence", or why there is none under '
                '"not-read"',
            )
        for row in sign.evidence:
            if row not in contents.evidence_by_id:
                yield Problem(
                    sign.place,
                    f'"{sign.id}" names the reading "{row}"',
                    nearest(row, contents.evidence_by_id),
                )


def now_card_names_every_sign(contents: Contents) -> Iterator[Problem]:
    """The help card of the level now names each sign that threatens life, in every edition.

    Good: "The lips turn blue.", for a sign with the words "blue lips" and "lips turn blue"
    Bad: a sign that stands in no point of the card
    """
    for region in contents.regions:
        cards = [card for card in Edition(contents, region).pick(contents.help.cards) if card.level == "now"]
        points = [point for card in cards for point in card.points]
        for sign in contents.help.signs:
            if not any(shows(sign, point) for point in points):
                place = cards[0].place if cards else Place("data/help.yml")
                yield Problem(
                    place,
                    f'the help card "now" for {region} does not name "{sign.id}"',
                    f'write "{sign.words[0]}" in a point of it',
                )


def levels_fit_the_signs(contents: Contents) -> Iterator[Problem]:
    """Where a fact says what to do about a sign that threatens life, it names {emergency} and its urgency is
    now; and whatever is of the urgency now names {emergency}.

    Good: do: Call {emergency} now if someone cannot be woken. With urgency: now
    Bad: do: Call your doctor if someone cannot be woken. With urgency: urgent
    """
    for region in contents.regions:
        for fact in Edition(contents, region).pick(contents.facts):
            if fact.region == region or region == next(
                iter(contents.regions)
            ):  # what all editions tell is judged once
                yield from misjudged(fact, contents.help.signs)


def misjudged(fact: Fact, signs: tuple[Sign, ...]) -> Iterator[Problem]:
    do, urgency = told_to_do(fact), getattr(fact, "urgency", "now")
    sign = next((sign for sign in signs if shows(sign, do, f"{about(fact)} {do}")), None)
    if sign and NUMBER not in do:
        yield Problem(
            fact.place,
            f'"{fact.id}" says what to do about "{sign.id}" and does not name {NUMBER}',
            f"write Call {NUMBER} now, or excuse it",
        )
    elif (sign or AT_ONCE.search(do)) and urgency != "now" and not isinstance(fact, Question):
        wrong = f'"{fact.id}" sends people to {NUMBER} with the urgency "{urgency}"'
        yield Problem(fact.place, wrong, 'write "urgency: now", or excuse it')
    elif urgency == "now" and isinstance(fact, Statement) and NUMBER not in f"{fact.title} {fact.do}":
        wrong = f'"{fact.id}" has the urgency "now" and does not name {NUMBER}'
        yield Problem(fact.place, wrong, f"write Call {NUMBER} now, or excuse it")


def do_fits_its_urgency(contents: Contents) -> Iterator[Problem]:
    """What is urgent is not put off: "do" says how soon, and nothing in it, or in the title, says later. What
    has to be done at once is urgent.

    Good: do: Call {advice} today. With urgency: urgent
    Bad: do: Wait and see for a week. With urgency: urgent
    """
    for fact in contents.facts:
        if isinstance(fact, Statement) and fact.urgency:
            title = fact.title if isinstance(fact, Card) else ""
            if wrong := out_of_step(fact.urgency, title or "", " ".join(filter(None, (title, fact.do)))):
                said, instead = wrong
                yield Problem(
                    fact.place,
                    f'"{fact.id}" has the urgency "{fact.urgency}" and {said}',
                    f"{instead}, or excuse it",
                )


def out_of_step(urgency: str, title: str, told: str) -> tuple[str, str] | None:
    """What is wrong with the time in which something is to be done, and what to write instead."""
    if urgency == "ask":
        found = TOLD_AT_ONCE.search(told)
        return (f'says "{found[0]}"', 'write "urgency: urgent", or "now"') if found else None
    if found := LATER.search(told):
        return f'says "{found[0]}"', 'say what to do at once, write "urgency: ask"'
    if urgency == "urgent" and not SOON.search(title or told):
        return "does not say how soon", 'write "today" or "at once"'
    return None


def poison_line_is_for_who_is_well(contents: Contents) -> Iterator[Problem]:
    """Where a fact sends people to {poison}, the same sentence says that it is for somebody who is well;
    {emergency} is for all others.

    Good: If awake and well with none of these, call {poison}.
    Bad: If someone cannot be woken, call {emergency}. If not, call {poison}.
    """
    for fact in contents.facts:
        unsaid = [
            sentence
            for sentence in SENTENCE.split(told_to_do(fact))
            if POISON in sentence and not has("well", sentence)
        ]
        if unsaid:
            yield Problem(
                fact.place,
                f'"{fact.id}" sends people to {POISON} and does not say that they are well',
                f'write "If awake and well, call {POISON}", or excuse it',
            )


def signs_are_for_the_emergency_number(contents: Contents) -> Iterator[Problem]:
    """The contacts for too much, for advice and for reports are for nobody with a sign that threatens life.

    Good: use: poison. With text: Too much was taken, but the person is awake and well.
    Bad: use: poison. With text: Too much was taken, and the person cannot be woken.
    """
    for contact in contents.help.contacts:
        sign = next((sign for sign in contents.help.signs if shows(sign, contact.text)), None)
        if sign and contact.use in ("poison", "advice", "report"):
            wrong = f'"{contact.id}" is for who shows "{sign.id}"'
            yield Problem(contact.place, wrong, f"leave it to {NUMBER}, and say whom this one is for")


def cards_have_as_many_points(contents: Contents) -> Iterator[Problem]:
    """The help cards of one level have as many points in every region: one that is lost is missed.

    Good: five points under "urgent" in the north, and five in the south
    Bad: four points in the north, and five in the south
    """
    cards: dict[str, list[Card]] = {}
    for card in contents.help.cards:
        cards.setdefault(card.level, []).append(card)
    for level, alike in cards.items():
        fullest = max(alike, key=lambda card: len(card.points))
        for card in alike:
            if len(card.points) < len(fullest.points):
                yield Problem(
                    card.place,
                    f'the help card "{level}" for {card.region} has {len(card.points)} points, and that for '
                    f"{fullest.region} has {len(fullest.points)} (see {fullest.place})",
                    "look for the point that was lost, and write as many in both",
                )


def told_to_do(fact: Fact) -> str:
    """What the reader is told to do, with the signs over it: the title, the points, and the text where
    "these" in it looks back.
    """
    if isinstance(fact, Question):
        return f"{fact.answer} {fact.more or ''}"
    if not isinstance(fact, Statement) or not fact.do:
        return ""
    back = fact.text or "" if LOOKS_BACK.search(fact.do) else ""
    return " ".join((fact.title or "", back, *fact.points, fact.do))


def about(fact: Fact) -> str:
    return " ".join(filter(None, (getattr(fact, name, None) for name in ("title", "text", "ask"))))


def shows(sign: Sign, text: str, around: str = "") -> bool:
    """Whether `text` names the sign, beside what makes a threat of it."""
    beside = not sign.beside or any(has(word, around or text) for word in sign.beside)
    return beside and any(has(word, text) for word in sign.words)


def has(word: str, text: str) -> bool:
    return bool(whole(word).search(text))


@cache
def whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


RULES = (
    signs_were_read,
    now_card_names_every_sign,
    levels_fit_the_signs,
    do_fits_its_urgency,
    poison_line_is_for_who_is_well,
    signs_are_for_the_emergency_number,
    cards_have_as_many_points,
)
