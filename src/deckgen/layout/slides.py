"""One slide → pages: its layout, the size at which everything fits, the parts where it is split."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from deckgen.color import contrast
from deckgen.diagnostics import Report, did_you_mean
from deckgen.layout.choose import layout_name
from deckgen.layout.code import longest_line
from deckgen.layout.footnotes import above_foot, foot_height, notes_in, place_notes
from deckgen.layout.formulas import TOO_WIDE
from deckgen.layout.incremental import resolved
from deckgen.layout.opening import Wanted, beside_blocks, gathered
from deckgen.layout.regions import TOLERANCE, Region, foot_area, free_area, regions_of
from deckgen.layout.room import with_room
from deckgen.layout.setting import Names, Setting, Tools
from deckgen.layout.split import split_slide
from deckgen.layout.texts import eased, place_texts
from deckgen.model import Background, Deck, Overflow, Quote, Run, Slide, SlideKind, Statement, Text, plain
from deckgen.scene import Part, Placed
from deckgen.slots import Box, Layout
from deckgen.text.direction import is_rtl
from deckgen.theme import ColorRef, Theme

SHORT = 0.72
"""Content that fills less than this share of its box at a larger step is set at that step."""

WHOLE_WORDS = 0.75
"""The step down to which text is set smaller so that no word is broken."""

SAME_LINES = 1.04
"""By how much more than its size text may grow in height and still have the same lines."""


@dataclass(frozen=True, slots=True)
class LaidSlide:
    """A slide, or a part of one, with its content placed; the furniture is still to come."""

    slide: Slide
    layout: Layout
    placed: tuple[Placed, ...]
    names: Names
    setting: Setting
    inverse: bool
    background: Background | None = None
    part: tuple[int, int] = (1, 1)


@dataclass(slots=True)
class SlideLayouter:
    """Lays slides out, one after another, with what they share."""

    deck: Deck
    tools: Tools
    report: Report
    _covered: dict[str, bool] = field(default_factory=dict)

    def lay(self, slide: Slide) -> list[LaidSlide]:
        """The slide's pages; a problem goes to the report, and the page is laid as far as it can be."""
        slide = resolved(slide, self.deck.incremental)
        layout = self._layout(slide)
        if layout is None:
            return []
        if slide.background and self._hidden(layout, slide.background):
            slide = replace(slide, background=None)
        mode = slide.overflow or self.deck.overflow
        if mode is not Overflow.SPLIT or self._fits(slide, 1.0) or not slide.blocks:
            return [self._page(slide, layout, mode, (1, 1))]
        parts = split_slide(slide, lambda part: self._fits(part, 1.0))
        laid = []
        for i, part in enumerate(parts, 1):
            own = self._layout(part)
            if own:
                laid.append(self._page(part, own, mode, (i, len(parts))))
        return laid

    def _layout(self, slide: Slide) -> Layout | None:
        layouts = self.tools.theme.layouts
        name = layout_name(slide, rtl=self._setting(slide).rtl)
        if name not in layouts:
            self.report.error(
                "unknown-layout",
                f"the theme has no layout `{name}`",
                slide.layout_span if slide.layout else slide.span,
                *did_you_mean(name, layouts),
                f"the layouts are {', '.join(layouts)}",
            )
            return None
        if slide.kind is SlideKind.OPENING and name == "opening" and slide.blocks:
            return beside_blocks(layouts[name], slide.blocks, self.deck, self.tools.theme)
        return with_room(layouts[name], slide, self.tools.theme)

    def _hidden(self, layout: Layout, ground: Background) -> bool:
        """Whether what a template's layout draws lies over the slide's own background; then that is told."""
        template, part = self.tools.theme.template, layout.part
        if template is None or part is None:
            return False
        if part not in self._covered:
            from deckgen.template.behind import Behind

            self._covered[part] = Behind(template).hides(part, free_area(layout, self.tools.theme))
        if self._covered[part]:
            self.report.warning(
                "no-effect",
                f"the template's layout `{layout.title}` draws over the page: `background` has no effect",
                ground.span,
                "take it out, or choose another layout",
            )
        return self._covered[part]

    def _setting(self, slide: Slide) -> Setting:
        lang = slide.lang or (self.deck.lang if is_rtl("", self.deck.lang) else None)
        rtl = is_rtl(plain(heading(slide)), lang)
        return Setting(self.tools, 1.0, lang, rtl, ruler=longest_line(slide.blocks))

    def _fits(self, slide: Slide, factor: float) -> bool:
        layout = self._layout(slide)
        if layout is None:
            return True
        setting = self._setting(slide).at(factor)
        return all(r.excess(setting) <= TOLERANCE for r in self._regions(slide, layout)[0])

    def _regions(self, slide: Slide, layout: Layout) -> tuple[list[Region], tuple[Text, ...], Box]:
        """The slide's regions, the footnotes that it refers to, and the room at whose foot they stand."""
        theme = self.tools.theme
        regions = regions_of(slide, layout, theme, rtl=self._setting(slide).rtl)
        room = foot_area(layout, theme)
        if not slide.footnotes:
            return regions, (), room
        bottom = max((region.box.bottom for region in regions), default=room.bottom)
        room = replace(room, h=round(bottom - room.y, 2))
        quiet, setting = Report(), self._setting(slide)
        placed = [p for region in regions for p in region.place(setting, Names())]
        notes = notes_in([*self._texts(slide, layout, setting, Names(), quiet), *placed])
        top = room.bottom - foot_height(notes, room.w, setting) - theme.gap / 2
        return (above_foot(regions, top) if notes else regions), notes, room

    def _page(self, slide: Slide, layout: Layout, mode: Overflow, part: tuple[int, int]) -> LaidSlide:
        inverse, names = self._inverse(slide, layout), Names()
        ground = shown_ground(slide.background, self.tools.theme, inverse)
        behind = color_behind(ground, layout)
        setting = replace(self._setting(slide), inverse=inverse, ground=behind)
        placed = list(self._texts(slide, layout, setting, names, self.report))
        regions, notes, room = self._regions(slide, layout)
        at = setting.at(self._factor(slide, regions, setting, mode, whole=part == (1, 1)))
        for region in regions:
            placed += region.place(at, names)
        if notes:
            placed += place_notes(notes, room, setting, names)
        return LaidSlide(slide, layout, tuple(placed), names, setting, inverse, ground, part)

    def _factor(
        self, slide: Slide, regions: list[Region], setting: Setting, mode: Overflow, *, whole: bool
    ) -> float:
        """The largest step at which every region holds what stands in it.

        Only short content of a whole slide is set larger than normal: parts of one keep its size.
        A little smaller than it might be where words are then whole that would break in two.
        """
        normal = setting.at(1.0)
        if whole and regions and all(self._is_short(region, normal) for region in regions):
            for factor in (f for f in self.tools.theme.steps if f > 1.0):
                if all(self._grows(region, normal, setting.at(factor)) for region in regions):
                    return factor
        steps = [f for f in self.tools.theme.steps if f == 1.0 or (f < 1.0 and mode is not Overflow.ERROR)]
        for factor in steps:
            if all(region.excess(setting.at(factor)) <= TOLERANCE for region in regions):
                break
        else:
            self._overflow(slide, regions, setting.at(factor), mode)
            return factor
        smaller = [f for f in steps if WHOLE_WORDS <= f <= factor] if mode is Overflow.SHRINK else []
        return next((f for f in smaller if not self._breaks_words(regions, setting.at(f))), factor)

    @staticmethod
    def _breaks_words(regions: list[Region], setting: Setting) -> bool:
        return any(region.breaks_words(setting) for region in regions)

    @staticmethod
    def _is_short(region: Region, setting: Setting) -> bool:
        """Whether measured content leaves so much of its box that it may be set larger."""
        return not region.stack.visual and region.excess(setting) <= (SHORT - 1) * region.box.h

    def _grows(self, region: Region, normal: Setting, larger: Setting) -> bool:
        """Whether short content is short at a larger step too, and has the same lines there."""
        if not self._is_short(region, larger) or region.breaks_words(larger):
            return False
        before, after = (region.stack.height(region.box.w, setting) for setting in (normal, larger))
        return after <= before * larger.factor * SAME_LINES

    def _overflow(self, slide: Slide, regions: list[Region], setting: Setting, mode: Overflow) -> None:
        over = max(region.excess(setting) for region in regions)
        if over > TOO_WIDE / 2:
            self._too_wide(slide, mode)
            return
        size = "at its normal size" if mode is Overflow.ERROR else "even at the smallest size"
        hints = ["take something out, or make two slides of it"]
        if mode is not Overflow.SPLIT:
            hints.append("`overflow: split` continues it on further slides")
        self.report.error(
            "overflow",
            f"the slide “{plain(slide.title) or 'without a title'}” holds more than fits: "
            f"it is {over:.0f} pt too high {size}",
            slide.span,
            *hints,
        )

    def _too_wide(self, slide: Slide, mode: Overflow) -> None:
        size = "at its normal size" if mode is Overflow.ERROR else "even at the smallest size"
        called = plain(slide.title) or "without a title"
        self.report.error(
            "overflow",
            f"a formula on the slide “{called}” is wider than its place, {size}",
            slide.span,
            r"break it into lines with `\\`, or give it more room",
        )

    def _texts(
        self, slide: Slide, layout: Layout, setting: Setting, names: Names, report: Report
    ) -> Iterator[Placed]:
        """Title, subtitle and what else of the slide's own texts its layout has slots for."""
        texts = gathered(self._wanted(slide), layout)
        yield from place_texts(texts, eased(layout, texts, setting), setting, names, report, slide)

    def _wanted(self, slide: Slide) -> Iterator[Wanted]:
        if slide.title:
            yield Wanted.of("title", Part.TITLE, slide.title)
        if slide.subtitle:
            yield Wanted.of("subtitle", Part.SUBTITLE, slide.subtitle)
        if slide.kind is not SlideKind.OPENING:
            return
        deck = self.deck
        lines = tuple(line for line in (joined(deck.authors), deck.institute) if line)
        if lines:
            yield Wanted.of("byline", Part.BYLINE, *lines)
        if deck.date:
            yield Wanted.of("date", Part.DATE, deck.date)

    def _inverse(self, slide: Slide, layout: Layout) -> bool:
        """Whether light and dark are exchanged: asked for, or needed for text on the slide's ground."""
        ground, theme = slide.background, self.tools.theme
        if ground is None:
            return layout.inverse
        if ground.inverse:
            return not layout.inverse
        if ground.image:
            return not theme.dark if ground.dim >= 0.3 else layout.inverse
        color = ground.color or theme.hex(ColorRef(ground.role or "background"))
        return readable_inverse(theme, color)


