"""Starts the command in monograph/commands/reading.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("reading")
