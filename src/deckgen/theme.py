"""A theme with nothing left optional: colours by role, fonts, text styles, layouts for one page size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from deckgen.color import Hex, contrast
from deckgen.extras import Extras
from deckgen.figures.charts.spec import PALETTE, Ink
from deckgen.looks import (
    COLOR_ROLES,
    INVERTED,
    READABLE,
    SEEN,
    CalloutLook,
    CodeStyle,
    ColorRef,
    Least,
    QuoteLook,
    Rounding,
    TableLook,
    TimelineLook,
    TokenStyle,
    readable,
    shown,
)
from deckgen.model import CalloutKind, Transition
from deckgen.slots import Layout

if TYPE_CHECKING:
    from deckgen.template import Template

__all__ = [
    "COLOR_ROLES", "INVERTED", "LINE_PITCH", "READABLE", "SCRIPT_SIZE", "SEEN", "SMALL_SIZE",
    "SUB_SHIFT", "SUPER_SHIFT", "CalloutLook", "CodeStyle", "ColorRef", "Font", "FontRole", "FontSource",
    "Least", "LevelStyle", "QuoteLook", "Rounding", "TableLook", "TextStyle", "Theme", "TimelineLook",
    "TokenStyle", "readable", "scaled", "shown", "size_steps",
]  # fmt: skip

FontRole = Literal["heading", "body", "mono"]

FontSource = Path | bytes
"""A font file, on disk or in memory."""

LINE_PITCH = 1.2
"""The natural line pitch of every font, in em, as both writers set it."""

SCRIPT_SIZE = 0.65
"""Size of sub- and superscripts in that of their line."""

SMALL_SIZE = 0.8
"""Size of `[word]{.small}` in that of its line."""

SUB_SHIFT, SUPER_SHIFT = -0.25, 0.30
"""How far a script's baseline lies above the line's, in em of the line."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font family by role.

    `name` is what the pptx names, and what the HTML embeds under; `family` is the packaged family
    that is measured and embedded (the same, or one of the same widths); `fallback` is a generic or
    well-known CSS family.  `weight`/`bold_weight` are the CSS weights of the regular and bold faces.
    `scheme` says that the theme part's font of this role is the same, so that the pptx can refer to it.
    `office` is a family that Office has and that sets about as wide ("" for none).  `own` are the font's
    files, where it brings some.  `stands_in` says that `family` is nothing like `name`, only what there is.
    """

    name: str
    family: str
    fallback: str = "sans-serif"
    weight: int = 400
    bold_weight: int = 700
    scheme: bool = True
    office: str = ""
    own: tuple[FontSource, ...] = field(default=(), repr=False)
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How the paragraphs of one level look.  Lengths in pt at the size given.

    `spacing` is the share of the natural line pitch (`LINE_PITCH`); where it is `exact`, of 1.2 em whatever
    the font, so that what stands beside the lines keeps step with them.  `before` is the space above
    a paragraph (none above the first of a box).  Text starts `indent` from the box's left edge (its
    right edge in right-to-left text); a marker stands `hang` further out.  `bullet` is empty for none.
    `caps` shows every letter as a capital; `tracking` is added to the width of every character (pt).
    """

    size: float
    font: FontRole = "body"
    color: ColorRef = ColorRef("text")
    bold: bool = False
    italic: bool = False
    spacing: float = 1.0
    before: float = 0.0
    indent: float = 0.0
    hang: float = 0.0
    bullet: str = ""
    bullet_color: ColorRef = ColorRef("accent1")
    align: Literal["start", "center", "end"] = "start"
    exact: bool = False
    caps: bool = False
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A named style: one LevelStyle a list level (one in all where a text has no levels)."""

    name: str
    levels: tuple[LevelStyle, ...]

    def level(self, n: int) -> LevelStyle:
        """The style of list level `n` from 0; deeper levels look like the last."""
        return self.levels[min(n, len(self.levels) - 1)]


@dataclass(frozen=True, slots=True)
class Theme:
    """Tokens and layouts, resolved for one page size.

    `steps` are the factors that text may be set at, largest first, 1.0 among them; no text shrinks
    below `floor` pt by them.  `footer` is the default footer's template ("" for none).  `margin` is
    the page's at left and right, `gutter` stands between columns, `gap` between stacked blocks (pt).
    `marks` is what lies behind marked words, `code` how code looks, on a normal (False) and on an inverse
    page (True); `callouts` gives each kind its colour.  `table`, `callout`,
    `timeline` and `quote` say how these are drawn.  `ratio` is a whole step of the scale.  `transition`
    is how slides come, unless the deck or the slide says otherwise.  `inverted` says what a role shows on an
    inverse page.  `alternates` are styles in other colours, by name, where normal (False) or inverse pages
    (True) need them, `words` likewise the colours of words that an author sets in a role's.  `template` is
    the PowerPoint file that the theme is, if it is one.  `embed` says that the pptx carries the theme's
    fonts.  `extras` are for the HTML alone.  `palette` has the colours of charts in their order, `rounding`
    the radii of corners.  `least` is the contrast that nothing falls below.  `description` says in a line
    what the theme is like.
    """

    name: str
    title: str
    page: tuple[float, float]
    colors: dict[str, Hex]
    fonts: dict[FontRole, Font]
    styles: dict[str, TextStyle]
    layouts: dict[str, Layout]
    steps: tuple[float, ...]
    floor: float
    footer: str
    margin: float
    gutter: float
    gap: float
    marks: dict[bool, ColorRef]
    code: dict[bool, CodeStyle]
    callouts: dict[CalloutKind, ColorRef]
    ratio: float = 1.2
    transition: Transition | None = None
    table: TableLook = TableLook()
    callout: CalloutLook = CalloutLook()
    timeline: TimelineLook = TimelineLook()
    quote: QuoteLook = QuoteLook()
    inverted: dict[str, str] = field(default_factory=lambda: INVERTED)
    template: Template | None = None
    embed: bool = False
    extras: Extras = field(default_factory=Extras)
    palette: tuple[Ink, ...] = PALETTE
    rounding: Rounding = Rounding()
    least: Least = Least()
    alternates: dict[tuple[str, bool], TextStyle] = field(default_factory=dict)
    words: dict[tuple[str, bool], ColorRef] = field(default_factory=dict)
    description: str = ""

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return contrast(self.colors["background"], "#000000") < contrast(self.colors["text"], "#000000")

    def hex(self, ref: ColorRef, inverse: bool = False) -> Hex:
        """The colour that `ref` shows on a normal or an inverse page."""
        return shown(ref, self.colors, inverse, self.inverted)

    def word(self, role: str, inverse: bool = False) -> ColorRef:
        """The colour of words that an author sets in a role's: "accent1", "muted", "link"."""
        return self.words.get((role, inverse)) or ColorRef(role)

    def readable(self, ref: ColorRef, grounds: Iterable[ColorRef], inverse: bool = False) -> ColorRef:
        """`ref`, as much darker or lighter as text in it has to be for `grounds`; else the text's colour."""
        return readable(ref, grounds, self.colors, inverse, self.inverted, self.least.words)

    def ink_and_paper(self, inverse: bool = False) -> tuple[ColorRef, ColorRef]:
        """The darker and the lighter of text and background, whichever is which on a page."""
        text, ground = ColorRef("text"), ColorRef("background")
        return (ground, text) if self.dark != inverse else (text, ground)

    def mark(
        self,
        role: str,
        fade: float = 0.0,
        inverse: bool = False,
        least: float | None = None,
        tint: float = 0.0,
    ) -> ColorRef:
        """The colour in which a figure draws `role`: so far from the ground that their contrast is `least`.

        That is the one for marks, unless said otherwise.  `fade` draws it nearer to the ground instead, by
        that share.  `tint` makes it lighter (above 0) or darker by that share, where it can be seen so.
        """
        dark, enough = self.dark != inverse, least or self.least.marks
        if tint:
            ref = ColorRef(role, lighter=max(tint, 0.0), darker=max(-tint, 0.0))
            if contrast(self.hex(ref, inverse), self.hex(ColorRef("background"), inverse)) >= enough:
                return ref
        if fade:
            return ColorRef(role, darker=fade) if dark else ColorRef(role, lighter=fade)
        ground = self.hex(ColorRef("background"), inverse)
        for tenths in range(7):
            ref = ColorRef(role, lighter=tenths / 10) if dark else ColorRef(role, darker=tenths / 10)
            if contrast(self.hex(ref, inverse), ground) >= enough:
                break
        return ref

    def callout_panel(self, kind: CalloutKind, inverse: bool = False) -> ColorRef:
        """The colour of the panel of such callouts."""
        tint = self.callout.tint
        return self.mark(self.callouts[kind].role, tint, inverse) if tint else self.code[inverse].panel

    def readable_on(self, fill: ColorRef, inverse: bool = False) -> ColorRef:
        """Text or background, whichever stands out better from a fill."""
        pair = (ColorRef("text"), ColorRef("background"))
        return max(pair, key=lambda ref: contrast(self.hex(ref, inverse), self.hex(fill, inverse)))

    def at(self, style: str, factor: float, inverse: bool = False) -> TextStyle:
        """The style scaled by one of `steps`: sizes to the half point, none under the floor."""
        base = self.alternates.get((style, inverse)) or self.styles[style]
        if factor == 1.0:
            return base
        return TextStyle(base.name, tuple(scaled(level, factor, self.floor) for level in base.levels))


def scaled(level: LevelStyle, factor: float, floor: float) -> LevelStyle:
    """A level's style at `factor`: size rounded to 0.5 pt and kept at `floor` pt or its own size."""
    size = max(min(level.size, floor), round(level.size * factor * 2) / 2)
    k = size / level.size
    return replace(
        level, size=size, before=round(level.before * k, 1),
        indent=round(level.indent * k, 1), hang=round(level.hang * k, 1),
        tracking=round(level.tracking * k, 2),
    )  # fmt: skip


def size_steps(base: float, ratio: float, floor: float, larger: int = 0) -> tuple[float, ...]:
    """The factors from the largest size down, by half steps: `larger` whole steps up, down to the floor.

    `base` and `floor` are in pt.
    """
    up = [ratio ** (n / 2) for n in range(2 * larger, 0, -1)]
    down, n = [1.0], 1
    while base * ratio ** (-n / 2) > floor:
        down.append(ratio ** (-n / 2))
        n += 1
    return (*up, *down, floor / base)
