"""Writes anew what editors are told: data/README.md, the example of a fact and the lists of blocks and rules
in CONTRIBUTING.md, and tests/PROMISES.md.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from monograph.checks.library import load
from monograph.review.handbook import contributing, data_readme, promises


def main(argv: Sequence[str], root: Path) -> int:
    argparse.ArgumentParser(description=__doc__).parse_args(argv)
    data, told, tests = root / "data", root / "CONTRIBUTING.md", root / "tests"
    data.joinpath("README.md").write_text(data_readme(load(data), data), "utf-8")
    told.write_text(contributing(told.read_text("utf-8"), root), "utf-8")
    tests.joinpath("PROMISES.md").write_text(promises(tests), "utf-8")
    return 0
