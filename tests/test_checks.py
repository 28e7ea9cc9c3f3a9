"""Each rule stops its mistake with one message; a gloriously wrong folder is answered whole and in order."""

import pytest

from monograph.checks import check
from monograph.checks.dosing import makes
from monograph.checks.library import load
from monograph.model.medicine import Form
from monograph.model.quantity import parse
from monograph.review.rulebook import RULEBOOK, told

# file, what stands there, what a tired editor wrote instead, the message (its line is the line of `at`, or of
# the change)
MISTAKES = {
    "start above maximum": (
        "dosing.yml",
        "        in-a-day: 28 to 42 mg",
        "        in-a-day: 70 to 77 mg",
        "- id: adult-usual-north",
        '"adult-usual-north" (70 to 77 mg) is above "adult-maximum-north" (56 mg); check both '
        "against their sources (Adults)",
    ),
    "a step up that goes down": (
        "dosing.yml",
        "- {each-time: 14 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 21 mg",
        "- {each-time: 28 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 21 mg",
        "- {each-time: 21 mg",
        'this step of "step-up-north" is not more than the one before; check its source',
    ),
    "a step down that goes up": (
        "dosing.yml",
        "      - {each-time: 7 mg, times-a-day: 1, for-days: 4}",
        "      - {each-time: 7 mg, times-a-day: 3, for-days: 4}",
        "- {each-time: 7 mg, times-a-day: 3",
        'this step of "step-down-north" is not less than the one before; check its source',
    ),
    "a dose no tablet makes": (
        "dosing.yml",
        "        each-time: 14 mg\n        times-a-day: 2",
        "        each-time: 10 mg\n        times-a-day: 2",
        "- id: older-maximum",
        '"older-maximum" cannot be made from what is listed for north or south; check the dose and '
        "data/medicine.yml",
    ),
    "a tenfold slip": (
        "dosing.yml",
        "in-a-day: 56 mg",
        "in-a-day: 560 mg",
        "- id: adult-maximum-north",
        '"adult-maximum-north" comes to 280 mg each time, above the ceiling of 42 mg '
        '("limit-adult-each"); look for a slip of the pen, and check each time against in a day',
    ),
    "a day's total given each time": (
        "dosing.yml",
        "in-a-day: 0.9 mg/kg\n        times-a-day: 2",
        "each-time: 0.65 mg/kg\n        times-a-day: 1",
        "- id: child-start-north",
        '"child-start-north" comes to 0.65 mg/kg each time, above the ceiling of 0.6 mg/kg '
        '("limit-child-start-each-by-weight"); look for a slip of the pen, and check each time '
        "against in a day",
    ),
    "a tenfold slip in a sentence": (
        "taking.yml",
        "Tablets come in 7 mg",
        "Tablets come in 770 mg",
        "- id: tablets-how-north",
        '"tablets-how-north" names 770 mg, above every ceiling; mend it, or add "excused" with the '
        "rule, the reason and the date",
    ),
    "an excuse not needed": (
        "taking.yml",
        "    text: Take it with toast.",
        "    text: Take it with toast.\n    excused:\n      - {rule: texts-stay-within-limits, "
        "because: Toast is heavy., date: 2026-11-01}",
        "- {rule: texts-stay-within-limits, because: Toast",
        '"food-toast" is excused from "texts-stay-within-limits" but keeps to it; delete this excuse',
    ),
    "an excuse from a rule that is not known": (
        "taking.yml",
        "    text: Take it with toast.",
        "    text: Take it with toast.\n    excused:\n      - {rule: sentences-are-shrot, because: "
        "Toast is heavy., date: 2026-11-01}",
        "- {rule: sentences-are-shrot",
        '"rule" is "sentences-are-shrot"; did you mean "sentences-are-short"?',
    ),
    "two words left out as one": (
        "plain-words.yml",
        "left-out: [examplol]",
        "left-out: [examplol forte]",
        "left-out: [examplol forte]",
        '"left-out" is "examplol forte"; write one word, without spaces',
    ),
    "an unknown source": (
        "taking.yml",
        "{id: NO-LABEL, where: With food}",
        "{id: NO-LABLE, where: With food}",
        "{id: NO-LABLE",
        'the source "NO-LABLE" has no card; did you mean "NO-LABEL"? If not, add a card to data/sources.yml',
    ),
    "a source that was not read for this": (
        "taking.yml",
        "{id: NO-LABEL, where: With food}",
        "{id: ST-TRIAL, where: With food}",
        "{id: ST-TRIAL",
        '"food-toast" cites "ST-TRIAL", which none of its readings comes from; write one of: NO-LABEL',
    ),
    "no source": (
        "taking.yml",
        "[{id: NO-LABEL, where: With food}]",
        "[]",
        "- id: food-toast",
        '"food-toast" has no source; name the row of data/evidence.yml that says so: "evidence: [...]"',
    ),
    "a source that nobody knows and nothing is like": (
        "evidence.yml",
        "sources: [NO-LABEL], where: Codes",
        "sources: [QQQ], where: Codes",
        "- {id: label-codes-01",
        'the source "QQQ" has no card; add a card to data/sources.yml',
    ),
    "sources that the readings give anyway": (
        "taking.yml",
        "where: With food}",
        "where: Daily life}",
        "{id: NO-LABEL, where: Daily life}",
        '"food-toast" cites what its readings say anyway; delete its "sources"',
    ),
    "a reading that was read better than its source": (
        "evidence.yml",
        "where: If you forget, read: excerpt}",
        "where: If you forget, read: full text}",
        "- {id: leaflet-missed-01",
        '"leaflet-missed-01" was read as full text, and no source of it was; write "read: excerpt", '
        "or mend the card",
    ),
    "a reading without its section": (
        "evidence.yml",
        "where: Codes, read: excerpt}",
        "read: excerpt}",
        "- {id: label-codes-01",
        '"label-codes-01" cannot be used as it stands; add "where", the place in the sources: facts cite it',
    ),
    "a source without its section": (
        "taking.yml",
        "{id: NO-LABEL, where: With food}",
        "{id: NO-LABEL}",
        "{id: NO-LABEL}]",
        '"where" is missing; add it',
    ),
    "an unknown reading": (
        "taking.yml",
        "evidence: [label-life-01]",
        "evidence: [label-life-01, label-lief-01]",
        "- id: food-toast",
        '"food-toast" names the reading "label-lief-01"; did you mean "label-life-01"? If not, add a '
        "row to data/evidence.yml",
    ),
    "an unknown region": (
        "taking.yml",
        "    region: south\n    layer: page\n    text: Take it once a day, at dusk.",
        "    region: suoth\n    layer: page\n    text: Take it once a day, at dusk.",
        "- id: spacing-south",
        'the region "suoth" is not known; did you mean "south"?',
    ),
    "an id that is taken": (
        "taking.yml",
        "id: tablets-how-south",
        "id: tablets-how-north",
        "id: tablets-how-north\n    region: south",
        'the id "tablets-how-north" is taken (see data/taking.yml:32); give this one a name of its own',
    ),
    "a misspelt key": (
        "taking.yml",
        "    text: Take it with toast.",
        "    txet: Take it with toast.",
        "txet",
        '"txet" is not a key here; did you mean "text"?',
    ),
    "a word in braces that stands for nothing": (
        "taking.yml",
        "Take it with toast.",
        "Take it with toast, or call {emergancy}.",
        "- id: food-toast",
        '"{emergancy}" stands for nothing; did you mean "emergency"?',
    ),
    "a word that one region alone has": (
        "taking.yml",
        "Take it with toast.",
        "Take it with toast, or {drone}.",
        "- id: food-toast",
        '"{drone}" stands for nothing; write one of: advice, crisis, emergency, name, poison, report, toot',
    ),
    **{
        f"a word in other braces: {written}": (
            "taking.yml",
            "Take it with toast.",
            f"Take it with toast, or call {written} now.",
            "- id: food-toast",
            f'"{told}" stands for nothing; {instead}',
        )
        for written, told, instead in (
            ("{ emergency }", "{ emergency }", "write {emergency}"),
            ("{Emergency}", "{Emergency}", "write {emergency}"),
            ("{{emergency}}", "{{emergency}}", "write {emergency}"),
            ("{emergency", "{emergency", "write {emergency}"),
            ("{emergency number}", "{emergency number}", 'did you mean "emergency"?'),
            ("{emergency_number}", "{emergency_number}", 'did you mean "emergency"?'),
            ("[emergency]", "[emergency]", "write {emergency}"),
            ("[ Poison ]", "[ Poison ]", "write {poison}"),
            ("emergency}", "}", "write one of: advice, crisis, emergency, name, poison, report, toot"),
        )
    },
    "points that commas cut": (
        "kidneys.yml",
        "    text: The one study says to avoid it.",
        "    text: The one study says to avoid it.\n    points: [high fever, sweating, even at rest]",
        "points: [high fever",
        '"points" holds a list of 3; write each point on a line of its own, after "- ": in brackets, '
        "each comma begins another point",
    ),
    "stairs above the maximum": (
        "dosing.yml",
        "- {each-time: 28 mg, times-a-day: 2, for-days: 4}",
        "- {each-time: 28 mg, times-a-day: 3, for-days: 4}",
        "- {each-time: 28 mg, times-a-day: 3",
        'this step of "step-up-north" comes to 84 mg, above "adult-maximum-north" (56 mg); check '
        "both against their sources",
    ),
    "stairs down that begin above the maximum": (
        "dosing.yml",
        "- {each-time: 14 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 7 mg",
        "- {each-time: 21 mg, times-a-day: 3, for-days: 4}\n      - {each-time: 7 mg",
        "- {each-time: 21 mg, times-a-day: 3",
        'this step of "step-down-north" comes to 63 mg, above "adult-maximum-north" (56 mg); check '
        "both against their sources",
    ),
    "stairs that begin above the start": (
        "dosing.yml",
        "      - {each-time: 7 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 14 mg",
        "      - {each-time: 10.5 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 14 mg",
        "- {each-time: 10.5 mg",
        '"step-up-north" begins with 10.5 mg, and "adult-start-north" says 7 mg; check both against '
        "their sources",
    ),
    **{
        f"a dose in {unit}": (
            "dosing.yml",
            "each-time: 7 mg",
            f"each-time: 7 {unit}",
            f"each-time: 7 {unit}",
            f'"each-time" is "7 {unit}"; write a dose in mg, or by weight in mg/kg, such as "5 mg" '
            'or "0.5 mg/kg"',
        )
        for unit in ("hours", "mL", "micrograms")
    },
    "a doctor for a sign that threatens life": (
        "taking.yml",
        "    text: Take it with toast.",
        "    text: Take it with toast.\n    do: Call your doctor today if someone cannot be woken.\n    "
        "urgency: urgent",
        "- id: food-toast",
        '"food-toast" says what to do about "cannot-be-woken" and does not name {emergency}; write '
        "Call {emergency} now, or excuse it",
    ),
    "a sign that threatens life, and time until tomorrow": (
        "taking.yml",
        "    text: Take it with toast.",
        "    text: Take it with toast.\n    do: Call {emergency} today if someone cannot be woken.\n    "
        "urgency: urgent",
        "- id: food-toast",
        '"food-toast" sends people to {emergency} with the urgency "urgent"; write "urgency: now", '
        "or excuse it",
    ),
    "the emergency number at once, and time until tomorrow": (
        "taking.yml",
        "    text: Take it with toast.",
        "    text: Take it with toast.\n    do: Call {emergency} now if the toast burns.\n    "
        "urgency: urgent",
        "- id: food-toast",
        '"food-toast" sends people to {emergency} with the urgency "urgent"; write "urgency: now", '
        "or excuse it",
    ),
    "a sign beside what makes it a threat": (
        "taking.yml",
        "    text: Take it with toast.",
        "    text: Take it with toast.\n    do: Ask if your elbows glow after missed doses.\n    "
        "urgency: ask",
        "- id: food-toast",
        '"food-toast" says what to do about "glow" and does not name {emergency}; write Call '
        "{emergency} now, or excuse it",
    ),
    "an emergency without its number": (
        "stopping.yml",
        "do: Call {emergency}.\n",
        "do: Call a friend.\n",
        "- id: withdrawal-signs-list",
        '"withdrawal-signs-list" has the urgency "now" and does not name {emergency}; write Call '
        "{emergency} now, or excuse it",
    ),
    **{
        f"an emergency that is put off: {later}": (
            "stopping.yml",
            "do: Call {emergency}.\n",
            f"do: {told}\n",
            "- id: withdrawal-signs-list",
            f'"withdrawal-signs-list" has the urgency "now" and says "{later}"; say what to do at once, '
            'write "urgency: ask", or excuse it',
        )
        for later, told in (
            ("wait and see", "Call {emergency}, or wait and see."),
            ("tomorrow", "Call {emergency} tomorrow."),
            ("next week", "Call {emergency} next week."),
            ("a week", "Give it a week, then call {emergency}."),
            ("after 3 days", "Call {emergency} after 3 days."),
            ("not call", "Do not call {emergency}."),
            ("in the morning", "Call {emergency} in the morning."),
            ("when you can", "Call {emergency} when you can."),
            ("consider", "Then consider {emergency}."),
            ("you may call", "Then you may call {emergency}."),
            ("in two hours", "Call {emergency} in two hours."),
        )
    },
    "a help card that can wait": (
        "help.yml",
        "title: Call {emergency} now if",
        "title: Call {emergency} next week if",
        "- id: help-now-north",
        '"help-now-north" has the urgency "now" and says "next week"; say what to do at once, write '
        '"urgency: ask", or excuse it',
    ),
    "what is urgent, without a word of how soon": (
        "stopping.yml",
        "do: Call {advice} today.",
        "do: Call {advice}.",
        "- id: running-out-now",
        '"running-out-now" has the urgency "urgent" and does not say how soon; write "today" or "at '
        'once", or excuse it',
    ),
    **{
        f"a warning without its not: {said}": (
            "stopping.yml",
            "title: Do not stop examplazine suddenly",
            f"title: {said}",
            "- id: stop-warning-north",
            f'"stop-warning-north" does not forbid "stopping-suddenly" in "{said}"; write "do not" or '
            '"never" right before it',
        )
        for said in (
            "Do stop examplazine suddenly",
            "Stop examplazine suddenly",
            "Do not wait, stop it suddenly",
            "Always stop suddenly",
            "Do not hesitate to stop it suddenly",
            "If you feel ill stop it suddenly",
            "Never wait and stop it suddenly",
        )
    },
    "a warning that forbids something else": (
        "stopping.yml",
        "title: Do not stop examplazine suddenly",
        "title: Do not start examplazine suddenly",
        "- id: stop-warning-north",
        '"stop-warning-north" has to forbid "stopping-suddenly", and does not; write "Do not '
        'stop ... suddenly", or "never"',
    ),
    "a warning that only says if": (
        "stopping.yml",
        "title: Do not stop examplazine suddenly",
        "title: If you stop examplazine suddenly",
        "- id: stop-warning-north",
        '"stop-warning-north" has to forbid "stopping-suddenly", and does not; write "Do not stop ... '
        'suddenly", or "never"',
    ),
    "a double dose": (
        "missed.yml",
        "Do not take a double dose.",
        "Do take a double dose.",
        "- id: missed-dose-north",
        '"missed-dose-north" does not forbid "a-double-dose" in "Do take a double dose."; write "do '
        'not" or "never" right before it',
    ),
    "a fact that forbids, and is not there": (
        "help.yml",
        "told-in: [missed-dose-north, missed-dose-south]",
        "told-in: [missed-dose-north, missed-dose-sooth]",
        "- {id: a-double-dose",
        '"a-double-dose" is told in "missed-dose-sooth", which is not there; did you mean '
        '"missed-dose-south"?',
    ),
    **{
        f"strengths that are miscounted: {said}": (
            "taking.yml",
            old,
            said,
            f"- id: {fact}",
            f'"{fact}" counts {count} strengths of {kind}, and {listed} are listed for {region}; count '
            "those in data/medicine.yml, or excuse it",
        )
        for old, said, fact, count, kind, listed, region in (
            (
                *("Take it with toast.", "There are 2 strengths of liquid."),
                *("food-toast", 2, "liquid", 1, "south"),
            ),
            (
                *("Tablets come in 7 mg, 14 mg, 21 mg and 28 mg.", "Tablets come in three strengths."),
                *("tablets-how-north", 3, "tablets", 4, "north"),
            ),
        )
    },
    "the poison line for whoever is not yet dying": (
        "taking.yml",
        "If the person is well, call {poison}.\n    urgency: now\n    evidence: [label-too-much",
        "If none, call {poison}.\n    urgency: now\n    evidence: [label-too-much",
        "- id: too-much-north",
        '"too-much-north" sends people to {poison} and does not say that they are well; write "If '
        'awake and well, call {poison}", or excuse it',
    ),
    "a sign that nobody read of": (
        "help.yml",
        ", beside: [missed doses], evidence: [label-help-01]}",
        ", beside: [missed doses]}",
        "- {id: glow",
        '"glow" names no reading; write either the readings that say so under "evidence", or why '
        'there is none under "not-read"',
    ),
    "a sign that was read of, and was not": (
        "help.yml",
        "missed doses], evidence: [label-help-01]}",
        "missed doses], evidence: [label-help-01], not-read: It is known.}",
        "- {id: glow",
        '"glow" names a reading and says that it has none; write either the readings that say so '
        'under "evidence", or why there is none under "not-read"',
    ),
    "what is to be avoided, under not known": (
        "dosing.yml",
        "not-known: No separate amount was found.",
        "not-known: Avoid it unless a doctor says so.",
        "- id: older-usual",
        '"older-usual" says "Avoid it" under "not-known"; write that sentence under "avoid" or '
        '"note", and only what is not known under "not-known", or excuse it',
    ),
    "fewer than nobody": (
        "side-effects.yml",
        "chance: 22 to 33 in 100",
        "chance: fewer than 0 in 100",
        "chance: fewer than 0 in 100",
        '"chance" is "fewer than 0 in 100"; fewer than 0 is nobody; write "fewer than 1 in 100", or '
        '"fewer than 1 in 1,000"',
    ),
    **{
        f"a chance that is nobody's: {chance}": (
            "side-effects.yml",
            "chance: 22 to 33 in 100",
            f"chance: {chance}",
            f"chance: {chance}",
            f'"chance" is "{chance}"; 0 in 100 is nobody; write "fewer than 1 in 100", or "not known"',
        )
        for chance in ("0 in 100", "up to 0 in 100", "0 in 100 or more")
    },
    "a help card that is urgent, without a word of how soon": (
        "help.yml",
        "title: Call {advice} today if",
        "title: Call {advice} if",
        "- id: help-urgent",
        '"help-urgent" has the urgency "urgent" and does not say how soon; write "today" or "at once", '
        "or excuse it",
    ),
    "a sign that the card of the level now leaves out": (
        "help.yml",
        "After missed doses the elbows glow or the fever is high.",
        "After missed doses the fever is high.",
        "- id: help-now-north",
        'the help card "now" for north does not name "glow"; write "elbows glow" in a point of it',
    ),
    "a sign that nobody read": (
        "help.yml",
        "beside: [missed doses], evidence: [label-help-01]",
        "beside: [missed doses], evidence: [label-hlep-01]",
        "- {id: glow",
        '"glow" names the reading "label-hlep-01"; did you mean "label-help-01"?',
    ),
    "a phone number typed": (
        "taking.yml",
        "Take it with toast.",
        "Take it with toast, or call 700.",
        "- id: food-toast",
        '"food-toast" types the number 700; write {emergency}, {poison}, {advice} or {crisis}',
    ),
    "5mg": (
        "dosing.yml",
        "each-time: 7 mg",
        "each-time: 7mg",
        "each-time: 7mg",
        '"each-time" is "7mg"; write a number, one space and the unit, such as "5 mg", "40 to 80 mg" '
        'or "0.5 mg"',
    ),
    "a wrong unit": (
        "dosing.yml",
        "each-time: 7 mg",
        "each-time: 7 grams",
        "each-time: 7 grams",
        '"each-time" is "7 grams"; the unit "grams" is not one of mg, mg/kg, micrograms, mL, hours',
    ),
    "no basis": (
        "dosing.yml",
        "        each-time: 7 mg\n        times-a-day: 2\n",
        "        times-a-day: 2\n",
        "- id: adult-start-north",
        '"adult-start-north" cannot be used as it stands; say the basis: "each-time: 5 mg" or '
        '"in-a-day: 15 mg" (in total), or "not-known" with the reason',
    ),
    "a misspelt basis": (
        "dosing.yml",
        "        each-time: 7 mg\n",
        "        in-a-dya: 7 mg\n",
        "in-a-dya",
        '"in-a-dya" is not a key here; write one of: avoid, each-time, evidence, excused, id, '
        "in-a-day, not-known, note, part, region, sources, times-a-day, unread",
    ),
    "a misspelt kind of people": (
        "dosing.yml",
        "who: adults",
        "who: adluts",
        "who: adluts",
        '"who" is "adluts"; write one of: adults, children, dialysis, kidneys, liver, older',
    ),
    "a misspelt form": (
        "medicine.yml",
        "kind: granules",
        "kind: granule",
        "kind: granule",
        '"kind" is "granule"; write one of: granules, injection, liquid, tablets',
    ),
    "no split": (
        "dosing.yml",
        "        in-a-day: 56 mg\n        times-a-day: 2\n",
        "        in-a-day: 56 mg\n",
        "- id: adult-maximum-north",
        '"adult-maximum-north" cannot be used as it stands; add "times-a-day", so that nobody takes '
        "the day's total at once",
    ),
    "a day that does not exist": (
        "review.yml",
        "next-check: 2099-12-31",
        "next-check: 2026-13-01",
        "next-check",
        '"next-check" is "2026-13-01"; write a day that exists as year-month-day, such as "2026-11-22"',
    ),
    "a topic told in one edition alone": (
        "taking.yml",
        "    region: all\n    layer: page\n    text: Take it with toast.",
        "    region: north\n    layer: page\n    text: Take it with toast.",
        "- id: food-toast",
        'the topic "with-food" has nothing for south; add a fact, or one with "not-known" and the reason',
    ),
    "a part of a dose row missing": (
        "dosing.yml",
        "        part: usual\n        not-known: An elbow doctor decides.",
        "        part: maximum\n        not-known: An elbow doctor decides.",
        "who: liver",
        '"weak-liver" has 0 for "usual" in north, 2 for "maximum" in north, 0 for "usual" in south, '
        '2 for "maximum" in south; write exactly one dose for each',
    ),
    "a claim that leads nowhere": (
        "claims.yml",
        "page: ",
        "page: nowhere-",
        "- id: claim-moonlight",
        'the page "nowhere-about" is not known; write one of: about, about-site, changes, children, '
        "claims, claims-benefits, claims-dosing-and-use, claims-left-out, claims-risks, "
        "claims-stopping-and-surgery, claims-what-it-is, claims-who-it-is-for, clinics, driving, "
        "help, hospital, key-facts, kidneys, liquids, missed, mixing, "
        "older, pregnancy, print, pump, questions, search, side-effects, sources, spasms, stopping, "
        "tablets, taking, too-much, trials, who, withdrawal",
    ),
    "more than the time between doses": (
        "missed.yml",
        "leave-out-within: 11 hours",
        "leave-out-within: 24 hours",
        "- id: missed-dose-south",
        '"missed-dose-south" leaves no time to take a missed dose (doses are 24 hours apart); check '
        "it against its source",
    ),
    "a liquid without its volume": (
        "medicine.yml",
        "strengths: [7 mg in 2 mL]",
        "strengths: [7 mg]",
        "- id: liquid-weak-north",
        '"liquid-weak-north" cannot be used as it stands; give each liquid one strength with its '
        'volume, such as "5 mg in 5 mL", and a fact of its own',
    ),
    "a reading nobody answers for": (
        "evidence.yml",
        ', left-out: "Colours, which help no reader to take the medicine safely."',
        "",
        "- {id: label-taste-01, says: Tablet coat E777, countries: [north], sources: [NO-LABEL], where: "
        "What it comes as, read: excerpt}",
        'no fact uses "label-taste-01"; use it, or add "left-out" with the reason',
    ),
    "a reading left out and used": (
        "evidence.yml",
        "id: label-help-01, says:",
        "id: label-help-01, left-out: Nobody calls, says:",
        "- {id: label-help-01",
        '"label-help-01" is left out and used; delete "left-out"',
    ),
    "a card nobody cites": (
        "sources.yml",
        "- id: NO-LABEL\n",
        "- {id: NO-USE, publisher: Nobody, title: Nothing, kind: label, country: north, checked: "
        "2026-11-01, read: copy}\n- id: NO-LABEL\n",
        "- {id: NO-USE",
        'no fact cites "NO-USE"; cite it, or delete the card',
    ),
    "a card twice": (
        "sources.yml",
        "- id: SO-LEAFLET\n",
        "- {id: NO-LABEL, publisher: Nobody, title: Nothing, kind: label, country: north, checked: "
        "2026-11-01, read: full text}\n- id: SO-LEAFLET\n",
        "- {id: NO-LABEL, publisher: Nobody, title: Nothing, kind: label, country: north, checked: "
        "2026-11-01, read: full text}",
        'the id "NO-LABEL" is taken (see data/sources.yml:3); give this one a name of its own',
    ),
    "a range that begins below the start": (
        "dosing.yml",
        "in-a-day: 28 to 42 mg",
        "in-a-day: 7 to 42 mg",
        "- id: adult-start-north",
        '"adult-start-north" (14 mg) is above "adult-usual-north" (7 to 42 mg); check both against their '
        "sources (Adults)",
    ),
    "a liquid with an endless strength": (
        "medicine.yml",
        "strengths: [7 mg in 2 mL]",
        "strengths: [7 mg in 3 mL]",
        "strengths: [7 mg in 3 mL]",
        '"strengths" is "7 mg in 3 mL"; that is no even number of mg in 1 mL; look for a slip of the pen',
    ),
    "a measured amount that is a slip": (
        "dosing.yml",
        "measured: [",
        "measured: [0.7 mg, 7000 mg, ",
        "groups:",
        '"dosing" cannot be used as it stands; write "measured" as single amounts in mg, each larger '
        "than the one before",
    ),
    "both bases": (
        "dosing.yml",
        "        each-time: 7 mg\n        times-a-day: 2\n",
        "        each-time: 7 mg\n        in-a-day: 14 mg\n        times-a-day: 2\n",
        "- id: adult-start-north",
        '"adult-start-north" cannot be used as it stands; keep either "each-time" or "in-a-day"; the '
        "other is worked out",
    ),
    "a warning without its sentence": (
        "stopping.yml",
        "    text: If you stop at once you can get a fever, and your elbows can glow.\n",
        "",
        "- id: stop-warning-north",
        '"stop-warning-north" is not whole; give it "title", "text" and "do"',
    ),
    "a warning without its signs": (
        "stopping.yml",
        "    points:\n      - Fever\n      - glowing elbows\n",
        "",
        "- id: stop-warning-north",
        '"stop-warning-north" is not whole; give it "title", "points" and "do"',
    ),
    "a warning told twice": (
        "stopping.yml",
        "  - id: stop-warning-south\n    region: south\n    layer: page\n    title: Do not stop examplazine",
        "  - id: stop-warning-south\n    region: all\n    layer: page\n    title: Do not stop this medicine",
        "- id: stop-warning-south",
        "the stop warning is told 2 times for north; keep one",
    ),
    "a claim's number twice": (
        "claims.yml",
        "number: 2",
        "number: 1",
        "- id: claim-for-elbows",
        '"number: 1" is taken by "claim-moonlight"; give each claim one of its own',
    ),
    **{
        f"too much in other words: {said}": (
            "taking.yml",
            "Take it with toast.",
            f"Take {said}.",
            "- id: food-toast",
            f'"food-toast" names {amount}, above every ceiling; mend it, or add "excused" with the '
            "rule, the reason and the date",
        )
        for said, amount in (
            ("two hundred mg", "200 mg"),
            ("two hundred and fifty milligrams", "250 mg"),
            ("Two-hundred mg", "200 mg"),
            ("a thousand mg", "1000 mg"),
            ("2 hundred mg", "200 mg"),
            ("half a gram", "500 mg"),
            ("0.2 g", "200 mg"),
            ("200 mgs", "200 mg"),
            ("200 mgm", "200 mg"),
            ("200 m g", "200 mg"),
            ("200 milligrammes", "200 mg"),
            ("200,000 micrograms", "200 mg"),
            ("200'000 mcg", "200 mg"),
            ("20 tablets of 7 mg", "140 mg"),
            ("twenty 7 mg tablets", "140 mg"),
            ("20 of the 7 mg tablets", "140 mg"),
            ("20 tablets", "560 mg"),
            ("a dozen pills", "336 mg"),
            ("100 mL of the liquid with 7 mg in each mL", "700 mg"),
            ("100 mL of the liquid with 7 mg in 2 mL", "350 mg"),
            ("49 mg each time", "49 mg each time"),
            ("49 mg in one dose", "49 mg each time"),
            ("42 mg each time, 4 times a day", "168 mg in a day"),
            ("42 mg four times a day", "168 mg in a day"),
            ("it 3 times a day, 42 mg each time", "126 mg in a day"),
            ("2 tablets of 21 mg 4 times a day", "168 mg in a day"),
            ("7 tablets of 7 mg each time", "49 mg each time"),
            ("200 milli grams", "200 mg"),
            ("28 mg every 6 hours", "112 mg in a day"),
            ("{each:older-maximum} each time, 8 times a day", "112 mg in a day"),
        )
    },
    "milligrams in capitals": (
        "taking.yml",
        "Tablets come in 7 mg",
        "Tablets come in 770 MG",
        "- id: tablets-how-north",
        '"tablets-how-north" names 770 mg, above every ceiling; mend it, or add "excused" with the '
        "rule, the reason and the date",
    ),
    "grams": (
        "taking.yml",
        "Tablets come in 7 mg",
        "Tablets come in 7 g",
        "- id: tablets-how-north",
        '"tablets-how-north" names 7000 mg, above every ceiling; mend it, or add "excused" with the '
        "rule, the reason and the date",
    ),
    "grams in full": (
        "taking.yml",
        "Tablets come in 7 mg",
        "Tablets come in 7 grams",
        "- id: tablets-how-north",
        '"tablets-how-north" names 7000 mg, above every ceiling; mend it, or add "excused" with the '
        "rule, the reason and the date",
    ),
    "a hidden letter": (
        "taking.yml",
        "Take it with toast.",
        "Take 77\u200b0 mg with toast.",
        "text: Take 77\u200b0 mg with toast.",
        "an invisible character (0x200b); delete it",
    ),
    "an unknown key that holds keys": (
        "taking.yml",
        "    text: Take it with toast.",
        "    text: Take it with toast.\n    chances: {low: 1}",
        "chances",
        '"chances" is not a key here; write one of: chance, do, evidence, excused, id, layer, '
        "not-known, points, region, sources, text, title, told-by, unread, urgency",
    ),
    "a number that dials another": (
        "help.yml",
        'phone: "700"',
        'phone: "701"',
        "- id: call-emergency-north",
        '"700" dials 701; write the same number in both',
    ),
    "a phone number without a digit": (
        "help.yml",
        'phone: "700"',
        'phone: "---"',
        'phone: "---"',
        '"phone" is "---"; write digits and hyphens alone, as a phone dials them, such as 1-800-555-0100',
    ),
    "a phone number in words": (
        "help.yml",
        'phone: "700"',
        'phone: "seven hundred"',
        'phone: "seven hundred"',
        '"phone" is "seven hundred"; write digits and hyphens alone, as a phone dials them, such as '
        "1-800-555-0100",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_gets_one_message(damaged, mistake):
    file, old, new, at, message = mistake
    damaged.replace(file, old, new)
    assert damaged.beside_readings() == [f"data/{file}:{damaged.line(file, at)}: {message}"]


def test_the_fiction_itself_is_right(damaged):
    assert damaged.problems() == []


def test_a_list_whose_items_are_all_refused_is_not_called_empty(damaged):
    damaged.replace("medicine.yml", "strengths: [28 mg in 2 mL]", "strengths: [28mg]")
    damaged.replace("dosing.yml", "measured: [", "measured: [7mg] # [")
    assert [problem for problem in damaged.problems() if "at least one" in problem] == [] and len(
        damaged.problems()
    ) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Never stop it suddenly.",
        "If you stop it suddenly, elbows can glow.",
        "Stop neither of them suddenly.",
        "Nobody should stop it suddenly.",
    ],
)
def test_what_is_forbidden_may_be_spoken_of(damaged, said):
    damaged.replace("taking.yml", "Take it with toast.", said)
    assert damaged.problems() == []


