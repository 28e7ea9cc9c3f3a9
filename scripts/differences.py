"""Starts the command in monograph/commands/differences.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("differences")
