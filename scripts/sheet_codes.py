"""Starts the command in monograph/commands/sheet_codes.py."""

import launcher

if __name__ == "__main__":
    launcher.launch("sheet_codes")
