"""Rules for the phrases around facts: an amount keeps its basis, whatever is done to the words around it.

What a phrase means stands here a second time, so that no phrase can lose its amount, or be exchanged with
another, by a slip of the pen.
"""

import re
from collections.abc import Iterator

from monograph.model.contents import Contents
from monograph.model.problem import Problem
from monograph.model.shape import PLACEHOLDER

# The words of each phrase that carries an amount, a strength, a chance, a level or where it holds.
MEANINGS = {
    "amount-up-to": "up to {amount}",
    "amount-range": "{low} to {high}",
    "either": "{low} or {high}",
    "for-each-kg": "{number} mg for each kilogram of body weight",
    "each-time": "{amount} each time {times}",
    "in-total": "{amount} in total in a day",
    "in-total-by-weight": "{amount} in total in a day",
    "in-brackets": "{text}",
    "split": "split into {count} doses",
    "once-a-day": "once a day",
    "times-a-day": "{count} times a day",
    "not-known": "not known",
    "basis-each": "each time",
    "volume-short": "{volume}",
    "volume-of": "of the liquid with {strength} in each ml",
    "volume-column": "{part} {amount} each time",
    "bottle-says": "the bottle says",
    "no-dose": "no label gives a dose for these people",
    "no-dose-do": "your doctor decides",
    "or-a-liquid": "or a liquid that says",
    "strength": "{strength} in each ml",
    "strength-printed": "{mass} in {volume}",
    "strength-both": "{printed} {each}",
    "start": "start",
    "usual": "usual",
    "maximum": "the most",
    "tablets": "tablets",
    "granules": "granules",
    "liquid": "liquid",
    "form-former": "{form} no longer sold",
    "steps-caption-up": "going up step by step",
    "steps-caption-down": "coming off step by step",
    "step-number": "step {number}",
    "day-range": "day {first} to {last}",
    "day-one": "day {first}",
    "each-time-column": "each time",
    "total-column": "total in a day",
    "stairs-title-up": "stairs that go up",
    "stairs-title-down": "stairs that go down",
    "stairs-caption": "each stair is the amount to take each time",
    "stairs-step": "{days} {each}",
    "and": "{first} and {last}",
    "or": "{first} or {last}",
    "liquid-heading": "the liquid with {strength} in each ml",
    "liquid-caption": "how much to measure from the liquid with {strength} in each ml",
    "liquid-not-the-others": "this is not the liquid with {others}",
    "other-strength": "{strength} in each ml",
    "your-dose": "your dose each time",
    "syringe-picture": "a picture of a measuring syringe filled to {volume} that is {mass} each time of"
    " the liquid with {strength} in each ml",
    "syringe-caption": "{mass} each time is {volume} of this liquid",
    "syringe-marks": "each small mark is {mark}",
    "missed-take": "take it now",
    "missed-leave": "leave it out",
    "missed-hours": "last {gap}",
    "missed-picture": "a line of the day from dose to dose for most of it a missed dose is taken"
    " in the last {gap} before the next dose it is left out",
    "missed-picture-no-hours": "a line of the day from dose to dose for most of it a missed dose is"
    " taken when the next dose is almost due it is left out no label we read says how many hours that is",
    "missed-caption": "missed dose take it at once but leave it out in the last {gap}",
    "missed-caption-no-hours": "missed dose take it at once but leave it out when the next one is almost due",
    "bottle-caption": "your bottle says {printed}",
    "halved-caption": "a {whole} tablet with a line each half is {half}",
    "hours-begin-soon": "last dose",
    "hours-begin-long": "given again",
    "hours-caption-soon": "in reports people began to see things {hours} after the last dose",
    "hours-caption-long": "in reports it passed {hours} after the medicine was given again",
    "compare-caption": "too much and too little side by side",
    "chance-range": "{low} to {high} in 100",
    "chance-range-not": "{low} to {high} in 100 do not",
    "chance-up-to": "up to {high} in 100",
    "chance-up-to-not": "at least {low} in 100 do not get it",
    "chance-or-more": "{low} or more in 100",
    "chance-or-more-not": "{high} in 100 or fewer do not",
    "chance-fewer": "fewer than {high} in {of}",
    "chance-fewer-not": "more than {low} in {of} do not get it",
    "chance-exact": "{high} in 100",
    "chance-exact-not": "{low} in 100 do not",
    "chance-not-known": "reported but no number is known",
    "fewer-than-one": "fewer than 1",
    "nearly-all": "more than 99",
    "people-about": "about {count}",
    "people-at-most": "at most {count}",
    "people-caption": "{count} in 100 {who} {outcome}",
    "people-count": "{count} of {of} {who}",
    "urgency-now": "emergency",
    "urgency-urgent": "get help today",
    "urgency-ask": "do this",
    "verdict-supported": "right",
    "verdict-incomplete": "right but not the whole story",
    "verdict-nuance": "needs care",
    "verdict-unsupported": "no source says so",
    "verdict-contradicted": "wrong",
    "key-start": "adults start with",
    "key-usual": "adults usually take",
    "key-maximum": "the most for adults",
    "key-missed": "forgot a dose",
    "key-stop": "stopping",
    "edition-note": "this page is for {region} in other countries doses and phone numbers differ",
    "sheet-edition": "this sheet is for {region} elsewhere doses and phone numbers differ",
    "where-now": "in danger now call {emergency}",
    "where-call": "in danger in {place} call {who}",
    "warning-signs": "{signs}",
    "call-who": "call {who}",
    "review-none": "no clinician has checked this guide yet do not use it to decide on a dose",
    "morning": "morning",
    "midday": "midday",
    "evening": "evening",
    "bedtime": "bedtime",
    "pen-each": "how much each time",
    "pen-times": "how often",
    "review-short": "no clinician has checked this guide yet",
    "review-parts-short": "clinicians have checked only parts of this guide",
    "review-all-short": "clinicians have checked all parts of this guide",
    "dose-table-none": "no row is for what you have measure nothing by another row"
    " call the pharmacist before a dose",
    "read-your-bottle-none": "no table here is for your bottle use none of them and call the"
    " pharmacist before a dose",
    "liquid-dose-not-here": "is your dose not here do not guess ask your pharmacist",
    "answer-right": "not changed since {date}",
    "answer-wording": "wording changed only",
    "answer-meaning": "something says more or something else than before",
    "answer-safety": "safety change do not use the old sheet",
    "answer-safety-do": "throw the old sheet away and use the new one do not change your dose"
    " or stop because of this page ask your doctor or pharmacist",
    "change-safety": "safety change do not use an older sheet",
    "change-meaning": "something says more or something else than before",
    "change-wording": "wording only",
    "version-older": "you are reading an older version {number} of {date} do not go by it",
    "dose-how-to-read": "your own label comes first",
    "own-steps": "your own label may have other steps follow your label",
    "liquid-how-to-read": "find your dose in mg check that the strength is the one on your bottle then"
    " measure"
    " the ml",
    "compare-how-to-read": "use this after a dose that was too big or after missed doses the signs can look"
    " alike",
    "strengths-how-to-read": "compare the strength in the table with the one on your pack",
    "tell-if-stays": "tell your doctor or pharmacist if one stays",
    "type-code-do": "if these signs come call for help now",
    "type-code-none": "if that leads nowhere this guide did not make your sheet do not go by it ask who"
    " gave it to you",
    "blank-steps-how": "your prescriber fills this in by pen each row is one step cross out the rows you do"
    " not need",
    "day-chart-how": "write how much you take under each time of day copy it from your label or ask your"
    " pharmacist to fill it in",
    "version-now": "read what the guide says today",
    "version-dangers": "changed since then for your safety",
    "measure": "measure",
    "of-which-liquid": "of which liquid",
    "strengths": "strengths",
    "form": "form",
    "days": "days",
    "step": "step",
    "liquid-other": "none of these",
}
# The words in braces of all other phrases, but for {name}.
BRACES = {
    "bottle-picture": "printed",
    "halved-picture": "half whole",
    "hours-picture": "begins hours",
    "stairs-picture": "count steps",
    "day-picture": "count points",
    "day-caption": "times",
    "people-picture": "outcome count",
    "people-size": "people",
    "people-each": "count",
    "people-other": "count",
    "claim-verdict": "verdict number",
    "claims-all": "count",
    "claims-count": "total supported incomplete nuance unsupported contradicted",
    "source-label": "number publisher",
    "evidence-title": "page",
    "evidence-site": "place",
    "evidence-back": "page",
    "review-signed": "part role initials date next",
    "review-open": "parts",
    "review-changed": "count",
    "review-dates": "last next",
    "edition-other": "there",
    "edition-short": "place",
    "due": "next",
    "due-late": "next",
    "publisher": "who",
    "call-advice": "who",
    "suggest": "file line",
    "task-qr": "address",
    "snippet-guide": "place",
    "snippet-checked": "date",
    "sheet-file": "label size",
    "sheet-files-date": "date",
    "version-title": "number place",
    "version-newest": "number date",
    "feed-title": "place",
    "paper-origin": "place date",
    "leads-title": "page place",
    "code-says": "code system means",
    "single-title": "place",
    "single-says": "date",
    "to-here": "part",
    "describes": "page place",
    "sheet-of-bottle": "strength",
    "sheet-title": "title place",
    "sheet-paper": "paper letters",
    "sheet-qr": "address",
    "sheet-version": "number",
    "sheet-foot": "title code version dates",
    "sheet-dates": "last next",
    "sheet-page": "page pages",
    "answer-sheet": "sheet code date",
    "answer-page-title": "answer code",
    "type-code-end": "address",
    "type-code-sheets": "place",
    "pen-medicine": "number",
}
WORD = re.compile(r"\{[a-z-]+\}|[\w.,/-]*\w", re.IGNORECASE)


