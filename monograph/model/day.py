"""Days as people write them."""

import re
from contextlib import suppress
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from monograph.model.json_schema_hints import hint

DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
NO_DAY = 'write a day that exists as year-month-day, such as "2026-11-22"'


def day(text: Any) -> date:
    """A date written 2026-11-22."""
    if isinstance(text, date):
        return text
    with suppress(ValueError):  # the 30th of February
        if re.fullmatch(DAY, str(text)):
            return date.fromisoformat(str(text))
    raise ValueError(NO_DAY)


Day = Annotated[
    date, BeforeValidator(day), hint(f"^{DAY}$", NO_DAY, ["2026-11-22"], ["22.11.2026", "2026-1-2"])
]
