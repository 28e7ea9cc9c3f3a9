"""Starts every command of monograph/commands/: whatever it ends with ends the program, in words for a person.

Importing this, or any script, has no effect.
"""

from __future__ import annotations  # as in tools.py

import os
import sys
import traceback
from collections.abc import Iterable
from contextlib import suppress

import environment

FAULT = environment.ROOT / "build" / "fault.txt"


def launch(command: str, useful: Iterable[str] = (), hurried: bool = False) -> None:
    """A command in the virtual environment. What it uses of the system where it is there is named as for
    `environment.enter`; a `hurried` one answers and ends.
    """
    environment.enter(useful=useful, fetch=False)
    if hurried:
        environment.hurry()
    launch_bare(command)


def launch_bare(command: str) -> None:
    """A command that needs nothing but Python."""
    environment.refuse_old_python()
    sys.path.insert(0, str(environment.ROOT))
    from monograph.commands import run

    code: int | str
    try:
        code = run(command, sys.argv[1:], environment.ROOT)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = "\nStopped."
    except BrokenPipeError:  # piped into head, which has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except Exception as error:
        code = told(error)
    sys.exit(code)


def told(fault: Exception) -> str:
    """What to do about a fault that no command foresees: whoever reads this did not make it."""
    with suppress(OSError):  # on a full disk it is told all the same
        FAULT.parent.mkdir(exist_ok=True)
        FAULT.write_text(
            "".join(traceback.format_exception(type(fault), fault, fault.__traceback__)), "utf-8"
        )
    if isinstance(fault, OSError):
        return f"This machine does not let it happen: {fault}\nMend that, and run the command again."
    return (
        f"This did not work, and the code does not know why: {type(fault).__name__}: {fault}\n"
        f"Send {FAULT} to whoever looks after it, with what you typed."
    )
