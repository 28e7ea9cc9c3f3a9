"""What the pinned facts share."""

import pytest


@pytest.fixture(scope="session")
def facts(contents):
    """The real facts, by id."""
    return {fact.id: fact for fact in contents.facts}
