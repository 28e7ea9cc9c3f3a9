"""Files that are damaged are named with their line, never guessed at, never run."""

import pytest

from monograph.model.nodes import Mapping
from monograph.model.problem import Problems
from monograph.model.yaml_source import read


def said(tmp_path, content: bytes) -> list[str]:
    path = tmp_path / "taking.yml"
    path.write_bytes(content)
    with pytest.raises(Problems) as caught:
        read(path, "data/taking.yml")
    return [str(problem) for problem in caught.value.problems]


DAMAGE = {
    "not YAML": (
        b"a: [1\nb: 2\n",
        ["data/taking.yml:2: this is not YAML (did not find expected ',' or ']')"],
    ),
    "merge conflict": (
        b"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n",
        [
            "data/taking.yml:2: two versions were left here by a merge; keep one of them, and delete "
            "the lines of <<<<<<<, ======= and >>>>>>>"
        ],
    ),
    "letter YAML does not know": (
        b"a: b\xef\xbf\xbf\n",
        ["data/taking.yml:1: an invisible character (0xffff); delete it"],
    ),
    "tab": (b"a:\n\tb: 1\n", ["data/taking.yml:2: a tab indents this line; use spaces"]),
    "control character": (
        b"a: b\na2: c\x07\n",
        ["data/taking.yml:2: an invisible character (0x07); delete it"],
    ),
    "not UTF-8": (
        "a: 1\nb: caf\u00e9\n".encode("latin-1"),
        ["data/taking.yml:2: a letter here is not UTF-8; save the file as UTF-8"],
    ),
    "empty": (b"", ["data/taking.yml:1: the file is empty; write its facts, or bring back the last version"]),
    "only a comment": (
        b"# nothing\n",
        ["data/taking.yml:1: the file is empty; write its facts, or bring back the last version"],
    ),
    "one text": (
        b"hello\n",
        ["data/taking.yml:1: the file holds a single text; write its facts as keys and lists"],
    ),
    "repeated key": (
        b"a: 1\nb: 2\na: 3\n",
        ['data/taking.yml:3: "a" stands twice (first in line 1); keep one of them'],
    ),
    "alias": (
        b"a: &x [1]\nb: *x\n",
        [
            "data/taking.yml:1: an alias (*) repeats this part elsewhere; write the text out where "
            "it is needed"
        ],
    ),
    "tag": (
        b"a: !!python/object/apply:os.system [ls]\n",
        ['data/taking.yml:1: the tag "python/object/apply:os.system" is not used here; delete it and its !'],
    ),
    "list as key": (
        b"? [a]\n: 1\n",
        ["data/taking.yml:1: a list or mapping is used as a key; write a word before the colon"],
    ),
    "deep brackets": (
        b"a: " + b"[" * 5000,
        ["data/taking.yml:1: lists are nested too deeply; write each fact as its own item"],
    ),
    "deep indents": (
        b"".join(b" " * depth + b"a:\n" for depth in range(900)),
        ["data/taking.yml:14: this is nested too deeply"],
    ),
    "very long text": (
        b"a: " + b"x " * 5000,
        ["data/taking.yml:1: this text has 9,999 characters; keep it below 1,200"],
    ),
    "10 MB": (
        b"# " + b"x" * 10_000_000,
        ["data/taking.yml:1: the file has 10,000,002 bytes; keep it below 1,000,000"],
    ),
}


HIDDEN = (
    "\u2066\u2067\u2068\u2069\u061c\u180e\u034f\ufe00\ufe0f\u3164\u200b\u200d\u00ad\ufeff"
    "\u2028\u2800\u202e\U000e0030\U000e0100\u2065\uffa0\u115f\x85\ue000"
)


@pytest.mark.parametrize("letter", HIDDEN, ids=lambda letter: f"U+{ord(letter):04X}")
def test_a_letter_that_nobody_sees_is_refused(tmp_path, letter):
    messages = said(tmp_path, f"a: 1\nb: 80{letter}0 mg\n".encode())
    assert [message for message in messages if "data/taking.yml:2: an invisible character" in message]


@pytest.mark.parametrize(
    "written",
    [
        "80 \u043cg",
        "8\u043e mg",
        "80 \u043c\u0433",
        "80 m\u0261",
        "8\u00b2 mg",
        "8\u2070 mg",
        "\u0668\u0660 mg",
        "8\u03050 mg",
        "\U0001d7d8 mg",
        "st\u043ep",
        "\u2461 mg",
        "8\u00ba mg",
    ],
    ids=ascii,
)
def test_a_letter_that_only_looks_right_is_refused(tmp_path, written):
    messages = said(tmp_path, f"a: 1\nb: Take {written} each time.\n".encode())
    assert messages and all(
        message.startswith("data/taking.yml:2: ")
        and message.endswith("only looks right; type it anew in plain letters")
        for message in messages
    )


def test_letters_that_are_seen_are_left_alone(tmp_path):
    path = tmp_path / "a.yml"
    path.write_text("a: café ½ µ “naïve” – …\u00a0é ß 日本 ع\n", "utf-8")
    assert read(path, "a.yml")


@pytest.mark.parametrize("content, expected", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_named_with_its_line(tmp_path, content, expected):
    messages = said(tmp_path, content)
    assert len(messages) == len(expected)
    for message, start in zip(messages, expected, strict=True):
        assert message.startswith(start)


def test_a_bomb_of_aliases_is_refused_at_once(tmp_path):
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert all("an alias" in message for message in said(tmp_path, bomb.encode()))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(Problems, match="data/gone.yml:1: the file is missing"):
        read(tmp_path / "gone.yml", "data/gone.yml")


def test_scalars_stay_what_they_show(tmp_path):
    path = tmp_path / "a.yml"
    path.write_text("answer: no\nnumber: 1.10\ntime: 12:30\nnone: ~\nday: 2026-11-23\n")
    assert read(path, "a.yml") == {
        "answer": "no",
        "number": "1.10",
        "time": "12:30",
        "none": "~",
        "day": "2026-11-23",
    }


def test_windows_line_ends_and_a_mark_at_the_start_are_accepted(tmp_path):
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    value = read(path, "a.yml")
    assert isinstance(value, Mapping) and value == {"a": "1", "b": "2"} and value.places["b"].line == 2
