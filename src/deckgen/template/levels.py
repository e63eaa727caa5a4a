"""List styles, the nearest first → how each of the nine levels of a placeholder's text looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from deckgen.template.bullets import NUMBERED, PLAIN, bullet_like
from deckgen.template.drawing.colors import Color, Palette, color_of
from deckgen.template.xml import EMU, child, elements, flag, local, share, whole
from deckgen.theme import LINE_PITCH, ColorRef, FontRole, LevelStyle, TextStyle

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 9
_SIZE = 18.0
"""The size of text for which nothing says one, in pt (ECMA-376-1, 21.1.2.3.9)."""

_MOST_SIZE, _MOST_INDENT = 4000.0, 4032.0
"""The bounds of ST_TextFontSize and ST_TextMargin, in pt."""

_ROLES = {"bg1": "background", "tx1": "text", "bg2": "surface", "tx2": "muted", "hlink": "link",
          **{f"accent{n}": f"accent{n}" for n in range(1, 7)}}  # fmt: skip
_MAPPED = ("dk1", "lt1", "dk2", "lt2")
"""The theme's own names, which stand for the roles that the colour map gives them."""

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text style is read in: the colours, the colour behind it, the theme's families for Latin and for
    other letters, and the role of a font that is none of these."""

    palette: Palette
    ground: Color | None
    fonts: dict[FontRole, str]
    scripts: dict[FontRole, dict[str, str]]
    role: FontRole


def text_style(name: str, lists: Sequence[Element | None], around: Surroundings) -> TextStyle:
    """The style that `lists` (`a:lstStyle`, `p:titleStyle` …, the nearest first) make together."""
    return TextStyle(name, tuple(_level(_Level(lists, n), around) for n in range(LEVELS)))


def typeface(lists: Sequence[Element | None], around: Surroundings) -> str | None:
    """The family that the first level names, where it is not one of the theme's."""
    name = _typeface(_Level(lists, 0), around)
    return None if not name or name.startswith("+") or name in around.fonts.values() else name


def right_to_left(lists: Sequence[Element | None]) -> bool:
    """Whether the paragraphs of the first level run from right to left."""
    return bool(_Level(lists, 0).first(lambda p: flag(p, "rtl")))


def graded(lists: Sequence[Element | None]) -> bool:
    """Whether the characters of a level are filled with a gradient, a pattern or a picture."""
    fills = (_Level(lists, n).run(lambda r: _one_of(r, *_FILLS)) for n in range(LEVELS))
    return any(fill is not None and local(fill) != "solidFill" for fill in fills)


class _Level:
    """The elements that say something about a level, the nearest first: `paragraphs`, and within these
    `runs`."""

    def __init__(self, lists: Sequence[Element | None], n: int) -> None:
        found = [child(styles, name) for styles in lists for name in (f"a:lvl{n + 1}pPr", "a:defPPr")]
        self.paragraphs = [element for element in found if element is not None]
        self.runs = [run for p in self.paragraphs if (run := child(p, "a:defRPr")) is not None]

    def first(self, ask: Callable[[Element], _Found | None]) -> _Found | None:
        """What the nearest paragraph's properties that say it say."""
        return next((found for p in self.paragraphs if (found := ask(p)) is not None), None)

    def run(self, ask: Callable[[Element], _Found | None]) -> _Found | None:
        """What the nearest properties of characters that say it say."""
        return next((found for r in self.runs if (found := ask(r)) is not None), None)


def _level(level: _Level, around: Surroundings) -> LevelStyle:
    size = _within((level.run(lambda r: whole(r, "sz") or None) or _SIZE * 100) / 100, 1.0, _MOST_SIZE)
    color = level.run(lambda r: _fill(r, around)) or ColorRef("text")
    spacing, exact = _spacing(level, size)
    indent, hang = _indents(level)
    return LevelStyle(
        size=size,
        font=_font(_typeface(level, around), around),
        color=color,
        bold=bool(level.run(lambda r: flag(r, "b"))),
        italic=bool(level.run(lambda r: flag(r, "i"))),
        spacing=spacing,
        exact=exact,
        before=_space(level, "a:spcBef", size) + _space(level, "a:spcAft", size),
        indent=indent,
        hang=hang,
        bullet=_bullet(level),
        bullet_color=_bullet_color(level, around) or color,
        align=_align(level),
        caps=level.run(lambda r: r.get("cap")) in ("all", "small"),
        tracking=_within((level.run(lambda r: whole(r, "spc")) or 0) / 100, -size, size),
    )


def _typeface(level: _Level, around: Surroundings) -> str:
    """The family of Latin letters, or the name of a theme's ("+mj-lt"); "" where nothing is said.

    Some files have Latin letters in the theme's family for another script ("+mj-ea").
    """
    said = level.run(lambda r: child(r, "a:latin"))
    name = said.get("typeface", "") if said is not None else ""
    if not name.startswith("+") or name.endswith("-lt"):
        return name
    role: FontRole = "heading" if name.startswith("+mj") else "body"
    return around.scripts[role].get(name[4:], f"{name[:4]}lt")


