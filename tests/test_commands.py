"""The editors' commands, as they are typed; tests/test_launcher.py says how they are started."""

import shutil
from datetime import date

import pytest
import yaml

from monograph.checks.report import github, plain
from monograph.checks.spelling import ABSENT
from monograph.commands import signoff
from monograph.inspection import named
from monograph.model.problem import Place, Problem, Unknown
from tests.conftest import FICTION, GUIDE, ROOT, command, copy_project

TWO = [
    Problem(Place("a.yml", 2, 5), "100 % wrong", "mend it: now", "steps_up"),
    Problem(Place("b.yml"), "odd,\nvery", "write", "is_readable"),
]


def test_problems_are_told_by_file_and_counted():
    assert (
        plain(TWO) == "a.yml:2:5: 100 % wrong; mend it: now (steps_up)\n\nb.yml:1:1: odd,\nvery; write "
        "(is_readable)\n\n2 problems in 2 files."
    )
    assert plain(TWO[:1]).endswith("\n\n1 problem in 1 file.") and plain([]) == "Nothing is wrong."


def test_annotations_are_escaped():
    assert github(TWO) == (
        "::error file=a.yml,line=2,col=5,title=steps_up::100 %25 wrong; mend it: now\n::error "
        "file=b.yml,line=1,col=1,title=is_readable::odd,%0Avery; write"
    )


@pytest.fixture
def guide(tmp_path):
    """The guide to examplazine, which a command may change."""
    shutil.copytree(FICTION / "data", tmp_path / "data")
    return copy_project(tmp_path, *GUIDE[1:])


def run(guide, name: str, *argv: str, typed: str = "") -> tuple[int, str]:
    code, said = command(name, *argv, root=guide, typed=typed)
    return code, said.replace(ABSENT, "")


def edit(guide, file: str, old: str, new: str) -> None:
    text = (guide / file).read_text("utf-8")
    assert old in text
    (guide / file).write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.slow
def test_check_finds_nothing_wrong_with_the_guide():
    assert run(ROOT, "check") == (0, "Nothing is wrong.\n")


def test_check_says_what_is_wrong_and_mends_it(guide):
    assert run(guide, "check") == (0, "Nothing is wrong.\n")
    edit(guide, "data/dosing.yml", "each-time: 7 mg", "each-time: 7MG")
    code, said = run(guide, "check")
    assert (
        code == 1
        and said.startswith("data/dosing.yml:")
        and '"7MG"' in said
        and said.endswith("1 problem in 1 file.\n")
    )
    assert run(guide, "check", "data/help.yml") == (0, "Nothing is wrong.\n")
    assert run(guide, "check", str(guide / "data" / "dosing.yml")) == (code, said)
    assert run(guide, "check", "data/dosng.yml") == (
        1,
        'there is no "data/dosng.yml" in the guide: did you mean data/dosing.yml?\n',
    )
    assert run(guide, "check", "--format", "github", "data/dosing.yml")[1].startswith(
        "::error file=data/dosing.yml,line="
    )
    assert run(guide, "check", "--fix") == (0, "data/dosing.yml: mended\nNothing is wrong.\n")


@pytest.mark.parametrize(
    "typed, folder, name",
    [
        ("data/dosing.yml", "", "data/dosing.yml/"),
        ("./data/dosing.yml", "", "data/dosing.yml/"),
        ("data/../data//dosing.yml", "", "data/dosing.yml/"),
        ("dosing.yml", "data", "data/dosing.yml/"),
        ("data/dosing.yml", "data", "data/dosing.yml/"),  # as it stands in the guide
        (str(ROOT / "data/dosing.yml"), "docs", "data/dosing.yml/"),
        ("data", "", "data/"),
        ("data/phrases/", "", "data/phrases/"),
        (".", "", ""),
    ],
)
def test_a_file_is_known_however_it_is_spelled(typed, folder, name):
    assert named(typed, ROOT / folder, ROOT) == name


@pytest.mark.parametrize(
    "typed", ["data/dosng.yml", "dosing.yml", "/etc/passwd", "../secret.yml", "data/dosing"]
)
def test_a_file_that_is_no_part_of_the_guide_is_not_called_right(typed):
    with pytest.raises(Unknown, match="there is no"):
        named(typed, ROOT, ROOT)


def test_check_finds_what_only_a_page_shows(guide):
    edit(guide, "docs/en/taking.md", "{{ closing() }}", "Take 1.0 mg.")
    code, said = run(guide, "check")
    assert (
        code == 1
        and "docs/en/taking.md:1:1: " in said
        and "(page_is_whole)" in said
        and "(numbers_live_once)" in said
    )


def test_check_explains_its_rules(guide):
    assert (
        run(guide, "check", "--explain", "steps_up")[1].splitlines()[0]
        == "Each step up gives more in a day than the one before."
    )
    assert run(guide, "check", "--explain", "step_up") == (
        1,
        'no rule "step_up": did you mean "steps_up"?\n',
    )


