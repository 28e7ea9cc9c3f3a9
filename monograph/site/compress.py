"""Every text of the site as Brotli and as gzip beside it, made once and not with every answer; the same text
always gives the same bytes.
"""

import gzip
import hashlib
import os
from functools import partial
from pathlib import Path
from posixpath import splitext

import brotli

from monograph.parallel import worker_pool
from monograph.site.files import Site

TEXTS = {".atom", ".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"}
PACKED = {".br": brotli.compress, ".gz": partial(gzip.compress, mtime=0)}
KEPT = 3000  # files in the cache; one build makes some four hundred


def compress(site: Site, cache: Path) -> Site:
    """The site with its compressed files, on every core; what has not changed since it was compressed into
    `cache` comes from there.
    """
    cache.mkdir(parents=True, exist_ok=True)
    texts = {file: site[file] for file in sorted(site) if splitext(file)[1] in TEXTS}
    with worker_pool() as pool:
        made = list(pool.map(partial(squeeze, cache=cache), texts.values(), chunksize=4))
    for old in sorted(cache.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink()
    return site | {
        f"{file}{ending}": packed
        for file, several in zip(texts, made, strict=True)
        for ending, packed in several.items()
        if len(packed) < len(texts[file])
    }


def squeeze(text: bytes, cache: Path) -> dict[str, bytes]:
    """A text by the endings of its compressed files."""
    made = {}
    for ending, pack in PACKED.items():
        kept = cache / f"{hashlib.sha256(text).hexdigest()}{ending}"
        if not kept.is_file():
            fresh = (
                cache / f"{kept.name}.{os.getpid()}"
            )  # one that was broken off is never taken for a whole one
            fresh.write_bytes(pack(text))
            fresh.replace(kept)
        made[ending] = kept.read_bytes()
    return made
