"""The data folder as a whole: read, shaped and checked, or refused with every problem at once."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from monograph.checks import check
from monograph.checks.partial import drop_invalid, judge_the_rest, validate
from monograph.model.contents import NOUNS, OPTIONAL, Contents
from monograph.model.nodes import Holder, Mapping, Value
from monograph.model.problem import Place, Problem, Problems
from monograph.model.validation_errors import problems_of
from monograph.model.yaml_source import read

HEADING = re.compile(r"^# (.+?)(?: *\{[ :#.][^{}]*\})?$", re.MULTILINE)
PAGE = "page-"  # how the phrases begin that are the names of pages


Stamp = tuple[tuple[str, int | str, int], ...]  # what the files of a data folder are known by, until an edit


class TakenIn(NamedTuple):
    """A data folder as it was read: its contents, or None where they lack too much, the ids of what has lost
    its shape, what is wrong, and the values of each file, whose mappings know what they were held against.
    """

    contents: Contents | None
    lost: set[str]
    problems: tuple[Problem, ...]
    files: dict[str, Holder]


def load(folder: Path, language: str = "en") -> Contents:
    """The checked contents of a data folder; raises Problems that list everything that is wrong in it.

    Contents are kept until a file in the folder or the heading of a page changes: an old dose never outlives
    its edit.
    """
    contents, problems = judged_anew(folder, language, stamp(folder, language))
    if problems or not contents:
        raise Problems(problems)
    return contents


def unjudged(folder: Path, language: str = "en") -> Contents:
    """The contents as they have their shape, before any rule has judged them: for looking things up, or at
    what rules refuse.
    """
    found = read_anew(folder, language, stamp(folder, language))
    if found.problems or not found.contents:
        raise Problems(found.problems)
    return found.contents


def shaped(folder: Path, language: str = "en") -> dict[str, Holder]:
    """Each file's values that can be read, by name; each mapping knows the shape it was held against."""
    return read_anew(folder, language, stamp(folder, language)).files


def stamp(folder: Path, language: str) -> Stamp:
    files = ((path, path.stat()) for path in sorted(folder.rglob("*.y*ml")))
    return (*((str(path), at.st_mtime_ns, at.st_size) for path, at in files), *headings(folder, language))


@lru_cache(maxsize=2)
def judged_anew(folder: Path, language: str, stamp: Stamp) -> tuple[Contents | None, list[Problem]]:
    contents, lost, problems, _ = read_anew(folder, language, stamp)
    if not contents:
        return None, [*problems]
    return contents, [*problems, *(judge_the_rest(contents, lost) if problems else check(contents))]


@lru_cache(maxsize=2)
def read_anew(folder: Path, language: str, stamp: Stamp) -> TakenIn:
    problems = list(misnamed(folder))
    lost: set[str] = set()
    files = {name: open_file(folder, name, problems) for name in names(folder, language)}
    found = {name: value for name, value in files.items() if value is not None}
    raw = arrange(found, language, problems)
    problems += name_pages(raw, folder, language)
    contents, error = validate(raw)
    if error:
        # a file that is missing was named before
        problems += [problem for problem in problems_of(error, raw) if problem.place.file]
        contents, lost = drop_invalid(raw, error)
    named = (replace(problem, rule=problem.rule or "has_its_shape") for problem in problems)
    return TakenIn(contents, lost, tuple(named), found)


def names(folder: Path, language: str) -> list[str]:
    """The files there should be, and those that are there besides: topics of statements.

    What an editor program hides is not read.
    """
    topics = {path.stem for path in folder.glob("*.yml") if not path.name.startswith(".")} - set(NOUNS)
    nouns = [name for name in NOUNS if name not in OPTIONAL or (folder / f"{name}.yml").is_file()]
    return [*nouns, f"phrases/{language}", *sorted(topics)]


def misnamed(folder: Path) -> Iterator[Problem]:
    """A file that would be passed over in silence."""
    for path in sorted(folder.glob("*.yaml")):
        yield Problem(
            Place(f"{folder.name}/{path.name}"),
            "this file is not read",
            f'name it "{path.stem}.yml"',
            "is_readable",
        )


def open_file(folder: Path, name: str, problems: list[Problem]) -> Holder | None:
    try:
        return read(folder / f"{name}.yml", f"{folder.name}/{name}.yml")
    except Problems as found:
        problems.extend(found.problems)
        return None


def arrange(files: dict[str, Holder], language: str, problems: list[Problem]) -> Mapping:
    """The files as one mapping: a key for each noun, the phrases, and all topics under one key."""
    raw, topics = mapping(), mapping()
    for name, value in files.items():
        if name in NOUNS:
            place_in(raw, name, value)
        elif name == f"phrases/{language}":
            place_in(raw, "phrases", value)
        else:
            problems.extend(gather(topics, value))
    if "claims" in raw:
        place_in(raw, "claims", parts_of(raw["claims"]))
    place_in(raw, "topics", topics)
    return raw


def headings(folder: Path, language: str) -> Iterator[tuple[str, str, int]]:
    """The first heading of each page in docs/, which lies beside the data folder: the page's file, the
    heading, or "", and its line.
    """
    for path in sorted((folder.parent / "docs" / language).glob("*.md")):
        found = HEADING.search(text := path.read_text("utf-8"))
        line = text.count("\n", 0, found.start()) + 1 if found else 1
        yield f"docs/{language}/{path.name}", found[1].replace("{{ name }}", "{name}") if found else "", line


def name_pages(raw: Mapping, folder: Path, language: str) -> Iterator[Problem]:
    """Calls each page by its heading: the phrase "page-taking" is the heading of taking.md."""
    phrases = raw.get("phrases")
    if not isinstance(phrases, Mapping):
        return
    for key in phrases:
        if key.startswith(PAGE):
            yield Problem(
                phrases.places[key], f'"{key}" names a page', "delete it: a page's heading is its name"
            )
    for file, heading, line in headings(folder, language):
        place, slug = Place(file, line), Path(file).stem
        if not heading:
            yield Problem(place, "this page has no heading", 'begin it with "# " and the name of the page')
        if slug != "index":  # one without a heading is known all the same, and told once
            place_in(phrases, f"{PAGE}{slug}", heading or slug, place)


def gather(topics: Mapping, value: Holder) -> Iterator[Problem]:
    """Adds a file's topics to those of the other files."""
    if not isinstance(value, Mapping):
        yield Problem(
            value.place, "this file has no topics", 'write "topic-name:" and a list of statements under it'
        )
        return
    for topic, statements in value.items():
        if topic in topics:
            yield Problem(
                value.places[topic],
                f'the topic "{topic}" stands in {topics.places[topic].file} too',
                "merge them",
            )
        place_in(topics, topic, statements, value.places[topic])


def parts_of(claims: Value) -> Value:
    """The claims file with its parts under a key of their own, as the model has them."""
    if not isinstance(claims, Mapping):
        return claims
    parts, whole = mapping(), mapping(claims.place)
    for part, items in claims.items():
        place_in(whole if part == "left-out" else parts, part, items, claims.places[part])
    place_in(whole, "parts", parts, claims.place)
    return whole


def mapping(place: Place | None = None) -> Mapping:
    made = Mapping()
    made.place, made.places = place or Place("data"), {}
    return made


def place_in(holder: Mapping, key: str, value: Value, place: Place | None = None) -> None:
    holder[key] = value
    holder.places[key] = place or (holder.place if isinstance(value, str) else value.place)