def _font(name: str, around: Surroundings) -> FontRole:
    """The role of a family: "+mj-lt" is the theme's for headings, "+mn-lt" that for text."""
    if name.startswith("+"):
        return "heading" if name.startswith("+mj") else "body"
    named: list[FontRole] = [role for role, family in around.fonts.items() if family == name]
    return around.role if around.role in named or not named else named[0]


def _spacing(level: _Level, size: float) -> tuple[float, bool]:
    """The line pitch as a share of the natural one, and whether it is a length of its own."""
    given = level.first(lambda p: child(p, "a:lnSpc"))
    points = whole(child(given, "a:spcPts"), "val")
    if points is not None:
        return _within(points / 100 / (LINE_PITCH * size), 0.1, 10.0), True
    part = share(child(given, "a:spcPct"))
    return _within(1.0 if part is None else part, 0.1, 10.0), False


def _space(level: _Level, name: str, size: float) -> float:
    """The space before or after a paragraph in pt; a share is one of its line's pitch."""
    given = level.first(lambda p: child(p, name))
    points = whole(child(given, "a:spcPts"), "val")
    if points is not None:
        return _within(points / 100, 0.0, 1584.0)
    return round(_within((share(child(given, "a:spcPct")) or 0.0) * LINE_PITCH * size, 0.0, 1584.0), 2)


def _indents(level: _Level) -> tuple[float, float]:
    """Where text starts, and how far left of that its first line or its bullet does."""
    margin = _within((level.first(lambda p: whole(p, "marL")) or 0) / EMU, 0.0, _MOST_INDENT)
    first = (level.first(lambda p: whole(p, "indent")) or 0) / EMU
    return margin, max(0.0, min(-first, margin))


def _align(level: _Level) -> Literal["start", "center", "end"]:
    """How lines stand; DrawingML's left and right are the page's, whichever way the text runs."""
    given = level.first(lambda p: p.get("algn"))
    if given == "ctr":
        return "center"
    reversed_ = bool(level.first(lambda p: flag(p, "rtl")))
    return "end" if given == ("l" if reversed_ else "r") else "start"


def _bullet(level: _Level) -> str:
    given = level.first(lambda p: _one_of(p, "buNone", "buAutoNum", "buChar", "buBlip"))
    match None if given is None else local(given):
        case "buChar":
            font = level.first(lambda p: _one_of(p, "buFontTx", "buFont"))
            name = font.get("typeface", "") if font is not None else ""
            return bullet_like(given.get("char", "") if given is not None else "", name)
        case "buAutoNum":
            return NUMBERED
        case "buBlip":
            return PLAIN
        case _:
            return ""


def _bullet_color(level: _Level, around: Surroundings) -> ColorRef | None:
    """The bullet's own colour; None for the text's."""
    given = level.first(lambda p: _one_of(p, "buClrTx", "buClr"))
    return None if given is None else color_ref(given, around)


_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill")


def _one_of(paragraph: Element, *names: str) -> Element | None:
    return next((element for element in elements(paragraph) if local(element) in names), None)


def _fill(run: Element, around: Surroundings) -> ColorRef | None:
    """The colour of characters; of a gradient that of its first stop, of a pattern its foreground."""
    for fill in elements(run):
        match local(fill):
            case "solidFill":
                return color_ref(fill, around)
            case "gradFill":
                return color_ref(child(fill, "a:gsLst", "a:gs"), around)
            case "pattFill":
                return color_ref(child(fill, "a:fgClr"), around)
    return None


def color_ref(parent: Element | None, around: Surroundings) -> ColorRef | None:
    """The colour within an element: a role, perhaps lighter or darker as PowerPoint's palette has it, or
    "#RRGGBB".  None where it has none.  What can be seen through shows the ground."""
    mapped = {theme: name for name, theme in around.palette.names.items() if theme in _MAPPED}
    for element in elements(parent):
        ref = _role(element, mapped) if local(element) == "schemeClr" else None
        color = None if ref else color_of(element, around.palette)
        if color is not None:
            seen = around.ground.blended(color, color.alpha) if around.ground else color
            ref = ColorRef(seen.hex)
        if ref:
            return ref
    return None


def _role(element: Element, mapped: dict[str, str]) -> ColorRef | None:
    """The role that a `schemeClr` names, if what it does to the colour can be said of a role."""
    name = element.get("val", "")
    role = _ROLES.get(mapped.get(name, name))
    changes = {local(change): share(change) for change in elements(element)}
    if role is None or len(changes) != len(element) or None in changes.values():
        return None
    factor, offset = changes.pop("lumMod", None), changes.pop("lumOff", None)
    if changes:
        return None
    if offset is None:
        return ColorRef(role) if factor is None else _darker(role, factor)
    same = factor is not None and abs(factor + offset - 1) < 1e-6 and 0 < offset < 1
    return ColorRef(role, lighter=offset) if same else None


def _darker(role: str, factor: float) -> ColorRef | None:
    return ColorRef(role, darker=round(1 - factor, 5)) if 0 < factor <= 1 else None


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)
