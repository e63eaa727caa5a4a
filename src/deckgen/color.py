"""Arithmetic on colours: contrast by WCAG 2.2, and lighter and darker as PowerPoint does it."""

from __future__ import annotations

import colorsys
from functools import lru_cache

Hex = str
"""A colour as "#RRGGBB"."""


def _channels(color: Hex) -> tuple[float, float, float]:
    return (int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255)


def luminance(color: Hex) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(color))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@lru_cache(1024)
def contrast(a: Hex, b: Hex) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@lru_cache(1024)
def tinted(color: Hex, lighter: float = 0.0, darker: float = 0.0) -> Hex:
    """The colour with its HSL lightness × (1 - s), plus s where made lighter (lumMod, lumOff)."""
    if not lighter and not darker:
        return color
    h, lightness, s = colorsys.rgb_to_hls(*_channels(color))
    lightness = lightness * (1 - lighter) + lighter if lighter else lightness * (1 - darker)
    return "#{:02X}{:02X}{:02X}".format(*(round(c * 255) for c in colorsys.hls_to_rgb(h, lightness, s)))
