"""How much a change matters: `safety`, `meaning` or `wording`. When in doubt, the higher one.

**wording**: the same words in the same sentences, apart from commas, quotation marks, brackets and hyphens
between words, letter case, a full stop at the end, contractions of "not", and the words "a", "an", "the",
"that", "of", "also" and "please". Another spelling counts as meaning: no machine can tell "does" for "dose"
from a slip.

**safety**: any change of

- an amount, strength, count, number of days or times, chance, phone number, form, kind of people, region,
    urgency, level or verdict, what is written under `do`, or where a fact stands in its file (FIGURES);
- a number in a text or the word after it; a negation or warning word ("not", "never", "only", "unless",
    "stop" ...) or the word after it; a word of basis ("each", "total", "daily" ...); a sign such as % or <; a
    word in braces (SHARP);
- a fact of the help file, the limits, the missed dose, or a topic about stopping, warning, danger, too much
    or too little, other than its sources; a phrase of data/phrases with a word in braces, because it frames a
    figure;
- whether something is known: `not-known` coming or going;

and a fact added or removed that holds any of these.

**meaning**: everything else: other words, other sources, an entry added or removed.

What no reader is told, which is the reading record and the source cards, is **safety** where what was read,
who said it or how it was read changes below facts that rest on it; else **meaning**.
"""

import re
from itertools import pairwise

from monograph.model.history import SEVERITIES
from monograph.model.sources import NOT_READ
from monograph.review.entries import Entry, Texts

FIGURES = {
    *(
        "each-time",
        "in-a-day",
        "times-a-day",
        "for-days",
        "steps",
        "measured",
        "strengths",
        "halves",
        "leave-out-within",
        "chance",
    ),
    *(
        "count",
        "of",
        "at-most",
        "people",
        "groups",
        "phone",
        "use",
        "part",
        "who",
        "kind",
        "forms",
        "form",
        "region",
        "under",
    ),
    *("urgency", "level", "verdict", "do", "avoid"),
}
ALONE = FIGURES - {
    "region",
    "under",
}  # every fact has these two: they tell nothing about one that comes or goes
RECORD = {"sources", "evidence"}
RECORD_FILES = ("data/evidence.yml", "data/sources.yml")
SAFETY_FILES = ("data/help.yml", "data/limits.yml", "data/missed.yml")
SAFETY_TOPIC = re.compile(
    "stop|withdrawal|running-out|coming-off|warning|danger|do-not|safety|too-(?:much|little)|missed"
    "|overdose|emergency"
)

TOKEN = re.compile(
    r"\{[a-z][a-z0-9:-]*\}|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|(?<=\d)[-–—]|[-–—−](?=\d)"
    r"|[.!?;:]+|[^\s\w.,!?;:'’‘\"“”()\[\]\-–—]"
)
SMALL = {"a", "an", "the", "that", "of", "also", "please"}
COUNTED = (
    "half third quarter one two three four five six seven eight nine ten eleven twelve \\w+teen \\w+ty "
    "hundred thousand once twice double triple first second"
)
WARNED = (
    "no not never none nor neither without cannot avoid stop stops stopped stopping only unless until "
    "except instead but before after least most more less below above under over"
)
BASIS = "each every total daily nightly per mg ml mcg micrograms? milligrams? g kg grams? millilit(?:er|re)s?"
SHARP = re.compile(rf"\{{.*|\d.*|[^\w.!?;:]+|{'|'.join(f'{COUNTED} {WARNED} {BASIS}'.split())}")
CONTRACTIONS = (
    (re.compile(r"^can(?:['’]t|not)$"), "can not"),
    (re.compile(r"^won['’]t$"), "will not"),
    (re.compile(r"n['’]t$"), " not"),
)


def severity(before: Entry | None, after: Entry | None) -> str:
    """Of one entry changed, added (no `before`) or removed (no `after`)."""
    known = [entry for entry in (before, after) if entry]
    changed = changed_keys(before, after)
    if known[-1].place.file in RECORD_FILES:
        return "safety" if before and after and rests_on_it(changed, after) else "meaning"
    if changed - RECORD and any(map(is_about_safety, known)):
        return "safety"
    if not (before and after):
        return (
            "safety"
            if any(
                key in ALONE or is_sharp(texts) for key, texts in known[0].fields.items() if key not in RECORD
            )
            else "meaning"
        )
    found = {of_field(key, before.fields.get(key), after.fields.get(key)) for key in changed}
    return min(found, key=SEVERITIES.index, default="wording")


def rests_on_it(changed: set[str], after: Entry) -> bool:
    """Whether a changed reading or card may change what is right of a fact, as it unsigns it: not where no
    fact uses it, nor where only an address or a day has changed.
    """
    return bool(changed - NOT_READ) and "left-out" not in after.fields


def changed_keys(before: Entry | None, after: Entry | None) -> set[str]:
    """The keys whose texts are not the same; all of them for an entry that came or went."""
    old, new = (entry.fields if entry else {} for entry in (before, after))
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def is_about_safety(entry: Entry) -> bool:
    phrase = " ".join(entry.fields.get("phrase", ()))
    return (
        entry.place.file in SAFETY_FILES
        or bool(SAFETY_TOPIC.search(" ".join(entry.fields.get("under", ()))))
        or "{" in phrase
    )


def of_field(key: str, before: Texts | None, after: Texts | None) -> str:
    """Of one key whose texts differ; None where it was not written."""
    if key in RECORD:
        return "meaning"
    if key in FIGURES or (key == "not-known" and not (before and after)):
        return "safety"
    if not (before and after):
        return "safety" if is_sharp(before or after or ()) else "meaning"
    if sharp(before) != sharp(after):
        return "safety"
    return "wording" if [words(text) for text in before] == [words(text) for text in after] else "meaning"


def is_sharp(texts: Texts) -> bool:
    return bool(sharp(texts))


def sharp(texts: Texts) -> list[tuple[str, str]]:
    """The sharp words in their order, each with the word that follows."""
    found = [word for text in texts for word in (*words(text), "")]
    return [(word, after) for word, after in pairwise([*found, ""]) if SHARP.fullmatch(word)]


def words(text: str) -> list[str]:
    """The words that carry meaning, contractions written out, with the ends of sentences between them."""
    spelled = " ".join(written_out(token.lower()) for token in TOKEN.findall(text)).split()
    kept = [word for word in spelled if word not in SMALL]
    return kept[:-1] if kept and kept[-1] == "." else kept


def written_out(word: str) -> str:
    for pattern, other in CONTRACTIONS:
        word = pattern.sub(other, word)
    return word
