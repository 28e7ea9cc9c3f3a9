"""What articles say, checked: every claim in a line, and part by part with what the sources say to it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import filterfalse

from markupsafe import Markup

from monograph.model.claim import Claim
from monograph.model.problem import look_up
from monograph.model.statement import Answer
from monograph.views.page_context import PageContext
from monograph.views.statement import StatementView, statement

VERDICTS = ("supported", "incomplete", "nuance", "unsupported", "contradicted")
CLAIMS = "claims"  # the page that lists them; those of a part begin with its name


@dataclass(frozen=True)
class ClaimLine:
    """A claim with its verdict, and the address of its answer."""

    anchor: str
    claim: Markup
    verdict: str
    kind: str
    href: str


@dataclass(frozen=True)
class PartLines:
    """A part of the article with the page that answers it: none for the dangerous ones, which are of several
    parts.
    """

    anchor: str
    title: str
    href: str
    count: str
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True)
class ClaimsView:
    count: str
    parts: tuple[PartLines, ...]


def claims(page: PageContext) -> ClaimsView:
    """Every claim in a line that leads to its answer, the dangerous ones first."""
    contents = page.edition.contents.claims
    part_of = {claim.id: part for part, items in contents.parts.items() for claim in items}

    def part(key: str, items: Iterable[Claim], href: str = "", whole: int = 0) -> PartLines:
        lines = tuple(line(claim, page_of(part_of[claim.id], page), page) for claim in items)
        return PartLines(key, page.phrases.say(key), href, page.phrases.say("claims-all", count=whole), lines)

    dangerous = part("claims-dangerous", filter(is_dangerous, dangerous_first(contents.all)))
    parts = [
        part(f"part-{name}", filterfalse(is_dangerous, items), page_of(name, page), len(items))
        for name, items in contents.parts.items()
    ]
    return ClaimsView(count(contents.all, page), (dangerous, *parts))


def is_dangerous(claim: Claim) -> bool:
    return claim.dangerous is not None


def page_of(part: str, page: PageContext) -> str:
    return page.link(f"{CLAIMS}-{part}")


def dangerous_first(items: Iterable[Claim]) -> list[Claim]:
    return sorted(items, key=lambda claim: (not claim.dangerous, claim.dangerous or 0))


def line(claim: Claim, href: str, page: PageContext) -> ClaimLine:
    answer = answer_to(claim, page)
    return ClaimLine(
        claim.id,
        page.phrases.prose(claim.claim),
        page.phrases.say(f"verdict-{answer.verdict}"),
        answer.verdict,
        f"{href}#{claim.id}",
    )


def answer_to(claim: Claim, page: PageContext) -> Answer:
    (answer,) = page.edition.pick(claim.answers)
    page.used.update((claim.id, answer.id))
    return answer


@dataclass(frozen=True)
class ClaimView:
    anchor: str
    claim: Markup
    verdict: str
    kind: str
    answer: StatementView
    href: str
    page: str


def claims_of(part: str, page: PageContext) -> tuple[ClaimView, ...]:
    """The claims of one part of the article with their answers for this region, the dangerous ones first."""
    items = look_up(page.edition.contents.claims.parts, part, "part of the claims")
    return tuple(claim_view(claim, page) for claim in dangerous_first(items))


def claim_view(claim: Claim, page: PageContext) -> ClaimView:
    answer = answer_to(claim, page)
    page.anchored.add(claim.id)
    return ClaimView(
        anchor=claim.id,
        claim=page.phrases.prose(claim.claim),
        verdict=page.phrases.say(
            "claim-verdict", verdict=page.phrases.say(f"verdict-{answer.verdict}"), number=claim.number
        ),
        kind=answer.verdict,
        answer=statement(answer, page),
        href=page.link(claim.page),
        page=page.phrases.say(f"page-{claim.page}"),
    )


def count(items: tuple[Claim, ...], page: PageContext) -> str:
    verdicts: Counter[str] = Counter(
        answer.verdict for claim in items for answer in page.edition.pick(claim.answers)
    )
    return page.phrases.say(
        "claims-count", total=len(items), **{verdict: verdicts[verdict] for verdict in VERDICTS}
    )
