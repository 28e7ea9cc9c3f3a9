"""Starts the command in monograph/commands/overdue.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("overdue")
