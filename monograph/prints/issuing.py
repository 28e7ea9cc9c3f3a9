"""The rule that no sheet is handed out whose code nobody can answer."""

from collections.abc import Iterator

from monograph.model.contents import Contents
from monograph.model.problem import Place, Problem
from monograph.prints.register import REGISTER, unissued
from monograph.prints.sheet import Sheet


def sheets_are_issued(sheets: tuple[Sheet, ...], contents: Contents) -> Iterator[Problem]:
    """The code of every sheet is in the register, so that whoever scans it later is told whether the sheet is
    still right.

    Good: a sheet whose code stands in data/sheet-codes.yml
    Bad: a sheet that was changed, and not issued since
    """
    for sheet in unissued(sheets, contents):
        yield Problem(
            Place(REGISTER),
            f'the sheet "{sheet.slug}" of {sheet.region} has a new code, {sheet.code}',
            "run: python3 scripts/sheet_codes.py",
        )


ISSUING_RULES = (sheets_are_issued,)
