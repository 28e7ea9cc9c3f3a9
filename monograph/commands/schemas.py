"""Writes data/schema/, from which an editor program knows what may stand in the data files.

Run it when a shape has changed.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from monograph.model.json_schema import write


def main(argv: Sequence[str], root: Path) -> int:
    argparse.ArgumentParser(description=__doc__).parse_args(argv)
    write(root / "data" / "schema")
    print("data/schema/ is fresh.")
    return 0
