"""Work spread over the cores of the processor."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread


def worker_pool() -> ProcessPoolExecutor:
    """A worker for every core, none of which outlives this process, however it ends."""
    return ProcessPoolExecutor(os.cpu_count() or 1, initializer=end_with_parent)


def end_with_parent() -> None:
    """Lets this worker end with the process that began it: one that was killed can tell it nothing."""
    if parent := parent_process():
        Thread(target=end_after, args=(parent,), daemon=True).start()


def end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
