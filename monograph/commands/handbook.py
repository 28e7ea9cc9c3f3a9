"""Writes data/README.md and the list of rules in CONTRIBUTING.md anew, from the data and the rules
themselves.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from monograph.checks.library import load
from monograph.review.handbook import between, data_readme, rules


def main(argv: Sequence[str], root: Path) -> int:
    argparse.ArgumentParser(description=__doc__).parse_args(argv)
    data, contributing = root / "data", root / "CONTRIBUTING.md"
    data.joinpath("README.md").write_text(data_readme(load(data), data), "utf-8")
    contributing.write_text(between(contributing.read_text("utf-8"), "rules", rules()), "utf-8")
    return 0
