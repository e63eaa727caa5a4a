"""A colour of DrawingML, with its transformations → red, green, blue and opacity."""

from __future__ import annotations

import colorsys
import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from deckgen.color import Hex
from deckgen.template.xml import elements, local, share, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DEGREE = 60_000
"""How many units of an ST_Angle make a degree."""

_GAMMA = 2.2
_ROLES = {
    "background": "bg1", "text": "tx1", "surface": "bg2", "muted": "tx2", "accent1": "accent1",
    "accent2": "accent2", "accent3": "accent3", "accent4": "accent4", "accent5": "accent5",
    "accent6": "accent6", "link": "hlink",
}  # fmt: skip
"""Our roles and PresentationML's names for them."""


@dataclass(frozen=True, slots=True)
class Color:
    """A colour by its sRGB channels and its opacity, all 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @classmethod
    def of(cls, color: Hex) -> Color:
        """That of "#RRGGBB"."""
        return cls(*(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)))

    @property
    def hex(self) -> Hex:
        """As "#RRGGBB", without the opacity."""
        return "#{:02X}{:02X}{:02X}".format(*(round(_within(c) * 255) for c in self.channels))

    @property
    def channels(self) -> tuple[float, float, float]:
        """Red, green and blue."""
        return self.red, self.green, self.blue

    def blended(self, other: Color, share: float) -> Color:
        """What lies between it (0) and another (1)."""
        pairs = zip((*self.channels, self.alpha), (*other.channels, other.alpha), strict=True)
        return Color(*(a + (b - a) * share for a, b in pairs))


@dataclass(frozen=True, slots=True)
class Palette:
    """The theme's colours ("dk1" … "folHlink"), and which of them PresentationML's names stand for.

    `own` is what "phClr" means: the colour that a shape hands to a style of the theme.
    """

    scheme: dict[str, Hex]
    names: dict[str, str] = field(default_factory=dict)
    own: Color | None = None

    def with_own(self, color: Color | None) -> Palette:
        """The same with what "phClr" means."""
        return replace(self, own=color)

    def with_roles(self, colors: dict[str, Hex]) -> Palette:
        """The same with other colours for our roles."""
        changed = {
            self.names.get(name, name): colors[role] for role, name in _ROLES.items() if role in colors
        }
        return replace(self, scheme=self.scheme | changed)

    def named(self, name: str) -> Color | None:
        """The colour that a `schemeClr` names."""
        if name == "phClr":
            return self.own
        found = self.scheme.get(self.names.get(name, name)) or self.scheme.get(_PLAIN.get(name, name))
        return Color.of(found) if found else None


_PLAIN = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
"""What names mean where no colour map says anything."""


def color_in(parent: Element | None, palette: Palette) -> Color | None:
    """The colour that stands in an element, such as `a:solidFill`; None where none does."""
    for element in elements(parent):
        if (found := color_of(element, palette)) is not None:
            return found
    return None


def color_of(element: Element, palette: Palette) -> Color | None:
    """The colour that an element is (`a:srgbClr`, `a:schemeClr` …); None for what is no colour."""
    color = _base(element, palette)
    if color is None:
        return None
    for change in elements(element):
        color = _changed(color, local(change), change)
    return color


def _base(element: Element, palette: Palette) -> Color | None:
    value = element.get("val", "")
    match local(element):
        case "srgbClr":
            return _rgb(value)
        case "schemeClr":
            return palette.named(value)
        case "sysClr":
            return _rgb(element.get("lastClr", "")) or _rgb({"window": "FFFFFF"}.get(value, "000000"))
        case "prstClr":
            return _preset(value)
        case "scrgbClr":
            linear = [share(element, channel) or 0.0 for channel in "rgb"]
            return Color(*(_encoded(_within(c)) for c in linear))
        case "hslClr":
            hue, saturation, luminance = whole(element, "hue"), share(element, "sat"), share(element, "lum")
            turn = (hue or 0) / DEGREE / 360
            return Color(*colorsys.hls_to_rgb(turn % 1, _within(luminance or 0), _within(saturation or 0)))
        case _:
            return None


def _rgb(text: str) -> Color | None:
    try:
        return Color.of(f"#{int(text, 16):06X}") if len(text) == 6 else None
    except ValueError:
        return None


def _preset(name: str) -> Color | None:
    """A colour by its name (ST_PresetColorVal): those of CSS, some of them shortened."""
    from PIL import ImageColor

    for short, long in (("dk", "dark"), ("lt", "light"), ("med", "medium")):
        if name.startswith(short) and not name.startswith(long) and name[len(short) :][:1].isupper():
            name = long + name[len(short) :]
    found = ImageColor.colormap.get(name.lower())
    return Color.of(found) if isinstance(found, str) else None


def _changed(color: Color, name: str, change: Element) -> Color:
    """A colour after one of its transformations (ECMA-376-1, 20.1.2.3)."""
    value = share(change)
    amount = 1.0 if value is None else min(max(value, -100.0), 100.0)
    if name.startswith("alpha"):
        return replace(color, alpha=_within(_adjusted(color.alpha, name.removeprefix("alpha"), amount)))
    if (kind := _HSL.get(name[:3])) is not None and name[3:] in ("", "Mod", "Off"):
        if name[:3] == "hue" and name != "hueMod":
            amount = (whole(change, "val") or 0) / DEGREE / 360
        return _in_hsl(color, kind, lambda channel: _adjusted(channel, name[3:], amount))
    for channel in ("red", "green", "blue"):
        if name.startswith(channel):
            linear = getattr(color, channel) ** _GAMMA
            changed = _encoded(_within(_adjusted(linear, name.removeprefix(channel), amount)))
            return replace(color, **{channel: changed})
    return _whole(color, name, amount)


def _whole(color: Color, name: str, amount: float) -> Color:
    """The transformations that concern a colour as a whole; tints and shades mix light."""
    match name:
        case "shade":
            return _linear(color, lambda c, _: c * amount)
        case "tint":
            return _linear(color, lambda c, _: c * amount + 1 - amount)
        case "inv":
            return _linear(color, lambda c, _: 1 - c)
        case "gray":
            grey = 0.3 * color.red + 0.59 * color.green + 0.11 * color.blue
            return Color(grey, grey, grey, color.alpha)
        case "comp":
            return _in_hsl(color, 0, lambda hue: hue + 0.5)
        case "gamma":
            return _channels([_encoded(c) for c in color.channels], color.alpha)
        case "invGamma":
            return _channels([c**_GAMMA for c in color.channels], color.alpha)
        case _:
            return color


_HSL = {"hue": 0, "lum": 1, "sat": 2}
"""Where each stands in what colorsys calls HLS."""


def _adjusted(channel: float, how: str, amount: float) -> float:
    """A channel set to, multiplied by, or raised by an amount."""
    return {"Mod": channel * amount, "Off": channel + amount}.get(how, amount)


def _in_hsl(color: Color, at: int, change: Callable[[float], float]) -> Color:
    parts = list(colorsys.rgb_to_hls(*color.channels))
    parts[at] = change(parts[at])
    parts[0], parts[1:] = parts[0] % 1.0, [_within(part) for part in parts[1:]]
    return _channels([_within(c) for c in colorsys.hls_to_rgb(*parts)], color.alpha)


def _linear(color: Color, change: Callable[[float, int], float]) -> Color:
    """Each channel changed in linear light."""
    changed = [change(c**_GAMMA, at) for at, c in enumerate(color.channels)]
    return _channels([_encoded(_within(c)) for c in changed], color.alpha)


def _channels(channels: list[float], alpha: float) -> Color:
    red, green, blue = channels
    return Color(red, green, blue, alpha)


def _encoded(linear: float) -> float:
    return math.pow(linear, 1 / _GAMMA)


def _within(value: float) -> float:
    return min(max(value, 0.0), 1.0)