@pytest.mark.parametrize(
    "said",
    ["Tablets come in four different strengths.", "Tablets come in more than one strength. Liquids too."],
)
def test_strengths_may_be_counted(damaged, said):
    damaged.replace("taking.yml", "Tablets come in 7 mg, 14 mg, 21 mg and 28 mg.", said)
    assert damaged.problems() == []


@pytest.mark.parametrize(
    "said",
    [
        "Take 28 mg in total in a day, 14 mg each time, 2 times a day.",
        "Take two 28 mg tablets once a day.",
        "Half a tablet is 3.5 mg, and one and a half are 10.5 mg.",
        "Take 10 mL of the liquid with 7 mg in each mL.",
        "It took half an hour in a hundred people of 17 trials.",
    ],
)
def test_what_is_below_the_ceilings_may_be_said(damaged, said):
    damaged.replace("taking.yml", "Take it with toast.", said)
    assert damaged.beside_readings() == []


def test_a_step_whose_day_is_too_much_is_above_the_ceiling_too(damaged):
    damaged.replace(
        "dosing.yml",
        "- {each-time: 14 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 7 mg",
        "- {each-time: 42 mg, times-a-day: 4, for-days: 4}\n      - {each-time: 7 mg",
    )
    above_the_ceiling, above_the_maximum = sorted(damaged.beside_readings())
    assert '"step-down-north" comes to 168 mg in total in a day, above the ceiling' in above_the_ceiling
    assert 'comes to 42 mg, above "adult-maximum-north" (28 mg)' in above_the_maximum


