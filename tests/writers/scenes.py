"""Scenes made by hand, without reader or layout: every kind of thing that a writer must draw."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import Image as PillowImage

from deckgen.model import (
    Baseline,
    Block,
    Deck,
    Image,
    Item,
    ListBlock,
    Role,
    Run,
    Slide,
    Text,
)
from deckgen.scene import (
    Marker,
    Page,
    Part,
    Placed,
    PlacedParagraph,
    PlacedText,
    Scene,
    Section,
)
from deckgen.slots import Layout
from deckgen.theme import TextStyle, Theme
from tests.writers.themes import sample_theme

MediaType = Literal["image/png", "image/jpeg", "image/gif", "image/webp"]


def text(words: str) -> Text:
    """One plain run."""
    return (Run(words),)


@cache
def picture_folder() -> Path:
    """A folder with wide.png, tall.jpg, tiny.gif and wide.webp, drawn for the tests."""
    folder = Path(tempfile.mkdtemp(prefix="deckgen-pictures-"))
    wide = PillowImage.new("RGB", (320, 180), "#3F8FC4")
    wide.paste("#F0A202", (0, 0, 160, 90))
    tall = PillowImage.new("RGB", (120, 240), "#00785A")
    tall.paste("#EEF2F6", (30, 30, 90, 210))
    wide.save(folder / "wide.png")
    tall.save(folder / "tall.jpg")
    PillowImage.new("P", (16, 16), 3).save(folder / "tiny.gif")
    wide.save(folder / "wide.webp", lossless=True)
    return folder


def image(name: str, alt: str = "A blue plane with an amber corner", link: str | None = None) -> Image:
    """One of the sample pictures; without `alt` it is decorative."""
    path = picture_folder() / name
    types: dict[str, MediaType] = {
        ".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
    }  # fmt: skip
    with PillowImage.open(path) as opened:
        pixels = opened.size
    return Image(
        path=path, pixels=pixels, media_type=types[path.suffix], alt=alt, decorative=not alt, link=link
    )


def paragraph(
    words: str | Text, style: TextStyle, level: int = 0, marker: Marker | None = None,
    lang: str = "en", rtl: bool = False, block: int = 0,
) -> PlacedParagraph:  # fmt: skip
    """A paragraph in its level's look, predicted to stand on one line."""
    runs = text(words) if isinstance(words, str) else words
    look = style.level(level)
    if style.levels[0].bullet and marker is None:
        look = replace(look, indent=0.0, hang=0.0, bullet="")
    lines = (sum(len(run.text) for run in runs),)
    return PlacedParagraph(runs, look, level, marker, lines, lang, rtl, block)


def in_slot(
    theme: Theme, layout: Layout, slot: str, part: Part, *paragraphs: PlacedParagraph,
    name: str = "", blocks: tuple[Block, ...] = (), style: TextStyle | None = None,
    inset_end: float = 0.0, field: Literal["slidenum"] | None = None,
) -> Placed:  # fmt: skip
    """Paragraphs in a slot of the layout, at its own place."""
    place = layout.slot(slot)
    assert place is not None
    content = PlacedText(style or theme.styles[place.style], paragraphs, place.anchor, inset_end, field)
    return Placed(name or part.value, part, place.box, content, slot, blocks)


def furniture(
    theme: Theme, layout: Layout, number: str, footer: str = "From revolution to the pact"
) -> tuple[Placed, ...]:
    """The footer and the slide number of a page."""
    styles = theme.styles
    return (
        in_slot(theme, layout, "footer", Part.FOOTER, paragraph(footer, styles["footer"])),
        in_slot(
            theme, layout, "number", Part.NUMBER, paragraph(number, styles["number"]), field="slidenum"
        ),
    )  # fmt: skip


def bullets(*items: str | Item, ordered: bool = False, start: int = 1) -> ListBlock:
    """A list of plain items."""
    made = tuple(i if isinstance(i, Item) else Item(text=text(i)) for i in items)
    return ListBlock(items=made, ordered=ordered, start=start)


class Pages:
    """Makes the pages of the sample, one by one."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.pages: list[Page] = []

    def add(self, layout: str, id: str, heading: str | Text, *placed: Placed, **more: object) -> None:
        """Append a page with a title in its slot, and footer and number where the layout has them."""
        theme, place = self.theme, self.theme.layouts[layout]
        runs = (text(heading) if heading else ()) if isinstance(heading, str) else heading
        words = "".join(run.text for run in runs).replace("\n", " ")
        first: tuple[Placed, ...] = ()
        slot = place.slot("title")
        if runs and slot:
            made = paragraph(runs, theme.styles[slot.style])
            first = (in_slot(theme, place, "title", Part.TITLE, made),)
        last = furniture(theme, place, str(len(self.pages) + 1)) if place.slot("footer") else ()
        slide = Slide(id=id, title=runs)
        page = Page(id, slide, place, (*first, *placed, *last), words or id, "en", inverse=place.inverse)
        self.pages.append(replace(page, **more))  # type: ignore[arg-type]

    def slot(self, layout: str, slot: str, part: Part, *words: PlacedParagraph, **more: object) -> Placed:
        """Paragraphs in a slot of one of the theme's layouts."""
        return in_slot(self.theme, self.theme.layouts[layout], slot, part, *words, **more)  # type: ignore[arg-type]


def inline_runs() -> Text:
    """Every inline form in one paragraph."""
    return (
        Run("Plain, "), Run("bold", bold=True), Run(", "), Run("italic", italic=True), Run(", "),
        Run("code_x", code=True), Run(", "), Run("struck", struck=True), Run(", "),
        Run("marked", marked=True), Run(", H"), Run("2", baseline=Baseline.SUB), Run("O, x"),
        Run("2", baseline=Baseline.SUPER), Run(", "), Run("accent", roles=frozenset({Role.ACCENT})),
        Run(", "), Run("muted", roles=frozenset({Role.MUTED})), Run(", "),
        Run("small", roles=frozenset({Role.SMALL})), Run(", "),
        Run("a link", href="https://example.org/a?b=c&d=e"), Run(", "), Run("a slide", href="#plan"),
        Run(", "), Run("mail", href="mailto:a@example.org"), Run(", broken\nline, "),
        Run("日本語", lang="ja"), Run(" <b>&amp; \"quotes\"</b>."),
    )  # fmt: skip


def sample_scene(dark: bool = False) -> Scene:
    """A deck of a dozen pages in which every feature of the scene occurs."""
    from tests.writers.sample_pages import add_pages

    pages = Pages(sample_theme(dark))
    add_pages(pages)
    deck = Deck(
        file=Path("sample.yaml"), title=text("Revolution & pact"), subtitle=text("1917-1939"),
        authors=(text("A. Lecturer"), text("B. Assistant")), date=text("2026-11-23"),
        keywords="history, diplomacy", description="A sample.",
    )  # fmt: skip
    made = tuple(pages.pages)
    targets = {page.id: n for n, page in enumerate(made) if page.part[0] == 1}
    sections = (Section("Alone among the powers", 1, 6), Section("Forms", 6, len(made)))
    return Scene(deck, pages.theme, made, sections, targets)
