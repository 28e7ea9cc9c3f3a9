"""Rules for the finished pages of an edition: whose phone numbers stand there, and which facts arrived."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from html import unescape

from monograph.checks import judged, plain_words, sentences
from monograph.checks.excuses import unexcused
from monograph.checks.numbers import numbers_are_written_safely
from monograph.checks.spelling import words_are_spelled_right
from monograph.checks.texts import FILLED
from monograph.checks.texts import sentences as texts
from monograph.html import Leaf
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.help import phone_pattern
from monograph.model.limit import Limit
from monograph.model.problem import Place, Problem
from monograph.model.shape import Fact
from monograph.views.phrases import Phrases

SHEETS = "print"  # the folder of an edition that holds its sheets
LINE = re.compile(r"\bline \d+")  # where "Suggest a change" leads: the 111th line of a file is no number to call


def phones_belong_to_the_region(leaf: Leaf, edition: Edition) -> Iterator[Problem]:
    """No page shows the phone number of another region, not even in the name of a source.

    Good: Call {emergency} now.
    Bad: a source called "When to call 999" shown to readers who have to call 911
    """
    foreign, clinic = phone_pattern(edition.foreign_phones), edition.contents.clinic
    for passage in leaf.reading.passages:
        quoted = LINE.sub("", passage.quoted)
        if found := foreign.search(quoted.replace(clinic.phone, "") if clinic else quoted):
            yield Problem(leaf.place(passage), f"the number {found[0]} is another region's", "give the fact a region of its own")


def page_is_whole(leaf: Leaf, edition: Edition) -> Iterator[Problem]:
    """A page begins with the stop warning, and whatever it links to on itself is there, such as the sources at its end.

    Good: # Heading, {{ opening() }}, blocks, {{ closing() }}
    Bad: a page without {{ closing() }}
    """
    if "warning" not in leaf.reading.classes:
        yield Problem(Place(leaf.name), "the stop warning is not on this page", "write {{ opening() }} under the heading of its page in docs/")
    lost = sorted(leaf.reading.targets - leaf.reading.anchors.keys())
    if lost:
        wrong = f'{len(lost)} links within this page lead nowhere, such as "#{lost[0]}"'
        yield Problem(Place(leaf.name), wrong, "end its page in docs/ with {{ closing() }}, or give the heading this id")


def anchors_are_unique(leaf: Leaf, edition: Edition) -> Iterator[Problem]:
    """An anchor stands once on a page.

    Good: ## Food { #food }
    Bad: two headings with { #food }, or a heading with the id of a fact
    """
    for name, count in sorted(leaf.reading.anchors.items()):
        if count > 1:
            yield Problem(Place(leaf.name), f'the anchor "{name}" stands {count} times', "rename the heading or show the fact once")


def every_fact_reaches_a_page(leaves: list[Leaf], edition: Edition) -> Iterator[Problem]:
    """Every fact of an edition has an anchor on one of its pages; only ceilings stay behind.

    Good: a topic that a page asks for with {{ statements("food") }}
    Bad: a new topic that no page asks for
    """
    anchors = {anchor for leaf in leaves for anchor in leaf.reading.anchors}
    for fact in edition.pick(edition.contents.facts):
        if fact.id not in anchors and not isinstance(fact, Limit):
            yield Problem(fact.place, f'"{fact.id}" is on no page of {edition.region}', "ask for its block in docs/, or delete it")


def every_sentence_reaches_a_page(leaves: list[Leaf], edition: Edition) -> Iterator[Problem]:
    """Every sentence of a fact stands on a page, not only the fact: a block may not show all that a fact can hold.

    Good: a box "in short" with text and do
    Bad: a box "in short" with points, which it does not show
    """
    phrases, text = Phrases(edition), "\n".join(leaf.reading.text for leaf in leaves)
    anchors = {anchor for leaf in leaves for anchor in leaf.reading.anchors}
    for shape, field, sentence in texts(edition.contents):
        if isinstance(shape, Fact) and field in FILLED and edition.pick([shape]) and shape.id in anchors:
            said = " ".join(unescape(phrases.prose(sentence).striptags()).split())
            if said not in text:
                wrong = f'"{field.replace("_", "-")}" of "{shape.id}" is on no page of {edition.region}'
                yield Problem(shape.place, wrong, "the block that shows this fact has no room for it: say it in another key")


Pages = Iterable[tuple[str, str]]  # the name and the HTML of each
Named = Mapping[str, Pages]  # by region
PAGE_RULES = (numbers_are_written_safely, phones_belong_to_the_region, anchors_are_unique, page_is_whole, *sentences.RULES, *plain_words.RULES)
EDITION_RULES = (every_fact_reaches_a_page, every_sentence_reaches_a_page, words_are_spelled_right)
GUIDE_RULES = (plain_words.wording_is_needed,)


def check_leaves(pages: Named, repeats: Named, contents: Contents, each: Callable = map) -> Iterator[Problem]:
    """Every problem on the pages of all editions, less what facts are excused from; `repeats` repeat facts of theirs: sheets and answers.

    `each` does with every edition what is to be done, as map does, perhaps side by side.
    """
    yield from unexcused(every_problem(pages, repeats, contents, each), contents, PAGE_RULES)


def every_problem(pages: Named, repeats: Named, contents: Contents, each: Callable) -> Iterator[Problem]:
    said = []
    for problems, own in each(partial(check_edition, contents), pages, map(list, pages.values()), [list(repeats.get(region, ())) for region in pages]):
        yield from problems
        said += own
    yield from judged(GUIDE_RULES, said, contents)


def check_edition(contents: Contents, region: str, pages: Pages, repeats: Pages) -> tuple[list[Problem], list[str]]:
    """Every problem on the pages of one edition, and what each page says."""
    edition = Edition(contents, region)
    leaves = leaves_of(pages, edition)
    found = [problem for leaf in leaves for problem in judged(PAGE_RULES, leaf, edition)]
    return [*found, *check_sheets(repeats, edition), *judged(EDITION_RULES, leaves, edition)], [leaf.said for leaf in leaves]


def check_sheets(pages: Pages, edition: Edition) -> Iterator[Problem]:
    """Every problem on pages that repeat facts of an edition, given as names and HTML."""
    for leaf in leaves_of(pages, edition):
        yield from judged(PAGE_RULES, leaf, edition)


def leaves_of(pages: Pages, edition: Edition) -> list[Leaf]:
    facts = {fact.id: fact.place for fact in edition.pick(edition.contents.facts)}
    return [Leaf(name, html, facts) for name, html in pages]


def leads_on(html: str) -> bool:
    """Whether a page is none, but an address that leads on at once."""
    return '<meta http-equiv="refresh"' in html
