"""A signature holds for the facts as they were; a change shows on the page and stops a release."""

from datetime import date

import pytest

from monograph.checks import judged
from monograph.checks.library import load
from monograph.checks.release import RELEASE_RULES
from monograph.html import Document
from monograph.model.edition import Edition
from monograph.model.problem import Unknown
from monograph.model.signoff import latest, status_of, with_status
from monograph.review.pack import pack
from monograph.review.release import record, since
from monograph.review.signing import signature, written
from monograph.review.to_sign import HEADINGS, plain, state, to_sign
from monograph.views import frame
from monograph.views.blocks import Blocks
from monograph.views.page_context import PageContext
from tests.conftest import ROOT

WORSE = "where: Doses for adults, read: secondary"
DAY, LATER = date(2026, 11, 20), date(2026, 12, 20)
DOCTOR, PHARMACIST = ("doctor", "QR"), ("pharmacist", "QQ")


def sign(damaged, part: str, person: tuple[str, str], day: date = DAY) -> None:
    contents = load(damaged.folder)
    (damaged.folder / "signatures.yml").write_text(
        written(contents, signature(contents, part, *person, day, None)), "utf-8"
    )


def stands(damaged, name: str) -> str:
    contents = load(damaged.folder)
    (fact,) = [fact for fact in contents.facts if fact.id == name]
    return status_of(fact, contents)


def release(damaged, today: date = LATER) -> list[str]:
    contents = load(damaged.folder)
    return [
        f"{problem.place}: {problem.wrong}"
        for problem in judged(RELEASE_RULES, contents, today, since(contents, damaged.folder.parent))
    ]


def page(damaged) -> PageContext:
    blocks = Blocks(Edition(load(damaged.folder), "north"))
    return blocks.page


def unchecked(damaged) -> str | None:
    found = page(damaged)
    return frame.unchecked(found.edition, found.phrases)


def test_nobody_has_signed_the_shipped_facts(contents):
    every = [*contents.facts, *contents.signed_phrases]
    assert contents.signatures == () and len(list(with_status(contents, "unsigned"))) == len(every)


def test_a_part_that_can_harm_needs_two_people(damaged):
    assert stands(damaged, "missed-dose-south") == "unsigned"
    sign(damaged, "missed", DOCTOR)
    assert stands(damaged, "missed-dose-south") == "signed once"
    assert release(damaged) == ['data/signatures.yml:1: "missed" is signed by one person']
    sign(damaged, "missed", DOCTOR, LATER)
    assert stands(damaged, "missed-dose-south") == "signed once", "the same person twice is one person"
    sign(damaged, "missed", PHARMACIST)
    assert stands(damaged, "missed-dose-south") == "signed" and release(damaged) == []


def test_two_doctors_are_two_people(damaged):
    for person in (DOCTOR, ("doctor", "QS")):
        sign(damaged, "missed", person)
    assert stands(damaged, "missed-dose-south") == "signed" and release(damaged) == []


def test_one_person_in_two_roles_is_one_person(damaged):
    for role in ("doctor", "pharmacist"):
        sign(damaged, "missed", (role, "QR"))
    assert stands(damaged, "missed-dose-south") == "signed once"
    assert release(damaged) == ['data/signatures.yml:1: "missed" is signed by one person']


def test_the_newest_signature_of_a_person_counts_wherever_it_stands(fiction):
    old, new = (signature(fiction, "missed", *DOCTOR, day, None) for day in (DAY, LATER))
    assert latest((new, old), "missed") == latest((old, new), "missed") == (new,)


def test_a_part_that_cannot_harm_needs_one(damaged):
    sign(damaged, "glossary", DOCTOR)
    assert release(damaged) == [] and not [fact for fact in with_status(load(damaged.folder), "signed once")]


