"""What an edit touches is told whole: in patient words, with its sources, how grave it is, and every page it
reaches.
"""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from monograph.checks.library import unjudged
from monograph.model.problem import Unknown
from monograph.prints.sheet import PRINTS, all_sheets
from monograph.review import revision
from monograph.review.differences import Differences, differences
from monograph.review.report import LONGEST_COMMENT, markdown, plain
from monograph.review.state import state
from tests.conftest import FICTION, ROOT, command

BASES = {}  # the state of each base, by what git calls its files: most tests begin with the same


class Repository:
    """Examplazine in a git repository of its own, committed once."""

    def __init__(self, root: Path):
        self.root = root
        shutil.copytree(FICTION / "data", root / "data")
        shutil.copytree(ROOT / "docs", root / "docs")
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit()

    def git(self, *words: str) -> str:
        who = (
            "-c",
            "user.name=Nobody",
            "-c",
            "user.email=nobody@elbow.example",
            "-c",
            "commit.gpgsign=false",
        )
        return subprocess.run(
            ["git", *who, *words], cwd=self.root, check=True, capture_output=True, text=True
        ).stdout.strip()

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Elbows")

    def edit(self, file: str, old: str, new: str) -> None:
        text = (self.root / file).read_text("utf-8")
        assert old in text, f"{file} holds no {old!r}"
        (self.root / file).write_text(text.replace(old, new, 1), "utf-8")

    def differences(self) -> Differences:
        """What a command without BASE compares."""
        with TemporaryDirectory() as folder:
            base = revision.usual_base(self.root)
            revision.lay_out(self.root, base, Path(folder))
            files = self.git("rev-parse", f"{base}^{{tree}}")
            if files not in BASES:
                BASES[files] = state(Path(folder))
            return differences(BASES[files], state(self.root))

    def report(self) -> str:
        return plain(self.differences(), "the last commit")


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "examplazine")


def test_nothing_changed_is_said(repository):
    repository.edit("data/dosing.yml", "groups:", "# Every fact below stands a line further down.\ngroups:")
    assert repository.report() == "Nothing changed. Compared with the last commit."


ADULT_MAXIMUM = """\
1 fact changed: 1 safety. Compared with the last commit.

SAFETY: fact changed: adult-maximum-north (data/dosing.yml:22, north)
  before: 56 mg in total in a day (28 mg each time, 2 times a day)
  after:  70 mg in total in a day (35 mg each time, 2 times a day)
  source: NO-LABEL (Hum Office of North Ulna), Doses for adults
  reaches: north: key-facts, print/two-pages (key_facts); taking (dose_table, times_of_day)

Also changed: dose_table on north: taking
  before: The most: 28 mg each time
  after:  The most: 35 mg each time
  before: 8 mL
  after:  10 mL
  before: 2 mL
  after:  2.5 mL

Also changed: opening("stopping") on north: taking
  before: Take it 2 times a day. The most for adults is 56 mg in total in a day (28 mg, 2 times a day).
  after:  Take it 2 times a day. The most for adults is 70 mg in total in a day (35 mg, 2 times a day)."""


