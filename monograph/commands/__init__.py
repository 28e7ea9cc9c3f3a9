"""Every command as `main(argv, root)`: it is told its command line and the folder that it works on, and
returns what its process ends with, 0 where all is well. What it cannot do it raises as a Refusal.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from monograph.model.problem import Refusal


def run(name: str, argv: Sequence[str], root: Path) -> int:
    """What a command ends with; says what it refuses. Only that command is imported: whose data are wrong
    should not wait for all that a site is made of.
    """
    try:
        code: int = import_module(f"{__name__}.{name}").main(argv, root)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except SystemExit as end:  # of argparse, which has said why
        return int(end.code or 0)
    return code
