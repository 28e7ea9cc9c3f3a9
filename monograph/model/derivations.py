"""How a figure follows from figures that were read: each way has a name, and none guesses."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, pairwise, product

from monograph.model.notation import DAY, EACH, IN, MORE, RATIO, STRENGTH, TIMES, Figure

Read = Collection[Figure]
Derivation = Callable[[Figure, Read], bool]
SPANS = {"minutes": 1, "hours": 60, "days": 24 * 60, "weeks": 7 * 24 * 60}
CALENDAR = {"months": 1, "years": 12}
ELSEWHERE = ("years", TIMES, RATIO)  # units that may stand elsewhere in a sentence than beside the number


def is_read(wanted: Figure, read: Read) -> bool:
    """Whether a figure was read as it stands: numbers, unit, partner and, where it tells them, its basis and
    how often a day it is taken.
    """
    alike = [figure for figure in read if is_alike(wanted, figure)]
    told = {figure.often for figure in alike if figure.often}
    return bool(alike) and (not wanted.often or not told or wanted.often in told)


def is_alike(wanted: Figure, figure: Figure) -> bool:
    unit = figure.unit == wanted.unit or (wanted.unit == "" and figure.unit in ELSEWHERE)
    same = unit and (wanted.low, wanted.high, wanted.of) == (figure.low, figure.high, figure.of)
    return same and wanted.basis in ("", figure.basis)


def end_of_a_range(wanted: Figure, read: Read) -> bool:
    """One end of a range: "up to 80 mg" from "40 to 80 mg"."""
    return wanted.is_single and is_read(wanted, [end for figure in read for end in figure.ends])


def range_between_two(wanted: Figure, read: Read) -> bool:
    """A range whose ends were read one by one: "3 to 4 times a day" from "3 times" and "4 times"."""
    return not wanted.is_single and all(follows(end, read) for end in wanted.ends)


def to_the_last_year(wanted: Figure, read: Read) -> bool:
    """Ages in whole years, up to the last one: 8 to 17 from "over 8 years" and "under 18 years"."""
    low, last = (replace(end, unit="years") for end in wanted.ends)
    after = replace(last, low=last.low + 1, high=last.high + 1)
    return (
        not wanted.is_single
        and wanted.unit in ("", "years")
        and all(follows(end, read) for end in (low, after))
    )


def other_unit_of_time(wanted: Figure, read: Read) -> bool:
    """The same time in another unit: 2 weeks from 14 days, 1 day from 24 hours, 2 years from 24 months."""
    return any(
        in_unit(figure, wanted.unit, table) == wanted for table in (SPANS, CALENDAR) for figure in read
    )


def in_unit(figure: Figure, unit: str, table: dict[str, int]) -> Figure | None:
    if figure.unit not in table or unit not in table:
        return None
    low, high = (number * table[figure.unit] / table[unit] for number in (figure.low, figure.high))
    return replace(figure, low=low, high=high, unit=unit)


def micrograms_and_mg(wanted: Figure, read: Read) -> bool:
    """A thousand micrograms are one mg: 500 micrograms in 1 mL from 0.5 mg in 1 mL."""
    return any(is_alike(wanted, other) for figure in read for other in thousandfold(figure))


def thousandfold(figure: Figure) -> Iterator[Figure]:
    for unit, other, factor in (("mg", "micrograms", Decimal(1000)), ("micrograms", "mg", Decimal("0.001"))):
        if figure.unit.split("/")[0].split(" ")[0] == unit:
            low, high = figure.low * factor, figure.high * factor
            yield replace(figure, low=low, high=high, unit=figure.unit.replace(unit, other, 1))


def same_strength(wanted: Figure, read: Read) -> bool:
    """The same strength in another volume: 2 mg in each mL from 10 mg in 5 mL."""
    return STRENGTH in wanted.unit and any(
        figure.unit == wanted.unit and quotients(figure) == quotients(wanted) for figure in read
    )


def same_share(wanted: Figure, read: Read) -> bool:
    """The same share of people out of another number: 10 in 100 from 1/10."""
    return wanted.unit == IN and any(
        figure.unit == IN and quotients(figure) == quotients(wanted) for figure in read
    )


def rounded(wanted: Figure, read: Read) -> bool:
    """A share, a ratio or a time rounded to the places that are told: 46 in 100 from 16/35, 1.7 times from HR
    1.69, 6 hours from 5.7 h.
    """
    return wanted.unit in (IN, RATIO, "hours") and any(
        (in_places(low, wanted.low), in_places(high, wanted.high)) == (wanted.low, wanted.high)
        for figure in read
        if figure.unit == wanted.unit
        for low, high in [tuple(share * (wanted.of or 1) for share in quotients(figure))]
    )


def in_places(number: Decimal, told: Decimal) -> Decimal:
    """A number with as many decimal places as the one that is told."""
    return number.quantize(told, ROUND_HALF_UP)


def part_of_a_share(wanted: Figure, read: Read) -> bool:
    """The people of a share, or all whom it is out of, by themselves: 16 and 35 from 16/35."""
    counts = [number for figure in read if figure.unit == IN for number in (figure.low, figure.of)]
    return wanted.unit == "" and wanted.is_single and wanted.low in counts


def both_groups(wanted: Figure, read: Read) -> bool:
    """The people of two groups together: 6,469 from 26/360 and 6/6109."""
    groups = [figure.of or Decimal(0) for figure in read if figure.unit == IN]
    return wanted.unit == "" and any(one + other == wanted.low for one, other in combinations(groups, 2))


def celsius(wanted: Figure, read: Read) -> bool:
    """A temperature in the other unit, rounded to whole degrees: 39 °C from 102 °F."""
    return wanted.unit == "°C" and any(
        tuple(in_places((number - 32) * 5 / 9, Decimal(1)) for number in (figure.low, figure.high))
        == (wanted.low, wanted.high)
        for figure in read
        if figure.unit == "°F"
    )


def what_one_mg_is(wanted: Figure, read: Read) -> bool:
    """That 1 mg is 1,000 micrograms needs no source."""
    return wanted.is_single and (wanted.unit, int(wanted.low)) in (("mg", 1), ("micrograms", 1000))


def quotients(figure: Figure) -> tuple[Decimal, Decimal]:
    of = figure.of or Decimal(1)
    return figure.low / of, figure.high / of


def total_of_a_day(wanted: Figure, read: Read) -> bool:
    """The amount each time, as often as it is taken: 15 mg in a day from 5 mg three times a day."""
    return wanted.basis == DAY and any(
        (figure.low * figure.often[0], figure.high * figure.often[1]) == (wanted.low, wanted.high)
        for figure in read
        if figure.often and figure.basis == EACH and figure.unit == wanted.unit
        if wanted.often in (None, figure.often)
    )


def share_of_a_day(wanted: Figure, read: Read) -> bool:
    """The amount in a day, parted by how often it is taken: 20 mg each time from 60 mg daily in 3 doses."""
    return wanted.basis == EACH and any(
        (wanted.low * count, wanted.high * count) == (figure.low, figure.high)
        for figure in read
        if figure.often and figure.basis == DAY and figure.unit == wanted.unit
        if wanted.often in (None, figure.often)
        for count in figure.often
    )


def day_taken_each_time(wanted: Figure, read: Read) -> bool:
    """How many times too much it is when a day's amount is taken each time: 3 times, from 3 times a day."""
    return wanted.unit == RATIO and any(figure.often and wanted.low in figure.often for figure in read)


