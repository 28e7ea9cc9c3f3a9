"""Older versions: a plain copy of every page as it was released, kept for ever under /v/."""
