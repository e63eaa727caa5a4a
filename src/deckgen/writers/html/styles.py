"""The looks, colours and slots that a scene uses → named CSS rules, each written once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import floor

from deckgen.color import Hex
from deckgen.slots import Box, Layout, Slot
from deckgen.text.cells import cell_baseline
from deckgen.text.faces import FaceSet
from deckgen.text.lines import first_ascent
from deckgen.theme import (
    COLOR_ROLES,
    LINE_PITCH,
    SCRIPT_SIZE,
    SMALL_SIZE,
    SUB_SHIFT,
    SUPER_SHIFT,
    ColorRef,
    LevelStyle,
    Theme,
    shown,
)

ASCENT, DESCENT = 1.0, 0.0
"""How far `@font-face` says that every font rises and falls, in em.

Browsers round both to whole pixels, and some move a pixel from one to the other where the descent was rounded
down; a descent of 0 is the same everywhere.  Lines take their height from `line-height` alone.
"""


CELL = "cell"
"""The kind of looks that stand in the cells of tables."""


def css_name(text: str) -> str:
    """A name of a theme's own as part of a CSS class."""
    return re.sub(r"[^\w-]+", "-", text)


def px(length: float) -> str:
    """A length in pt as CSS px: the page is as many px wide as pt."""
    return f"{length:.4f}".rstrip("0").rstrip(".") + "px"


def number(value: float) -> str:
    """A number without units, short."""
    return f"{value:.5f}".rstrip("0").rstrip(".")


def place(box: Box) -> str:
    """CSS declarations that put an absolutely positioned element in a box."""
    return f"left:{px(box.x)};top:{px(box.y)};width:{px(box.w)};height:{px(box.h)}"


