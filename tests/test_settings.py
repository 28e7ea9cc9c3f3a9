"""What mkdocs.yml asks of the theme works, or is answered."""

import pytest
from mkdocs.config import load_config

from monograph.site.settings import ELSEWHERE, not_here
from tests.conftest import ROOT


@pytest.fixture
def config():
    return load_config(str(ROOT / "mkdocs.yml"))


def test_the_projects_own_settings_are_used(config):
    assert list(not_here(config)) == []


@pytest.mark.parametrize(
    "path, value",
    [
        ("theme.palette", {"primary": "teal"}),
        ("theme.features", ["navigation.instant"]),
        ("theme.font", {"text": "Roboto"}),
        ("theme.language", "de"),
        ("extra.analytics", {"provider": "google"}),
        ("extra.consent", {"title": "Cookies"}),
        ("extra.version", {"provider": "mike"}),
        ("repo_url", "https://example.org/guide"),
        ("extra_javascript", ["mine.js"]),
    ],
)
def test_what_would_change_nothing_is_answered(config, path, value):
    holder, _, key = path.rpartition(".")
    (config[holder] if holder else config)[key] = value
    (said,) = not_here(config)
    assert said.startswith(f"mkdocs.yml: {path} is ") and ELSEWHERE[path][1] in said


def test_every_icon_of_a_link_has_its_words(config):
    config["extra"]["social"] = [{"icon": "material/email", "link": "https://example.org"}]
    (said,) = not_here(config)
    assert 'add "name"' in said
