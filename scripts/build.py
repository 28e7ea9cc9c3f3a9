"""Starts the command in monograph/commands/build.py."""

import sys

import launcher
import tools

if __name__ == "__main__":
    launcher.launch("build", useful=() if "--no-prints" in sys.argv else tools.PDFS)
