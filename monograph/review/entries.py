"""The data folder as plain entries, whatever shape they have: facts, cards, readings and phrases as texts by
key.

For looking at a state that was written for other shapes than today's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from monograph.model.nodes import Mapping, Sequence, Value
from monograph.model.problem import Place, Problem, Problems
from monograph.model.yaml_source import read

WRITTEN = "sheet-codes.yml"  # by a command, from the facts: what changed in them is told already
Texts = tuple[str, ...]
Keys = tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """What stands under one id; `fields` are its texts as they are written, by key, a list as several."""

    id: str
    place: Place
    fields: dict[str, Texts]

    @cached_property
    def region(self) -> str:
        return " ".join(self.fields.get("region", ()))

    @property
    def cites(self) -> Texts:
        """Its sources, each with the section: "US-LABEL, Doses"."""
        return self.fields.get("sources", ())


def entries(data: Path) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """Every entry by id, and what could not be read."""
    found: dict[str, Entry] = {}
    problems: list[Problem] = []
    for path in sorted(path for path in data.rglob("*.yml") if path.name != WRITTEN):
        name = path.relative_to(data).with_suffix("").as_posix()
        try:
            value = read(path, f"{data.name}/{name}.yml")
        except Problems as wrong:
            problems.extend(wrong.problems)
            continue
        for entry in phrases(name, value) if name.startswith("phrases/") else walk(value, (name,)):
            found[entry.id if entry.id not in found else f"{entry.id} ({entry.place})"] = entry
    return {id: cited(entry, found) for id, entry in found.items()}, tuple(problems)


def cited(entry: Entry, found: dict[str, Entry]) -> Entry:
    """A fact that writes no sources cites those of the rows it names, as the model has it."""
    if "sources" in entry.fields or not entry.region:
        return entry
    rows = [found[row].fields for row in entry.fields.get("evidence", ()) if row in found]
    sources = dict.fromkeys(
        ", ".join((source, *row.get("where", ()))) for row in rows for source in row.get("sources", ())
    )
    return replace(entry, fields={**entry.fields, "sources": tuple(sources)}) if sources else entry


def phrases(name: str, value: Value) -> Iterator[Entry]:
    """Each phrase is an entry of its own."""
    if isinstance(value, Mapping):
        for key, text in value.items():
            yield Entry(f"{name}/{key}", value.places[key], {"phrase": (flat(text),)})


def walk(value: Value, path: Keys) -> Iterator[Entry]:
    """The entries within `value`, which stands under the keys of `path`, the first of them its file."""
    if isinstance(value, Sequence):
        for number, item in enumerate(value):
            named = isinstance(item, Mapping) and "id" in item
            yield from walk(item, path if named else (*path, str(number)))
    if isinstance(value, Mapping):
        inner = [key for key, part in value.items() if has_entries(key, part, value)]
        if fields := {key: texts(part) for key, part in value.items() if key not in inner and key != "id"}:
            yield entry(value, path, fields)
        for key in inner:
            yield from answers(value, key) if "id" in value else walk(value[key], (*path, key))


def has_entries(key: str, part: Value, holder: Mapping) -> bool:
    """Whether a part of a mapping holds entries of its own; within an entry, only what has a region."""
    if "id" in holder:
        return isinstance(part, Sequence) and any(
            isinstance(item, Mapping) and "region" in item for item in part
        )
    items = part if isinstance(part, Sequence) else [part]
    return any(isinstance(item, (Mapping, Sequence)) for item in items)


def answers(holder: Mapping, key: str) -> Iterator[Entry]:
    """What an entry says region by region, under the ids that the model gives: claim-us."""
    for item in holder[key]:
        fields = {name: texts(part) for name, part in item.items() if name != "id"}
        yield Entry(item.get("id", f"{holder['id']}-{item.get('region', '')}"), item.place, fields)


def entry(value: Mapping, path: Keys, fields: dict[str, Texts]) -> Entry:
    """With an id of its own, and then with where it stands in its file;
    else under the keys that lead to it.
    """
    if "id" not in value:
        return Entry("/".join(path), value.place, fields)
    under = {"under": ("/".join(path[1:]),)} if path[1:] else {}
    return Entry(flat(value["id"]), value.place, {**fields, **under})


def texts(value: Value) -> Texts:
    return tuple(map(flat, value)) if isinstance(value, Sequence) else (flat(value),)


def flat(value: Value) -> str:
    """Any value in one line: a source is "US-LABEL, Doses", a step "each-time 5 mg, for-days 3"."""
    if isinstance(value, Mapping):
        return ", ".join(
            flat(part) if key in ("id", "where") else f"{key} {flat(part)}" for key, part in value.items()
        )
    return ", ".join(map(flat, value)) if isinstance(value, Sequence) else " ".join(value.split())
