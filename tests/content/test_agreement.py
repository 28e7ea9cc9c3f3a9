"""The guide says one thing about one sign, dose or step, wherever it says it."""

import re

import pytest

from monograph.checks.levels import about, has, told_to_do
from monograph.model.statement import Question, Statement

# overdose-01, overdose-02: what too much does. Whoever shows one of these needs the emergency number, not the
# poison line.
TOO_MUCH = (r"very sleepy", r"confus", r"floppy", r"being.sick|vomiting", r"seizure|\bfits?\b", r"breath")
LOOKS_BACK = re.compile(r"\{emergency\} now if (?:any of these|anything)|any sign")
POISON = re.compile(r"(?<=[.?!] )?[^.?!]*\{poison\}")
# side-effects-uk-10, withdrawal-11: a sign that is an emergency at once, as the words of the guide name it.
AT_ONCE = [
    "mix-levodopa",
    "mix-lithium",
    "mix-tricyclics",
    "effect-confusion-us",
    "effect-confusion-uk",
    "effect-hallucinations-us",
    "effect-hallucinations-uk",
    "effect-timing-older",
]
FAINT_WITH_A_PUMP = [
    "effects-now-after-missed-doses",
    "effect-low-blood-pressure-uk",
    "effect-dizziness-uk",
    "effect-fainting",
    "effect-weak-heart-pump-uk",
    "mix-blood-pressure-medicines",
    "pump-early-signs",
    "ask-pump-beeping",
]
TIGHTER_WITH_A_PUMP = [
    "effect-tighter-muscles",
    "spasms-stay-or-get-worse",
    "spasms-look-for-a-cause",
    "ask-spasms-worse",
]
NEWBORN = [
    "newborn-emergency",
    "newborn-signs-us",
    "newborn-signs-uk",
    "newborn-more-signs",
    "left-out-newborn-withdrawal-us",
    "left-out-newborn-withdrawal-uk",
]
CAME_UP = [
    "been-sick-uk",
    "been-sick-adult-uk",
    "been-sick-us",
    "stomach-bug",
    "not-kept-down",
    "ask-stomach-bug",
    "child-sick-after-30-minutes-uk",
    "child-sick-us",
    "ask-child-was-sick-us",
    # fmt: skip
    "ask-child-was-sick-uk",
    "effect-vomiting-gut-us",
    "effect-vomiting-gut-uk",
    "missed-dose-no-half",
]
NOT_AGAIN = re.compile(
    "do not (?:give|take|repeat) (?:it|the dose|a dose|one)[^.]*(?:again|came up)"
    "|do not repeat (?:the dose|one that came up)",
    re.I,
)


def every(fact):
    return " ".join(
        filter(
            None,
            (about(fact), *getattr(fact, "points", ()), told_to_do(fact), getattr(fact, "not_known", None)),
        )
    )


@pytest.fixture(scope="module")
def told(facts):
    return {name: every(fact) for name, fact in facts.items() if isinstance(fact, Statement | Question)}


def test_every_sign_of_too_much_leads_to_the_emergency_number(facts):
    """Where the poison line is named, {emergency} stands too, for all the signs, listed there or pointed back
    to.
    """
    to_the_line = {
        name: told_to_do(fact)
        for name, fact in facts.items()
        if isinstance(fact, Statement | Question) and "{poison}" in told_to_do(fact)
    }
    assert len(to_the_line) > 10
    for name, do in to_the_line.items():
        assert "{emergency}" in do, name
        if not LOOKS_BACK.search(do):
            assert [sign for sign in TOO_MUCH if not re.search(sign, do)] == [], name


def test_the_poison_line_is_for_who_is_awake_and_well(contents, facts):
    texts = [told_to_do(fact) for fact in facts.values()] + [
        contact.text for contact in contents.help.contacts if contact.use == "poison"
    ]
    for sentence in (
        sentence
        for text in texts
        for sentence in re.split(r"(?<=[.?!]) ", text)
        if "{poison}" in sentence or "Too much was taken" in sentence
    ):
        assert "awake and well" in sentence, sentence


@pytest.mark.parametrize("name", CAME_UP)
def test_a_dose_that_came_up_is_never_given_again(told, name):
    """Medicines for Children (missed-dose-06): again within 30 minutes, in a child, in the UK, one time;
    nothing else was read.
    """
    assert NOT_AGAIN.search(told[name]), told[name]