def amount_in_a_volume(wanted: Figure, read: Read) -> bool:
    """What a volume of a read strength holds: 20 mg in 10 mL of a liquid with 10 mg in 5 mL."""
    return (wanted.unit, wanted.basis) == ("mg", "") and any(
        volume.low * strength.low == wanted.low * (strength.of or 1)
        for volume, strength in product(read, read)
        if volume.unit == "mL" and strength.unit == STRENGTH and volume.is_single
    )


def volume_of_an_amount(wanted: Figure, read: Read) -> bool:
    """The mL that hold a read amount: 1 mL for 5 mg, of a liquid with 5 mg in each mL."""
    return (wanted.unit, wanted.basis) == ("mL", "") and any(
        wanted.low * strength.low == amount.low * (strength.of or 1)
        for amount, strength in product(read, read)
        if amount.unit == "mg" and strength.unit == STRENGTH and amount.is_single
    )


def ratio_of_strengths(wanted: Figure, read: Read) -> bool:
    """How many times as strong one read strength is as another: twice, from 10 mg and 5 mg in 5 mL."""
    strengths = [quotients(figure)[0] for figure in read if figure.unit == STRENGTH]
    return wanted.unit == RATIO and any(
        strong == weak * wanted.low for strong, weak in product(strengths, strengths)
    )


def step_between_amounts(wanted: Figure, read: Read) -> bool:
    """How much more one read amount each time is than the one before: 5 mg, from 5, then 10 mg each time."""
    each = [figure for figure in read if figure.basis == EACH and figure.unit == wanted.unit]
    return wanted.basis == MORE and any(more.low - less.low == wanted.low for less, more in pairwise(each))


DERIVATIONS: tuple[Derivation, ...] = (
    end_of_a_range,
    other_unit_of_time,
    micrograms_and_mg,
    same_strength,
    same_share,
    rounded,
    part_of_a_share,
    both_groups,
    celsius,
    what_one_mg_is,
    total_of_a_day,
    share_of_a_day,
    day_taken_each_time,
    amount_in_a_volume,
    volume_of_an_amount,
    ratio_of_strengths,
    step_between_amounts,
    range_between_two,
    to_the_last_year,
)
AS_READ = "as read"


def follows(wanted: Figure, read: Read) -> str | None:
    """The name of the way in which a figure follows from those that were read; None where it does not."""
    if is_read(wanted, read):
        return AS_READ
    return next((derive.__name__ for derive in DERIVATIONS if derive(wanted, read)), None)
