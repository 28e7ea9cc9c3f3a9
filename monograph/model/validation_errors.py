"""A refused shape in words for an editor: what stands there, and what to write instead."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from monograph.model.nodes import Holder, Mapping, Sequence
from monograph.model.plain_words import NOT_ONE_WORD
from monograph.model.problem import CLOSE, Place, Problem, nearest, one_of
from monograph.model.publisher import NOT_NAME, NOT_REACH
from monograph.model.search import NOT_SAID, NOT_SINGLE, SAID, SINGLE
from monograph.model.shape import (
    NOT_CODE,
    NOT_DIGITS,
    NOT_LOCALE,
    NOT_OLD_SPOT,
    NOT_PHONE,
    NOT_SLUG,
    NOT_SOURCE_ID,
    NOT_SPOT,
    NOT_TEXT,
    NOT_URL,
    hyphenated,
)
from monograph.model.sheet_codes import NOT_ISSUED, NOT_WRITTEN_PHONE
from monograph.model.signature import NOT_FINGERPRINT, NOT_INITIALS

ADVICE = {
    "missing": "add it",
    "string_too_short": NOT_TEXT,
    "string_too_long": "make it shorter",
    "string_type": "write one text here",
    "int_parsing": NOT_DIGITS,
    "greater_than_equal": "write a larger number",
    "less_than_equal": "write a smaller number",
    "too_short": "add at least one item",
    "too_long": "leave out items",
    "tuple_type": 'write a list, each item after "- "',
    "model_type": "write keys and values here",
    "dict_type": "write keys and values here",
}

# Keys that carry a dose, how often it is taken, a form of the medicine or a kind of people: neither they nor
# their values are guessed.
DOSED = {
    *(
        "each-time",
        "in-a-day",
        "times-a-day",
        "for-days",
        "not-known",
        "avoid",
        "part",
        "who",
        "kind",
        "form",
        "forms",
        "halves",
        "strengths",
    ),
    *("steps", "step-up", "step-down", "measured", "leave-out-within", "groups", "doses", "under", "chance"),
}

PATTERNS = {  # by how the pattern of a field begins
    SAID: NOT_SAID,
    SINGLE: NOT_SINGLE,
    "^[A-Za-z0-9]": NOT_CODE,
    "^[a-z][a-zA-Z0-9./-]": NOT_OLD_SPOT,
    "^[a-z][a-z0-9-]*(#": NOT_SPOT,
    "^[+(]?[0-9]": NOT_WRITTEN_PHONE,
    "^[23456789B": NOT_ISSUED,
    "^[^<>": NOT_NAME,
    "^(?:https": NOT_REACH,
    "^https": NOT_URL,
    "^[a-z]{2,3}": NOT_LOCALE,
    "^\\S": NOT_ONE_WORD,
    "^[0-9](": NOT_PHONE,
    "^[A-Z]{": NOT_INITIALS,
    "^[0-9a-f]": NOT_FINGERPRINT,
    "^[A-Z]": NOT_SOURCE_ID,
    "^[a-z]": NOT_SLUG,
}


def problems_of(error: ValidationError, raw: Any) -> Iterator[Problem]:
    """A problem for each thing that pydantic refused in `raw`, the values as they were read."""
    items = error.errors(include_url=False)
    strangers = [
        (item["loc"][:-1], str(item["loc"][-1])) for item in items if item["type"] == "extra_forbidden"
    ]
    for item in items:
        *path, key = item["loc"]
        if item["type"] == "missing" and any(
            place == tuple(path) and get_close_matches(name, [str(key)], cutoff=CLOSE)
            for place, name in strangers
        ):
            continue  # it is not missing, only misspelt, and that is said
        if item["type"] == "too_short" and len(item["input"]) >= item["ctx"]["min_length"]:
            continue  # its items were refused, and that is said
        yield replace(problem_of(item, *locate(raw, item["loc"])), rule="has_its_shape")


def locate(raw: Any, path: tuple[Any, ...]) -> tuple[Place, Any]:
    """The place of the innermost key in `path` that was written, and the mapping or list that holds it, or
    lacks the next one.
    """
    place, holder, value = Place(""), raw, raw
    for key in path:
        if isinstance(value, (Mapping, Sequence)) and has(value, key):
            place, holder, value = value.places[key], value, value[key]
        else:
            holder = value if isinstance(value, Mapping) else holder
    return place, holder


def has(value: Holder, key: Any) -> bool:
    return key in value.places if isinstance(value, Mapping) else isinstance(key, int) and key < len(value)


def problem_of(item: ErrorDetails, place: Place, holder: Any) -> Problem:
    kind, text = item["type"], item["input"]
    key = next(
        (part for part in reversed(item["loc"]) if isinstance(part, str)), "this file"
    )  # an item goes by its list's name
    if kind == "extra_forbidden":
        return Problem(place, f'"{key}" is not a key here', key_advice(key, keys_of(holder)))
    if kind == "missing":
        return Problem(place, f'"{key}" is missing', f"{ADVICE[kind]}{choices(holder, key)}")
    return Problem(place, wrong(key, text), instead(item))


def key_advice(key: str, known: set[str]) -> str:
    """The nearest key; but no guess where a dose would follow from it, for the wrong guess looks as right as
    the right one.
    """
    return one_of(known) if get_close_matches(key, known & DOSED, cutoff=CLOSE) else nearest(key, known)


def keys_of(holder: Any) -> set[str]:
    shape = getattr(holder, "shape", None)
    return {hyphenated(name) for name in shape.model_fields if name != "place"} if shape else {"another key"}


def choices(holder: Any, key: str) -> str:
    """What may be written after a key that has a few values, such as a layer; else nothing."""
    field = getattr(getattr(holder, "shape", None), "model_fields", {}).get(key)
    known = [value for value in get_args(field.annotation) if isinstance(value, str)] if field else []
    return f", with {' or '.join(known)} after it" if known else ""


def wrong(key: str, text: Any) -> str:
    if isinstance(text, Mapping):
        return f'"{text.get("id", key)}" cannot be used as it stands'
    if isinstance(text, list | tuple):
        return f'"{key}" holds a list of {len(text)}'
    short = str(text) if len(str(text)) <= 60 else f"{str(text)[:57]}..."
    return f'"{key}" is "{short}"' if short else f'"{key}" is empty'


def instead(item: ErrorDetails) -> str:
    if item["type"] == "value_error":
        return item["msg"].removeprefix("Value error, ")
    if item["type"] == "literal_error":
        known = re.findall(r"'([^']+)'", item["ctx"]["expected"])
        return (
            one_of(known) if DOSED.intersection(map(str, item["loc"])) else nearest(str(item["input"]), known)
        )
    if item["type"] == "string_pattern_mismatch":
        return next(advice for start, advice in PATTERNS.items() if item["ctx"]["pattern"].startswith(start))
    kind = (
        "string_too_long" if item["type"] == "too_long" and isinstance(item["input"], str) else item["type"]
    )
    return ADVICE.get(kind, item["msg"])
