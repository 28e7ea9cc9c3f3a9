"""Runs every test; what follows on the command line goes to pytest."""

import sys

import environment

environment.enter()

import browser  # noqa: E402
import editor  # noqa: E402
import pytest  # noqa: E402

if __name__ == "__main__":
    browser.ensure()
    editor.ensure()
    sys.exit(pytest.main(sys.argv[1:]))
