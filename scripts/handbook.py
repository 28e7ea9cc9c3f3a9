"""Writes data/README.md, the list of rules in CONTRIBUTING.md and tests/PROMISES.md anew, from the data, the
rules and the tests themselves.
"""

import environment

environment.enter()

from monograph.checks.library import load  # noqa: E402
from monograph.review.handbook import between, data_readme, promises, rules  # noqa: E402

if __name__ == "__main__":
    data, contributing = environment.ROOT / "data", environment.ROOT / "CONTRIBUTING.md"
    tests = environment.ROOT / "tests"
    data.joinpath("README.md").write_text(data_readme(load(data), data), "utf-8")
    contributing.write_text(between(contributing.read_text("utf-8"), "rules", rules()), "utf-8")
    tests.joinpath("PROMISES.md").write_text(promises(tests), "utf-8")