def test_only_the_childrens_rule_gives_a_dose_again(told):
    again = {name for name, text in told.items() if re.search("give the same dose again", text, re.I)}
    assert again == {"been-sick-uk", "ask-child-was-sick-uk", "child-sick-before-30-minutes-uk"}
    assert all("less than 30 minutes" in told[name] and "one time only" in told[name] for name in again)


def test_a_dose_that_came_up_is_nowhere_called_missed(told):
    """A missed dose is taken as soon as one remembers."""
    assert [
        name
        for name, text in told.items()
        if re.search(r"(?:comes|came) up[^.]*is a missed dose|does not get in is a missed", text)
    ] == []


@pytest.mark.parametrize("name", AT_ONCE)
def test_new_confusion_jerks_and_seeing_things_are_an_emergency(facts, name):
    assert (
        facts[name].urgency == "now"
        and "{emergency} now" in facts[name].do
        and "call your doctor at once" not in facts[name].do
    )


@pytest.mark.parametrize("region", ["us", "uk"])
def test_ordinary_sleepiness_is_told_apart(facts, region):
    question = facts[f"ask-so-sleepy-{region}"]
    assert (
        question.answer
        == "Much more sleepy than before, confused, jerky, hard to wake, or sleepy with weak kidneys? Call "
        "{emergency} now."
    )
    assert "If you wake easily and think clearly" in question.more


@pytest.mark.parametrize("name", FAINT_WITH_A_PUMP)
def test_feeling_faint_with_a_pump_is_an_emergency(facts, told, name):
    """The maker's list of early signs, withdrawal-11."""
    assert (
        has("pump", told[name])
        and "{emergency} now" in f"{getattr(facts[name], 'title', '')} {told[name]}"
        and getattr(facts[name], "urgency", "now") == "now"
    )


@pytest.mark.parametrize("name", TIGHTER_WITH_A_PUMP)
def test_any_more_tightness_with_a_pump_is_an_emergency(told, name):
    assert (
        re.search(r"much worse after missed doses,(?: or)? at all worse with a pump", told[name])
        and "{emergency} now" in told[name]
    )


@pytest.mark.parametrize("name", NEWBORN)
def test_a_newborn_with_fever_needs_the_emergency_number(facts, name):
    assert "fever" in facts[name].do.partition("{emergency} now")[2].partition(".")[0]  # neonatal-05


def test_crisis_line_doctor_and_hospital_stand_in_one_rank(told):
    """UK leaflet, side-effects-uk-11: speak to a doctor straight away or go to a hospital."""
    for name, text in told.items():
        for sentence in re.split(r"(?<=[.?!]) ", text):
            if "{crisis}" in sentence:
                assert "doctor" in sentence and "hospital" in sentence and "straight away" in sentence, name


def test_the_mental_health_option_is_told_of_england_alone(facts):
    assert (
        "In England" in facts["call-crisis-uk"].text and "Lifeline" in facts["call-crisis-uk"].text
    )  # emergency-07, emergency-11


@pytest.mark.parametrize(
    "name",
    [
        "kidneys-formulary-very-low-uk",
        "kidneys-review-low",
        "kidneys-dose-study-severe",
        "kidneys-one-tablet-case",
        "kidneys-dialysis-canada",
        "kidneys-dialysis-avoid",
    ],
)
def test_who_takes_it_with_very_weak_kidneys_asks_today_and_does_not_stop(facts, name):
    """AJKD review, kidney-07: avoid under 30 and on dialysis."""
    assert (
        facts[name].urgency == "urgent"
        and "today" in facts[name].do
        and re.search(r"[Dd]o not (?:change the dose or )?stop", facts[name].do)
    )


@pytest.mark.parametrize("name", ["only-when-needed", "ask-only-when-needed"])
def test_a_single_dose_for_a_task_is_the_prescribers_plan(told, name):
    assert "ingle dose for a task" in told[name] and "only your prescriber" in told[name]  # dosing-adult-10


def test_no_book_takes_a_child_above_the_ceiling(contents):
    """Free texts for children keep to the ceiling of children, limit-child-day."""
    (ceiling,) = [limit.in_a_day.high for limit in contents.limits if limit.id == "limit-child-day"]
    shown = [
        fact for topic, found in contents.topics.items() if topic.startswith("children") for fact in found
    ]
    amounts = [
        (fact.id, int(mg)) for fact in shown for mg in re.findall(r"(\d+) mg in total in a day", every(fact))
    ]
    assert amounts and [name for name, mg in amounts if mg > ceiling] == []
