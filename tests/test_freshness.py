"""An old dose never outlives its edit."""

from monograph.checks.library import load


def test_an_edit_is_seen_at_the_next_load(damaged):
    before = load(damaged.folder)
    assert load(damaged.folder) is before
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    (dose,) = [fact for fact in load(damaged.folder).facts if fact.id == "adult-maximum-north"]
    assert str(dose.in_a_day.high) == "70"


def test_an_edited_word_is_seen_too(damaged):
    load(damaged.folder)
    words = damaged.folder / "phrases" / "en.yml"
    words.write_text(words.read_text("utf-8").replace("Back to the top", "To the top"), "utf-8")
    assert load(damaged.folder).phrases["to-top"] == "To the top"
