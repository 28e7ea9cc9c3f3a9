"""Icons of the set that comes with the theme, as drawings inside the page: no request, and no script."""

import re
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

from monograph.model.problem import Unknown

DRAWING = re.compile(r'<svg [^>]*(viewBox="[\d .-]+")[^>]*>(?:<!--.*?-->)?(.*)</svg>', re.DOTALL)
# Sizes and colour as attributes, for where no style reaches: a reader view, or a drawing in a PDF.
SHOWN = '<svg class="i" {} width="24" height="24" fill="currentColor" aria-hidden="true">{}</svg>'


@cache
def icon(name: str) -> Markup:
    """The icon of this name, such as "material/phone", for a place beside its words.

    Raises Unknown, which names the nearest ones.
    """
    file = icons_folder() / f"{name}.svg"
    found = DRAWING.search(file.read_text("utf-8")) if file.is_file() else None
    if not found:
        known = [path.relative_to(icons_folder()).as_posix()[:-4] for path in icons_folder().rglob("*.svg")]
        near = get_close_matches(name, known, n=3) or ["material/phone"]
        raise Unknown(f'the theme has no icon "{name}"; names are such as: {", ".join(near)}')
    return Markup(SHOWN.format(*found.groups()))


@cache
def icons_folder() -> Path:
    theme = find_spec("material")
    if not theme or not theme.submodule_search_locations:
        raise Unknown("the icons come with mkdocs-material, and it is not installed: run scripts/install.py")
    return Path(theme.submodule_search_locations[0]) / "templates" / ".icons"
