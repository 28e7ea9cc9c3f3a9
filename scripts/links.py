"""Records every public address of the guide in data/addresses.txt: from then on none of them is lost. It only adds."""

import sys

import environment

environment.enter()

from monograph.checks.library import load  # noqa: E402
from monograph.model.problem import Problems  # noqa: E402
from monograph.prints.sheet import PRINTS, all_sheets  # noqa: E402
from monograph.site.addresses import of_proofs, record  # noqa: E402
from monograph.site.archived_pages import addresses  # noqa: E402
from monograph.views.pages import proofs  # noqa: E402

if __name__ == "__main__":
    try:
        contents = load(environment.ROOT / "data")
        pages = [page for region in contents.regions for page in proofs(contents, region, environment.ROOT / "docs" / "en")]
    except Problems as problems:
        sys.exit(f"{problems}")
    sheets = all_sheets(contents, environment.ROOT / PRINTS)
    print(f"{record(environment.ROOT, of_proofs(contents, pages, sheets, addresses(environment.ROOT)))} addresses in data/addresses.txt. Commit it.")