def test_a_changed_dose_is_told_with_all_that_follows_from_it(repository):
    repository.edit("data/dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    assert repository.report().replace("\N{NO-BREAK SPACE}", " ") == ADULT_MAXIMUM


def test_an_old_figure_that_still_stands_elsewhere_is_told(repository):
    repository.edit("data/taking.yml", "Take it with toast.", "Take 56 mg with toast.")
    repository.edit("data/dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    assert (
        "  the old figure still stands in: food-toast (data/taking.yml:24): Take 56 mg with toast.\n"
        in repository.report()
    )


THREE = """\
3 facts changed: 1 safety, 1 meaning, 1 wording. Compared with the last commit.

SAFETY: fact changed: spacing-south (data/taking.yml:17, south)
  before: Take it once a day, at dusk.
  after:  Take it twice a day, at dusk.
  source: SO-LEAFLET (Blue Elbow scheme of South Ulna), How much
  reaches: south: taking (statements("spacing"))

MEANING: fact removed: word-hum (data/glossary.yml:4, all, before)
  before: hum
  after:  (nothing)
  before: The low sound that an elbow makes.
  after:  (nothing)
  reaches: north: about-site (glossary)
  reaches: south: about-site (glossary)

WORDING: fact changed: food-toast (data/taking.yml:24, all)
  before: Take it with toast.
  after:  Take it with the toast.
  source: NO-LABEL (Hum Office of North Ulna), With food
  reaches: north: taking (statements("with-food"))
  reaches: south: taking (statements("with-food"))"""


def test_the_gravest_change_is_told_first(repository):
    repository.edit("data/taking.yml", "Take it with toast.", "Take it with the toast.")
    repository.edit("data/taking.yml", "Take it once a day, at dusk.", "Take it twice a day, at dusk.")
    repository.edit(
        "data/glossary.yml",
        "- {id: word-hum, region: all, word: hum, means: The low sound that an elbow makes.}\n",
        "",
    )
    assert repository.report() == THREE


def test_a_phone_number_is_told_on_every_page_that_dials_it(repository):
    repository.edit("data/help.yml", 'phone: "800"', 'phone: "801"')
    (change,) = (found := repository.differences()).changes
    assert change.severity == "safety" and change.pairs[0].after.startswith("800 (dials 801)")
    pages = {path.stem for path in (repository.root / "docs" / "en").glob("*.md")} - {"index"}
    sheets = {
        sheet.page.address
        for sheet in all_sheets(unjudged(repository.root / "data"), repository.root / PRINTS)
        if sheet.region == "south"
    }
    assert {reach.spot.address for reach in change.reaches} == {
        "south/",
        "index.html",
        "infobutton/index.html",
        *(f"south/{page}/" for page in pages),
        *sheets,
    }
    assert "reaches: site: index.html (region_chooser)" in plain(found, "x")
    asides = {
        aside.what for aside in found.asides if any(spot.address.startswith("south") for spot in aside.spots)
    }
    assert asides == {
        "search_form()"
    }  # its card says the number in its heading; the change is behind all others


def test_pages_and_phrases_that_no_fact_stands_behind_are_told(repository):
    repository.edit("docs/en/taking.md", "You cannot swallow it,", "You cannot swallow a tablet,")
    repository.edit("data/phrases/en.yml", "key-maximum: ", "key-maximum: Really, ")
    report = repository.report()
    assert (
        "Also changed: the page's own words on north: taking; south: taking\n  before: You "
        "cannot swallow it, or" in report
    )
    assert (
        "phrase changed: phrases/en/key-maximum" in report
        and "Also changed: key_facts on north: key-facts" in report
    )


def test_a_claim_and_its_answers_are_told_by_their_own_ids(repository):
    repository.edit(
        "data/claims.yml", "Examplazine is made of moonlight.", "Examplazine is made of moonshine."
    )
    repository.edit("data/claims.yml", "verdict: unsupported", "verdict: contradicted")
    answer, whole = repository.differences().changes
    assert (answer.entry.id, answer.severity, whole.entry.id) == (
        "claim-moonlight-all",
        "safety",
        "claim-moonlight",
    )
    assert {reach.spot.call for change in (answer, whole) for reach in change.reaches} == {
        "claims()",
        'claims_of("what-it-is")',
    } and whole.reaches


def test_sources_are_told_though_no_sentence_changed(repository):
    repository.edit(
        "data/taking.yml",
        "sources: [{id: NO-LABEL, where: With food}]",
        "sources: [{id: NO-LABEL, where: Food}]",
    )
    report = repository.report()
    assert "MEANING: fact changed: food-toast" in report
    assert "  sources before: NO-LABEL, With food\n  sources after:  NO-LABEL, Food" in report


def test_a_row_that_moves_is_told_with_the_facts_that_cite_it(repository):
    repository.edit(
        "data/evidence.yml", "sources: [NO-LABEL], where: Codes", "sources: [NO-LABEL], where: Numbers"
    )
    report = repository.report()
    assert "SAFETY: reading changed: label-codes-01" in report and "MEANING: fact changed: code-elb" in report
    assert "  sources before: NO-LABEL, Codes\n  sources after:  NO-LABEL, Numbers" in report
    assert "  reaches: what rests on it and, once signed, is signed again: code-elb" in report


def test_a_state_that_the_rules_refuse_is_told_and_still_compared(repository):
    repository.edit("data/dosing.yml", "in-a-day: 56 mg", "in-a-day: 14 mg")
    report = repository.report()
    assert (
        "The new state does not pass the checks:\n  data/dosing.yml:" in report
        and "SAFETY: fact changed: adult-maximum-north" in report
    )


def test_a_state_that_breaks_a_block_is_still_compared(repository):
    repository.edit("data/stopping.yml", "region: south", "region: north")
    report = repository.report()
    assert (
        "The new state cannot be printed" in report
        and "(ValueError: " in report
        and "region before: south\n  region after:  north" in report
    )


def test_a_base_of_another_shape_is_compared_as_it_is_written(repository):
    repository.edit("data/taking.yml", "text: Take it with toast.", "sentence: Take it with toast.")
    repository.commit()
    repository.git("revert", "--no-commit", "HEAD")
    repository.edit("data/dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    report = repository.report()
    assert (
        "The old state cannot be printed by today's code" in report
        and '"sentence" is not a key here' in report
    )
    assert (
        "  in-a-day before: 56 mg\n  in-a-day after:  70 mg" in report
        and "reaches: north: key-facts, print/two-pages (key_facts)" in report
    )
    assert "  sentence before: Take it with toast." in report and "Also changed" not in report


def test_nothing_in_a_file_that_cannot_be_read_is_called_new(repository):
    repository.edit("data/glossary.yml", "- {id: word-hum", "- {{{id: word-hum")
    repository.commit()
    repository.git("revert", "--no-commit", "HEAD")
    report = repository.report()
    assert (
        report.startswith("Nothing changed.")
        and "cannot be read:\n  data/glossary.yml" in report
        and "this is not YAML" in report
    )


HOSTILE = "Rest <script>alert('x')</script> | **now** @nobody #1 [this](https://elbow.example) `x`"


def test_hostile_text_stays_text(repository):
    repository.edit("data/taking.yml", "text: Take it with toast.", f'text: "{HOSTILE}"')
    comment = markdown(repository.differences(), "<b>base</b>")
    (row,) = (line for line in comment.splitlines() if "Rest" in line)
    assert row.count("|") == 4 and not set("<>*@[]`") & set(row) and "//" not in row and "<b>" not in comment


def test_a_comment_fits_and_says_what_is_missing(repository):
    path = repository.root / "data" / "glossary.yml"
    words = "".join(
        f"- {{id: word-{n}, region: all, word: word {n}, means: {'humming ' * 100}}}\n" for n in range(90)
    )
    path.write_text(path.read_text("utf-8") + words, "utf-8")
    comment = markdown(repository.differences(), "HEAD")
    shown = comment.count("### Safety: word-")
    assert 0 < shown < 90 and 60_000 < len(comment) <= LONGEST_COMMENT
    assert f"**{90 - shown} more did not fit into this comment.**" in comment


def test_the_usual_base_is_where_the_branch_began(repository):
    first = repository.git("rev-parse", "HEAD")
    assert revision.usual_base(repository.root) == first
    repository.git("checkout", "--quiet", "-b", "branch")
    repository.edit("data/taking.yml", "Take it with toast.", "Take it with jam.")
    repository.commit()
    assert revision.usual_base(repository.root) == first
    assert "Take it with jam." in repository.report()


def test_a_base_that_is_not_there_is_named(repository, tmp_path):
    for name in ("nowhere", "--output=/tmp/x", "HEAD:data"):
        with pytest.raises(Unknown, match="git knows no revision"):
            revision.commit(repository.root, name)
    (tmp_path / "bare").mkdir()
    with pytest.raises(Unknown, match="no git history"):
        revision.commit(tmp_path / "bare", "HEAD")
    repository.git("rm", "-r", "--quiet", "data")
    repository.commit()
    with pytest.raises(Unknown, match="has no data/"):
        revision.lay_out(repository.root, revision.commit(repository.root, "HEAD"), tmp_path / "out")


def test_no_link_of_a_base_leads_out_of_its_folder(repository, tmp_path):
    (repository.root / "docs" / "en" / "link.md").symlink_to("/etc/hostname")
    repository.commit()
    revision.lay_out(repository.root, revision.commit(repository.root, "HEAD"), tmp_path / "out")
    assert (tmp_path / "out" / "docs" / "en" / "taking.md").is_file() and not (
        tmp_path / "out" / "docs" / "en" / "link.md"
    ).exists()


def test_the_command_reports_and_refuses_in_words(repository):
    repository.edit("data/taking.yml", "Take it with toast.", "Take it with the toast.")
    code, said = command("differences", "HEAD", "--format", "markdown", root=repository.root)
    assert code == 0 and said.startswith("**1 fact changed: 1 wording.** Compared with HEAD (")
    assert command("differences", "nowhere", root=repository.root) == (
        1,
        'git knows no revision "nowhere": write a branch, a tag, a commit, or HEAD~1\n',
    )
