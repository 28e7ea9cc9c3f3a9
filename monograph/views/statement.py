"""Statements, cards and the chances they carry."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.frequency import Frequency
from monograph.model.shape import Fact
from monograph.model.statement import Card, Statement
from monograph.model.wording import figure
from monograph.views.page_context import Cite, PageContext
from monograph.views.phrases import Phrases


@dataclass(frozen=True)
class Chance:
    """How many people get it, and how many do not."""

    people: str
    others: str | None
    low: int = 0
    high: int = 0
    of: int = 0

    @property
    def width(self) -> int:
        """How far it is from the lower to the higher number, as a bar shows it."""
        return max(self.high - self.low, 1)


@dataclass(frozen=True)
class StatementView:
    anchor: str
    title: Markup | None
    text: Markup | None
    not_known: Markup | None
    points: tuple[Markup, ...]
    chance: Chance | None
    do: Markup | None
    urgency: str
    level: str | None
    cites: tuple[Cite, ...]
    marks: tuple[str, ...]

    @property
    def says(self) -> Markup | None:
        """Its sentence, be it what is known or what is not."""
        return self.text or self.not_known


@dataclass(frozen=True)
class StatementsView:
    statements: tuple[StatementView, ...]


def statements(facts: Sequence[Statement], page: PageContext) -> StatementsView:
    """A block of statements in the order of their file."""
    return StatementsView(tuple(statement(fact, page) for fact in facts))


def statement(fact: Statement, page: PageContext) -> StatementView:
    def prose(text: str | None) -> Markup | None:
        return page.phrases.prose(text) if text else None

    return StatementView(
        anchor=page.anchor(fact),
        title=prose(fact.title),
        text=prose(fact.text),
        not_known=prose(fact.not_known),
        points=tuple(map(page.phrases.prose, fact.points)),
        chance=chance(fact.chance, page.phrases) if fact.chance else None,
        do=prose(fact.do),
        urgency=page.phrases.say(f"urgency-{fact.urgency or 'ask'}"),
        level=fact.level if isinstance(fact, Card) else fact.urgency,
        cites=page.cite(fact),
        marks=page.marks(fact),
    )


@dataclass(frozen=True)
class CardView:
    """A help card, with the number to press where its level has one."""

    said: StatementView
    icon: str
    call: Markup | None


ICONS = {"now": "material/ambulance", "urgent": "material/phone-alert", "ask": "material/account-question"}


def cards(facts: Sequence[Statement], page: PageContext) -> tuple[CardView, ...]:
    return tuple(card(fact, page) for fact in facts)


def card(fact: Statement, page: PageContext) -> CardView:
    said = statement(fact, page)
    emergency = page.edition.contact("emergency") if "{emergency}" in (fact.title or "") else None
    call = page.phrases.dial(emergency, "call-who") if emergency else None
    return CardView(said, ICONS[said.level or "ask"], call)


def chance(frequency: Frequency, phrases: Phrases) -> Chance:
    """Both sides of a chance in words: who gets it, and who does not."""
    key = frequency.kind.replace(" ", "-")
    if frequency.kind == "not known":
        return Chance(phrases.say(f"chance-{key}"), None)
    people = phrases.say(f"chance-{key}", low=frequency.low, high=frequency.high, of=figure(frequency.of))
    return Chance(
        people,
        phrases.say(
            f"chance-{key}-not",
            low=frequency.of - frequency.high,
            high=frequency.of - frequency.low,
            of=figure(frequency.of),
        ),
        frequency.low,
        frequency.high,
        frequency.of,
    )


@dataclass(frozen=True)
class Cited:
    """Any fact that is shown as a line of a table: its words and its sources."""

    anchor: str
    text: Markup | str
    cites: tuple[Cite, ...]
    marks: tuple[str, ...] = ()


def cited(fact: Fact, text: str, page: PageContext) -> Cited:
    return Cited(page.anchor(fact), page.phrases.prose(text), page.cite(fact), page.marks(fact))
