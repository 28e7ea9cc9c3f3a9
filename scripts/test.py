"""Runs every test; what follows on the command line goes to pytest.

Installs what they need where it may, and says at the end what was left out.
"""

import sys

import environment
import tools

environment.enter(["libatomic"], tools.of_tests())

import pytest  # noqa: E402

import browser  # noqa: E402
import npm  # noqa: E402

if __name__ == "__main__":
    browser.ensure()
    npm.ensure()
    sys.exit(pytest.main(sys.argv[1:]))
