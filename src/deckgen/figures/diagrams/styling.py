"""`fill:#f9f,stroke:accent1` → what it changes of a look; and the classes that need no definition."""

from __future__ import annotations

import re

from deckgen.diagnostics import did_you_mean
from deckgen.figures.diagrams.flowchart import Look
from deckgen.figures.diagrams.problems import MistakeError, syntax, unsupported

ROLES = (
    "background", "text", "muted", "surface", "link",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
)  # fmt: skip
"""The colour roles that may stand where a colour does."""

BUILT_IN: dict[str, Look] = {
    "accent": Look(fill="accent1", stroke="accent1"),
    **{f"accent{n}": Look(fill=f"accent{n}", stroke=f"accent{n}") for n in range(1, 7)},
    "muted": Look(fill="none", stroke="muted", color="muted"),
    "surface": Look(fill="surface", stroke="muted"),
    "outline": Look(fill="none", stroke="text", color="text"),
}
"""The classes that every diagram has; a `classDef` of the same name replaces one."""

NAMED = {
    "black": "#000000", "white": "#FFFFFF", "gray": "#808080", "grey": "#808080", "silver": "#C0C0C0",
    "red": "#FF0000", "maroon": "#800000", "orange": "#FFA500", "gold": "#FFD700", "yellow": "#FFFF00",
    "olive": "#808000", "lime": "#00FF00", "green": "#008000", "teal": "#008080", "aqua": "#00FFFF",
    "cyan": "#00FFFF", "blue": "#0000FF", "navy": "#000080", "purple": "#800080", "violet": "#EE82EE",
    "fuchsia": "#FF00FF", "magenta": "#FF00FF", "pink": "#FFC0CB", "brown": "#A52A2A", "beige": "#F5F5DC",
    "lightblue": "#ADD8E6", "lightgreen": "#90EE90", "lightgray": "#D3D3D3", "lightgrey": "#D3D3D3",
    "lightyellow": "#FFFFE0", "lightpink": "#FFB6C1", "darkblue": "#00008B", "darkgreen": "#006400",
    "darkred": "#8B0000", "darkgray": "#A9A9A9", "darkgrey": "#A9A9A9", "steelblue": "#4682B4",
    "tomato": "#FF6347", "salmon": "#FA8072", "coral": "#FF7F50", "khaki": "#F0E68C", "lavender": "#E6E6FA",
}  # fmt: skip
"""The CSS names of colours that diagrams use."""

PROPERTIES = ("fill", "stroke", "color", "stroke-width", "stroke-dasharray", "font-weight", "font-style")

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_ENTRY = re.compile(r"\s*([\w-]+)\s*:\s*((?:\\,|[^,])*?)\s*(?:,|$)")
_WIDTH = re.compile(r"(\d+(?:\.\d+)?)\s*(?:px|pt)?")


def style(text: str, at: int) -> Look:
    """The look that these CSS entries say, the first character at `at`; a MistakeError where one is wrong."""
    look, place = Look(), 0
    while place < len(text):
        entry = _ENTRY.match(text, place)
        if entry is None or not entry[2]:
            shown = text[place:].strip()[:20]
            raise syntax(
                f"`{shown}` is not a style", at + place, len(shown), "write `fill:#eef,stroke:accent1`"
            )
        key, value = entry[1], re.sub(r"\s*!important$", "", entry[2])
        look = _entry(key, value, at + entry.start(1), at + entry.start(2)).over(look)
        place = entry.end()
    return look


def _entry(key: str, value: str, key_at: int, at: int) -> Look:
    """The look of one entry."""
    match key:
        case "fill" | "background" | "background-color":
            return Look(fill=_color(value, at))
        case "stroke" | "border-color":
            return Look(stroke=_color(value, at))
        case "color":
            return Look(color=_color(value, at))
        case "stroke-width":
            width = _WIDTH.fullmatch(value)
            if width is None or float(width[1]) > 20:
                raise syntax(
                    f"`{value}` is not a width up to 20px", at, len(value), "write `stroke-width:2px`"
                )
            return Look(width=float(width[1]))
        case "stroke-dasharray":
            return Look(dashed=value not in {"0", "none"})
        case "font-weight":
            return Look(bold=value in {"bold", "bolder"} or (value.isdigit() and int(value) >= 600))
        case "font-style":
            return Look(italic=value in {"italic", "oblique"})
    hints = (*did_you_mean(key, PROPERTIES), f"what may be set is {', '.join(PROPERTIES)}")
    raise unsupported(f"`{key}` cannot be set in a diagram", key_at, len(key), *hints)


def _color(value: str, at: int) -> str:
    """A colour as "#RRGGBB", a role or "none"."""
    if _HEX.fullmatch(value):
        digits = value[1:] if len(value) == 7 else "".join(d * 2 for d in value[1:])
        return f"#{digits.upper()}"
    lowered = value.lower()
    if lowered in {"none", "transparent"}:
        return "none"
    if lowered in ROLES or lowered == "accent":
        return "accent1" if lowered == "accent" else lowered
    if lowered in NAMED:
        return NAMED[lowered]
    raise _no_color(value, at)


def _no_color(value: str, at: int) -> MistakeError:
    hints = (*did_you_mean(value, (*ROLES, *NAMED)), "write it as `#rrggbb`, or as a role such as `accent1`")
    return syntax(f"`{value}` is not a colour that deckgen knows", at, len(value), *hints)
