"""The shapes that facts may have; frozen, and refusing whatever they do not know."""
