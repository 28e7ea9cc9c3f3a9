"""Hands the blocks of monograph to MkDocs; `define_env` is called by mkdocs-macros on every build."""

import html
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from monograph.views.blocks import Blocks

Env = Any  # what mkdocs-macros calls with, and Zensical with something like it
ROOT = Path(__file__).resolve().parent.parent
# The heading, the file, then "_UndefinedError_: ..." or "_Line 3 in Markdown file:_ **...**".
FAILED = re.compile(
    r"# _Macro (?:Rendering|Syntax) Error_\s+_File_: \S+\s+_([^_]+)_:? ?(?:\*\*)?([^\n]*?)(?:\*\*)?\n"
)
SEEN: dict[str, int] = {}  # when the code that is in use was last edited


def define_env(env: Env) -> None:
    """Offers every block under its own name, and the medicine's name as `name`; problems stop the build."""
    env.blocks = blocks = open_blocks(env.conf)
    if page := getattr(env, "page", None):  # only Zensical has one by now: it asks for every page anew
        blocks.turn_to(Path(page.path).stem)
    from monograph.views.frame import elsewhere  # as they are after the last edit
    from monograph.views.headings import framed
    from monograph.views.icons import icon

    for name in blocks.offered:
        env.macro(getattr(blocks, name), name)
    env.variables["name"] = html.escape(blocks.name)
    region = blocks.edition.region_info
    env.conf["extra"].update(  # for the frame, whose templates are the theme's
        icon=icon,
        say=blocks.phrases.say,
        place=region.in_words,
        locale=region.locale,
        medicine=blocks.name.capitalize(),
        editions=[],  # this page in all of them, where it is known at which address they are
        framed=lambda content, is_list: framed(content, blocks.phrases, is_list),
        site=env.conf["site_name"],
        short=region.short,
        elsewhere=elsewhere(blocks.edition, blocks.phrases),
    )
    env.conf["site_name"] += f", {region.name}"  # every header and title says which edition this is
    published = os.environ.get("SITE_URL", "").rstrip("/")
    if published and env.conf["site_url"].rstrip("/") == published:  # a preview has an address of its own
        env.conf["site_url"] = f"{published}/{blocks.edition.region}/"
        env.conf["extra"]["editions"] = [
            (place.locale, f"{published}/{region}/")
            for region, place in blocks.edition.contents.regions.items()
        ]
    if (
        Path(env.conf["site_dir"]) == ROOT / "site"
    ):  # each edition has a folder of its own; a preview builds elsewhere
        env.conf["site_dir"] = str(ROOT / "site" / blocks.edition.region)


def on_pre_page_macros(env: Env) -> None:
    env.blocks.turn_to(Path(env.page.file.src_path).stem)


def on_post_page_macros(env: Env) -> None:
    """Refuses the page that mkdocs-macros writes in place of one that failed."""
    if found := FAILED.match(env.markdown):
        error = " ".join(filter(None, found.groups()))
        raise PluginError(f"docs/en/{env.page.file.src_path}: {error}{env.blocks.advice(error)}")


def open_blocks(conf: Mapping[str, Any]) -> "Blocks":
    forget_edited_code()
    from monograph.checks.library import load
    from monograph.model.edition import Edition
    from monograph.model.problem import Problems, Unknown
    from monograph.views.blocks import Blocks

    folder = (
        Path(conf.get("config_file_path") or ROOT / "mkdocs.yml").parent / conf["extra"]["data"]
    )  # Zensical does not say
    try:
        return Blocks(
            Edition(load(folder), conf["extra"]["edition"]),
            conf["extra"]["repository"].rstrip("/"),
            os.environ.get("SITE_URL", ""),
        )
    except (Problems, Unknown) as error:
        raise PluginError(str(error)) from None


def forget_edited_code() -> None:
    """While previewing, code that was edited since it was imported is imported anew."""
    sys.path[:] = [str(ROOT), *(path for path in sys.path if path != str(ROOT))]
    stamp = max(path.stat().st_mtime_ns for path in (ROOT / "monograph").rglob("*.py"))
    if SEEN.setdefault("stamp", stamp) != stamp:
        SEEN["stamp"] = stamp
        for name in [name for name in sys.modules if name.partition(".")[0] == "monograph"]:
            del sys.modules[name]
