"""Exceptions that stand beside the text: a fact says which rule it breaks, why, and since when."""

from collections.abc import Iterable, Iterator

from monograph.model.contents import Contents
from monograph.model.problem import Problem, Rule
from monograph.model.shape import hyphenated


def unexcused(problems: Iterable[Problem], contents: Contents, rules: Iterable[Rule]) -> Iterator[Problem]:
    """Those of `problems` that no fact is excused from, and a problem for each excuse from `rules` that none
    of them needs.
    """
    excuses = {
        (fact.place, excuse.rule): (fact, excuse) for fact in contents.facts for excuse in fact.excused
    }
    needed = set()
    for problem in problems:
        key = problem.place, hyphenated(problem.rule)
        needed.add(key)
        if key not in excuses:
            yield problem
    names = {hyphenated(rule.__name__): rule.__name__ for rule in rules}
    for key, (fact, excuse) in excuses.items():
        if excuse.rule in names and key not in needed:
            yield Problem(
                excuse.place,
                f'"{fact.id}" is excused from "{excuse.rule}" but keeps to it',
                "delete this excuse",
                names[excuse.rule],
            )
