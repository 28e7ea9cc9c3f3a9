"""Who runs a copy is said in their own words, and never as markup."""

import pytest

from monograph.checks.library import load
from monograph.model.edition import Edition
from monograph.views.blocks import Blocks


@pytest.mark.parametrize(
    "text, told",
    [
        ('name: "<b>Hum</b>"', "in plain letters"),
        (f"name: {'Hum ' * 40}", "make it shorter"),
        ("contact: call us", 'begins with "https://", or one of e-mail'),
        ("corrections: http://example.org", 'begins with "https://", or one of e-mail'),
        ("corrections: slips@example", 'begins with "https://", or one of e-mail'),
        ("nam: Hum", 'did you mean "name"?'),
    ],
)
def test_what_is_no_name_and_no_address_is_answered(damaged, text, told):
    (damaged.folder / "publisher.yml").write_text(f"{text}\n", "utf-8")
    (problem,) = damaged.problems()
    assert problem.startswith("data/publisher.yml:1: ") and told in problem


@pytest.mark.parametrize("name", ["Smith & Sons", "החברה לזמזום", 'O\'Hum "Ulna"'])
def test_a_name_is_whatever_its_owners_write(damaged, name):
    (damaged.folder / "publisher.yml").write_text(f"name: '{name.replace(chr(39), chr(39) * 2)}'\n", "utf-8")
    assert load(damaged.folder).publisher.name == name


def test_the_foot_says_who_runs_a_copy_and_where_to_reach_them(north):
    north.turn_to("taking")
    foot = north.closing()
    assert '<cite dir="auto">Ulna Hum Society</cite> runs this copy.' in foot
    assert 'href="https://example.org/hum"' in foot
    assert '<a class="suggest" href="mailto:slips@example.org">Suggest a change</a>' in foot


def test_without_a_publisher_it_says_so_and_leads_to_what_can_be_done(damaged):
    (damaged.folder / "publisher.yml").unlink()
    edition = Edition(load(damaged.folder), "north")
    for repository, href in (
        ("", "../about-site/#suggest-a-change"),
        ("https://example.org/guide", "https://example.org/guide/issues/new/choose"),
    ):
        blocks = Blocks(edition, repository)
        blocks.turn_to("taking")
        foot = blocks.closing()
        assert "Nobody has said yet who runs this copy." in foot
        assert f'<a class="suggest" href="{href}">' in foot


def test_a_hostile_name_is_only_a_name(damaged):
    (damaged.folder / "publisher.yml").write_text("name: 'Hum & \" onclick=\"y'\n", "utf-8")
    blocks = Blocks(Edition(load(damaged.folder), "north"))
    blocks.turn_to("taking")
    assert '<cite dir="auto">Hum &amp; &#34; onclick=&#34;y</cite>' in blocks.closing()
