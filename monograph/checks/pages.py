"""Rules for the finished pages of an edition: whose phone numbers stand there, and which facts arrived."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import unescape
from itertools import pairwise
from typing import Protocol, TypeVar

from monograph.checks import budgets, judged, plain_words, sentences
from monograph.checks.excuses import unexcused
from monograph.checks.numbers import numbers_are_written_safely
from monograph.checks.phrases import MEANINGS
from monograph.checks.phrases import words as words_of
from monograph.checks.spelling import words_are_spelled_right
from monograph.checks.texts import FILLED
from monograph.html import WARNING, Passage
from monograph.model.contents import Contents
from monograph.model.dosing import Dose
from monograph.model.edition import Edition
from monograph.model.help import phone_pattern
from monograph.model.limit import Limit
from monograph.model.problem import Place, Problem, Rule
from monograph.model.shape import Fact
from monograph.model.statement import Layered
from monograph.model.wording import Wording
from monograph.views.pages import Page
from monograph.views.phrases import Phrases

LINE = re.compile(
    r"\bline \d+"
)  # where "Suggest a change" leads: the 111th line of a file is no number to call

AMOUNT = re.compile(r" \d[\d.,]* mg\b")  # among words with single spaces


def phones_belong_to_the_region(page: Page, edition: Edition) -> Iterator[Problem]:
    """No page shows the phone number of another region, not even in the name of a source.

    Good: Call {emergency} now.
    Bad: a source called "When to call 999" shown to readers who have to call 911
    """
    foreign, clinic = phone_pattern(edition.foreign_phones), edition.contents.clinic
    for passage in page.document.passages:
        quoted = LINE.sub("", passage.quoted)
        if found := foreign.search(quoted.replace(clinic.phone, "") if clinic else quoted):
            yield Problem(
                page.place(passage),
                f"the number {found[0]} is another region's",
                "give the fact a region of its own",
            )


def page_is_whole(page: Page, edition: Edition) -> Iterator[Problem]:
    """A page begins with the stop warning, and whatever it links to on itself is there, such as the sources
    at its end.

    Good: # Heading, {{ opening() }}, blocks, {{ closing() }}
    Bad: a page without {{ closing() }}
    """
    if WARNING not in page.document.classes:
        yield Problem(
            Place(page.source),
            "the stop warning is not on this page",
            "write {{ opening() }} under the heading of its page in docs/",
        )
    lost = sorted(page.document.targets - page.document.anchors.keys())
    if lost:
        wrong = f'{len(lost)} links within this page lead nowhere, such as "#{lost[0]}"'
        yield Problem(
            Place(page.source),
            wrong,
            "end its page in docs/ with {{ closing() }}, or give the heading this id",
        )


def parts_hold_something(page: Page, edition: Edition) -> Iterator[Problem]:
    """Something stands below every heading, in each edition.

    Good: two topics below one heading, of which one has nothing for this edition
    Bad: a heading of its own for a topic whose facts are all "layer: evidence" in one edition
    """
    found = [item for item in page.document.passages if "gone" not in item.within]
    for head, after in pairwise([*found, Passage(0, tag="h2")]):
        if head.tag in ("h2", "h3") and after.tag == "h2":
            yield Problem(
                Place(page.source),
                f'nothing stands below "{head.text.strip()}" on {page.listed_as}',
                "join it with its neighbour, or give a fact below it its layer: page",
            )


def anchors_are_unique(page: Page, edition: Edition) -> Iterator[Problem]:
    """An anchor stands once on a page.

    Good: ## Food { #food }
    Bad: two headings with { #food }, or a heading with the id of a fact
    """
    for name, count in sorted(page.document.anchors.items()):
        if count > 1:
            yield Problem(
                Place(page.source),
                f'the anchor "{name}" stands {count} times',
                "rename the heading or show the fact once",
            )


def doses_stand_in_their_cells(page: Page, edition: Edition) -> Iterator[Problem]:
    """Where a dose stands on a page, its amount stands beside its basis, as data/dosing.yml has them; where
    there is none, no amount stands.

    Good: 5 mg each time, where it says each-time: 5 mg
    Bad: 5 mg in total in a day
    """
    told: dict[str, list[Passage]] = defaultdict(list)
    for passage in page.document.passages:
        told[passage.anchor].append(passage)
    for dose in (fact for fact in edition.contents.facts if isinstance(fact, Dose)):
        if passages := told.get(dose.id):
            cell = f" {' '.join(words_of(' '.join(passage.text for passage in passages)))} "
            said, amount = basis_of(dose), AMOUNT.search(cell)
            if not said and amount:
                wrong = f'the page says "{amount[0].strip()}" of "{dose.id}", which has no amount'
                yield Problem(page.place(passages[0]), wrong, "look at the template of the dose table")
            elif said and f" {said} " not in cell:
                wrong = f'the page does not say "{said}" of "{dose.id}"'
                yield Problem(page.place(passages[0]), wrong, "look at the phrases around it in data/phrases")


def basis_of(dose: Dose) -> str:
    """A dose as its cell has to say it, its amount with its basis; nothing where it has none."""
    wording, amount = Wording(MEANINGS), dose.each_time or dose.in_a_day
    if not amount:
        return ""
    said = wording.amount(amount)
    basis = f"{said} each time" if dose.each_time else wording.say("in-total", amount=said)
    return " ".join(words_of(basis))


def every_fact_reaches_a_page(pages: list[Page], edition: Edition) -> Iterator[Problem]:
    """Every fact of an edition has an anchor on one of its pages; only ceilings stay behind.

    Good: a topic that a page asks for with {{ statements("food") }}
    Bad: a new topic that no page asks for
    """
    anchors = {anchor for page in pages for anchor in page.document.anchors}
    for fact in edition.pick(edition.contents.facts):
        if fact.id not in anchors and not isinstance(fact, Limit):
            yield Problem(
                fact.place,
                f'"{fact.id}" is on no page of {edition.region}',
                "ask for its block in docs/, or delete it",
            )


def every_sentence_reaches_a_page(pages: list[Page], edition: Edition) -> Iterator[Problem]:
    """Every sentence of a fact stands on a page, not only the fact: a block may not show all that a fact can
    hold.

    Good: a box "in short" with text and do
    Bad: a box "in short" with points, which it does not show
    """
    phrases, text = Phrases(edition), "\n".join(page.document.text for page in pages)
    anchors = {anchor for page in pages for anchor in page.document.anchors}
    for shape, field, sentence in edition.contents.texts:
        if isinstance(shape, Layered) and shape.layer == "evidence":
            continue  # its anchor leads to the page of evidence, which shows all of it
        if isinstance(shape, Fact) and field in FILLED and edition.pick([shape]) and shape.id in anchors:
            said = " ".join(unescape(phrases.prose(sentence).striptags()).split())
            if said not in text:
                wrong = f'"{field.replace("_", "-")}" of "{shape.id}" is on no page of {edition.region}'
                yield Problem(
                    shape.place,
                    wrong,
                    "the block that shows this fact has no room for it: say it in another key",
                )


EVERY_PAGE = (numbers_are_written_safely, anchors_are_unique, plain_words.no_brace_is_left)
OF_AN_EDITION = (*EVERY_PAGE, phones_belong_to_the_region)
PAGE_RULES = (
    numbers_are_written_safely,
    phones_belong_to_the_region,
    anchors_are_unique,
    page_is_whole,
    parts_hold_something,
    doses_stand_in_their_cells,
    *budgets.RULES,
    *sentences.RULES,
    *plain_words.RULES,
)
EDITION_RULES = (every_fact_reaches_a_page, every_sentence_reaches_a_page, words_are_spelled_right)
GUIDE_RULES = (plain_words.wording_is_needed,)
RULES_BY_KIND: dict[
    str, tuple[Rule, ...]
] = {  # a kind of page that stands here under no name is an error: no page is passed over in silence
    "docs": PAGE_RULES,
    "sheet": PAGE_RULES,
    "answer": PAGE_RULES,
    "redirect": OF_AN_EDITION,
    "evidence": (anchors_are_unique,),  # quotes its page, and no source that names another region's number
    "not-found": OF_AN_EDITION,
    "chooser": EVERY_PAGE,  # in front of all editions: it names the number to call of each
    "archive": (anchors_are_unique,),  # says what was said then; versions_stay_as_they_were holds its words
}


One = TypeVar("One")
Other = TypeVar("Other")
Made = TypeVar("Made")


class Each(Protocol):
    """Does what is to be done with each of two rows, as map does, perhaps side by side."""

    def __call__(
        self, act: Callable[[One, Other], Made], ones: Iterable[One], others: Iterable[Other], /
    ) -> Iterable[Made]: ...


def check_pages(pages: Iterable[Page], contents: Contents, each: Each = map) -> Iterator[Problem]:
    """Every problem on the pages of the guide, less what facts are excused from.

    `each` does with every edition what is to be done.
    """
    yield from unexcused(every_problem(pages, contents, each), contents, PAGE_RULES)


def every_problem(pages: Iterable[Page], contents: Contents, each: Each) -> Iterator[Problem]:
    shelves: dict[str, list[Page]] = {region: [] for region in contents.regions}
    for page in pages:
        shelves[page.region or next(iter(contents.regions))].append(page)
    said: list[str] = []
    for problems, own in each(partial(check_edition, contents), shelves, shelves.values()):
        yield from problems
        said += own
    yield from judged(GUIDE_RULES, said, contents)


def check_edition(contents: Contents, region: str, pages: list[Page]) -> tuple[list[Problem], list[str]]:
    """Every problem on the pages of one edition, and what each page in docs/ says."""
    edition, docs = Edition(contents, region), [page for page in pages if page.kind == "docs"]
    return [*check_each(pages, edition), *judged(EDITION_RULES, docs, edition)], [
        page.document.said for page in docs
    ]


def check_each(pages: Iterable[Page], edition: Edition) -> Iterator[Problem]:
    """Every problem on pages of an edition, each held against the rules of its kind alone."""
    for page in pages:
        yield from judged(RULES_BY_KIND[page.kind], page, edition)


def leads_on(html: str) -> bool:
    """Whether a page is none, but an address that leads on at once."""
    return '<meta http-equiv="refresh"' in html
