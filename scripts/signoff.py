"""Starts the command in monograph/commands/signoff.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("signoff")
