"""Lengths and signs → what stands in MathML for them."""

from __future__ import annotations

from html import escape


def em(length: float) -> str:
    """A length in em."""
    return f"{length:.4f}".rstrip("0").rstrip(".") + "em" if abs(length) > 5e-5 else "0"


def space(width: float) -> str:
    """`mspace`, nothing for no width."""
    return f'<mspace width="{em(width)}"/>' if abs(width) > 5e-5 else ""


def drawn_out(char: str, style: str) -> str:
    """An operator that a style moves or scales."""
    return f'<mo lspace="0" rspace="0" stretchy="false" style="{style}">{escape(char)}</mo>'


def stretching(char: str, attributes: str = "") -> str:
    """An operator without space that is as high or wide as its neighbours."""
    return f'<mo lspace="0" rspace="0" stretchy="true"{attributes}>{escape(char)}</mo>'
