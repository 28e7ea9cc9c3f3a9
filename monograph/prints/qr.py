"""QR codes, drawn as a path of dark runs: sharp at every size, and without a picture file."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

WIDTH = 33  # mm on paper, border and all
BORDER = 4  # modules of white around it, which readers need


@dataclass(frozen=True)
class Qr:
    """`size` is in modules, with the border; `path` draws the dark ones."""

    size: int
    path: str


def code(text: str) -> "QRCode":
    """Error level M: a fold or a stain may cost one seventh of it."""
    import segno  # only whoever prints needs it

    return segno.make(text, error="m", micro=False, boost_error=False)


def qr(text: str) -> Qr:
    rows = [bytes(row) for row in code(text).matrix]
    path = "".join(
        f"M{x + BORDER} {y + BORDER}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return Qr(len(rows) + 2 * BORDER, path)


def pictures(text: str) -> dict[str, bytes]:
    """The code by the ending of its file: as svg 33 mm wide, as png twelve dots to a module."""
    drawn = code(text)
    width, _ = drawn.symbol_size(border=BORDER)
    svg, png = BytesIO(), BytesIO()
    drawn.save(svg, kind="svg", border=BORDER, scale=WIDTH / width, unit="mm", light="white", xmldecl=False)
    drawn.save(png, kind="png", border=BORDER, scale=12)
    return {"svg": svg.getvalue(), "png": png.getvalue()}
