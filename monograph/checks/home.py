"""Rules for what the home page leads to."""

from collections import Counter
from collections.abc import Iterator

from monograph.model.contents import Contents
from monograph.model.problem import Problem, nearest


def home_asks_each_question_once(contents: Contents) -> Iterator[Problem]:
    """Every question stands once on the home page, in a group or behind a door, and no other.

    Good: questions: [ask-driving-us, ask-driving-uk] in one row
    Bad: a new question in questions.yml that no row of home.yml names
    """
    known, named = {question.id for question in contents.questions}, Counter[str]()
    for holder in contents.home.entries:
        for name in holder.questions:
            named[name] += 1
            if name not in known:
                yield Problem(holder.place, f'the question "{name}" is not known', nearest(name, known))
            elif named[name] > 1:
                yield Problem(holder.place, f'"{name}" stands on the home page before', "keep one of them")
    for question in contents.questions:
        if question.id not in named:
            wrong = f'"{question.id}" is not on the home page'
            yield Problem(question.place, wrong, "name it in a row of data/home.yml")


RULES = (home_asks_each_question_once,)
