"""How amounts and counts are put into words, by the phrases of data/phrases."""

from collections.abc import Mapping
from decimal import Decimal

from monograph.model.problem import look_up
from monograph.model.quantity import Quantity
from monograph.model.shape import PLACEHOLDER


def figure(number: Decimal | int) -> str:
    """A number as readers see it: no trailing zero, a comma from 1,000."""
    return f"{Decimal(number).normalize():,f}"


class Wording:
    """Phrases with their braces filled; `space` stands between a number and its unit."""

    space = " "

    def __init__(self, phrases: Mapping[str, str]):
        self.phrases = phrases

    def say(self, key: str, **values: object) -> str:
        """The phrase under `key` with its braces filled; raises Unknown for a key or a brace that is not
        known.
        """
        phrase = look_up(self.phrases, key, "phrase")
        return PLACEHOLDER.sub(lambda match: str(look_up(values, match[1], f"value for {key}:")), phrase)

    def amount(self, quantity: Quantity) -> str:
        """ "5 mg", "40 to 80 mg", "up to 60 mg" or "0.3 mg for each kilogram of body weight"."""
        if quantity.is_single:
            number = figure(quantity.high)
        elif quantity.low == 0:
            number = self.say("amount-up-to", amount=figure(quantity.high))
        else:
            number = self.say("amount-range", low=figure(quantity.low), high=figure(quantity.high))
        return (
            self.say("for-each-kg", number=number)
            if quantity.per_kg
            else f"{number}{self.space}{quantity.unit}"
        )

    def count(self, pair: tuple[int, int]) -> str:
        """ "3", "3 or 4", or "2 to 4"."""
        low, high = pair
        if low == high:
            return str(low)
        return self.say("either" if high == low + 1 else "amount-range", low=low, high=high)

    def times(self, pair: tuple[int, int]) -> str:
        return self.say("once-a-day") if pair == (1, 1) else self.say("times-a-day", count=self.count(pair))

    def listed(self, items: list[str], last: str = "and") -> str:
        """ "a", "a and b", "a, b and c"; `last` is the phrase that joins the last one, "and" or "or"."""
        return items[0] if len(items) == 1 else self.say(last, first=", ".join(items[:-1]), last=items[-1])