def phrases_keep_their_meaning(contents: Contents) -> Iterator[Problem]:
    """A phrase holds the words in braces that it is filled with, and one around an amount, a chance or a
    level says what it stands for.

    Good: each-time: "{amount} each time, {times}"
    Bad: each-time: "{amount} in total in a day"
    """
    for key, phrase in contents.phrases.items():
        meaning, braces = MEANINGS.get(key), sorted(BRACES.get(key, "").split())
        held = sorted(set(PLACEHOLDER.findall(phrase)) - {"name"})
        wrong = f'the phrase "{key}" says "{phrase}"'
        if re.search("[{}]", PLACEHOLDER.sub("", phrase)):
            yield Problem(
                contents.place_of_phrase(key), wrong, "write small letters in braces, as in {amount}"
            )
        elif meaning and words(phrase) != words(meaning):
            yield Problem(
                contents.place_of_phrase(key),
                wrong,
                f'it stands for "{meaning}": write these words, or change monograph/checks/phrases.py too',
            )
        elif not meaning and held != braces:
            told = " ".join(f"{{{word}}}" for word in braces) or "no word in braces"
            yield Problem(contents.place_of_phrase(key), wrong, f"it is filled with {told}: write each once")


def words(text: str) -> list[str]:
    return WORD.findall(text.lower())


RULES = (phrases_keep_their_meaning,)
