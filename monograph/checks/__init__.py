"""Rules that stop a wrong fact: each a generator of problems whose docstring is the rule.

A rule about the data takes the contents of the data folder; `RULES` lists them all.
"""

from collections.abc import Iterator

from monograph.checks import dosing, editions, sources, texts
from monograph.model.contents import Contents
from monograph.problem import Problem

RULES = (*sources.RULES, *dosing.RULES, *editions.RULES, *texts.RULES)


def check(contents: Contents) -> Iterator[Problem]:
    """Every problem that any rule finds in facts that already have their shape."""
    for rule in RULES:
        yield from rule(contents)
