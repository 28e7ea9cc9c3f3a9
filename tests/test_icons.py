"""Icons of the theme's set stand in the page itself."""

import pytest

from monograph.model.problem import Unknown
from monograph.views.icons import icon, icons_folder
from monograph.views.render import environment


@pytest.mark.parametrize("name", ["material/phone", "fontawesome/solid/phone", "octicons/arrow-right-24"])
def test_an_icon_is_a_drawing_without_a_name(name):
    drawing = icon(name)
    assert drawing.startswith('<svg class="i" viewBox="0 0 ') and drawing.endswith("</svg>")
    assert 'aria-hidden="true"' in drawing and "<!--" not in drawing


def test_a_template_asks_for_it():
    made = environment().from_string('{{ icon("material/phone") }}').render()
    assert made == icon("material/phone")


def test_a_name_that_is_none_is_answered_with_a_near_one():
    with pytest.raises(Unknown, match='no icon "material/fones"; names are such as: material/'):
        icon("material/fones")


def test_every_icon_of_the_set_can_be_shown():
    for path in sorted((icons_folder() / "material").glob("*.svg"))[::50]:
        assert "<path" in icon(f"material/{path.stem}")
