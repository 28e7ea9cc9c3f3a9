"""Starts the command in monograph/commands/where.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("where", hurried=True)
