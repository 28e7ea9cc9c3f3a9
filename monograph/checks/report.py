"""Problems as an editor reads them: in a terminal, on a pull request, and a rule explained."""

from collections.abc import Iterable
from itertools import groupby

from monograph.model.problem import Problem


def plain(problems: Iterable[Problem]) -> str:
    """A line for each problem, a blank line between files, and a count."""
    problems = list(problems)
    files = [
        [line(problem) for problem in group]
        for _, group in groupby(problems, lambda problem: problem.place.file)
    ]
    return "\n\n".join("\n".join(lines) for lines in [*files, [count(problems, len(files))]])


def line(problem: Problem) -> str:
    place, rule = problem.place, f" ({problem.rule})" if problem.rule else ""
    return f"{place.file}:{place.line}:{place.column}: {problem.wrong}; {problem.instead}{rule}"


def count(problems: list[Problem], files: int) -> str:
    if not problems:
        return "Nothing is wrong."
    return f"{len(problems)} problem{'s' * (len(problems) > 1)} in {files} file{'s' * (files > 1)}."


def github(problems: Iterable[Problem]) -> str:
    """The same as annotations that GitHub shows beside the changed lines."""
    return "\n".join(annotation(problem) for problem in problems)


def annotation(problem: Problem) -> str:
    place = problem.place
    text = escaped(f"{problem.wrong}; {problem.instead}")
    title = escaped(problem.rule or "problem").replace(":", "%3A").replace(",", "%2C")
    return f"::error file={place.file},line={place.line},col={place.column},title={title}::{text}"


def escaped(text: str) -> str:
    """What an annotation would take for its own end or for an escape, written so that it does not."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMATS = {"text": plain, "github": github}
