"""Settings for servers and hosts, all from the one policy:

Caddy, nginx, hosts that read _headers and _redirects, and a container.
"""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.site.assets import ASSETS, LASTING
from monograph.site.csp import ASK_FIRST, FOR_EVER, STRICT_TRANSPORT
from monograph.site.files import Site
from monograph.views.redirects import redirects, target_of
from monograph.views.render import environment

IN_SITE = ("_headers", "_redirects")  # read by hosts of static sites, from the site itself
BESIDE = ("Caddyfile", "nginx.conf", "Containerfile")


@dataclass(frozen=True)
class Hosting:
    """What every server has to know; `redirects` lead from one path to another."""

    regions: tuple[str, ...]
    headers: dict[str, Markup]
    redirects: dict[str, str]
    strict_transport: str = STRICT_TRANSPORT
    for_ever: str = FOR_EVER
    ask_first: str = ASK_FIRST
    assets: str = ASSETS
    lasting: Markup = Markup(LASTING)


def server_settings(contents: Contents, headers: dict[str, str]) -> tuple[Site, Site]:
    """The files that hosts read in the site itself, and those of servers, which stand beside it."""
    plain = {
        name: Markup(value) for name, value in headers.items()
    }  # quotes stay quotes: none of this is HTML
    view = Hosting(tuple(contents.regions), plain, moved_paths(contents))
    made = {
        name: environment().get_template(f"hosting/{name}.j2").render(view=view).rstrip() + "\n"
        for name in (*IN_SITE, *BESIDE)
    }
    return {name: made[name].encode() for name in IN_SITE}, {name: made[name].encode() for name in BESIDE}


def moved_paths(contents: Contents) -> dict[str, str]:
    """The addresses that only lead on; those that say something first stay pages."""
    editions = [Edition(contents, region) for region in contents.regions]
    return {
        f"/{edition.region}/{item.was}/": f"/{edition.region}/{target_of(item.now)}"
        for edition in editions
        for item in redirects(edition)
        if not item.says
    }
