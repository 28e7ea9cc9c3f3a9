"""Starts the command in monograph/commands/schemas.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("schemas")
