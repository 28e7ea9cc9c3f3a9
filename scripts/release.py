"""Starts the command in monograph/commands/release.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("release")
