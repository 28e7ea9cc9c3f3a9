"""Writes anew what editors are told: data/README.md, the example of a fact and the lists of blocks and rules
in CONTRIBUTING.md, and tests/PROMISES.md.
"""

import sys

import environment

environment.enter()

from monograph.checks.library import load  # noqa: E402
from monograph.model.problem import Problems, Unknown  # noqa: E402
from monograph.review.handbook import contributing, data_readme, promises  # noqa: E402

if __name__ == "__main__":
    data, told = environment.ROOT / "data", environment.ROOT / "CONTRIBUTING.md"
    tests = environment.ROOT / "tests"
    try:
        data.joinpath("README.md").write_text(data_readme(load(data), data), "utf-8")
    except (Problems, Unknown) as problems:
        sys.exit(f"{problems}")
    told.write_text(contributing(told.read_text("utf-8"), environment.ROOT), "utf-8")
    tests.joinpath("PROMISES.md").write_text(promises(tests), "utf-8")
