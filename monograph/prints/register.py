"""The register of every code ever issued, data/sheet-codes.yml: what stands in it, and what it says once a
code is added.
"""

import json
from datetime import date

from monograph.model.contents import Contents
from monograph.model.sheet_codes import SheetCode
from monograph.prints.sheet import Sheet

REGISTER = "data/sheet-codes.yml"
HEADER = (
    "# yaml-language-server: $schema=schema/sheet-codes.schema.json\n# Every code that was ever printed "
    "on a sheet, with a fingerprint of each fact on it. Nothing here is ever deleted. Written by "
    "scripts/sheet_codes.py.\n"
)


def version(sheet: Sheet, contents: Contents) -> int:
    """How many versions of a sheet were issued up to this one; 0 for a sheet whose code is not in the
    register.
    """
    codes = [
        item.code for item in contents.sheet_codes if (item.sheet, item.region) == (sheet.slug, sheet.region)
    ]
    return codes.index(sheet.code) + 1 if sheet.code in codes else 0


def unissued(found: tuple[Sheet, ...], contents: Contents) -> list[Sheet]:
    known = {item.code for item in contents.sheet_codes}
    return [sheet for sheet in found if sheet.code not in known]


def issued(sheet: Sheet, contents: Contents, day: date) -> SheetCode:
    return SheetCode(
        code=sheet.code,
        sheet=sheet.slug,
        region=sheet.region,
        date=day,
        history=contents.history[0].id,
        amounts=sheet.amounts,
        facts=dict(sorted(sheet.facts.items())),
    )


def written(items: tuple[SheetCode, ...]) -> str:
    """The file with these codes, the oldest first."""
    return HEADER + "".join(map(entry, items))


def entry(item: SheetCode) -> str:
    head = (
        f'- code: "{item.code}"\n  sheet: {item.sheet}\n  region: {item.region}\n  date: {item.date}\n  '
        f"history: {item.history}\n"
    )
    head += f"  amounts: {json.dumps(item.amounts)}\n  facts:\n"
    return head + "".join(f'    {name}: "{letters}"\n' for name, letters in item.facts.items())
