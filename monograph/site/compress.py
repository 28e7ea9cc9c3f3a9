"""Every text of the site as Brotli and as gzip beside it, made once and not with every answer; the same text always gives the same bytes."""

import gzip
import hashlib
import os
import shutil
from functools import partial
from pathlib import Path

import brotli

from monograph.parallel import worker_pool

TEXTS = {".atom", ".css", ".html", ".js", ".json", ".mjs", ".svg", ".ttf", ".txt", ".webmanifest", ".xml"}
PACKED = {".br": brotli.compress, ".gz": partial(gzip.compress, mtime=0)}
KEPT = 3000  # files in the cache; one build makes some four hundred


def compress(folder: Path, cache: Path) -> None:
    """Compresses what has changed since it was last compressed into `cache`, on every core."""
    cache.mkdir(parents=True, exist_ok=True)
    paths = sorted(path for path in folder.rglob("*") if path.suffix in TEXTS)
    with worker_pool() as pool:
        list(pool.map(partial(squeeze, cache=cache), paths, chunksize=4))
    for old in sorted(cache.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink()


def squeeze(path: Path, cache: Path) -> None:
    text = path.read_bytes()
    for ending, pack in PACKED.items():
        kept = cache / f"{hashlib.sha256(text).hexdigest()}{ending}"
        if not kept.is_file():
            fresh = cache / f"{kept.name}.{os.getpid()}"  # one that was broken off is never taken for a whole one
            fresh.write_bytes(pack(text))
            fresh.replace(kept)
        if kept.stat().st_size < len(text):
            shutil.copyfile(kept, path.with_name(path.name + ending))
