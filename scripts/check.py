"""Starts the command in monograph/commands/check.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("check", hurried=True)