TEN = (
    ("dosing.yml", "each-time: 7 mg", "each-time: 7mg"),
    ("dosing.yml", "in-a-day: 56 mg", "in-a-day: 560 mg"),
    (
        "dosing.yml",
        "- {each-time: 14 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 21 mg",
        "- {each-time: 28 mg, times-a-day: 2, for-days: 4}\n      - {each-time: 21 mg",
    ),
    ("help.yml", 'name: "700"', 'nmae: "700"'),
    ("missed.yml", "region: south", "region: suoth"),
    ("older.yml", "older-people:", "older-people: ["),
    ("pump.yml", "\n  - id", "\n\t- id"),
    ("side-effects.yml", "chance: ", "chance: about "),
    ("sources.yml", "checked: 2026-11-01", "checked: 2026-02-30"),
    ("taking.yml", "Take it with toast.", "Take it with toast, or call {emergancy}."),
)


@pytest.mark.parametrize(
    "text, excuse",
    [
        ("No text says whether to avoid it.", ""),
        (
            "No text says that you must not take it.",
            "\n        excused: [{rule: avoiding-is-known, because: No text says it., date: 2026-11-01}]",
        ),
    ],
)
def test_whether_to_avoid_it_may_be_what_is_not_known(damaged, text, excuse):
    damaged.replace("dosing.yml", "not-known: No separate amount was found.", f"not-known: {text}{excuse}")
    assert damaged.problems() == []