def test_signing_needs_the_initials_twice(guide):
    words = (
        "signoff",
        "glossary",
        "--role",
        "doctor",
        "--initials",
        "QR",
        "--date",
        "2026-11-20",
    )
    before = (guide / "data/signatures.yml").read_text("utf-8")
    for typed in ("", "no\n"):
        code, said = run(guide, *words, typed=typed)
        assert (
            code == 1
            and "Nothing was signed" in said
            and (guide / "data/signatures.yml").read_text("utf-8") == before
        )
    assert run(guide, *words, typed="QR\n")[0] == 0 and "initials: QR" in (
        guide / "data/signatures.yml"
    ).read_text("utf-8")
    assert run(guide, "check")[0] == 0
    assert 'the check of "glossary" by the doctor QR' in run(guide, "overdue", "--today", "2027-11-20")[1]
    assert (
        run(guide, *words[:4], "--initials", "Quill", "--date", "2026-11-20")[1]
        == "--initials: write two to four capitals, such as AB\n"
    )


SIGN = ("--role", "doctor", "--initials", "QR", "--date", "2026-11-20")


@pytest.mark.parametrize(
    "words, said",
    [
        (("--date", "2026-02-30"), "write a day that exists as year-month-day"),
        (("--date", "20261120"), "write a day that exists as year-month-day"),
        (("--date", "9999-12-31"), "--date: 9999-12-31 is still to come; write the day on which it was"),
        (("--next", "2026-11-20"), "the next check comes after the day of this one"),
        (("--next", "2026-11-01"), "the next check comes after the day of this one"),
        (("--next", "9999-12-31"), "the next check is more than a year after 2026-11-20"),
    ],
)
def test_a_day_that_cannot_be_is_answered_in_words(guide, words, said):
    code, told = run(guide, "signoff", "missed", *SIGN, *words, typed="QR\n")
    assert code and said in told and "Traceback" not in told
    assert "QR" not in (guide / "data/signatures.yml").read_text("utf-8")


def test_what_is_lacking_to_sign_is_named(guide):
    assert run(guide, "signoff", "missed", "--role", "doctor") == (
        1,
        "To sign, add --initials, --date. To read it first, add --pack.\n",
    )


def test_a_pack_is_written_and_signs_nothing(guide):
    before = (guide / "data/signatures.yml").read_bytes()
    code, said = run(guide, "signoff", "missed", "--pack")
    path = guide / "build/signoff/missed.html"
    assert code == 0 and said == f"Written to {path}: print it, or open it in a browser.\n"
    assert "missed-dose-south" in path.read_text("utf-8")
    assert (guide / "data/signatures.yml").read_bytes() == before
    assert run(guide, "signoff", "mised", "--pack")[1].endswith('did you mean "missed"?\n')


def meanwhile(monkeypatch, act) -> None:
    """What happens while somebody reads what they are about to sign with QR."""
    answers = iter(["QR", "CD"])

    def typed() -> str:
        answer = next(answers)
        if answer == "QR":
            act()
        return answer

    monkeypatch.setattr(signoff, "typed_again", typed)


def test_two_who_sign_at_once_both_have_signed(guide, monkeypatch):
    other = ("--role", "pharmacist", "--initials", "CD", "--date", "2026-11-20")
    meanwhile(monkeypatch, lambda: run(guide, "signoff", "older", *other))
    assert run(guide, "signoff", "missed", *SIGN)[0] == 0
    signed = (guide / "data/signatures.yml").read_text("utf-8")
    assert "part: older\n  role: pharmacist\n  initials: CD" in signed
    assert "part: missed\n  role: doctor\n  initials: QR" in signed


def test_what_changed_while_it_was_read_is_not_signed(guide, monkeypatch):
    before = (guide / "data/signatures.yml").read_bytes()
    meanwhile(
        monkeypatch,
        lambda: edit(guide, "data/evidence.yml", "Leave out if next due", "Leave it out if next due"),
    )
    code, said = run(guide, "signoff", "missed", *SIGN)
    assert code == 1 and '"missed" has changed while it was read. Nothing was signed' in said
    assert (guide / "data/signatures.yml").read_bytes() == before


def test_the_same_initials_take_the_place_of_the_first_only_with_a_warning(guide):
    run(guide, "signoff", "missed", *SIGN, typed="QR\n")
    code, said = run(guide, "signoff", "missed", "--role", "nurse", *SIGN[2:], typed="\n")
    assert code == 1 and "the place of the signature of the doctor QR of 2026-11-20. Are you somebody" in said


def test_check_judges_a_release_on_the_day_that_is_named(guide):
    for day, wrong in (("2020-12-01", "is still to come"), ("2036-12-01", "has been due since")):
        code, said = run(guide, "check", "--release", "--today", day)
        assert code == 1 and wrong in said


