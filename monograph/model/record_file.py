"""Files of record, such as signatures and the codes of sheets: none is ever left half written, and of two
commands that add to one at once, neither loses what the other wrote.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from monograph.model.problem import Refusal

PATIENCE = 20.0  # seconds that another command may take; none takes a third of it


@contextmanager
def rewriting(path: Path) -> Iterator[TextIO]:
    """What is written here lies beside the file at `path`, and takes its place once all of it is there.

    Meanwhile nobody else rewrites the file: whoever adds to it reads it in here.
    """
    part = path.with_name(f"{path.name}.part")
    file = begun(part)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def begun(part: Path) -> TextIO:
    """The file, which nobody else has begun; waits for whoever has."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return open(part, "x", encoding="utf-8", newline="\n")
        except FileExistsError:
            if time.monotonic() > until:
                raise Refusal(
                    f"Another command is writing {part.with_suffix('').name}. If none is, one was broken "
                    f"off: delete {part}, and run this again."
                ) from None
            time.sleep(0.05)
