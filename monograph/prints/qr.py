"""QR codes, drawn as a path of dark runs: sharp at every size, and without a picture file."""

from dataclasses import dataclass

BORDER = 4  # modules of white around it, which readers need


@dataclass(frozen=True)
class Qr:
    """`size` is in modules, with the border; `path` draws the dark ones."""

    size: int
    path: str


def qr(text: str) -> Qr:
    """Error level M: a fold or a stain may cost one seventh of it."""
    import segno  # only whoever prints needs it

    rows = [bytes(row) for row in segno.make(text, error="m", micro=False, boost_error=False).matrix]
    path = "".join(f"M{x + BORDER} {y + BORDER}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Qr(len(rows) + 2 * BORDER, path)
