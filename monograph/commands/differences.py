"""Says what an edit changes: each fact before and after, its sources, how grave it is, and the pages it
reaches.

BASE is any git revision. Without one, it is the commit where this branch left main; on main itself, the last
commit (HEAD). The files are compared as they lie here now. Both states are printed by today's code.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from monograph.review import revision
from monograph.review.differences import differences
from monograph.review.report import FORMATS
from monograph.review.state import state


def main(argv: Sequence[str], root: Path) -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("base", nargs="?", metavar="BASE", help="a branch, a tag, a commit, HEAD~1, ...")
    options.add_argument(
        "--format", choices=FORMATS, default="text", help="markdown: as a comment on a pull request"
    )
    chosen = options.parse_args(argv)
    base = revision.commit(root, chosen.base) if chosen.base else revision.usual_base(root)
    name = f"{chosen.base} ({base[:7]})" if chosen.base else base[:7]
    with TemporaryDirectory() as folder:
        revision.lay_out(root, base, Path(folder))
        found = differences(state(Path(folder)), state(root))
    print(FORMATS[chosen.format](found, name))
    return 0