@pytest.mark.parametrize(
    "file, old, new, fact",
    [
        ("dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg", "adult-maximum-north"),
        ("dosing.yml", "name: Adults", "name: Grown people", "adult-maximum-north"),
        ("evidence.yml", "where: Doses for adults", "where: Doses for all", "adult-start-north"),
        ("evidence.yml", "Adults: start 7 mg", "Grown people: start 7 mg", "adult-start-north"),
        ("evidence.yml", "where: Doses for adults, read: excerpt", WORSE, "adult-start-north"),
        ("sources.yml", "read: full text", "read: excerpt", "adult-start-north"),
        ("sources.yml", "published: 2026-11", "published: 2026-10", "adult-start-north"),
    ],
)
def test_a_signed_fact_that_changes_says_so_and_stops_a_release(damaged, file, old, new, fact):
    for person in (DOCTOR, PHARMACIST):
        sign(damaged, "dosing", person)
    assert stands(damaged, fact) == "signed" and release(damaged) == []
    damaged.replace(file, old, new)
    assert stands(damaged, fact) == "changed"
    assert any(f'"{fact}" has changed since it was signed' in problem for problem in release(damaged))
    (changed,) = [found for found in load(damaged.folder).facts if found.id == fact]
    assert "changed since a clinician last checked it" in page(damaged).marks(changed)
    sign(damaged, "dosing", DOCTOR, LATER)
    assert stands(damaged, fact) == "changed", "the second person has not seen the change"
    sign(damaged, "dosing", PHARMACIST, LATER)
    assert stands(damaged, fact) == "signed"


@pytest.mark.parametrize(
    "file, old, new",
    [
        ("sources.yml", "checked: 2026-11-01", "checked: 2026-11-02"),
        ("sources.yml", "https://hum-office.example/hushbow", "https://hum-office.example/new"),
        ("evidence.yml", "Whom to call in the South", "Whom to ring in the South"),
    ],
)
def test_what_was_not_read_for_a_fact_unsigns_nothing(damaged, file, old, new):
    for person in (DOCTOR, PHARMACIST):
        sign(damaged, "dosing", person)
    damaged.replace(file, old, new)
    assert stands(damaged, "adult-start-north") == "signed"


def test_a_phrase_that_changes_is_signed_again_and_no_other(damaged):
    for person in (DOCTOR, PHARMACIST):
        sign(damaged, "phrases", person)
    assert release(damaged) == []
    line = damaged.line("phrases/en.yml", "skip:")
    damaged.replace("phrases/en.yml", "skip: Skip to content", "skip: Skip to the text")
    assert release(damaged) == [f'data/phrases/en.yml:{line}: "skip" has changed since it was signed']


def test_an_excuse_is_no_change(damaged):
    before = load(damaged.folder).fingerprints["missed-dose-south"]
    damaged.replace(
        "missed.yml",
        "- id: missed-dose-south\n",
        "- id: missed-dose-south\n  excused: [{rule: sentences-are-short, because: A test., date: "
        "2026-11-23}]\n",
    )
    assert load(damaged.folder).fingerprints["missed-dose-south"] == before


def test_a_fact_added_to_a_signed_part_is_a_change(damaged):
    sign(damaged, "glossary", DOCTOR)
    with open(damaged.folder / "glossary.yml", "a", encoding="utf-8") as file:
        file.write("- id: word-new\n  region: all\n  word: new\n  means: not there before\n")
    assert stands(damaged, "word-new") == "changed"


@pytest.mark.slow
def test_the_banner_stays_until_everything_is_signed(damaged):
    assert unchecked(damaged) == "No clinician has checked this guide yet."
    assert frame.review(page(damaged))[0].startswith("No clinician has checked this guide yet.")
    parts = list(load(damaged.folder).parts)
    for part in parts:
        assert unchecked(damaged), part
        sign(damaged, part, DOCTOR)
        if part == parts[0]:
            said = " ".join(frame.review(page(damaged)))
            assert f"The part on {part}: checked by a doctor (<cite>QR</cite>) on 20" in said
    said = " ".join(frame.review(page(damaged)))
    assert unchecked(damaged) == "Clinicians have checked only parts of this guide.", "one of two has signed"
    assert "Not yet checked by a clinician: " in said
    for part in parts:
        sign(damaged, part, PHARMACIST)
    assert unchecked(damaged) is None and "Not yet checked" not in " ".join(frame.review(page(damaged)))


