"""JSON Schemas of the data files, from which an editor program completes keys, explains them and marks
mistakes.
"""

import json
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from monograph.model.contents import NOUNS, Contents
from monograph.model.shape import hyphenated

DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that every version of the YAML extension reads
COMMAND = "python3 scripts/schemas.py"


class Plain(GenerateJsonSchema):
    """Leaves out what nobody writes in a file (null, an empty list as a default), holds keys to their form,
    and has descriptions in one line.
    """

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        made: JsonSchemaValue = unwrapped(super().generate(schema, mode))
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if not made.get("default"):
            made.pop("default", None)
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        keys = self.generate_inner(schema["keys_schema"])
        names = {rule: keys[rule] for rule in ("pattern", "maxLength", "errorMessage")}
        least = {"minProperties": schema["min_length"]} if "min_length" in schema else {}
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self.generate_inner(schema["values_schema"]),
            **least,
        }


def unwrapped(made: Any) -> Any:
    """A schema whose descriptions, which are docstrings, stand in one line."""
    if isinstance(made, list):
        return [unwrapped(part) for part in made]
    if not isinstance(made, dict):
        return made
    told = made.get("description")
    said = {"description": " ".join(told.split())} if isinstance(told, str) else {}
    return {key: unwrapped(part) for key, part in made.items()} | said


def schemas() -> dict[str, JsonSchemaValue]:
    """The schema of each noun's file, of the phrases and of topics, by name."""
    fields = {hyphenated(name): field for name, field in Contents.model_fields.items() if name != "place"}
    return {name: schema(name, field) for name, field in fields.items()}


def schema(name: str, field: Any) -> JsonSchemaValue:
    file = TypeAdapter(Annotated[field.annotation, Field(description=field.description), *field.metadata])
    made = file.json_schema(by_alias=True, mode="validation", schema_generator=Plain)
    for shape in (made, *made.get("$defs", {}).values()):
        for told in each_value(shape):
            told["description"] = (
                f"{told.get('description', '')} Not: {', '.join(quoted(told['counterexamples']))}."
            )
    return {"$schema": DRAFT, **made, "title": name.replace("-", " ").capitalize()}


def each_value(shape: JsonSchemaValue) -> list[JsonSchemaValue]:
    """What a shape says of each value that may be written in it."""
    values = [*shape.get("properties", {}).values(), shape.get("additionalProperties")]
    return [value for value in values if isinstance(value, dict) and "counterexamples" in value]


def quoted(examples: list[Any]) -> list[str]:
    return [json.dumps(example, ensure_ascii=False) for example in examples]


def files() -> dict[str, str]:
    """The text of each file in data/schema/, by its name."""
    return {
        f"{name}.schema.json": f"{json.dumps(made, indent=2, ensure_ascii=False)}\n"
        for name, made in schemas().items()
    }


def write(folder: Path) -> None:
    """Puts the files into the folder, and deletes those that no noun has."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = files()
    for stale in {path.name for path in folder.iterdir()} - set(wanted):
        (folder / stale).unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, "utf-8")


def named(file: str) -> str:
    """The schema that a data file names, such as "dosing" or, for a file that is no noun, "topics"."""
    return file if file in NOUNS else "topics"
