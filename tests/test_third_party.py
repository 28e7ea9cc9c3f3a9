"""What the project uses of others is listed, licensed and locked."""

import json
import re

import pytest

import third_party
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def found():
    return third_party.parts()


def test_the_list_is_fresh(found):
    listed = dict(
        re.findall(
            r"^\| ([^|]+) \| ([^|]+) \|",
            third_party.PAGE.read_text("utf-8").partition("|---|")[2],
            re.MULTILINE,
        )
    )
    locked = {part.name: part.version for part in found}
    assert listed == locked, "THIRD_PARTY.md is stale; run: python3 scripts/third_party.py"


def test_every_licence_is_stated_and_every_file_is_locked(found):
    for part in found:
        assert part.licence not in ("", "UNKNOWN", "not stated"), part.name
        assert part.hashes and all(re.fullmatch("[0-9a-f]{64}", letters) for letters in part.hashes), (
            part.name
        )


def test_nothing_asks_for_a_licence_that_the_project_does_not_have(found):
    """A part under the GPL would ask for it of the whole; where a choice of licences is given, another one is
    taken.
    """
    bound = [
        part.name
        for part in found
        if re.search(r"\bA?GPL", part.licence)
        and not re.search(r"\b(?:MIT|BSD|MPL|LGPL|Apache)", part.licence)
    ]
    assert bound == []


def test_every_file_of_others_that_readers_are_sent_is_listed():
    kept = {
        path.relative_to(ROOT).as_posix()
        for folder in ("javascripts/vendor", "fonts")
        for path in (ROOT / "overrides/assets" / folder).glob("*[!t]")
    }
    listed = {path for *_, path in third_party.PARTS.values() if path.startswith("overrides/")}
    assert {re.sub("-[47]00", "", path) for path in kept} == {re.sub("-[47]00", "", path) for path in listed}


def test_the_bill_of_materials_is_the_same_every_time_and_names_every_part(found):
    bill = json.loads(third_party.bill(found))
    assert third_party.bill(found) == third_party.bill(third_party.parts())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert [(item["name"], item["version"]) for item in bill["components"]] == [
        (part.name, part.version) for part in found
    ]
    assert all(
        item["type"] == "library" and item["hashes"] and item["licenses"] for item in bill["components"]
    )