def test_ten_mistakes_of_ten_kinds_get_ten_messages_in_order(damaged):
    for file, old, new in TEN:
        damaged.replace(file, old, new)
    assert damaged.beside_readings() == [
        'data/dosing.yml:13: "each-time" is "7mg"; write a number, one space and the unit, such as '
        '"5 mg", "40 to 80 mg" or "0.5 mg"',
        'data/dosing.yml:22: "adult-maximum-north" comes to 280 mg each time, above the ceiling of '
        '42 mg ("limit-adult-each"); look for a slip of the pen, and check each time against in a day',
        'data/dosing.yml:211: this step of "step-up-north" is not more than the one before; check its source',
        'data/help.yml:7: "nmae" is not a key here; did you mean "name"?',
        'data/missed.yml:9: the region "suoth" is not known; did you mean "south"?',
        "data/older.yml:4: this is not YAML (did not find expected node content); check indents, "
        'colons and quotes near here; put text with ": " in quotes',
        "data/pump.yml:4: a tab indents this line; use spaces",
        'data/side-effects.yml:8: "chance" is "about 22 to 33 in 100"; write one of: "10 to 63 in '
        '100", "up to 9 in 100", "7 in 100", "10 in 100 or more", "fewer than 1 in 100", "fewer than '
        '1 in 1,000", "not known"',
        'data/sources.yml:11: "checked" is "2026-02-30"; write a day that exists as year-month-day, '
        'such as "2026-11-22"',
        'data/taking.yml:24: "{emergancy}" stands for nothing; did you mean "emergency"?',
    ]


