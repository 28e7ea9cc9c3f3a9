"""Drawings made at build time, one family: each says in words what it shows, and holds the geometry its
template prints, in units of its picture, y downwards.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monograph.model.dosing import Schedule
from monograph.model.medicine import Form, Strength
from monograph.model.problem import Unknown
from monograph.model.quantity import Quantity, parse
from monograph.model.statement import MissedDose
from monograph.views.dosing import label, measured
from monograph.views.page_context import PageContext
from monograph.views.phrases import Phrases

WIDTH = 320
FLOOR, TALLEST = 172, 144  # where the stairs stand, and how high the highest is
POINTS = ("morning", "midday", "evening", "bedtime")
ZERO, BARREL, MARKS = 45, 160, 10  # of the syringe: where it counts from, how far, and in how many marks
SMALL, LARGE = Decimal(1), Decimal(5)  # mL that the two syringes hold
MISSED, NEXT, ROUND = 88, 290, 14  # on the line of a missed dose: both doses, and the size of a dose
ALMOST = 1 / 4  # of the time between doses, where no source says how many hours "almost time" is
START, END = 34, 312  # of a line of hours


@dataclass(frozen=True)
class Picture:
    """What every picture says in words."""

    id: str
    title: str
    description: str
    caption: str


def picture(id: str, name: str, phrases: Phrases, **values: object) -> Picture:
    """The words under the phrases that begin with `name`."""
    title, described, caption = (phrases.say(f"{name}-{part}", **values) for part in WORDS)
    return Picture(id, title, described, caption)


WORDS = ("title", "picture", "caption")


@dataclass(frozen=True)
class Stair:
    x: float
    y: float
    width: float
    height: float
    label: str


def stairs(fact: Schedule, phrases: Phrases) -> tuple[Stair, ...]:
    """Stairs of one width, each as high as what is taken in total in a day."""
    if not fact.steps:
        return ()
    width = (WIDTH - 8) / len(fact.steps)
    totals = [step.total.high for step in fact.steps]
    heights = [float(total / max(totals)) * TALLEST for total in totals]
    return tuple(
        Stair(4 + index * width, FLOOR - height, width, height, phrases.amount(step.each_time))
        for index, (step, height) in enumerate(zip(fact.steps, heights, strict=True))
    )


@dataclass(frozen=True)
class Point:
    x: float
    label: str
    filled: bool


@dataclass(frozen=True)
class DayView:
    points: tuple[Point, ...]
    picture: Picture


def day(count: int, page: PageContext) -> DayView:
    """The four points of the day, the first `count` of them with a dose."""
    phrases = page.phrases
    names = [phrases.say(point) for point in POINTS]
    space = WIDTH / len(POINTS)
    points = tuple(Point(space * (index + 0.5), name, index < count) for index, name in enumerate(names))
    description = phrases.say("day-picture", count=count, points=phrases.listed(names[:count]))
    caption = phrases.say("day-caption", times=phrases.times((count, count)))
    return DayView(points, Picture(f"day-{count}", phrases.say("day-title"), description, caption))


@dataclass(frozen=True)
class Mark:
    """A mark of a syringe; the first, the middle and the last are long, and say their mL."""

    x: float
    label: str


@dataclass(frozen=True)
class Syringe:
    """`stopper` is how far it is filled."""

    stopper: float
    marks: tuple[Mark, ...]
    picture: Picture


def syringe(form: Form, dose: Quantity, volume: Quantity, strength: Strength, phrases: Phrases) -> Syringe:
    """A syringe filled to the `volume` of a dose, a small one where that holds it: its marks are finer."""
    said = measured(dose, volume, strength, phrases)
    holds = SMALL if volume.high <= SMALL else LARGE
    step = BARREL / MARKS
    marks = tuple(
        Mark(ZERO + step * number, mark_label(number, holds, phrases)) for number in range(MARKS + 1)
    )
    mark = phrases.say("syringe-marks", mark=phrases.amount(parse(f"{(holds / MARKS).normalize():f} mL")))
    return Syringe(
        ZERO + float(volume.high / holds) * BARREL,
        marks,
        Picture(
            f"syringe-{form.id}",
            phrases.say("syringe-title"),
            phrases.say("syringe-picture", **said),
            f"{phrases.say('syringe-caption', **said)} {mark}",
        ),
    )


def mark_label(number: int, holds: Decimal, phrases: Phrases) -> str:
    if number % (MARKS // 2):
        return ""
    if number < MARKS:
        return f"{(holds * number / MARKS).normalize():f}"
    return phrases.amount(Quantity(holds, holds, "mL"))


@dataclass(frozen=True)
class Bottle:
    printed: str
    picture: Picture


def bottle(form: Form, phrases: Phrases) -> Bottle:
    """A bottle with the strength that its label prints."""
    printed = label(form.strengths[0], phrases)
    return Bottle(printed, picture(f"bottle-{form.id}", "bottle", phrases, printed=printed))


@dataclass(frozen=True)
class Halved:
    whole: str
    half: str
    picture: Picture


def halved_tablet(page: PageContext) -> Halved | None:
    """A tablet with a line, and its halves; None where no first dose of an adult is half of a tablet that can
    be halved.
    """
    for form in page.edition.pick(page.edition.contents.medicine.forms):
        for strength in form.strengths if form.kind == "tablets" and form.halves else ():
            part = strength.mass.shared(2)
            if part and part in [dose.each_time for dose in page.edition.adult_doses]:
                whole, half = page.phrases.amount(strength.mass), page.phrases.amount(part)
                words = picture(f"halved-{form.id}", "halved", page.phrases, whole=whole, half=half)
                return Halved(whole, half, words)
    return None


@dataclass(frozen=True)
class MissedLine:
    """From a missed dose to the next one: `leave_from` is where it is too late to take it, `hours` how long
    that lasts, if a source says so.
    """

    leave_from: float
    take_at: float
    cross_at: float
    hours: str
    picture: Picture


def missed_line(rule: MissedDose, page: PageContext) -> MissedLine:
    """Where no source gives the hours, the edge is not drawn but fades."""
    phrases, hours = page.phrases, rule.leave_out_within
    gap = phrases.amount(hours) if hours else ""
    share = float(hours.high / page.edition.hours_between_doses) if hours else ALMOST
    leave_from = NEXT - share * (NEXT - MISSED)
    ending = "" if hours else "-no-hours"
    return MissedLine(
        leave_from=leave_from,
        take_at=(MISSED + ROUND + max(leave_from, MISSED + 4 * ROUND)) / 2,
        cross_at=(leave_from + NEXT - ROUND) / 2,
        hours=phrases.say("missed-hours", gap=gap) if hours else "",
        picture=Picture(
            f"line-{rule.id}",
            phrases.say("missed-title"),
            phrases.say(f"missed-picture{ending}", gap=gap),
            phrases.say(f"missed-caption{ending}", gap=gap),
        ),
    )


@dataclass(frozen=True)
class Span:
    """From one hour to another; `middle` is where its words stand."""

    x: float
    y: float
    width: float
    middle: float
    label: str


@dataclass(frozen=True)
class TimeLine:
    begins: str
    spans: tuple[Span, ...]
    height: int
    picture: Picture


HOURS = re.compile(r"(?:\d+ to )?\d+ hours")
TOLD = {"withdrawal-how-soon": "soon", "withdrawal-how-long": "long"}  # whose phrases tell a fact's hours
ROW = 58  # how far apart the lines of two spans are


def time_lines(topic: str, page: PageContext) -> tuple[TimeLine, ...]:
    """The hours that statements of a topic tell, each on its own line; raises Unknown where none does."""
    facts = [fact for fact in page.edition.topic(topic) if fact.id in TOLD and HOURS.search(fact.text or "")]
    if not facts:
        raise Unknown(f'no statement of "{topic}" tells hours to draw; take this block off the page')
    return tuple(time_line(fact.id, fact.text or "", page.phrases) for fact in facts)


def time_line(name: str, text: str, phrases: Phrases) -> TimeLine:
    amounts = [parse(found) for found in HOURS.findall(text)]
    said = phrases.listed([phrases.amount(amount) for amount in amounts], "or")
    begins = phrases.say(f"hours-begin-{TOLD[name]}")
    words = Picture(
        f"hours-{name}",
        phrases.say(f"hours-title-{TOLD[name]}"),
        phrases.say("hours-picture", begins=begins, hours=said),
        phrases.say(f"hours-caption-{TOLD[name]}", hours=said),
    )
    return TimeLine(begins, tuple(spans(amounts, phrases)), 14 + ROW * len(amounts), words)


def spans(amounts: list[Quantity], phrases: Phrases) -> Iterator[Span]:
    scale = (END - START) / float(max(amount.high for amount in amounts))
    for row, amount in enumerate(amounts):
        x, width = START + float(amount.low) * scale, float(amount.high - amount.low) * scale
        middle = min(max(x + width / 2, 150), WIDTH - 64)  # clear of the first words, and not over the edge
        yield Span(x, 30 + ROW * row, max(width, 6), middle, phrases.amount(amount))


def hospital_bag(page: PageContext) -> Picture:
    """A bag with a card that says what everyone there should know."""
    return picture("hospital-bag", "bag", page.phrases)
