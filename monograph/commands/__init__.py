"""Every command as `main(argv, root)`: it is told its command line and the folder that it works on, and
returns what its process ends with, 0 where all is well. What it cannot do it raises as a Refusal.
"""

import sys
from argparse import ArgumentTypeError
from collections.abc import Sequence
from datetime import date
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


def calendar_day(text: str) -> date:
    """A day as it is typed on a command line, in the one way that data/ has it."""
    from monograph.model.day import day  # what needs nothing but Python has no days

    try:
        return day(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