def heading(slide: Slide) -> Text:
    """What a slide is called by: its title, or the sentence that it has to itself."""
    if slide.title or not slide.blocks:
        return slide.title
    first = slide.blocks[0]
    return first.text if isinstance(first, Statement | Quote) else ()


def joined(texts: tuple[Text, ...]) -> Text:
    """Several texts as one, commas between."""
    return tuple(run for i, text in enumerate(texts) for run in ((Run(", "),) if i else ()) + text)


def shown_ground(ground: Background | None, theme: Theme, inverse: bool) -> Background | None:
    """A slide's ground by the role that shows, on its page, the colour which the author named."""
    if ground is None or ground.role is None or not inverse:
        return ground
    return replace(ground, role=theme.inverted.get(ground.role, ground.role))


def color_behind(ground: Background | None, layout: Layout) -> ColorRef:
    """The colour behind what stands on a page; of a picture, the one that its theme's text is made for."""
    if ground is not None and (ground.role or ground.color):
        return ColorRef(ground.role or ground.color or "")
    usual = ColorRef("background")
    return usual if ground is not None and ground.image else layout.fill or usual


def readable_inverse(theme: Theme, ground: str) -> bool:
    """Whether the theme's inverse text stands out better from a colour than its normal text."""
    normal, inverse = (theme.hex(ColorRef("text"), flag) for flag in (False, True))
    return contrast(inverse, ground) > contrast(normal, ground)
