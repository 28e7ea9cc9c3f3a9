"""Questions that patients ask: each answered where they look, with the level and the number that its danger
asks for.
"""

import pytest

# fact: (level, what it must say, the number it must name; where the words come from)
ANSWERS = {
    "only-when-needed": (
        "urgent",
        ["Each gap is a sudden stop", "go on every day until you have talked"],
        "{advice}",
    ),  # MedlinePlus; Queensland Children's
    "stomach-bug": (
        "urgent",
        [
            "Do not take a dose again that came up, but wait for the next one",
            "baclofen can build up",
            "Never stop it on your own",
        ],
        "{advice}",
    ),  # NHS sick day rules; US-TAB-LIFESTAR
    "not-kept-down": (
        "urgent",
        [
            "Do not take a dose again that came up, but wait for the next one",
            "baclofen can build up",
            "Never stop it on your own",
            "Call {advice} at once",
        ],
        None,
    ),  # the same, for the page
    "stomach-bug-emergency-us": (
        "now",
        ["confused or jerky", "high fever", "a seizure", "before the next dose"],
        "{emergency}",
    ),  # ES-LIORESAL-PIL; US-OZOBAX s5.1
    "stomach-bug-emergency-uk": (
        "now",
        ["confused or jerky", "high fever", "a fit (seizure)", "before the next dose"],
        "{emergency}",
    ),  # ES-LIORESAL-PIL; UK-BNFC-2018
    "cannot-swallow-us": (
        "urgent",
        ["ask before you cut or crush a pill", "Ask your pharmacist for a liquid"],
        "{advice}",
    ),  # Arkansas Children's
    "cannot-swallow-uk": (
        "urgent",
        ["check before you crush a tablet", "Ask your pharmacist for a liquid"],
        "{advice}",
    ),  # NHS Specialist Pharmacy Service
    "more-at-bedtime": ("ask", ["Do not move or add a dose yourself"], None),  # HK-PMS-ADR
    "running-out-none-in-stock": (
        "urgent",
        ["Do not make the rest last by leaving doses out", "today"],
        None,
    ),  # Cardiff and Vale UHB
    "twitches-after-stopping": (
        "now",
        ["If you stopped suddenly or missed doses"],
        "{emergency}",
    ),  # Reactions Weekly case
    "mix-newer-antidepressants": (
        "ask",
        ["Stop neither of them suddenly", "does not show that the newer ones are safe"],
        None,
    ),  # SG-PMS-INT names the older ones alone
    "mix-cannabis-us": (
        "ask",
        ["It is best not to use them with baclofen", "do not drive", "Do not stop baclofen suddenly"],
        None,
    ),  # FDA on CBD
    "mix-cannabis-uk": (
        "now",
        ["only if your specialist knows of both", "Do not add cannabis", "thoughts of suicide"],
        "{crisis}",
    ),  # sativex.co.uk; Russo: a case
    "mix-no-aspirin-inside": ("ask", ["No. Baclofen is not aspirin"], None),  # DailyMed, contents of a tablet
    "effect-leaking": (
        "urgent",
        ["go on drinking", "it may be an infection"],
        "{advice}",
    ),  # NHS Highland; US-MSCENTER
    "effect-memory": ("ask", ["No list that we read names memory"], None),
    "aids-and-screens": (
        "ask",
        ["Have eye control set up again if it misses"],
        None,
    ),  # US-GRPH-TAB, IT-LIORESAL-ADR: sight
    "works-less-over-years": ("ask", ["Do not take more"], None),  # SCIRE
    "old-tablets-us": ("urgent", ["Running out is like stopping"], "{advice}"),  # FDA
    "old-tablets-uk": ("urgent", ["Running out is like stopping"], "{advice}"),  # Powys THB
}


def told(fact):
    return " ".join(filter(None, (fact.text, *fact.points, fact.do)))


@pytest.mark.parametrize("fact", ANSWERS)
def test_what_patients_ask_is_answered_with_its_level_and_number(facts, fact):
    level, says, number = ANSWERS[fact]
    assert facts[fact].urgency == level
    assert [words for words in says if words not in told(facts[fact])] == []
    assert number is None or number in facts[fact].do


def test_only_when_needed_is_answered_no_at_once(facts):
    question = facts["ask-only-when-needed"]
    assert (
        question.answer.startswith("No. ") and "stopping suddenly" in question.answer
    )  # on and off is stop and start
    assert "go on every day until you have talked" in question.more and question.page == "taking"


def test_who_has_run_out_goes_to_a_pharmacy_first_and_is_never_left_without_help(facts):
    """Emergency supply: Aneurin Bevan UHB (UK); laws of the states, PMC9119992 (US)."""
    question = facts["ask-ran-out"]
    order = [question.answer.index(step) for step in ("to a pharmacy now", "{advice}", "hospital today")]
    assert order == sorted(order) and "empty pack" in question.answer
    assert {"UK-ABUHB", "US-REFILL-2021"} <= {citation.id for citation in question.sources}


def test_a_stomach_bug_is_answered_at_once_before_the_next_dose(facts):
    question = facts["ask-stomach-bug"]
    assert (
        question.answer
        == "Call {advice} at once, before you leave out a dose, and do not repeat one that came up."
    )
    assert "Never stop it on your own" in question.more and "{emergency} now" in question.more


def test_no_new_answer_tells_anybody_to_pause_or_skip(facts):
    for fact in ANSWERS:
        words = told(facts[fact]).lower()
        assert not any(
            wrong in words for wrong in ("skip the", "pause baclofen", "stop baclofen until", "take a break")
        )


def test_there_are_few_questions(contents):
    """The page has a budget: a list of everything is no answer."""
    for region in contents.regions:
        assert sum(question.region in (region, "all") for question in contents.questions) <= 24
