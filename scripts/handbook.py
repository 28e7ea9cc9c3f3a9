"""Writes data/README.md and the list of rules in CONTRIBUTING.md anew, from the data and the rules
themselves.
"""

import sys

import environment

environment.enter()

from monograph.checks.library import load  # noqa: E402
from monograph.model.problem import Problems, Unknown  # noqa: E402
from monograph.review.handbook import between, data_readme, rules  # noqa: E402

if __name__ == "__main__":
    data, contributing = environment.ROOT / "data", environment.ROOT / "CONTRIBUTING.md"
    try:
        data.joinpath("README.md").write_text(data_readme(load(data), data), "utf-8")
    except (Problems, Unknown) as problems:
        sys.exit(f"{problems}")
    contributing.write_text(between(contributing.read_text("utf-8"), "rules", rules()), "utf-8")
