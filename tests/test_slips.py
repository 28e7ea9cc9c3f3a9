"""Slips that turn what a fact says round, and leave its figures as they are, are refused too."""

import pytest

SLIPS = {  # file, what stands there, the slip, a part of the message
    "below for above": (
        "living.yml",
        "Keep it below 33 C",
        "Keep it above 33 C",
        '"storage-south" says what is above 33, which none of its readings holds; ',
    ),
    "or more for below": (
        "living.yml",
        "Keep it below 33 C",
        "Keep it at 33 C or more",
        '"storage-south" says what is above 33, which none of its readings holds; ',
    ),
    "an order without its not": (
        "taking.yml",
        "    text: Take it with toast.",
        "    text: Take it with toast.\n    do: Try this on your own.\n    urgency: ask",
        '"food-toast" says "Try this on your own.", and "off-label-choirs" says "Do not try this on',
    ),
    "a harmful claim called right": (
        "claims.yml",
        "verdict: contradicted\n        text: That amount is for a whole day",
        "verdict: supported\n        text: That amount is for a whole day",
        '"claim-child-dose" is ranked among the claims that can harm, and called right in north; write',
    ),
    "what to avoid is taken": (
        "dosing.yml",
        "avoid: Avoid it.",
        "avoid: Take it.",
        'says "Take it." under "avoid"; write "Avoid it" or "Do not take it" in it',
    ),
    "a sign for the wrong number": (
        "help.yml",
        "text: Too much was taken, or a child got at it.",
        "text: Too much was taken, or someone cannot be woken.",
        '"call-poison-north" is for who shows "cannot-be-woken"; leave it to {emergency}',
    ),
    "a lost point": (
        "help.yml",
        "      - After missed doses the elbows glow.\n    do: Say that the person takes",
        "    do: Say that the person takes",
        'the help card "now" for south has 1 points, and that for north has 2 (see data/help.yml:',
    ),
    "what is done at once, and can wait": (
        "taking.yml",
        "    text: Take it with toast.",
        "    text: Take it with toast.\n    do: Call the toast clinic now.\n    urgency: ask",
        '"food-toast" has the urgency "ask" and says "Call the toast clinic now"; write "urgency: urgent"',
    ),
    "a region with the name of another": (
        "regions.yml",
        "in-words: South Ulna",
        "in-words: North Ulna",
        '"south" has "North Ulna", as "north" has; write the name of this region',
    ),
    "a fact in the region of another": (
        "missed.yml",
        "- id: missed-dose-south\n  region: south",
        "- id: missed-dose-south\n  region: north",
        '"missed-dose-south" is told in north, and its id ends in "-south"; write "region: south"',
    ),
    "a letter for a digit": (
        "living.yml",
        "below 33 C",
        "below 3O C",
        '"3O" holds a letter that looks like a digit; write the digit',
    ),
    "a source dated after it was read": (
        "sources.yml",
        "  published: ",
        "  published: 2081, ",
        "is dated 2081, and was looked at on",
    ),
    "an address that nobody read": (
        "help.yml",
        "    phone: 1-555-010-0102\n",
        "    phone: 1-555-010-0102\n    url: https://hum.example/office\n",
        '"report-north" says hum.example/office, which none of its readings holds; check the source',
    ),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_that_turns_a_fact_round_is_refused(damaged, slip):
    file, old, new, message = slip
    damaged.replace(file, old, new)
    told = damaged.problems()
    assert any(message in problem for problem in told), told


def test_up_to_so_much_is_not_so_much(damaged):
    damaged.replace("evidence.yml", "usual 28-42 mg/day", "usual up to 49 mg/day")
    damaged.replace("dosing.yml", "in-a-day: 28 to 42 mg", "in-a-day: 49 mg")
    message = '"adult-usual-north" says 49 mg, and its readings say up to 49 mg; write "up to 49 mg"'
    assert any(message in problem for problem in damaged.problems())


@pytest.mark.parametrize(
    "said", ["Keep it under 33 C.", "Keep it at 33 C or less.", "Never above 33 C.", "Up to 33 C."]
)
def test_other_words_for_the_same_side_are_no_slip(damaged, said):
    damaged.replace("living.yml", "Keep it below 33 C.", said)
    assert damaged.problems() == []
