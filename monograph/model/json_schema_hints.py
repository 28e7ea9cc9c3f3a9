"""What an editor program is told in JSON Schema: how a value is written, and which keys go together.

The loader's parsers stand beside these forms and have the last word; tests/test_schema.py holds the two
together.
"""

from collections.abc import Sequence
from typing import Any

from pydantic import WithJsonSchema
from pydantic.json_schema import JsonSchemaValue

TEXT, NUMBER, WHOLE = (
    "string",
    ["string", "number"],
    ["string", "integer"],
)  # what YAML makes of a value without quotes
LISTS = (
    "facts",
    "points",
    "questions",
    "removed",
    "steps",
    "strengths",
)  # where they are empty, they say as little as where they are not written


def form(
    pattern: str, advice: str, bad: Sequence[Any] = (), kind: str | list[str] = TEXT, **more: Any
) -> JsonSchemaValue:
    """A value whose text fits `pattern`; `advice` is what to write instead of the likes of `bad`."""
    return {
        "type": kind,
        "pattern": pattern,
        "errorMessage": advice,
        **({"counterexamples": list(bad)} if bad else {}),
        **more,
    }


def hint(
    pattern: str,
    advice: str,
    good: Sequence[Any],
    bad: Sequence[Any] = (),
    kind: str | list[str] = TEXT,
    **more: Any,
) -> WithJsonSchema:
    """The form as an annotation, with examples of what to write."""
    return WithJsonSchema(form(pattern, advice, bad, kind, examples=list(good), **more))


def there(key: str) -> JsonSchemaValue:
    return {"required": [key], **({"properties": {key: {"minItems": 1}}} if key in LISTS else {})}


def needs(keys: Sequence[str], advice: str, unless: Sequence[str] = ()) -> JsonSchemaValue:
    """At least one of `keys` is written, where none of `unless` is."""
    enough = [there(key) for key in (*keys, *unless)]
    return {"if": {"not": {"anyOf": enough}}, "then": {**there(keys[0]), "errorMessage": advice}}


def follows(key: str, other: str, advice: str) -> JsonSchemaValue:
    """Where something is listed under `other`, `key` is written too."""
    return {
        "if": {"required": [other], "properties": {other: {"minItems": 1}}},
        "then": {"required": [key], "errorMessage": advice},
    }


def excludes(key: str, other: str, advice: str) -> JsonSchemaValue:
    """`key` and `other` are not written together."""
    return {
        "if": {"allOf": [there(key), there(other)]},
        "then": {"properties": {other: False}, "errorMessage": advice},
    }