@pytest.mark.parametrize("rule", RULEBOOK.values(), ids=RULEBOOK)
def test_every_rule_says_what_it_is_with_examples(rule):
    statement, blank, *examples = told(rule)
    assert statement.endswith(".") and blank == ""
    assert [example.partition(": ")[0] for example in examples] == ["Good", "Bad"] and all(
        example.partition(": ")[2] for example in examples
    )


def test_the_real_facts_break_no_rule(contents):
    assert list(check(contents)) == []
    assert len(contents.facts) > 500


@pytest.mark.parametrize(
    "name",
    [
        "Call 1 555 010 0101",
        "Call (1) 555-010-0101",
        "Call 555 010 0101",
        "Call (555) 010-0101",
        "Call 1-555-010-0101",
    ],
)
def test_a_number_may_be_shown_with_spaces_and_brackets(damaged, name):
    path = damaged.folder / "help.yml"
    at = path.read_text("utf-8").rindex("name: ", 0, path.read_text("utf-8").index("phone: 1-555-010-0101"))
    old = path.read_text("utf-8")[at:].partition("\n")[0]
    damaged.replace("help.yml", old, f"name: {name}")
    assert damaged.problems() == []
    damaged.replace("help.yml", name, name.replace("0101", "0102"))
    assert ["write the same number in both" in problem for problem in damaged.problems()] == [True]


