"""Starts the command in monograph/commands/serve.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("serve")
