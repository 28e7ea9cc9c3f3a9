"""Hands the finished pages of a folder to the rules: of each edition, of its sheets, and of the answers to their codes."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from monograph.checks.pages import SHEETS, check_leaves, leads_on
from monograph.model.contents import Contents
from monograph.model.problem import Problem

LANGUAGE = re.compile(r'<html lang="([^"]+)"')


def check_pages(folder: Path, contents: Contents, each: Callable = map) -> Iterator[Problem]:
    """Every problem on the finished pages in `folder`: of each edition, of its sheets, and of the answers to their codes; `each` as for check_leaves."""
    region_of = {place.locale: region for region, place in contents.regions.items()}  # an answer stands outside the editions, in the language of one
    pages, repeats, answered = defaultdict(list), defaultdict(list), set()
    for path in sorted(folder.rglob("index.html")):
        html, (first, *rest) = path.read_text("utf-8"), path.relative_to(folder).parts
        if leads_on(html):
            continue
        if first == "c":
            code = rest[0].upper()
            if code not in answered:  # an answer stands twice, in capitals and in small letters
                answered.add(code)
                repeats[region_of[LANGUAGE.search(html)[1]]].append((path.relative_to(folder).as_posix(), html))
            continue
        shelf = repeats if rest[1:] and rest[0] == SHEETS and rest[1] != "index.html" else pages
        shelf[first].append((path.relative_to(folder).as_posix(), html))
    yield from check_leaves({region: pages[region] for region in contents.regions}, repeats, contents, each)
