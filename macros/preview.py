"""Hooks of MkDocs: a setting that would change nothing is answered, the frame is escaped like the blocks,
and no link of an edition is left dead, for plain `mkdocs build` writes what the finished site has beside the
framed pages, and a preview makes it when it is asked for.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

ROOT = Path(__file__).resolve().parent.parent
PAGES = (".html", "/")
WORKER = "/worker.js"  # every page asks for it, and no preview has one
Answer = Callable[[dict[str, Any], Callable[..., object]], Iterable[bytes]]


def on_startup(command: str, **_: object) -> None:
    # told in the environment: MkDocs loads its hooks anew for each build
    os.environ["PREVIEWED"] = "yes" if command == "serve" else ""


def on_config(config: Any, **_: object) -> None:
    from monograph.site.settings import not_here

    if said := list(not_here(config)):
        raise PluginError("\n".join(said))


def on_env(env: Any, **_: object) -> None:
    env.autoescape = True  # in overrides/, too, text is text and never markup


def on_post_build(config: Any, **_: object) -> None:
    if os.environ.get("PREVIEWED") or os.environ.get("FRAMED"):
        return  # made when asked for, or by scripts/build.py for all editions
    folder, region = Path(config["site_dir"]), config["extra"]["edition"]
    for file, content in beside(folder, region).items():
        path = folder / file.removeprefix(f"{region}/")
        if file.startswith(f"{region}/") and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def on_serve(server: Any, config: Any, **_: object) -> None:
    region, folder = config["extra"]["edition"], Path(config["site_dir"])
    plain: Answer = server.serve_request
    made: dict[int, dict[str, bytes]] = {}  # by the build that it belongs to

    def answer(environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.endswith(PAGES) and (said := told(region, path)):
            start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            return [said]
        head: list[tuple[str, list[tuple[str, str]]]] = []
        body = plain(environ, lambda status, headers, *_: head.append((status, headers)))
        status, headers = head[0]
        if status.startswith("404") and not path.endswith(WORKER):
            build = server._visible_epoch
            if build not in made:
                made.clear()
                made[build] = beside(folder, region)
            file = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
            # plain `mkdocs serve` shows the edition at "/"
            content = made[build].get(file) or made[build].get(f"{region}/{file}")
            if content:
                status, headers, body = "200 OK", [("Content-Type", server._guess_type(file))], [content]
        start(status, headers)
        return body

    server.set_app(answer)


def told(region: str, path: str) -> bytes | None:
    from monograph.site.one_edition import told_instead  # as it is after the last edit

    said = told_instead(ROOT, region, path)
    return said.html.encode() if said else None


def beside(folder: Path, region: str) -> dict[str, bytes]:
    from monograph.site.files import read
    from monograph.site.one_edition import one_edition

    return one_edition(read(folder), ROOT, region, os.environ.get("SITE_URL", ""))