@pytest.mark.slow
def test_a_release_is_recorded_and_the_next_one_tells_what_changed(guide):
    today = ("--today", date(2026, 12, 1).isoformat())
    assert "codes, " in run(guide, "sheet_codes", "--date", "2026-12-01")[1]
    assert run(guide, "check", "--release", *today)[0] == 0
    assert run(guide, "release", "one", *today) == (
        1,
        '"one" is no version: write two numbers with a point between them, such as 1.0\n',
    )
    said = run(guide, "release", "1.0", *today)[1]
    assert "facts recorded in data/released.json" in said and "pages kept in versions/1.0" in said
    assert "version 1.0 is not above 1.0" in run(guide, "release", "1.0", *today)[1]
    assert run(guide, "check", "--release", *today)[0] == 0  # its copies are recorded as addresses
    assert run(guide, "release", "v1.0", "--tagged") == (0, "Every page says what version 1.0 has kept.\n")
    code, said = run(guide, "release", "v1.1", "--tagged")
    assert code == 1 and said.startswith(
        "1.1 is not the last version in versions/: the last one is 1.0. Run "
    )
    edit(guide, "versions/1.0/north/taking.html", "7\N{NO-BREAK SPACE}mg", "4\N{NO-BREAK SPACE}mg")
    code, said = run(guide, "check")
    assert code == 1 and said.startswith(
        "versions/1.0/north/taking.html:1:1: this copy of version 1.0 was edited; bring it back as it "
        "was released"
    )
    edit(guide, "versions/1.0/north/taking.html", "4\N{NO-BREAK SPACE}mg", "7\N{NO-BREAK SPACE}mg")
    edit(guide, "data/dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    assert run(guide, "check")[0] == 0
    code, said = run(guide, "release", "v1.0", "--tagged")
    assert code == 1 and "pages do not say what version 1.0 has kept, such as north/" in said
    for words in (("check", "--release"), ("release", "1.1")):
        code, said = run(guide, *words, *today)
        assert (
            code == 1
            and '"adult-maximum-north" differs from the last release' in said
            and "(changes_are_told)" in said
        )


def test_nothing_is_published_from_a_tag_that_could_not_be_released():
    """Every workflow that a tag starts asks what a release asks before it builds anything."""
    published = 0
    for path in sorted((ROOT / ".github/workflows").glob("*.yml")):
        flow = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        if "tags" not in (flow["on"].get("push") or {}):
            continue
        for job in flow["jobs"].values():
            runs = [step.get("run", "") for step in job["steps"]]
            build = runs.index("python3 scripts/build.py")
            for asked in ("python3 scripts/check.py --release", "python3 scripts/release.py"):
                assert any(run.startswith(asked) for run in runs[:build]), (path.name, asked)
            published += 1
    assert published == 2


@pytest.mark.parametrize("text", ["", "{", "[]", '{"history": [], "facts": {"a": {}}}', '{"facts": {}}'])
def test_a_record_of_the_last_release_that_cannot_be_read_is_told(guide, text):
    (guide / "data/released.json").write_text(text, "utf-8")
    code, said = run(guide, "check", "--release", "--today", "2026-12-01")
    assert code == 1 and "Traceback" not in said
    assert (
        "data/released.json:1:1: this record of the last release cannot be read; bring it back from" in said
    )


@pytest.mark.slow
def test_an_address_that_was_released_is_never_lost_in_silence(guide):
    today = ("--today", "2026-12-01")

    def rename(old: str, new: str) -> None:
        """The part of a page, and what leads there."""
        edit(guide, "docs/en/taking.md", f"{{ #{old} }}", f"{{ #{new} }}")
        for file, key in (("search", ""), ("links", "now: "), ("home", "page: ")):
            edit(guide, f"data/{file}.yml", f"{key}taking#{old}", f"{key}taking#{new}")

    edit(guide, "data/search.yml", "page: mixing, region: north", "page: taking#food, region: north")
    rename("food", "soup")  # nothing has been released: a link that moves is simply mended
    assert run(guide, "check") == (0, "Nothing is wrong.\n")
    rename("soup", "food")
    run(guide, "sheet_codes", "--date", "2026-12-01")
    assert "addresses that last" in run(guide, "release", "1.0", *today)[1]
    rename("food", "soup")
    assert run(guide, "check") == (
        1,
        "data/links.yml:1:1: /north/taking/#food and /south/taking/#food were public and are gone; bring it "
        'back, or write {was: taking#food, now: ..., region: all} under "moved" (links_last)\n\n'
        "1 problem in 1 file.\n",
    )
    edit(guide, "data/search.yml", "taking#soup", "taking#food")
    code, said = run(guide, "check", "data/search.yml")
    assert code == 1 and 'the page "taking" has no part "food" in north;' in said
    edit(guide, "data/search.yml", "taking#food", "taking#soup")
    moved = "moved:\n  - {was: taking#food, now: taking#soup, region: all}\n"
    edit(guide, "data/links.yml", "moved:\n", moved)
    assert run(guide, "check") == (0, "Nothing is wrong.\n")
    before = (guide / "data/addresses.txt").read_text("utf-8")
    assert run(guide, "release", "1.1", *today)[0] == 0
    after = (guide / "data/addresses.txt").read_text("utf-8")
    assert (
        set(before.splitlines()) < set(after.splitlines())
        and "/north/taking/#soup" in after
        and "/north/taking/#food" in after
    )