@pytest.fixture
def shown(fiction):
    """What a clinician reads of a part, by the ids of its facts."""

    def shown(part: str) -> dict[str, str]:
        found = to_sign(fiction, part, ROOT / "tests/fixtures/examplazine")
        return {item.id: plain([item]).replace("\N{NO-BREAK SPACE}", " ") for item in found}

    return shown


def test_initials_are_no_words_to_be_judged(damaged):
    """None is in a dictionary, and some, such as BD, are words of prescriptions."""
    sign(damaged, "missed", ("doctor", "BD"))
    document = Document(Blocks(Edition(load(damaged.folder), "north")).closing())
    said = " ".join(passage.text for passage in document.passages)
    assert "checked by a doctor () on 20" in said


def test_what_is_signed_is_shown_with_its_pages_readings_and_sources(shown):
    said = shown("missed")["missed-dose-south"]
    assert said.startswith("missed-dose-south (south), data/missed.yml:")
    for line in (
        "    on the page south/missed/: ",
        "    in the data, leave-out-within: 11 hours",
        '    reading leaflet-missed-01: "Leave out if next due in under 11 h',
        '" (excerpt; SO-LEAFLET, If you forget)',
        "    source SO-LEAFLET: Blue Elbow scheme of South Ulna, Leaflet of Armonia, a fictional medicine, "
        "If you forget (read: excerpt, on 2026-11-01): https://blue-elbow.example/armonia",
        "    signed: nobody has signed it",
    ):
        assert line in said, said


def test_an_amount_is_shown_as_it_is_written_with_the_people_it_is_for(shown):
    said = shown("dosing")
    assert "    about: Adults\n" in said["adult-usual-north"]
    assert "    in the data, in-a-day: 28 to 42 mg\n" in said["adult-usual-north"]
    assert "    in the data, times-a-day: 2\n" in said["adult-start-north"]
    assert (
        "    on the page north/" in said["adult-start-north"]
        and "2 times a day | 14 mg in total in a day" in said["adult-start-north"]
    )
    assert "each-time 7 mg, times-a-day 2, for-days 4; each-time 14 mg" in said["step-up-north"]
    assert not any("0 to " in text.partition("reading ")[0] for text in said.values())


def test_the_claim_of_an_answer_is_shown(shown):
    claims = [said for said in shown("claims").values() if "in the data, verdict" in said]
    assert claims and all('    about: "' in said for said in claims)


def test_every_part_can_be_shown_and_nothing_of_it_is_left_out(fiction):
    root = ROOT / "tests/fixtures/examplazine"
    for part, facts in fiction.parts.items():
        found = to_sign(fiction, part, root)
        assert {item.id for item in found} == {fact.id for fact in facts}
        order = [HEADINGS.index(item.heading) for item in found]
        assert order == sorted(order), part
        assert all(line.text for item in found for line in item.lines), part


def test_what_harms_soonest_is_read_first(fiction):
    found = {item.id: item.heading for item in to_sign(fiction, "help", ROOT / "tests/fixtures/examplazine")}
    assert found["help-now-north"] == "Act now" and list(found.values())[0] == "Act now"
    phrases = {item.id: item.heading for item in to_sign(fiction, "phrases", ROOT)}
    assert phrases["each-time"] == "Doses and figures" and phrases["skip"] == "The rest"


