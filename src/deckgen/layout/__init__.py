"""A Deck and a Theme → a Scene: a layout for each slide, a box and a size for everything on it."""

from __future__ import annotations

from textwrap import shorten

from deckgen.diagnostics import Report
from deckgen.layout.builds import clicks_of
from deckgen.layout.fixedwords import report_long_words
from deckgen.layout.fontreport import report_fonts
from deckgen.layout.furniture import furniture
from deckgen.layout.mirror import mirrored_page, mirrored_theme
from deckgen.layout.setting import Setting, Styles, Tools
from deckgen.layout.slides import LaidSlide, SlideLayouter
from deckgen.layout.transitions import transition_of, with_keys
from deckgen.model import Deck, Slide, SlideKind, plain
from deckgen.scene import Page, Part, PlacedText, Scene, Section
from deckgen.text.direction import is_rtl
from deckgen.text.faces import FaceSet
from deckgen.text.measure import Measurer
from deckgen.theme import Theme

__all__ = ["place"]


def place(deck: Deck, theme: Theme, report: Report) -> Scene:
    """The deck with every page placed.  What does not fit is reported; then the scene is not for writing."""
    faces = FaceSet(theme)
    tools = Tools(theme, Styles(theme), Measurer(faces), deck.lang, report)
    report_fonts(theme, deck, report)
    report_long_words(tools, deck)
    layouter = SlideLayouter(deck, tools, report)
    laid: list[LaidSlide] = []
    for slide in deck.slides:
        known = len(faces.missing)
        laid += layouter.lay(slide)
        if len(faces.missing) > known:
            _report_missing(faces, slide, report)
    sections = _sections(laid)
    ids = _ids(laid)
    names = _section_names(sections, len(laid))
    shown = mirrored_theme(theme) if is_rtl("", deck.lang) else theme
    pages = tuple(
        _page(one, deck, shown, ids[i], (i + 1, len(laid)), names[i], report) for i, one in enumerate(laid)
    )
    return Scene(deck, shown, with_keys(pages), sections, _targets(laid), faces.script_families())


def _page(
    laid: LaidSlide, deck: Deck, theme: Theme, ident: str, at: tuple[int, int], section: str, report: Report
) -> Page:
    """The page at `at` (position and count, from 1), mirrored where it is read from right to left.

    Footer and number follow the deck, not the page, so that they stay at their place throughout.
    """
    slide, setting, width = laid.slide, laid.setting, theme.page[0]
    placed = mirrored_page(laid.placed, laid.layout, width) if setting.rtl else list(laid.placed)
    if slide.kind is SlideKind.CONTENT:
        rtl = is_rtl("", deck.lang)
        own = Setting(setting.tools, lang=deck.lang if rtl else None, rtl=rtl)
        feet = furniture(slide, deck, laid.layout, at, section, own, laid.names, report)
        placed += mirrored_page(feet, laid.layout, width) if rtl else feet
    return Page(
        id=ident,
        slide=slide,
        layout=theme.layouts[laid.layout.name],
        placed=tuple(placed),
        title=_title(laid) or str(at[0]),
        lang=slide.lang or deck.lang,
        rtl=setting.rtl,
        inverse=laid.inverse,
        background=laid.background,
        part=laid.part,
        clicks=clicks_of(slide.blocks, laid.placed),
        transition=transition_of(slide, deck, theme),
    )


def _title(laid: LaidSlide) -> str:
    """What to call a page in a list: its title, or the first words on it."""
    title = plain(laid.slide.title)
    if title:
        return title
    for placed in laid.placed:
        if isinstance(placed.content, PlacedText) and placed.part is not Part.QUOTE_MARK:
            return shorten(plain(placed.content.paragraphs[0].text), 60, placeholder="…")
    return ""


def _sections(laid: list[LaidSlide]) -> tuple[Section, ...]:
    """The sections from one section slide to the next."""
    starts = [i for i, one in enumerate(laid) if one.slide.kind is SlideKind.SECTION and one.part[0] == 1]
    ends = [*starts[1:], len(laid)]
    return tuple(Section(plain(laid[a].slide.section), a, b) for a, b in zip(starts, ends, strict=False))


def _section_names(sections: tuple[Section, ...], count: int) -> list[str]:
    names = [""] * count
    for section in sections:
        names[section.first : section.end] = [section.name] * (section.end - section.first)
    return names


def _ids(laid: list[LaidSlide]) -> list[str]:
    """An id for every page: the slide's own, for a further part of it or a slide without one a new one."""
    taken = {one.slide.id for one in laid if one.slide.id}
    ids = []
    for i, one in enumerate(laid, 1):
        own, (part, _) = one.slide.id, one.part
        ident = own if own and part == 1 else f"{own}-part-{part}" if own else f"slide-{i}"
        while ident in taken and not (ident == own and part == 1):
            ident += "-"
        taken.add(ident)
        ids.append(ident)
    return ids


def _targets(laid: list[LaidSlide]) -> dict[str, int]:
    targets: dict[str, int] = {}
    for i, one in enumerate(laid):
        if one.slide.id:
            targets.setdefault(one.slide.id, i)
    return targets


def _report_missing(faces: FaceSet, slide: Slide, report: Report) -> None:
    """A warning for the characters of a slide that no font here has, the first time they are met."""
    new = sorted(faces.missing - faces.reported)
    faces.reported |= faces.missing
    shown = " ".join(new[:8])
    more = f" and {len(new) - 8} more" if len(new) > 8 else ""
    report.warning(
        "missing-glyphs",
        f"no font on this machine has {shown}{more}; their width is guessed",
        slide.span,
        "install a font for this script, for example one of the Noto family",
    )
