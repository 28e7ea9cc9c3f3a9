"""Says what an edit changes: each fact before and after, its sources, how grave it is, and the pages it
reaches.

BASE is any git revision. Without one, it is the commit where this branch left main; on main itself, the last
commit (HEAD). The files are compared as they lie here now. Both states are printed by today's code.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import environment

environment.enter()

from monograph.model.problem import Unknown  # noqa: E402
from monograph.review import revision  # noqa: E402
from monograph.review.differences import differences  # noqa: E402
from monograph.review.report import FORMATS  # noqa: E402
from monograph.review.side_by_side import write  # noqa: E402
from monograph.review.state import state  # noqa: E402

PICTURE = environment.ROOT / "build" / "differences.html"


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("base", nargs="?", metavar="BASE", help="a branch, a tag, a commit, HEAD~1, ...")
    options.add_argument(
        "--format", choices=FORMATS, default="text", help="markdown: as a comment on a pull request"
    )
    options.add_argument(
        "--html",
        nargs="?",
        type=Path,
        const=PICTURE,
        metavar="FILE",
        help="write both states side by side (build/differences.html)",
    )
    chosen = options.parse_args()
    base = (
        revision.commit(environment.ROOT, chosen.base)
        if chosen.base
        else revision.usual_base(environment.ROOT)
    )
    name = f"{chosen.base} ({base[:7]})" if chosen.base else base[:7]
    with TemporaryDirectory() as folder:
        revision.lay_out(environment.ROOT, base, Path(folder))
        found = differences(state(Path(folder)), state(environment.ROOT))
    print(FORMATS[chosen.format](found, name))
    if chosen.html:
        write(found, name, chosen.html)
        print(f"Side by side: {chosen.html}", file=sys.stderr)


if __name__ == "__main__":
    try:
        main()
    except Unknown as problem:
        sys.exit(f"{problem}")
