"""Is my sheet still right? A page for every code ever issued: what has become of the facts on that sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.history import Change
from monograph.model.sheet_codes import SheetCode
from monograph.prints.frame import quoted, status
from monograph.prints.sheet import Sheet
from monograph.views.pages import SHEETS, Page
from monograph.views.phrases import Phrases
from monograph.views.render import filled

VERDICTS = ("safety", "meaning", "wording", "right")  # the gravest first


@dataclass(frozen=True)
class AnswerView:
    locale: str
    home: str
    code: str
    verdict: str
    title: str
    what: tuple[Markup, ...]
    asked: Markup
    new: str
    review: str
    edition: str
    warning_title: Markup
    warning: Markup
    warning_do: Markup


def since(item: SheetCode, contents: Contents) -> list[Change]:
    """The changes of its region that were told after it was issued, newest first; all of them where its place
    in the history is gone.
    """
    names = [change.id for change in contents.history]
    told = contents.history[: names.index(item.history)] if item.history in names else contents.history
    return [change for change in told if change.region in (item.region, "all")]


def verdict(item: SheetCode, contents: Contents, now: Sheet | None) -> str:
    """Whether a sheet may still be used.

    A fact that changed and that the history says nothing of is taken for a danger.
    """
    if now and now.code == item.code:
        return "right"
    told = since(item, contents)
    found = [of_fact(name, told, "safety") for name in changed(item, contents)]
    if now:
        found += [of_fact(name, told, "meaning") for name in now.facts.keys() - item.facts.keys()]
        found.append(of_amounts(item, now))
    return min([*found, "wording" if now else "meaning"], key=VERDICTS.index)


def changed(item: SheetCode, contents: Contents) -> list[str]:
    """The facts on the sheet that are not what they were, or are gone."""
    return [name for name, letters in item.facts.items() if contents.fingerprints.get(name) != letters]


def of_fact(name: str, told: list[Change], untold: str) -> str:
    return min(
        (change.severity for change in told if name in (*change.facts, *change.removed)),
        key=VERDICTS.index,
        default=untold,
    )


def of_amounts(item: SheetCode, now: Sheet) -> str:
    """What the amounts on the sheet say, whatever the history says: an amount that changed, moved or went is
    a danger.

    Where a fact was added and all amounts are still there in their order, what is new is the added fact's:
    that is meaning.
    """
    if item.amounts == now.amounts:
        return "wording"
    left = iter(now.amounts)
    still_there = all(amount in left for amount in item.amounts)
    return "meaning" if still_there and now.facts.keys() - item.facts.keys() else "safety"


def answer_pages(sheets: Iterable[Sheet], items: Iterable[SheetCode], contents: Contents) -> Iterator[Page]:
    """The page at /c/CODE/ for every code of `items`."""
    today = {(sheet.region, sheet.slug): sheet for sheet in sheets}
    for item in items:
        yield answer_page(item, contents, today.get((item.region, item.sheet)))


def answer_page(item: SheetCode, contents: Contents, now: Sheet | None) -> Page:
    """`now` is the same sheet as it is today, or None where it is no more."""
    edition = Edition(contents, item.region)
    phrases = Phrases(edition)
    html = filled("answer", "answer", answer_view(item, edition, phrases, now), phrases)
    text = "\n".join(line for line in html.splitlines() if line.strip()) + "\n"
    return Page("answer", item.region, f"c/{item.code}/", "macros/answer.html.j2", text, facts=edition.places)


def answer_view(item: SheetCode, edition: Edition, phrases: Phrases, now: Sheet | None) -> AnswerView:
    contents, found = edition.contents, verdict(item, edition.contents, now)
    names = {*changed(item, contents), *(now.facts.keys() - item.facts.keys() if now else ())}
    told = [
        change for change in since(item, contents) if names.intersection((*change.facts, *change.removed))
    ]
    warning = edition.stop_warning
    warning_title, warning_text, warning_do = map(phrases.prose, warning.in_full)
    return AnswerView(
        locale=edition.region_info.locale,
        home=item.region,
        code=item.code,
        verdict=found,
        title=phrases.say(f"answer-{found}", date=phrases.day(item.date)),
        what=tuple(phrases.prose(change.text) for change in told),
        asked=phrases.say_with(
            "answer-sheet",
            {"code": quoted(item.code)},
            sheet=now.title if now else item.sheet,
            date=phrases.day(item.date),
        ),
        new=f"../../{item.region}/{SHEETS}/{item.sheet + '/' if now else ''}",
        review=status(edition, phrases),
        edition=phrases.say("edition-note", region=edition.region_info.in_words),
        warning_title=warning_title,
        warning=warning_text,
        warning_do=warning_do,
    )


def in_both_cases(answers: Iterable[Page]) -> Iterator[Page]:
    """Every answer under its code in capitals and in small letters.

    Both are the whole page, neither leads to the other: where a disk does not tell the two apart, they are
    one, and right.
    """
    for page in answers:
        yield from (page, replace(page, address=page.address.lower()))
