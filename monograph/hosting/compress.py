"""Every text of the site as Brotli and as gzip beside it, made once and not with every answer; the same text always gives the same bytes."""

import gzip
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli

TEXTS = {".atom", ".css", ".html", ".js", ".json", ".mjs", ".svg", ".ttf", ".txt", ".webmanifest", ".xml"}


def compress(folder: Path) -> None:
    paths = sorted(path for path in folder.rglob("*") if path.suffix in TEXTS)
    with ProcessPoolExecutor(os.cpu_count() or 1) as pool:
        list(pool.map(squeeze, paths, chunksize=8))


def squeeze(path: Path) -> None:
    text = path.read_bytes()
    for ending, packed in ((".br", brotli.compress(text)), (".gz", gzip.compress(text, mtime=0))):
        if len(packed) < len(text):
            path.with_name(path.name + ending).write_bytes(packed)
