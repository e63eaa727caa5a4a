"""Text styles → DrawingML list styles, in full or as what differs from what is inherited."""

from __future__ import annotations

from functools import cache

from deckgen.fonts.described import described
from deckgen.theme import LINE_PITCH, Font, FontRole, LevelStyle, TextStyle
from deckgen.writers.pptx.colors import scheme_color, solid
from deckgen.writers.pptx.markup import emu, hundredths, quoted, share

LEVELS = 9
"""List levels of PresentationML (lvl1pPr to lvl9pPr)."""

PLAIN = TextStyle("plain", (LevelStyle(18.0),))
"""The style of text that neither a placeholder nor a list style of its own governs."""

_THEME_FONTS = {"heading": "mj", "body": "mn"}
_ALIGN = {("start", False): "l", ("end", False): "r", ("start", True): "r", ("end", True): "l"}


def alignment(look: LevelStyle, rtl: bool) -> str:
    """The value of `algn`, which names sides of the page, not of the line."""
    return _ALIGN.get((look.align, rtl), "ctr")


def margins(look: LevelStyle, base: LevelStyle | None, marked: bool = True) -> str:
    """`marL` and `indent` (the marker's place, left of the text), where they differ.

    A paragraph without a marker starts at its text's edge, whatever its level leaves for one.
    """
    hang = look.hang if marked else 0.0
    made = ""
    if base is None or look.indent != base.indent:
        made += f' marL="{emu(look.indent)}"'
    if base is None or hang != base.hang:
        made += f' indent="{-emu(hang)}"'
    return made


def spacing(look: LevelStyle, base: LevelStyle | None) -> str:
    """`a:lnSpc` and `a:spcBef` (pt), where they differ."""
    made, pitch = "", _pitch(look)
    if base is None or pitch != _pitch(base):
        made += f"<a:lnSpc>{pitch}</a:lnSpc>"
    if base is None or look.before != base.before:
        made += f'<a:spcBef><a:spcPts val="{hundredths(look.before)}"/></a:spcBef>'
    return made


def _pitch(look: LevelStyle) -> str:
    """How far lines stand apart: by a share of the font's own pitch, so that they follow when a person
    changes the size; in pt where they are `exact`."""
    if look.exact:
        return f'<a:spcPts val="{hundredths(look.size * LINE_PITCH * look.spacing)}"/>'
    return f'<a:spcPct val="{share(look.spacing)}"/>'


def bullet(look: LevelStyle, base: LevelStyle | None) -> str:
    """The level's bullet and its colour, or that it has none, where that differs."""
    if base is not None and (look.bullet, look.bullet_color) == (base.bullet, base.bullet_color):
        return ""
    if not look.bullet:
        return "<a:buNone/>" if base is None or base.bullet else ""
    color = ""
    if base is None or look.bullet_color != base.bullet_color or not base.bullet:
        color = bullet_color(look)
    # Without a font of its own, a viewer may take the glyph from a symbol font that sets it higher.
    face = f'<a:buFont typeface="+{_THEME_FONTS.get(look.font, "mn")}-lt"/>'
    return f'{color}{face}<a:buChar char="{quoted(look.bullet)}"/>'


def bullet_color(look: LevelStyle) -> str:
    """The colour of a level's marker."""
    return f"<a:buClr>{scheme_color(look.bullet_color)}</a:buClr>"


def font(role: FontRole, fonts: dict[FontRole, Font]) -> str:
    """The typefaces of a role: the theme part's by reference; by name those that it does not hold, such as
    monospaced ones."""
    scheme = _THEME_FONTS.get(role)
    if scheme is None:
        ea = cs = quoted(fonts[role].name)
    else:
        ea, cs = f"+{scheme}-ea", f"+{scheme}-cs"
    return f'<a:latin{latin(role, fonts)}/><a:ea typeface="{ea}"/><a:cs typeface="{cs}"/>'


def latin(role: FontRole, fonts: dict[FontRole, Font]) -> str:
    """The attributes of a role's `a:latin`."""
    scheme = _THEME_FONTS.get(role)
    return f' typeface="+{scheme}-lt"' if scheme and fonts[role].scheme else typeface(fonts[role])


@cache
def typeface(font: Font) -> str:
    """The attributes of CT_TextFont: a family's name, and what it is like, for programs that lack it."""
    known = described(font)
    panose = f' panose="{known.panose}"' if known.panose else ""
    return f' typeface="{quoted(font.name)}"{panose} pitchFamily="{known.pitch_family}" charset="0"'


def run_attributes(look: LevelStyle, base: LevelStyle | None) -> str:
    """Size, weight, slant, capitals and tracking (`spc`, in hundredths of a pt), where they differ."""
    made = ""
    if base is None or look.size != base.size:
        made += f' sz="{hundredths(look.size)}"'
    if base is None or look.bold != base.bold:
        made += f' b="{look.bold:d}"'
    if base is None or look.italic != base.italic:
        made += f' i="{look.italic:d}"'
    if look.caps != (base.caps if base else False):
        made += f' cap="{"all" if look.caps else "none"}"'
    if look.tracking != (base.tracking if base else 0.0):
        made += f' spc="{hundredths(look.tracking)}"'
    return made


def run_properties(look: LevelStyle, base: LevelStyle | None, fonts: dict[FontRole, Font]) -> str:
    """The level's `a:defRPr`, or nothing where nothing differs."""
    inner = solid(look.color) if base is None or look.color != base.color else ""
    if base is None or look.font != base.font:
        inner += font(look.font, fonts)
    attributes = run_attributes(look, base)
    return f"<a:defRPr{attributes}>{inner}</a:defRPr>" if attributes or inner else ""


def level(n: int, look: LevelStyle, base: LevelStyle | None, fonts: dict[FontRole, Font]) -> str:
    """`a:lvlNpPr` of list level `n` from 0; against no `base`, in full."""
    attributes = margins(look, base)
    if base is None or look.align != base.align:
        attributes += f' algn="{alignment(look, False)}"'
    if base is None:
        attributes += ' rtl="0"'
    inner = spacing(look, base) + bullet(look, base) + run_properties(look, base, fonts)
    return f"<a:lvl{n + 1}pPr{attributes}>{inner}</a:lvl{n + 1}pPr>" if attributes or inner else ""


def levels(style: TextStyle, base: TextStyle | None, fonts: dict[FontRole, Font], count: int = LEVELS) -> str:
    """The first `count` levels of a style, as they differ from `base`."""
    return "".join(
        level(n, style.level(n), base.level(n) if base else None, fonts) for n in range(min(count, LEVELS))
    )


def list_style(style: TextStyle, base: TextStyle | None, fonts: dict[FontRole, Font], count: int) -> str:
    """`a:lstStyle` with as many levels as either style has, and at least `count`.

    The deeper levels of a template, which all nine look somehow, stay as they are.
    """
    inherited = len(base.levels) if base and len(base.levels) < LEVELS else 0
    own = max(count, len(style.levels), inherited)
    inner = levels(style, base, fonts, own)
    return f"<a:lstStyle>{inner}</a:lstStyle>" if inner else "<a:lstStyle/>"