@pytest.mark.parametrize(
    "kind, halves, amount, made",
    [
        ("injection", None, "7 mg", False),
        ("tablets", None, "3.5 mg", False),
        ("tablets", "true", "3.5 mg", True),
        ("tablets", None, "7 to 10 mg", False),
        ("liquid", None, "7 to 14 mg", True),
        ("liquid", None, "1 to 14 mg", False),
    ],
)
def test_what_a_dose_can_be_made_from(kind, halves, amount, made):
    strength = "7 mg in 2 mL" if kind == "liquid" else "7 mg"
    form = Form(id="form", region="all", kind=kind, name="Form", strengths=[strength], halves=halves)
    assert makes(form, parse(amount)) == made


def test_a_copy_gives_way_to_the_text_it_copies(damaged):
    damaged.replace(
        "evidence.yml",
        "countries: [north], sources: [NO-LABEL], where: Stopping",
        "countries: [north], sources: [NO-LABEL, ST-TRIAL], where: Stopping",
    )
    line = damaged.line("stopping.yml", "- id: stop-warning-north")
    assert damaged.problems() == [
        f'data/stopping.yml:{line}: "stop-warning-north" cites "ST-TRIAL", read as copy; cite '
        '"NO-LABEL", the publisher\'s own text'
    ]


