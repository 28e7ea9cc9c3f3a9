"""Who runs a copy is said in their own words, and never as markup."""

import pytest

from monograph.checks.library import load


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
