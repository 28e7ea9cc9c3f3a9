"""Style sheets as one text: what a sheet imports stands in its place."""

import re
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "overrides" / "assets" / "stylesheets" / "guide.css"  # the whole style
IMPORT = re.compile(r'@import "([^"]+)";\n?')


def joined(path: Path) -> str:
    """The sheet at `path` with every sheet that it imports, in their order."""
    return IMPORT.sub(lambda found: joined(path.parent / found[1]), path.read_text("utf-8"))
