"""Sheets to print: pages of docs/prints that a reader holds in the hand, with a code that says whether they
are still right.
"""