def test_a_pack_needs_nothing_else_and_has_room_to_tick_and_object(fiction, damaged):
    html = pack(fiction, "dosing", ROOT / "tests/fixtures/examplazine")
    root = Document(html).root
    facts = root.xpath("//div[@class='fact']")
    assert len(facts) == len(fiction.parts["dosing"])
    assert all(
        len(fact.xpath(".//span[@class='box']")) == 2 and fact.xpath(".//div[@class='line']")
        for fact in facts
    )
    assert (
        not root.xpath("//script | //img | //link | //iframe")
        and "url(" not in html
        and "@import" not in html
    )
    assert f"State of these facts: {state(fiction, 'dosing')}" in html
    damaged.replace("dosing.yml", "name: Adults", "name: <b>Adults</b>")
    damaged.replace("sources.yml", "title: Label of", "title: <script>alert(1)</script> of")
    damaged.replace("evidence.yml", "Adults: start", "<img src=x onerror=alert(1)> start")
    hostile = Document(pack(load(damaged.folder), "dosing", damaged.folder.parent)).root
    assert not hostile.xpath("//b | //script | //img") and "<script>alert(1)" in "".join(hostile.itertext())


def test_the_state_of_a_part_changes_with_what_was_read(damaged):
    before = load(damaged.folder)
    damaged.replace("evidence.yml", "Adults: start 7 mg", "Grown people: start 7 mg")
    after = load(damaged.folder)
    assert state(before, "dosing") != state(after, "dosing") and state(before, "missed") == state(
        after, "missed"
    )


def test_a_part_that_is_not_there_cannot_be_signed(fiction):
    with pytest.raises(Unknown, match='did you mean "missed"'):
        signature(fiction, "mised", *DOCTOR, DAY, None)


@pytest.mark.parametrize(
    "initials, following",
    [
        ("Quentin Quill", None),
        ("q", None),
        ("QQ", date(2028, 1, 1)),
        ("QQ", DAY),
        ("QQ", date(2026, 11, 1)),
        ("QQ", date.max),
    ],
)
def test_names_and_long_signatures_are_refused(fiction, initials, following):
    with pytest.raises(ValueError):
        signature(fiction, "missed", "doctor", initials, DAY, following)


def test_a_signature_after_the_check_of_the_guide_is_due_says_what_to_do(damaged):
    damaged.replace("review.yml", "next-check: 2099-12-31", "next-check: 2026-11-20")
    with pytest.raises(ValueError, match="was due on 2026-11-20: write its new dates in data/review.yml"):
        signature(load(damaged.folder), "missed", *DOCTOR, DAY, None)


def test_an_older_signature_takes_the_place_of_no_newer_one(damaged):
    sign(damaged, "missed", DOCTOR, LATER)
    with pytest.raises(ValueError, match="QR has signed this on 2026-12-20, which is later"):
        signature(load(damaged.folder), "missed", *DOCTOR, DAY, None)


def test_a_signature_of_no_file_is_refused(damaged):
    sign(damaged, "missed", DOCTOR)
    damaged.replace("signatures.yml", "part: missed", "part: mised")
    assert damaged.problems() == ['data/signatures.yml:3: "mised" holds no facts; did you mean "missed"?']


def test_a_release_waits_for_what_is_30_days_overdue(damaged):
    assert release(damaged, date(2027, 12, 1)) == []
    late = release(damaged, date(2027, 12, 2))
    assert late[0] == 'data/sources.yml:3: reading "NO-LABEL" again has been due since 2027-11-01' and len(
        late
    ) == len(load(damaged.folder).sources)


def test_days_to_come_are_refused(damaged):
    assert "data/review.yml:3: 2026-11-01 is still to come" in release(damaged, date(2026, 10, 31))


