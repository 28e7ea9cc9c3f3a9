"""The schemas are fresh, say something of every key, and accept and refuse the files that the loader accepts
and refuses.
"""

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import ValidationError

from monograph.checks.library import arrange, names, open_file
from monograph.model.contents import NOUNS, Contents
from monograph.model.json_schema import COMMAND, files, named
from monograph.model.nodes import Mapping, Sequence, Value
from monograph.model.yaml_source import LOADER
from tests.conftest import FICTION, ROOT

SCHEMAS = ROOT / "data" / "schema"
DATA = [
    path
    for folder in (ROOT / "data", FICTION / "data")
    for path in sorted([*folder.glob("*.yml"), *folder.glob("phrases/*.yml")])
]


DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Core(LOADER):
    """YAML 1.2 as the language server reads it:

    `no` and 2026-11-22 are text; null, true, false and numbers are not.
    """

    yaml_implicit_resolvers: dict = {}

    def construct_mapping(self, node, deep=False):
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


for kind, form, starts in (
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{form})$"), starts)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))  # 010 is ten
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))
Core.add_constructor("tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node))


def schema_of(path) -> str:
    return "phrases" if path.parent.name == "phrases" else named(path.stem)


@cache
def validator(name: str) -> Draft7Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def marks(name: str, text: str) -> list[str]:
    """What an editor program would mark."""
    return [error.message for error in validator(name).iter_errors(yaml.load(text, Core))]


def unmarked(name: str, text: str) -> bool:
    """Whether it would mark nothing; which ends at the first mark."""
    return validator(name).is_valid(yaml.load(text, Core))


def test_the_schemas_are_fresh():
    written = {path.name: path.read_text("utf-8") for path in SCHEMAS.iterdir()}
    assert written == files(), f"data/schema/ is stale; run: {COMMAND}"


@pytest.mark.parametrize("path", DATA, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_names_its_schema_and_keeps_to_it(path):
    text = path.read_text("utf-8")
    start, _, named_schema = text.splitlines()[0].partition("=")
    assert start == "# yaml-language-server: $schema", f"{path} does not name its schema on its first line"
    assert (path.resolve().parent / named_schema).resolve() == SCHEMAS / f"{schema_of(path)}.schema.json"
    assert marks(schema_of(path), text) == []


def test_the_editor_finds_the_schema_of_a_new_file():
    mapped = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    topics = {"data/schema/topics.schema.json": ["data/*.yml", *(f"!data/{noun}.yml" for noun in NOUNS)]}
    assert mapped == {f"data/schema/{noun}.schema.json": f"data/{noun}.yml" for noun in NOUNS} | topics | {
        "data/schema/phrases.schema.json": "data/phrases/*.yml"
    }


def values(schema: dict) -> list[tuple[str, dict]]:
    """Every key that may be written in a file, and what the schema says of it."""
    shapes = [schema, *schema.get("$defs", {}).values()]
    keys = [pair for shape in shapes for pair in shape.get("properties", {}).items()]
    return keys + [
        ("(any)", shape["additionalProperties"])
        for shape in shapes
        if "errorMessage" in (shape.get("additionalProperties") or {})
    ]


@pytest.mark.parametrize("name", [*NOUNS, "topics", "phrases"])
def test_every_key_is_described_with_examples(name):
    schema = validator(name).schema
    assert all(
        shape["title"] and shape["description"].endswith(".")
        for shape in (schema, *schema.get("$defs", {}).values())
    )
    assert values(schema)
    for key, told in values(schema):
        assert re.match(r"\S.*\.", told.get("description", "")), f"{key} is not described"
        assert told.get("type") in ("array", "object") or "enum" in told or told.get("examples"), (
            f"{key} has no example"
        )
        assert key != "(place)"
        for example in told.get("examples", []):
            assert Draft7Validator(told).is_valid(example), f"{key}: {example} is no good example"
        for example in told.get("counterexamples", []):
            assert not Draft7Validator(told).is_valid(example), f"{key}: {example} is no bad example"


@cache
def untouched() -> dict:
    """The other files, cut short: they are there for the loader to find no fault with."""
    problems = []
    read = {name: cut(open_file(FICTION / "data", name, problems)) for name in names(FICTION / "data", "en")}
    assert problems == []
    return read


def cut(value: Value) -> Value:
    """Every list without all but its first two items."""
    if isinstance(value, Sequence):
        value[:] = [cut(item) for item in value[:2]]
    elif isinstance(value, Mapping):
        value.update({key: cut(item) for key, item in value.items()})
    return value


@cache
def valid() -> dict:
    """The same in the shapes that they have in the model, which are not validated again."""
    contents = Contents.model_validate(arrange(untouched(), "en", []))
    return {field.alias: getattr(contents, name) for name, field in Contents.model_fields.items()}


def loads(folder, name: str, text: str) -> bool:
    """Whether the loader finds no fault with the shape of one file; the rules across files are another
    matter.
    """
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / f"{name}.yml").write_text(text, "utf-8")
    problems = []
    changed = open_file(folder, name, problems)
    if problems:
        return False
    raw = arrange({name: changed}, "en", problems)
    others = {key: value for key, value in valid().items() if key != "(place)"}
    for key in others.keys() - {key for key, value in raw.items() if value or key != "topics"}:
        raw[key] = others[key]
    try:
        Contents.model_validate(raw)
    except ValidationError:
        return False
    return problems == []


DOSE = "        each-time: 7 mg\n        times-a-day: 2\n"
TOAST = "    text: Take it with toast."
BAD = [  # a file, what stands there, what is wrong in its place
    ("dosing", "each-time: 7 mg", "eachtime: 7 mg"),
    ("dosing", "each-time: 7 mg", "each-time: 7mg"),
    ("dosing", "each-time: 7 mg", "each-time: 7"),
    ("dosing", "each-time: 7 mg", "each-time: 7.0 mg"),
    ("dosing", "each-time: 7 mg", "each-time: 07 mg"),
    ("dosing", "each-time: 7 mg", "each-time: .7 mg"),
    ("dosing", "each-time: 7 mg", "each-time: 0 mg"),
    ("dosing", "each-time: 7 mg", "each-time: 70000 mg"),
    ("dosing", "each-time: 7 mg", "each-time: 7 grams"),
    ("dosing", "each-time: 7 mg", "each-time: 7 MG"),
    ("dosing", "each-time: 7 mg", "each-time: 7 hours"),
    ("dosing", "each-time: 7 mg", "each-time: 7 mL"),
    ("dosing", "each-time: 7 mg", "each-time: 7 micrograms"),
    ("limits", "in-a-day: 84 mg", "in-a-day: 84 hours"),
    ("dosing", "each-time: 7 mg", "each-time: up to 7 to 14 mg"),
    ("dosing", "each-time: 7 mg", "each-time: [7 mg]"),
    ("dosing", "each-time: 7 mg", "each-time: {low: 7 mg}"),
    ("dosing", "each-time: 7 mg", "each-time:"),
    ("dosing", DOSE, "        times-a-day: 2\n"),
    ("dosing", DOSE, "        each-time: 7 mg\n"),
    ("dosing", DOSE, f"{DOSE}        in-a-day: 14 mg\n"),
    ("dosing", DOSE, f"{DOSE}        not-known: No number was found.\n"),
    ("dosing", DOSE, f"{DOSE}        not-known:\n"),
    ("dosing", DOSE, f"{DOSE}        avoid: Do not take it.\n"),
    ("dosing", DOSE, "        not-known: No number was found.\n        avoid: Do not take it.\n"),
    ("dosing", "times-a-day: 2\n", "times-a-day: two\n"),
    ("dosing", "times-a-day: 2\n", "times-a-day: 0\n"),
    ("dosing", "times-a-day: 2\n", "times-a-day: 7\n"),
    ("dosing", "times-a-day: 2\n", "times-a-day: 2.5\n"),
    ("dosing", "times-a-day: 2\n", "times-a-day: 2-3\n"),
    ("dosing", "part: usual", "part: ususal"),
    ("dosing", "part: usual", "part: Usual"),
    ("dosing", "id: adult-start-north", "id: Adult-start-north"),
    ("dosing", "id: adult-start-north", "id: adult start north"),
    ("dosing", "id: adult-start-north", "id: true"),
    ("dosing", "id: adult-start-north", 'id: "null"'),
    ("dosing", "id: adult-start-north", f"id: {'a' * 81}"),
    ("dosing", "who: adults", "who: grown-ups"),
    ("dosing", "forms: each", "forms: true"),
    ("dosing", "  adults:\n", "  Adults:\n"),
    ("dosing", "for-days: 4", "for-days: 61"),
    ("dosing", "for-days: 4", "for-days: four"),
    ("dosing", "for-days: 4", "for-days: 4 days"),
    ("dosing", "for-days: 4", "for-days: 1_0"),
    ("dosing", "measured: [", "measured: [7 to 14 mg, "),
    ("dosing", "measured: [", "measured: [7 mL, "),
    ("dosing", "measured: [", "mesured: ["),
    ("dosing", "measured: [", "measured: 7 mg\nmore: ["),
    ("limits", "in-a-day: 84 mg", "in-a-day: 84 mg\n  each-time: 84 mg"),
    ("limits", "  in-a-day: 84 mg\n", ""),
    ("missed", "leave-out-within: 11 hours", "leave-out-within: 11 mg"),
    ("missed", "leave-out-within: 11 hours", "leave-out-within: 11"),
    ("missed", "region: north", "region:"),
    ("medicine", "strengths: [7 mg in 2 mL]", "strengths: [7 mg]"),
    ("medicine", "strengths: [7 mg in 2 mL]", "strengths: [7 mg in 2 mL, 14 mg in 2 mL]"),
    ("medicine", "strengths: [7 mg in 2 mL]", "strengths: [7 mg/2 mL]"),
    ("medicine", "strengths: [7 mg in 2 mL]", "strengths: []"),
    ("medicine", "strengths: [7 mg in 2 mL]", "strengths: 7 mg in 2 mL"),
    ("medicine", "strengths: [7 mg in 2 mL]", "strengths: [7 mg in 2 mL]\n    not-known: It is known."),
    ("medicine", "halves: true", "halves: false"),
    ("medicine", "halves: true", "halves: yes"),
    ("medicine", "halves: true", "halves: 1"),
    ("medicine", "kind: liquid", "kind: syrup"),
    ("medicine", "codes:", "kodes:"),
    ("taking", TOAST, "    txet: Take it with toast."),
    ("taking", TOAST, f"{TOAST}\n    chances: {{low: 1}}"),
    ("taking", TOAST, f"{TOAST}\n    not-known: It is known."),
    ("taking", TOAST, "    points: []"),
    ("taking", TOAST, "    title: Toast"),
    ("taking", TOAST, "    text:"),
    ("taking", TOAST, "    text: ~"),
    ("taking", TOAST, '    text: "  "'),
    ("taking", TOAST, '    text: "None"'),
    ("taking", TOAST, "    text: true"),
    ("taking", TOAST, "    text: [Take it with toast.]"),
    ("taking", TOAST, f"    text: {'toast ' * 300}"),
    ("taking", TOAST, f"{TOAST}\n    points: butter"),
    ("taking", TOAST, f"{TOAST}\n    points: [butter, [jam]]"),
    ("taking", TOAST, f"{TOAST}\n    urgency: soon"),
    ("taking", TOAST, f"{TOAST}\n    chance: 1 in 10"),
    ("taking", TOAST, f"{TOAST}\n    chance: 7 %"),
    ("taking", TOAST, f"{TOAST}\n    chance: up to 101 in 100"),
    ("taking", "with-food:", "With food:"),
    ("taking", "with-food:", "with-food: {}\nwith-butter:"),
    ("taking", "{id: NO-LABEL, where: With food}", "{id: NO-LABEL}"),
    ("taking", "{id: NO-LABEL, where: With food}", "{id: no-label, where: With food}"),
    ("taking", "{id: NO-LABEL, where: With food}", "{id: NULL, where: With food}"),
    ("taking", "{id: NO-LABEL, where: With food}", "NO-LABEL"),
    ("evidence", ", where: Use,", ","),
    ("review", "next-check: 2099-12-31", "next-check: 31.12.2099"),
    ("review", "next-check: 2099-12-31", "next-check: 2099-13-31"),
    ("review", "next-check: 2099-12-31", "next-check: 20991231"),
    ("review", "next-check: 2099-12-31", "next-check: 2099-W52-7"),
    ("review", "next-check: 2099-12-31", "next-chekc: 2099-12-31"),
    ("sources", "read: full text", "read: full"),
    ("sources", "url: https://hum-office.example/hushbow", "url: hum-office.example/hushbow"),
    ("sources", "https://hum-office.example/hushbow", "https://hum-office.example@evil.example/"),
    ("sources", "https://hum-office.example/hushbow", "https://a:b@evil.example/"),
    ("sources", "https://hum-office.example/hushbow", "https://hum-office.example\\@evil.example/"),
    ("sources", "https://hum-office.example/hushbow", "https:///hushbow"),
    ("sources", "  publisher: Hum Office of North Ulna\n", ""),
    ("help", 'phone: "700"', "phone: seven hundred"),
    ("help", 'phone: "700"', 'phone: "70"'),
    ("help", "use: emergency", "use: panic"),
    ("help", "contacts:", "contact:"),
    ("trials", "count: 39", "count: -39"),
    ("trials", "count: 39", "count: 39.5"),
    ("trials", "of: 100", "of: 0"),
    ("trials", "    - {who: people who took dummy tablets, count: 17, of: 100}\n", ""),
    ("claims", "verdict: unsupported", "verdict: wrong"),
    ("claims", "number: 1\n", "number: 0\n"),
    ("claims", "    number: 1\n", ""),
    ("claims", "left-out:", "left-over:"),
    ("claims", "what-it-is:", "What it is:"),
    ("in-short", "    do: ", "    don: "),
    ("regions", "locale: en-XN", "locale:"),
    ("regions", "locale: en-XN", "locale: English"),
    ("regions", "locale: en-XN", "locale: 'en-XN\"><script>alert(1)</script>'"),
    ("phrases/en", "either:", "Either:"),
    ("phrases/en", 'either: "{low} or {high}"', "either: [low, high]"),
    ("questions", "  page: ", "  pages: "),
]
GOOD = [
    ("sources", "https://hum-office.example/hushbow", "https://hum-office.example/@hum?a=b@c#d@e"),
    ("sources", "https://hum-office.example/hushbow", "https://hum-office.example:8443"),
    ("regions", "locale: en-XN", "locale: zh-Hant-XN"),
    ("dosing", "each-time: 7 mg", "each-time: up to 7 mg"),
    ("dosing", "each-time: 7 mg", "each-time: 7 to 14 mg"),
    ("dosing", "each-time: 7 mg", 'each-time: "0.25 mg/kg"'),
    ("dosing", DOSE, "        not-known: No number was found.\n"),
    ("dosing", DOSE, "        avoid: Do not take it.\n"),
    ("dosing", "times-a-day: 2\n", 'times-a-day: "2"\n'),
    ("dosing", "times-a-day: 2\n", "times-a-day: 2 to 4\n"),
    ("dosing", "for-days: 4", 'for-days: "4"'),
    ("dosing", "for-days: 4", "for-days: 60"),
    ("dosing", "    forms: each\n", ""),
    ("dosing", "name: Adults", "name: 18"),
    ("dosing", "name: Adults", "name: no"),
    ("missed", "leave-out-within: 11 hours", "leave-out-within: up to 2.5 hours"),
    ("medicine", "halves: true", 'halves: "true"'),
    ("taking", TOAST, "    not-known: No text says it."),
    ("taking", TOAST, "    points: [butter, 7]"),
    ("taking", TOAST, "    chance: not known"),
    ("taking", TOAST, "    chance: 7 to 100 in 100"),
    ("taking", TOAST, f"{TOAST}\n    points: []"),
    ("taking", TOAST, "    text: >-\n      Take it\n      with toast."),
    ("taking", "with-food:", "with-butter: []\nwith-food:"),
    ("taking", "[{id: NO-LABEL, where: With food}]", "[]"),
    ("taking", "    sources: [{id: NO-LABEL, where: With food}]\n", ""),
    ("review", "one-person:", "# one-person:"),
    ("review", "next-check: 2099-12-31", 'next-check: "2100-01-01"'),
    ("sources", "published: 2026-11\n", "published: 2026\n"),
    ("sources", "published: 2026-11\n", "published: 1.10\n"),
    ("help", 'phone: "700"', "phone: 700"),
    ("trials", "count: 39", "count: 0"),
    ("claims", "number: 1\n", 'number: "1"\n'),
    ("claims", "      - region: all\n", "      - id: an-answer\n        region: all\n"),
    ("older", None, "{}\n"),
]
ONLY_THE_LOADER = [  # what no pattern can see
    ("review", "next-check: 2099-12-31", "next-check: 2099-02-30"),
    ("dosing", "each-time: 7 mg", "each-time: 14 to 7 mg"),
    ("dosing", "times-a-day: 2\n", "times-a-day: 4 to 2\n"),
    ("dosing", "times-a-day: 2\n", "times-a-day: 2.0\n"),
    ("dosing", "for-days: 4", 'for-days: "61"'),
    ("dosing", "measured: [", "measured: [7000 mg, "),
    ("medicine", "strengths: [7 mg in 2 mL]", "strengths: [7 mg in 3 mL]"),
    ("medicine", "halves: true", "halves: TRUE"),
    ("taking", TOAST, f"{TOAST}\n    chance: 63 to 10 in 100"),
    ("taking", TOAST, f"{TOAST}\n{TOAST}"),
    ("taking", TOAST, f"{TOAST}\u200b"),
    ("trials", "of: 100", "of: 10"),
    ("help", 'phone: "700"', "phone: 70"),
    ("questions", "  answer: ", f"  answer: {'so ' * 20}"),
]


def verdicts(folder, name: str, old: str | None, new: str) -> tuple[bool, bool]:
    """Whether the schema and the loader accept the file with its first `old` changed to `new`."""
    path = FICTION / "data" / f"{name}.yml"
    text = path.read_text("utf-8")
    assert old is None or old in text, f"{name} holds no {old!r}"
    changed = new if old is None else text.replace(old, new, 1)
    return unmarked(schema_of(path), changed), loads(folder, name, changed)


def shown(change) -> str:
    return f"{change[0]}: {change[2].strip()[:40]}"


@pytest.mark.parametrize("change", BAD, ids=shown)
def test_schema_and_loader_refuse(tmp_path, change):
    assert verdicts(tmp_path, *change) == (False, False)


@pytest.mark.parametrize("change", GOOD, ids=shown)
def test_schema_and_loader_accept(tmp_path, change):
    assert verdicts(tmp_path, *change) == (True, True)


@pytest.mark.parametrize("change", ONLY_THE_LOADER, ids=shown)
def test_the_loader_has_the_last_word(tmp_path, change):
    assert verdicts(tmp_path, *change) == (True, False)


VALUES = ("~", "true", "12", "Some words", "[Some words]", "{some-word: 1}")  # in place of each value
TOO_SMALL = (
    "phone: 12",
    "of: 12",
)  # a phone number of two digits, more people than there were: only the loader knows
WRITTEN = {  # files that the fiction does not have, or has empty
    "signatures": "[{part: dosing, role: doctor, initials: AB, date: 2026-11-22, next: 2027-11-22, facts: "
    "{adult-start-north: 0123456789abcdef}}]",
    "sheet-codes": "[{code: 7BKQ2MT, sheet: diary, region: north, "
    "date: 2026-11-22, history: first, amounts: [7 "
    "mg], facts: {adult-start-north: 0123456789abcdef}}]",
    "clinic": "{name: Hum Clinic, phone: 020 7946 0000}",
}


def keys_in(node: yaml.Node, depth: int = 0) -> Iterator[tuple[int, list, int]]:
    """Every key: its depth, and its place among the pairs it stands in."""
    for index, item in enumerate(node.value if isinstance(node.value, list) else ()):
        if isinstance(item, tuple):
            yield depth, node.value, index
        yield from keys_in(item[1] if isinstance(item, tuple) else item, depth + 1)


def shorten(node: yaml.Node, needed: set[int]) -> bool:
    """Takes out of every list, after its first two items, those without pairs that are needed; whether the
    node holds any.
    """
    if isinstance(node, yaml.SequenceNode):
        held = [shorten(item, needed) for item in node.value]
        node.value[2:] = [item for item, holds in zip(node.value[2:], held[2:], strict=True) if holds]
        return any(held)
    inner = [shorten(value, needed) for _, value in node.value] if isinstance(node.value, list) else []
    return any(inner) or id(node.value) in needed


def changes(text: str) -> Iterator[tuple[str, str]]:
    """The file, without items that teach nothing new, as it is; then with one key taken away, misspelt or
    given another value, each key once at each depth.
    """
    root = yaml.compose(text, Core)
    first = {
        (depth, pairs[index][0].value): (pairs, index)
        for depth, pairs, index in reversed(list(keys_in(root)))
    }
    shorten(root, {id(pairs) for pairs, _ in first.values()})
    yield "as it is", yaml.serialize(root, Dumper=DUMPER)
    for (_, name), (pairs, index) in first.items():
        key, value = pairs[index]
        misspelt = yaml.ScalarNode(key.tag, f"{name}x")
        for label, new in [
            ("gone", []),
            ("misspelt", [(misspelt, value)]),
            *((other, [(key, yaml.compose(other, Core))]) for other in VALUES),
        ]:
            pairs[index : index + 1] = new
            yield f"{name}: {label}", yaml.serialize(root, Dumper=DUMPER)
            pairs[index : index + len(new)] = [(key, value)]


@pytest.mark.slow
@pytest.mark.parametrize("name", [*NOUNS, "taking"])
def test_schema_and_loader_agree_on_every_key(tmp_path, name):
    """Whatever is done to a key, both refuse it or both accept it."""
    path = FICTION / "data" / f"{name}.yml"
    text = WRITTEN.get(name) or path.read_text("utf-8")
    seen = {
        label: (unmarked(schema_of(path), changed), loads(tmp_path, name, changed))
        for label, changed in changes(text)
    }
    assert seen["as it is"] == (True, True)
    assert {
        label: verdict for label, verdict in seen.items() if len(set(verdict)) > 1 and label not in TOO_SMALL
    } == {}
    assert (False, False) in seen.values()
