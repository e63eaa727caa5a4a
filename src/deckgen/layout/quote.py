"""A quotation or a statement: large words, by whom beneath, a rule beside or the page to itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.layout.setting import Names, Setting
from deckgen.layout.textbox import Para, breaks_words, set_text, text_height
from deckgen.layout.titles import balanced_lines
from deckgen.layout.words import QUOTES, opening_quote
from deckgen.model import Quote, Run, Statement, Text, plain
from deckgen.scene import Part, Placed, PlacedParagraph, Shape
from deckgen.slots import Box, Slot

RULE_GAP = 18.0
"""Between the rule beside a quotation and its words, in pt."""

HANG = 48.0
"""Width in pt of the margin that a hanging quotation mark stands in, where the page has as much."""


def attribution(block: Quote | Statement) -> Text:
    """By whom, and from where: "name, source"."""
    source = block.source if isinstance(block, Quote) else ()
    return (*block.by, Run(", "), *source) if block.by and source else block.by + source


@dataclass(frozen=True, slots=True)
class QuotePiece:
    """A quotation or statement among other blocks: a rule at its side, its source beneath."""

    block: Quote | Statement
    visual: bool = False

    def _paras(self) -> list[Para]:
        paras = [Para(self.block.text, "quote", lang=self.block.lang)]
        source = attribution(self.block)
        return [*paras, Para(source, "source", lang=self.block.lang)] if source else paras

    def height(self, width: float, setting: Setting) -> float:
        return text_height(self._paras(), width - _beside(setting), setting.of(self.block))

    def most(self, width: float, setting: Setting) -> float:
        return self.height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return breaks_words(self._paras(), width - _beside(setting), setting.of(self.block))

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        look, beside = setting.tools.theme.quote, _beside(setting)
        inner = Box(box.x + beside, box.y, box.w - beside, box.h)
        content, height = set_text(self._paras(), "quote", inner.w, setting.of(self.block))
        height = min(height, box.h)
        part = Part.QUOTE if isinstance(self.block, Quote) else Part.STATEMENT
        against = content.paragraphs[0].rtl is not setting.rtl
        rule_x = box.right - look.width if against else box.x
        text_x = box.x if against else inner.x
        rule = Box(rule_x, box.y, look.width, round(height, 2))
        words = Box(text_x, box.y, inner.w, round(height, 2))
        return [
            Placed(names.new(Part.RULE), Part.RULE, rule, Shape(look.color), None, (self.block,)),
            Placed(names.new(part), part, words, content, None, (self.block,)),
        ]


def _beside(setting: Setting) -> float:
    """The width in pt that a quotation's rule takes, with the gap after it."""
    return setting.tools.theme.quote.width + RULE_GAP


@dataclass(frozen=True, slots=True)
class StatementPiece:
    """A quotation or statement that has a slide to itself; its source fills the slot `source`."""

    block: Quote | Statement
    source: Slot | None
    visual: bool = False

    def _paras(self) -> list[Para]:
        return [Para(self.block.text, self._style, lang=self.block.lang)]

    @property
    def _style(self) -> str:
        return "quotation" if isinstance(self.block, Quote) else "statement"

    def height(self, width: float, setting: Setting) -> float:
        return text_height(self._paras(), width, setting.of(self.block))

    def most(self, width: float, setting: Setting) -> float:
        return self.height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return breaks_words(self._paras(), width, setting.of(self.block))

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        setting = setting.of(self.block)
        part = Part.QUOTE if isinstance(self.block, Quote) else Part.STATEMENT
        anchor = slot.anchor if slot else "top"
        content, height = set_text(self._paras(), self._style, box.w, setting, anchor)
        content = balanced_lines(content, box.w, setting)
        spare = max(box.h - height, 0.0) * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor]
        tight = Box(box.x, round(box.y + spare, 2), box.w, round(height, 2))
        source = self._source(tight, setting, names)
        at = tight if source else box
        own = Placed(names.new(part), part, at, content, slot.name if slot else None, (self.block,))
        mark = self._mark(tight, content.paragraphs[0], setting, names)
        return [own, *mark, *source]

    def _source(self, above: Box, setting: Setting, names: Names) -> list[Placed]:
        """By whom: close beneath the words in `above`, at the lowest where the layout has its place."""
        source, slot = attribution(self.block), self.source
        if not source or not slot:
            return []
        para = Para(source, "source", lang=self.block.lang)
        box = replace(slot.box, x=above.x, w=above.w) if setting.align else slot.box
        below = above.bottom + setting.tools.theme.gap
        for factor in (f for f in setting.tools.theme.steps if f <= 1.0):
            words, height = set_text([para], "source", box.w, setting.at(factor))
            if height <= box.bottom - below:
                break
        y = min(below, box.bottom - max(height, box.h))
        at = replace(box, y=round(y, 2), h=round(max(height, box.h), 2))
        return [Placed(names.new(Part.SOURCE), Part.SOURCE, at, words, slot.name, (self.block,))]

    def _mark(self, box: Box, first: PlacedParagraph, setting: Setting, names: Names) -> list[Placed]:
        """A quotation's opening mark, hanging beside its words; none where the author wrote one.

        Words in the middle have it above them, those at the end do without.
        """
        if isinstance(self.block, Statement) or plain(self.block.text)[:1] in QUOTES:
            return []
        para = Para((Run(opening_quote(first.lang)),), "quote-mark")
        hang = round(min(HANG, max(box.x, 1.0)), 2)
        content, height = set_text([para], "quote-mark", hang, setting)
        x, y = box.right if first.rtl is not setting.rtl else box.x - hang, box.y
        if first.look.align == "center":
            x, y = box.x + (box.w - hang) / 2, box.y - height
        if first.look.align == "end" or y < 0:
            return []
        at = Box(round(x, 2), round(y, 2), hang, round(height, 2))
        name = names.new(Part.QUOTE_MARK)
        return [Placed(name, Part.QUOTE_MARK, at, content, None, (self.block,))]
