"""Starts the command in monograph/commands/publish.py, which needs nothing but Python."""

import launcher

if __name__ == "__main__":
    launcher.launch_bare("publish")