@dataclass(slots=True)
class Styles:
    """Collects what the pages of one scene use, in the order of first use."""

    theme: Theme
    _looks: dict[tuple[str, LevelStyle], str] = field(default_factory=dict)
    _faces: FaceSet | None = None
    _names: dict[str, int] = field(default_factory=dict)
    _tints: dict[ColorRef, str] = field(default_factory=dict)
    _layouts: dict[str, Layout] = field(default_factory=dict)
    _tokens: dict[str, None] = field(default_factory=dict)

    def look(self, style: str, level: int, look: LevelStyle, kind: str = "text") -> str:
        """The class of a paragraph of `style` at `level` that is set as `look`; `kind` is CELL in a table."""
        name = f"{kind}-{css_name(style)}-{level}"
        known = self._looks.get((name, look))
        if known is None:
            count = self._names[name] = self._names.get(name, 0) + 1
            known = self._looks[name, look] = name if count == 1 else f"{name}-{count}"
        return known

    def color(self, ref: ColorRef) -> str:
        """A colour as a custom property, which an inverse page redefines; an author's own as it is."""
        if ref.role.startswith("#"):
            return self.theme.hex(ref)
        if ref not in self._tints:
            tint = f"-lighter-{ref.lighter * 100:g}" if ref.lighter else ""
            shade = f"-darker-{ref.darker * 100:g}" if ref.darker else ""
            self._tints[ref] = "--" + css_name(f"{ref.role}{tint}{shade}".replace(".", "_"))
        return f"var({self._tints[ref]})"

    def token(self, kind: str) -> str:
        """The class of a kind of token in code."""
        self._tokens.setdefault(kind)
        return f"code-{css_name(kind)}"

    def tokens(self) -> list[tuple[str, str]]:
        """A selector and declarations for each kind of token in use, on normal and on inverse pages."""
        mono, rules = self.theme.fonts["mono"], []
        for inverse, code in self.theme.code.items():
            for kind in self._tokens:
                look = code.tokens[kind]
                made = [f"color:{self.color(look.color)}"]
                made += [f"font-weight:{mono.bold_weight}"] if look.bold else []
                made += ["font-style:italic"] if look.italic else []
                rules.append((f"section{'.inverse' * inverse} .{self.token(kind)}", ";".join(made)))
        return rules

    def layout(self, layout: Layout) -> str:
        """The class of the pages of a layout."""
        self._layouts.setdefault(layout.name, layout)
        return f"layout-{css_name(layout.name)}"

    def colors(self, inverse: bool) -> list[tuple[str, str]]:
        """Custom properties and their values on normal or on inverse pages."""
        for role in COLOR_ROLES:
            self.color(ColorRef(role))
        words = {role: self.theme.word(role, inverse) for role in ("accent1", "muted", "link")}
        shown = [(name, self.theme.hex(ref, inverse)) for ref, name in self._tints.items()]
        return [*shown, *((f"--words-{role}", self.theme.hex(ref, inverse)) for role, ref in words.items())]

    def on(self, layout: Layout, ref: ColorRef, inverse: bool) -> Hex:
        """The colour that `ref` shows on a normal or an inverse page of a layout.

        The colours of a template's layout that exchanges light and dark by a map of its own are those of its
        inverse pages.
        """
        exchanged = inverse != (layout.inverse and layout.part in self._mapped())
        return shown(ref, self.theme.colors | (layout.colors or {}), exchanged, self.theme.inverted)

    def _mapped(self) -> set[str]:
        """The layouts of the template that have a colour map."""
        masters = self.theme.template.masters if self.theme.template else ()
        return {layout.part for master in masters for layout in master.layouts if layout.override}

    def recolored(self) -> list[tuple[str, str]]:
        """Selectors and custom properties for the layouts whose colours are not the theme's."""
        return [
            (f".{self.layout(layout)}{'.inverse' * flag}", self._recolored(layout, flag))
            for layout in self._layouts.values() if layout.colors for flag in (False, True)
        ]  # fmt: skip

    def _recolored(self, layout: Layout, inverse: bool) -> str:
        """The custom properties whose values differ on the pages of a layout with colours of its own."""
        own = ((name, ref, self.on(layout, ref, inverse)) for ref, name in self._tints.items())
        return ";".join(
            f"{name}:{color}" for name, ref, color in own if color != self.theme.hex(ref, inverse)
        )

    def looks(self) -> list[tuple[str, str, str]]:
        """Each look: its class, the declarations of its paragraphs, and those of its markers."""
        return [
            (name, self._paragraph(look, self._shift(kind, look)), self._marker(look))
            for (kind, look), name in self._looks.items()
        ]

    def _shift(self, kind: str, look: LevelStyle) -> float:
        """How far (px) the text of a look is moved down."""
        if not kind.startswith(CELL):
            return baseline_shift(look, first_ascent(look.spacing))
        self._faces = self._faces or FaceSet(self.theme)
        return baseline_shift(look, cell_baseline(look, self._faces))

    def _paragraph(self, look: LevelStyle, shift: float) -> str:
        font, mono = self.theme.fonts[look.font], self.theme.fonts["mono"]
        rules = [
            f"--family:var(--font-{look.font})",
            "font-family:var(--family)",
            f"font-size:{px(look.size)}",
            f"font-weight:{font.bold_weight if look.bold else font.weight}",
            f"--bold:{font.bold_weight}",
            f"--code:{mono.bold_weight if look.bold else mono.weight}",
            f"color:{self.color(look.color)}",
            f"line-height:{number(LINE_PITCH * look.spacing)}",
            f"margin-top:{px(look.before)}",
            f"padding-inline-start:{px(look.indent)}",
            f"text-align:{look.align}",
        ]
        if shift:
            rules.append(f"top:{px(shift)}")
        if look.italic:
            rules.append("font-style:italic")
        if look.caps:
            rules.append("text-transform:uppercase")
        if look.tracking:
            rules.append(f"letter-spacing:{px(look.tracking)}")
        return ";".join(rules)

    def _marker(self, look: LevelStyle) -> str:
        """Where a marker stands: at the box's edge, or right before a line that begins elsewhere."""
        color = f"color:{self.color(look.bullet_color)}"
        if look.align == "start":
            return f"inset-inline-start:{px(look.indent - look.hang)};{color}"
        hang = px(look.hang)
        place = f"position:static;display:inline-block;width:{hang};margin-inline-start:-{hang}"
        return f"{place};text-align:start;{color}"

    def slots(self) -> list[tuple[str, str]]:
        """A selector and declarations for each slot and decoration of the layouts in use."""
        return [rule for layout in self._layouts.values() for rule in self._layout_rules(layout)]

    def _layout_rules(self, layout: Layout) -> list[tuple[str, str]]:
        page = f".{self.layout(layout)}"
        rules = [(f"{page} .slot-{css_name(slot.name)}", slot_rules(slot)) for slot in layout.slots]
        if layout.fill is not None and layout.part is None:  # a template draws its own
            rules.insert(0, (page, f"background-color:{self.color(layout.fill)}"))
        rules += [
            (f"{page} .decoration-{n}", place(drawn.box)) for n, drawn in enumerate(layout.decorations, 1)
        ]
        return rules


def line_extents(look: LevelStyle) -> tuple[float, float]:
    """How far (px) a line of text reaches above and below its baseline in a browser.

    CSS puts half the leading above a line (CSS Inline 3, "leading"), and Chromium rounds that half down to
    whole pixels, the ascent to the nearest.
    """
    ascent = floor(look.size * ASCENT + 0.5)
    pitch = LINE_PITCH * look.spacing * look.size
    above = ascent + floor((pitch - ascent) / 2)
    return above, pitch - above


def baseline_shift(look: LevelStyle, first: float) -> float:
    """How far (px) text must move down for its first baseline to lie where the pptx has it, at `first` em."""
    return look.size * first - line_extents(look)[0]


def slot_rules(slot: Slot) -> str:
    """A slot's place and anchor."""
    anchor = "" if slot.anchor == "top" else f";justify-content:{ANCHORS[slot.anchor]}"
    return place(slot.box) + anchor


ANCHORS = {"top": "flex-start", "middle": "center", "bottom": "flex-end"}
"""Where text stands in its box, as the main axis of a flex column."""

SCRIPTS = {
    "size": number(SCRIPT_SIZE),
    "sub": number(SUB_SHIFT / SCRIPT_SIZE),
    "super": number(SUPER_SHIFT / SCRIPT_SIZE),
    "small": number(SMALL_SIZE),
}
"""Sizes of sub- and superscripts and of small words; shifts are in em of the script itself."""
