"""A callout → a panel, a rule at its side or above it, a label, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.labels import label
from deckgen.layout.setting import Names, Setting
from deckgen.layout.stack import Stack
from deckgen.layout.textbox import Para, breaks_words, set_text, text_height
from deckgen.model import Callout, Run, Text, characters
from deckgen.scene import Part, Placed, rounded
from deckgen.slots import Box, Slot

PAD_X, PAD_Y = 16.0, 12.0
"""Between the edges of a panel, or a rule, and the words, in pt."""

LABEL_GAP = 4.0


@dataclass(frozen=True, slots=True)
class CalloutPiece:
    """A remark; `stack` is what stands in it, as high as it needs."""

    block: Callout
    stack: Stack

    @property
    def visual(self) -> bool:
        return self.stack.visual

    def height(self, width: float, setting: Setting) -> float:
        setting = setting.of(self.block)
        inner = _inner(width, setting)
        return self._above(inner, setting) + self.stack.height(inner, setting) + _below(setting)

    def most(self, width: float, setting: Setting) -> float:
        setting = setting.of(self.block)
        inner = _inner(width, setting)
        return self._above(inner, setting) + self.stack.most(inner, setting) + _below(setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        setting = setting.of(self.block)
        inner = _inner(width, setting)
        return breaks_words(self._label(setting), inner, setting) or self.stack.breaks_words(inner, setting)

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        panel = replace(box, h=round(min(box.h, self.most(box.w, setting)), 2))
        setting = setting.of(self.block)
        inner, (start, _) = _inner(box.w, setting), _sides(setting)
        against = setting.direction(characters(self._words(setting))) is not setting.rtl
        x, above = box.right - start - inner if against else box.x + start, self._above(inner, setting)
        room = Box(round(x, 2), round(box.y + above, 2), inner, round(panel.h - above - _below(setting), 2))
        around = self._around(panel, room, against, setting, names)
        return [*around, *self.stack.place(room, setting, names, None)]

    def _around(self, box: Box, room: Box, against: bool, setting: Setting, names: Names) -> Iterator[Placed]:
        """The panel, its rule (at the other side where it is read `against` the page), and the label."""
        theme, look = setting.tools.theme, setting.tools.theme.callout
        kind = self.block.kind
        ground = theme.callout_panel(kind, setting.inverse) if look.panel else setting.ground
        color = theme.readable(theme.callouts[kind], (ground,), setting.inverse)
        rule = replace(box, x=round(box.right - look.width, 2) if against else box.x, w=look.width)
        radius = min(theme.rounding.panel, box.h / 2) if look.panel else 0.0
        if look.rule == "top":
            rule = replace(box, h=look.width)
        elif radius:  # the rule stands where the panel's side is straight
            rule = replace(rule, y=round(box.y + radius, 2), h=round(max(box.h - 2 * radius, look.width), 2))
        content, height = set_text(self._label(setting), "callout-label", room.w, setting)
        colored = (replace(p, look=replace(p.look, color=color)) for p in content.paragraphs)
        content = replace(content, paragraphs=tuple(colored))
        words = Box(room.x, round(box.y + _top(setting), 2), room.w, round(height, 2))
        if look.panel:
            panel = rounded(ground, radius)
            yield Placed(names.new(Part.PANEL), Part.PANEL, box, panel, None, (self.block,))
        if look.width:
            bar = rounded(color, look.width / 2 if radius else 0.0)
            yield Placed(names.new(Part.RULE), Part.RULE, rule, bar, None, (self.block,))
        yield Placed(names.new(Part.CALLOUT), Part.CALLOUT, words, content, None, (self.block,))

    def _above(self, inner: float, setting: Setting) -> float:
        """The height in pt of what stands above the content."""
        return _top(setting) + text_height(self._label(setting), inner, setting) + LABEL_GAP

    def _label(self, setting: Setting) -> list[Para]:
        return [Para(self._words(setting), "callout-label", lang=setting.lang)]

    def _words(self, setting: Setting) -> Text:
        """What kind of remark it is, in the language around it, and its title."""
        kind = Run(label(self.block.kind, setting.lang or setting.tools.lang))
        return (kind, Run(" · "), *self.block.title) if self.block.title else (kind,)


def _sides(setting: Setting) -> tuple[float, float]:
    """What rule and panel take of a callout's width, in pt: at its start and at its end."""
    look = setting.tools.theme.callout
    rule, pad = look.width if look.rule == "start" else 0.0, PAD_X if look.panel else 0.0
    return rule + (PAD_X if rule else pad), pad


def _top(setting: Setting) -> float:
    """The height in pt above a callout's label."""
    look = setting.tools.theme.callout
    if look.rule == "top":
        return look.width + PAD_Y * (1.0 if look.panel else 0.6)
    return PAD_Y if look.panel else 0.0


def _below(setting: Setting) -> float:
    """The height in pt below what stands in a callout."""
    return PAD_Y if setting.tools.theme.callout.panel else 0.0


def _inner(width: float, setting: Setting) -> float:
    """The width in pt that is left for what stands in a callout `width` pt wide."""
    return round(max(width - sum(_sides(setting)), 1.0), 2)
