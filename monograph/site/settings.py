"""What mkdocs.yml may ask of the theme: it works, or says where the guide has it."""

from collections.abc import Iterator, Mapping
from typing import Any

# By the path in mkdocs.yml: the values that change nothing, and what to do instead of any other.
ELSEWHERE: dict[str, tuple[tuple[Any, ...], str]] = {
    "theme.palette": (
        (None,),
        "the colours are held to a contrast of 7 to 1 and stand in overrides/assets/stylesheets/colours.css; "
        "each reader chooses light or dark",
    ),
    "theme.features": (
        (None, []),
        "no script of the theme is loaded: menu, search and parts of a page are links that always work",
    ),
    "theme.font": (
        (None, False),
        "the typeface lies in overrides/assets/fonts, and nothing is asked of anyone else: write font: false",
    ),
    "theme.language": (
        (None, "en"),
        "the words around the facts stand in data/phrases/en.yml, and there is no other language yet",
    ),
    "extra.analytics": ((None,), "no reader is counted"),
    "extra.consent": ((None,), "nothing is kept that needs a consent"),
    "extra.version": ((None,), "scripts/release.py keeps each older version, which says that it is old"),
    "repo_url": ((None, ""), "set REPOSITORY_URL: it says where a reader suggests a change"),
    "extra_javascript": (
        ([],),
        "the policy of the site lets only scripts in overrides/assets/javascripts run: ask for it in "
        "overrides/main.html",
    ),
}
NAMELESS = 'extra.social: an icon stands beside words: add "name" to each link'


def not_here(config: Mapping[str, Any]) -> Iterator[str]:
    """A message for each setting that would change nothing."""
    for path, (idle, instead) in ELSEWHERE.items():
        if (value := setting(config, path)) not in idle:
            yield f"mkdocs.yml: {path} is {value!r}, and the guide does not use it: {instead}"
    if any(not link.get("name") for link in setting(config, "extra.social") or ()):
        yield f"mkdocs.yml: {NAMELESS}"


def setting(config: Mapping[str, Any], path: str) -> Any:
    value: Any = config
    for key in path.split("."):
        value = value.get(key) if value is not None and key in value else None
    return value
