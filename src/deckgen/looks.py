"""Colours by role, and how a theme draws code, tables, callouts, timelines and corners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from deckgen.color import Hex, contrast, tinted

COLOR_ROLES = (
    "background", "text", "surface", "muted",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "link",
)  # fmt: skip
"""The roles an author may name.  In the pptx: bg1, tx1, bg2, tx2, accent1-6, hlink."""

INVERTED = {
    "background": "text", "text": "background", "surface": "muted", "muted": "surface",
    "accent1": "accent2", "accent2": "accent1", "link": "accent2",
}  # fmt: skip
"""What a role shows on an inverse page: PowerPoint's colour map with light and dark exchanged.

The first two accents are a pair, one for either ground; links take the one that can be read.
"""

SEEN, READABLE = 3.0, 4.5
"""The contrast that a mark with a meaning needs, and the one that words need (WCAG 2.2, 1.4.11, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class ColorRef:
    """A colour role, made `lighter` or `darker` by a share (0-1) of its HSL lightness.

    Where an author gave a colour of their own, `role` is that colour, "#RRGGBB", the same on every page.
    In the pptx a `schemeClr` with `lumMod`/`lumOff` as PowerPoint's own palette writes them:
    lighter s = lumMod (1-s), lumOff s; darker s = lumMod (1-s).
    """

    role: str
    lighter: float = 0.0
    darker: float = 0.0


@dataclass(frozen=True, slots=True)
class TokenStyle:
    """How one kind of token in code looks."""

    color: ColorRef
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class CodeStyle:
    """How code looks on a normal or on an inverse page.

    `panel` lies behind it, `band` behind lines that are pointed out, with a `rule` at their side; `number`
    is the colour of line numbers.  `tokens` holds kinds of `figures.code.TOKENS`; the others look as text.
    Every colour can be read on panel and band.
    """

    panel: ColorRef
    band: ColorRef
    rule: ColorRef
    number: ColorRef
    tokens: dict[str, TokenStyle]


@dataclass(frozen=True, slots=True)
class TableLook:
    """How a theme draws tables: the rules under the names and at the end (widths in pt), and what stands out.

    `first_column` sets the first column in bold, `banded` shades every other row.
    """

    head_rule: ColorRef = ColorRef("text")
    head_width: float = 1.5
    end_rule: ColorRef = ColorRef("muted")
    end_width: float = 0.75
    first_column: bool = False
    banded: bool = False


@dataclass(frozen=True, slots=True)
class Rounding:
    """The radius in pt of the corners of panels (code and callouts), of diagrams' nodes and of pictures."""

    panel: float = 0.0
    node: float = 0.0
    picture: float = 0.0


@dataclass(frozen=True, slots=True)
class CalloutLook:
    """How a theme sets callouts apart: by a `panel`, and a `rule` `width` pt wide at their start or above.

    The panel has the colour of code's, or with a `tint` that of the callout's kind, nearer to the page by
    that share (0-1).
    """

    panel: bool = True
    tint: float = 0.0
    rule: Literal["start", "top"] = "start"
    width: float = 4.0


@dataclass(frozen=True, slots=True)
class TimelineLook:
    """How a theme draws timelines: dots `size` pt across, of a preset shape, on an axis `axis` pt wide."""

    dot: str = "ellipse"
    size: float = 12.0
    axis: float = 2.0
    color: ColorRef = ColorRef("muted", lighter=0.5)


@dataclass(frozen=True, slots=True)
class QuoteLook:
    """The rule at the side of a quotation among other blocks, `width` pt wide."""

    color: ColorRef = ColorRef("accent1")
    width: float = 4.0


@dataclass(frozen=True, slots=True)
class Least:
    """The contrast that a theme keeps: of words with their ground, and of marks that carry a meaning."""

    words: float = READABLE
    marks: float = SEEN


def shown(
    ref: ColorRef, colors: dict[str, Hex], inverse: bool = False, inverted: dict[str, str] = INVERTED
) -> Hex:
    """The colour that `ref` shows on a normal or an inverse page of a theme with these colours."""
    role = inverted.get(ref.role, ref.role) if inverse else ref.role
    return tinted(colors.get(role, role), ref.lighter, ref.darker)


def readable(
    ref: ColorRef,
    grounds: Iterable[ColorRef],
    colors: dict[str, Hex],
    inverse: bool = False,
    inverted: dict[str, str] = INVERTED,
    least: float = READABLE,
) -> ColorRef:
    """`ref`, or the least darker or lighter one of its role that can be read on all `grounds`.

    Where none can, the text's colour.
    """
    behind = [shown(ground, colors, inverse, inverted) for ground in grounds]
    shares = [n / 20 for n in range(1, 20)]
    tints = [ColorRef(ref.role, lighter=s) if dark else ColorRef(ref.role, darker=s)
             for s in shares for dark in (False, True)]  # fmt: skip
    for tried in (ref, *tints):
        if all(contrast(shown(tried, colors, inverse, inverted), ground) >= least for ground in behind):
            return tried
    return ColorRef("text")
