"""Starts the command in monograph/commands/handbook.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("handbook")
