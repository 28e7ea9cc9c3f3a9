"""YAML files to values, or to every problem in them with its line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from unicodedata import category, decomposition, normalize
from unicodedata import name as called

import yaml

from monograph.model.nodes import DEEPEST, Holder, Reader
from monograph.model.problem import Place, Problem, Problems

LARGEST_FILE = 1_000_000  # bytes; the longest file that people have written by hand here is a tenth of this

# Letters that are not drawn: one inside "80 mg" would hide it from every check. Controls, formats, ends of
# line and paragraph, what is private or not assigned; and of Unicode's Default_Ignorable_Code_Point what is
# counted among visible letters.
INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
IGNORABLE = {
    *"\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800",
    *map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
}
LINES = {"\n", "\r", "\t"}
OTHER_LATIN = set("ßæøœłđþðÆØŒŁĐÞÐ")  # which no plain letter with an accent is
WORD = re.compile(r"(?:[0-9][0-9.,]*\s?)?(?:[^\W_]|[^\x00-\x7f\s])+")  # with the number before it
SEEN_FOR_WHAT_IT_IS = ("<wide>", "<fraction>")  # told elsewhere, with how to write it
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
TAB = re.compile(r"^[ \-]*\t", re.MULTILINE)
# CSafeLoader is the same grammar, ten times faster; not every system's PyYAML is built with it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path, name: str) -> Holder:
    """The content of the file at `path`, called `name` in messages; raises Problems."""
    try:
        return content(path, name)
    except Problems as found:
        raise Problems(replace(problem, rule="is_readable") for problem in found.problems) from None


def content(path: Path, name: str) -> Holder:
    text = read_text(path, name)
    problems = list(text_problems(text, name))
    if problems:
        raise Problems(problems)
    try:
        node = composed(text)
    except yaml.YAMLError as error:
        raise Problems([grammar_problem(error, name)]) from None
    if node is None:
        raise Problems(
            [Problem(Place(name), "the file is empty", "write its facts, or bring back the last version")]
        )
    value, problems = Reader(name).value(node)
    if isinstance(node, yaml.ScalarNode):
        problems.append(
            Problem(Place(name), "the file holds a single text", "write its facts as keys and lists")
        )
    if problems or isinstance(value, str):
        raise Problems(problems)
    return value


@lru_cache(maxsize=128)
def composed(text: str) -> yaml.Node | None:
    """The nodes of a file, kept because the checker looks at them twice; nobody changes them."""
    return yaml.compose(text, Loader=LOADER)


def read_text(path: Path, name: str) -> str:
    """The file as text; raises Problems when it is missing, too large or not UTF-8."""
    if not path.is_file():
        raise Problems(
            [
                Problem(
                    Place(name), "the file is missing", "bring it back, or give every fact in it another home"
                )
            ]
        )
    data = path.read_bytes()
    if len(data) > LARGEST_FILE:
        raise Problems(
            [Problem(Place(name), f"the file has {len(data):,} bytes", f"keep it below {LARGEST_FILE:,}")]
        )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Problems(
            [Problem(Place(name, line), "a letter here is not UTF-8", "save the file as UTF-8")]
        ) from None


def text_problems(text: str, name: str) -> Iterator[Problem]:
    """What would make the YAML reader stumble, or crash, without saying why."""

    def at(position: int) -> Place:
        line_start = text.rfind("\n", 0, position) + 1
        return Place(name, text.count("\n", 0, position) + 1, position - line_start + 1)

    for match in CONFLICT.finditer(text):
        yield Problem(
            at(match.start()),
            "two versions were left here by a merge",
            "keep one of them, and delete the lines of <<<<<<<, ======= and >>>>>>>",
        )
        return  # of two versions at once nothing else can be said
    for position in unseen(text):
        yield Problem(at(position), f"an invisible character ({ord(text[position]):#04x})", "delete it")
    for position in disguised(text):
        letter = text[position]
        wrong = f'"{letter}" ({called(letter, "unknown").lower()}) only looks right'
        yield Problem(at(position), wrong, "type it anew in plain letters")
    for match in TAB.finditer(text):
        yield Problem(at(match.end() - 1), "a tab indents this line", "use spaces")
    depth = accumulate(1 if bracket in "[{" else -1 for bracket in re.findall(r"[\[\]{}]", text))
    if max(depth, default=0) > DEEPEST or re.search(rf"(- ){{{DEEPEST},}}", text):
        yield Problem(Place(name), "lists are nested too deeply", "write each fact as its own item")


def unseen(text: str) -> list[int]:
    """Where letters stand that nobody sees."""
    hidden = {letter for letter in set(text) - LINES if letter in IGNORABLE or category(letter) in INVISIBLE}
    return [position for position, letter in enumerate(text) if letter in hidden] if hidden else []


def disguised(text: str) -> list[int]:
    """Where letters and digits stand that only look like plain ones: those of another script in a word or
    beside a number, digits that are none of ours, and marks on top of others.
    """
    if text.isascii():
        return []
    odd = {letter for letter in set(text) if not letter.isascii() and is_odd(letter)}
    return sorted(
        found.start() + position
        for found in WORD.finditer(text)
        for position, letter in enumerate(found[0])
        if letter in odd and (category(letter)[0] in "MN" or not odd.issuperset(found[0]))
    )


def is_odd(letter: str) -> bool:
    """Whether a letter, digit or mark is none of plain letters, with or without accents."""
    if decomposition(letter).startswith(SEEN_FOR_WHAT_IT_IS):
        return False
    accented = normalize("NFD", letter)[0].isascii() or letter in OTHER_LATIN
    return category(letter)[0] in "MN" or category(letter)[0] == "L" and not accented


def grammar_problem(error: yaml.YAMLError, name: str) -> Problem:
    """PyYAML's complaint in words for an editor, at the line where the trouble shows."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    return Problem(
        place,
        f"this is not YAML ({getattr(error, 'problem', 'a letter that YAML does not know')})",
        'check indents, colons and quotes near here; put text with ": " in quotes',
    )
