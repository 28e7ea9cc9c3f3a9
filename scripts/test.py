"""Runs every test; what follows on the command line goes to pytest.

Installs what they need where it may, and says at the end what was left out. With --quick it installs nothing,
and leaves out browsers, PDFs, finished sites, and what is slow.
"""

import os
import sys

import environment
import tools

QUICK = "--quick" in sys.argv

if __name__ == "__main__":
    environment.enter([] if QUICK else ["libatomic"], [] if QUICK else tools.of_tests())

import pytest  # noqa: E402

import browser  # noqa: E402
import npm  # noqa: E402

if __name__ == "__main__":
    os.chdir(environment.ROOT)  # from where pytest is told of files and folders
    if not QUICK:
        browser.ensure()
        npm.ensure()
    sys.exit(pytest.main(sys.argv[1:]))
