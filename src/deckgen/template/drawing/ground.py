"""The drawing of a layout and a box on it → the colours behind that box: its mean, darkest and lightest."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from deckgen.color import Hex, luminance

if TYPE_CHECKING:
    from deckgen.slots import Box

_WIDTH: Final = 120
"""Pixels across the page: enough to tell what lies behind a line of text."""

_SHARE: Final = 0.05
"""How much of a box may be darker or lighter than what counts as its darkest and lightest."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What text in a box is read against."""

    mean: Hex
    darkest: Hex
    lightest: Hex


def ground_behind(svg: str, page: tuple[float, float], box: Box) -> Ground | None:
    """The colours behind a box (pt) of a page with this drawing; None for a box that lies off it."""
    import resvg_py
    from PIL import Image

    scale = _WIDTH / page[0]
    png = bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=_WIDTH, background="white", skip_system_fonts=True)
    )
    with Image.open(BytesIO(png)) as opened:
        image = opened.convert("RGB")
    left, top = max(round(box.x * scale), 0), max(round(box.y * scale), 0)
    right, bottom = min(round(box.right * scale), image.width), min(round(box.bottom * scale), image.height)
    if right <= left or bottom <= top:
        return None
    part = image.crop((left, top, right, bottom))
    data = part.tobytes()
    pixels = sorted((_hex(data[n : n + 3]) for n in range(0, len(data), 3)), key=luminance)
    spare = int(len(pixels) * _SHARE)
    return Ground(
        _hex(part.resize((1, 1), Image.Resampling.BOX).tobytes()), pixels[spare], pixels[-1 - spare]
    )


def _hex(channels: bytes) -> Hex:
    return f"#{channels.hex().upper()}"
