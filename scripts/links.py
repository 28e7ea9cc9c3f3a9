"""Records every public address of the guide in data/addresses.txt: from then on none of them is lost. It only adds."""

import sys

import environment

environment.enter()

from monograph.checks.library import load  # noqa: E402
from monograph.model.problem import Problems  # noqa: E402
from monograph.proofreading import public_addresses  # noqa: E402
from monograph.site.addresses import record  # noqa: E402
from monograph.site.pages import every_page  # noqa: E402

if __name__ == "__main__":
    try:
        contents = load(environment.ROOT / "data")
        pages = every_page(contents, environment.ROOT)
    except Problems as problems:
        sys.exit(f"{problems}")
    print(f"{record(environment.ROOT, public_addresses(pages, contents, environment.ROOT))} addresses in data/addresses.txt. Commit it.")
