"""Pictures drawn at build time: each says in words what it shows, and holds the geometry its
template prints.
"""

from dataclasses import dataclass

from monograph.model.dosing import Schedule
from monograph.model.medicine import Form, Strength
from monograph.model.quantity import Quantity
from monograph.views.dosing import measured
from monograph.views.page_context import PageContext
from monograph.views.phrases import Phrases

WIDTH, HEIGHT, MARGIN = 320, 170, 26  # of a picture, in its own units; text is 13 units high
BARREL, TOP, LARGEST = (
    200,
    60,
    5,
)  # of the syringe: length of the barrel and where it starts, in units; mL in it
POINTS = ("morning", "midday", "evening", "bedtime")


@dataclass(frozen=True)
class Picture:
    """What every picture says in words."""

    id: str
    title: str
    description: str
    caption: str


@dataclass(frozen=True)
class Stair:
    """One stair of the picture, in its units."""

    x: float
    y: float
    width: float
    height: float
    label: str


def stairs(fact: Schedule, phrases: Phrases) -> tuple[Stair, ...]:
    """Stairs of one width, each as high as what is taken in total in a day."""
    if not fact.steps:
        return ()
    width = WIDTH / len(fact.steps)
    totals = [step.total.high for step in fact.steps]
    heights = [float(total / max(totals)) * (HEIGHT - MARGIN) for total in totals]
    return tuple(
        Stair(index * width, HEIGHT - height, width, height, phrases.amount(step.each_time))
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
class Tick:
    x: float
    label: str


@dataclass(frozen=True)
class Syringe:
    fill: float
    ticks: tuple[Tick, ...]
    picture: Picture


def syringe(form: Form, dose: Quantity, volume: Quantity, strength: Strength, phrases: Phrases) -> Syringe:
    """A 5 mL syringe filled to the `volume` of a dose."""
    said = measured(dose, volume, strength, phrases)
    ticks = tuple(Tick(TOP + BARREL * number / LARGEST, str(number)) for number in range(LARGEST + 1))
    picture = Picture(
        f"syringe-{form.id}",
        phrases.say("syringe-title"),
        phrases.say("syringe-picture", **said),
        phrases.say("syringe-caption", **said),
    )
    return Syringe(float(volume.high) * BARREL / LARGEST, ticks, picture)