def test_news_does_not_carry_the_stop_warning_the_doses_or_the_help_cards(damaged):
    damaged.replace("sources.yml", "kind: leaflet", "kind: product news")
    told = damaged.problems()
    for file, fact in (
        ("stopping.yml", "stop-warning-south"),
        ("dosing.yml", "adult-start-south"),
        ("help.yml", "help-now-south"),
    ):
        assert any(
            problem.startswith(f"data/{file}") and f'"{fact}" cites "SO-LEAFLET", which is news' in problem
            for problem in told
        )
    assert not any("taking.yml" in problem for problem in told)


def test_a_fact_cites_its_rows_once_each_in_their_order_and_points_at_them(damaged):
    damaged.replace(
        "taking.yml",
        "    sources: [{id: NO-LABEL, where: With food}]\n    evidence: [label-life-01]",
        "    evidence: [leaflet-life-01, label-life-01, leaflet-life-01]",
    )
    contents = load(damaged.folder)
    (fact,) = [fact for fact in contents.facts if fact.id == "food-toast"]
    assert [(citation.id, citation.where) for citation in fact.sources] == [
        ("SO-LEAFLET", "Daily life"),
        ("NO-LABEL", "Daily life"),
    ]
    assert [citation.place for citation in fact.sources] == [
        contents.evidence_by_id[row].place for row in ("leaflet-life-01", "label-life-01")
    ]
    assert {fact.place_of(citation) for citation in fact.sources} == {fact.place}