def told(
    damaged,
    severity: str,
    facts: str = "facts: [food-toast]",
    name: str = "second-fiction",
    region: str = "north",
) -> str:
    """Puts an entry on top of the history, and says what still stands between the guide and its release."""
    path = damaged.folder / "history.yml"
    entry = (
        f"- {{id: {name}, date: 2026-11-20, region: {region}, severity: {severity}, text: This was "
        f"changed., because: A test needed it., {facts}}}\n"
    )
    head, first, rest = path.read_text("utf-8").partition("- id:")
    path.write_text(head + entry + first + rest, "utf-8")
    return " ".join(release(damaged))


def test_a_release_tells_what_changed(damaged):
    record(load(damaged.folder), damaged.folder.parent)
    assert release(damaged) == []
    damaged.replace("taking.yml", "Tablets come in 7 mg", "All tablets come in 7 mg")
    (changed,) = release(damaged)
    assert changed.endswith(
        '"tablets-how-north" differs from the last release, and no new entry of the history names it'
    )
    damaged.replace("history.yml", "facts: [food-toast]", "facts: [food-toast, tablets-how-north]")
    assert release(damaged) == [changed], "an entry that was released covers no second change"
    assert told(damaged, "meaning", "facts: [tablets-how-north]") == ""


def test_a_fact_that_was_added_is_told_like_one_that_changed(damaged):
    record(load(damaged.folder), damaged.folder.parent)
    with open(damaged.folder / "glossary.yml", "a", encoding="utf-8") as file:
        file.write("- id: word-new\n  region: all\n  word: new\n  means: not there before\n")
    (added,) = release(damaged)
    assert added.endswith(
        '"word-new" differs from the last release, and no new entry of the history names it'
    )
    assert "word-new" in told(damaged, "safety", "facts: [word-new]"), "it concerns both editions"
    assert told(damaged, "safety", "facts: [word-new]", "third-fiction", "all") == ""


def test_a_history_milder_than_the_change_stops_a_release(damaged):
    record(load(damaged.folder), damaged.folder.parent)
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    facts = "facts: [adult-maximum-north, in-short-taking-north]"  # whose sentence repeats it
    milder = '"adult-maximum-north" differs from the last release in safety, and the history calls that '
    assert milder + "wording" in told(damaged, "wording", facts)
    assert milder + "meaning" in told(damaged, "meaning", facts, "third-fiction")
    assert milder in told(damaged, "safety", facts, "of-the-south", "south"), (
        "readers of the other edition alone were told"
    )
    assert told(damaged, "safety", facts, "fourth-fiction") == ""


def test_a_released_entry_is_not_used_again_under_another_id(damaged):
    record(load(damaged.folder), damaged.folder.parent)
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    damaged.replace("history.yml", "- id: more-toast", "- id: more-mg")
    damaged.replace(
        "history.yml",
        "facts: [food-toast]",
        "facts: [food-toast, adult-maximum-north, in-short-taking-north]",
    )
    assert release(damaged) == ['data/history.yml:1: the entry "more-toast" was released and is gone']


def test_a_dose_that_moves_to_other_people_is_a_change_of_safety(damaged):
    record(load(damaged.folder), damaged.folder.parent)
    damaged.replace("dosing.yml", "name: Adults", "name: Grown people")
    assert "in safety, and the history calls that meaning" in told(
        damaged, "meaning", "facts: [adult-maximum-north, adult-start-north]"
    )


def test_a_fact_that_was_deleted_is_told_as_gravely(damaged):
    record(load(damaged.folder), damaged.folder.parent)
    register = damaged.folder / "released.json"
    register.write_text(
        register.read_text("utf-8").replace('"adult-maximum-north"', '"adult-most-north"'), "utf-8"
    )
    assert (
        'data/history.yml:1: "adult-most-north" was deleted, and no new entry of the history names it'
        in release(damaged)
    )
    assert '"adult-most-north" was deleted in safety, and the history calls that meaning' in told(
        damaged, "meaning", "removed: [adult-most-north]"
    )
    assert "adult-most-north" not in told(damaged, "safety", "removed: [adult-most-north]", "third-fiction")
