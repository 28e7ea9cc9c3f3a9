"""Rules that stop a wrong fact: each a generator of problems whose docstring is the rule.

A rule about the data takes the contents of the data folder; `RULES` lists them all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from monograph.checks import (
    best_text,
    bounds,
    contradictions,
    dosing,
    editions,
    figures,
    forbidden,
    home,
    levels,
    limits,
    phrases,
    readings,
    record,
    schedules,
    search,
    sources,
    texts,
    told,
)
from monograph.checks.excuses import unexcused
from monograph.model.contents import Contents
from monograph.model.problem import Problem, Rule

RULES = (
    *sources.RULES,
    *readings.RULES,
    *bounds.RULES,
    *best_text.RULES,
    *dosing.RULES,
    *schedules.RULES,
    *limits.RULES,
    *editions.RULES,
    *levels.RULES,
    *told.RULES,
    *forbidden.RULES,
    *contradictions.RULES,
    *record.RULES,
    *texts.RULES,
    *phrases.RULES,
    *figures.RULES,
    *search.RULES,
    *home.RULES,
)


def check(contents: Contents) -> Iterator[Problem]:
    """Every problem that any rule finds in facts that already have their shape."""
    yield from unexcused(judged(RULES, contents), contents, RULES)


def judged(rules: Iterable[Rule], *case: object) -> Iterator[Problem]:
    """What each of `rules` finds in a case, with the rule's name, so that an editor can have it explained."""
    for rule in rules:
        for problem in rule(*case):
            yield replace(problem, rule=rule.__name__)
