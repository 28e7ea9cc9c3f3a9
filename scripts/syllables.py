"""Starts the command in monograph/commands/syllables.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("syllables")
