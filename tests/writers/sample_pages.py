"""The pages of the sample scene: each shows a group of features."""

from __future__ import annotations

from dataclasses import replace

from deckgen.model import Background, Image, Item, ListBlock, Paragraph, Run, Slide, SlideKind
from deckgen.scene import Bullet, Group, Number, Part, Picture, Placed, PlacedText, Shape
from deckgen.slots import Box
from deckgen.theme import ColorRef
from tests.writers.scenes import Pages, bullets, image, inline_runs, paragraph, text


def add_pages(pages: Pages) -> None:
    """Append all sample pages."""
    add_opening(pages)
    add_lists(pages)
    add_columns(pages)
    add_pictures(pages)
    add_statement(pages)
    add_inline(pages)
    add_directions(pages)
    add_split(pages)


def add_opening(pages: Pages) -> None:
    """Opening with notes, and a section on a coloured ground."""
    styles = pages.theme.styles
    notes = (
        Paragraph(text=(Run("Ask who has heard of "), Run("Béla Kun", bold=True), Run("."))),
        bullets("First", Item(text=text("Second"), children=bullets("Below", ordered=True))),
        Paragraph(text=(Run("See "), Run("the page", href="https://example.org/"), Run("."))),
    )
    pages.add(
        "opening", "opening", (Run("From world revolution\nto the pact"),),
        pages.slot("opening", "subtitle", Part.SUBTITLE, paragraph("1917-1939", styles["opening-subtitle"])),
        pages.slot("opening", "byline", Part.BYLINE, paragraph("A. Lecturer", styles["byline"])),
        pages.slot("opening", "date", Part.DATE, paragraph("2026-11-23", styles["date"])),
        slide=Slide(kind=SlideKind.OPENING, title=text("From world revolution to the pact"), notes=notes),
    )  # fmt: skip
    name = text("Alone among the powers")
    pages.add(
        "section", "alone", name,
        pages.slot("section", "subtitle", Part.SUBTITLE, paragraph("1917-1921", styles["opening-subtitle"])),
        slide=Slide(kind=SlideKind.SECTION, title=name, section=name),
    )  # fmt: skip


def add_lists(pages: Pages) -> None:
    """Bullets on five levels, numbers with a start, a plain paragraph, and a body set smaller."""
    body = pages.theme.styles["body"]
    nested = [paragraph(f"Level {n + 1}", body, n, Bullet()) for n in range(5)]
    pages.add(
        "title-body", "plan", "World revolution",
        pages.slot(
            "title-body", "body", Part.BULLETS,
            paragraph("A plain paragraph first", body, block=1), *nested, blocks=(bullets("a"), bullets("b")),
        ),
    )  # fmt: skip
    small = pages.theme.at("body", 0.8)
    numbers = [paragraph(f"Point {n}", small, 0, Number(n, 3)) for n in (3, 4)]
    below = [paragraph(f"Sub-point {n}", small, 1, Number(n)) for n in (1, 2)]
    deep = [paragraph(f"Deep {n}", small, 2, Number(n)) for n in (1, 2)]
    listed = ListBlock(items=(Item(text=text("Point 3")),), ordered=True, start=3)
    body_slot = pages.slot(
        "title-body", "body", Part.NUMBERED, *numbers, *below, *deep, style=small, blocks=(listed,)
    )
    pages.add(
        "title-body", "numbers", "Numbered, set smaller", replace(body_slot, name="Numbered"),
        slide=Slide(title=text("Numbered, set smaller"), hidden=True), background=Background(role="surface"),
    )  # fmt: skip


def add_columns(pages: Pages) -> None:
    """A comparison, and two columns moved down from their slots."""
    body, head = pages.theme.styles["body"], pages.theme.styles["column-title"]
    placed = []
    for n, (title, words) in enumerate(
        [("Moscow", "Treaty of Rapallo, 1922"), ("Berlin", "Treaty of Berlin, 1926")]
    ):
        placed += [
            pages.slot("comparison", f"column{n + 1}-title", Part.COLUMN_TITLE, paragraph(title, head),
                       name=f"Column Title {n + 1}"),
            pages.slot("comparison", f"column{n + 1}", Part.BULLETS, paragraph(words, body, 0, Bullet()),
                       name=f"Bullets {n + 1}", blocks=(bullets(words),)),
        ]  # fmt: skip
    pages.add("comparison", "sides", "Two sides", *placed)
    left = pages.slot("columns", "column1", Part.BULLETS, paragraph("Left", body, 0, Bullet()),
                      name="Bullets", blocks=(bullets("Left"),))  # fmt: skip
    right = pages.slot(
        "columns", "column2", Part.TEXT, paragraph("Right", body), name="Text", blocks=(bullets("R"),)
    )
    moved = replace(right, box=Box(492, 260.5, 412, 180))
    pages.add("columns", "columns", "Two columns", left, moved, inverse=True)


def add_pictures(pages: Pages) -> None:
    """Pictures: alone in a slot with a caption, beside text, decorative, linked, cropped, of each type."""
    body, caption = pages.theme.styles["body"], pages.theme.styles["caption"]
    wide = image("wide.png")
    under = PlacedText(caption, (paragraph("A caption", caption),))
    pages.add(
        "media", "picture", "A picture",
        Placed("Image", Part.PICTURE, Box(204, 148, 552, 310.5), Picture(wide), "media", (wide,)),
        Placed("Caption", Part.CAPTION, Box(204, 462, 552, 18), under, None, (wide,)),
    )  # fmt: skip
    cut_at = (0.0, 0.3, 0.0, 0.3)
    tall = image("tall.jpg", alt='A tall "green" one & more', link="https://example.org/tall")
    cut = Picture(tall, cut_at)
    pages.add(
        "text-media", "beside", "Text and picture",
        pages.slot("text-media", "body", Part.BULLETS, paragraph("Beside it", body, 0, Bullet()),
                   blocks=(bullets("Beside it"),)),
        Placed("Image", Part.PICTURE, Box(492, 148, 412, 324), cut, "media", (tall,)),
    )  # fmt: skip
    others: list[Image] = [image("tiny.gif", alt=""), image("wide.webp"), image("wide.png", link="#plan")]
    loose = [
        Placed(f"Image {n + 1}", Part.PICTURE, Box(56 + 290 * n, 160, 268, 150.75), Picture(i), None, (i,))
        for n, i in enumerate(others)
    ]
    back = Background(image=wide.path, pixels=wide.pixels, media_type=wide.media_type, dim=0.4)
    pages.add(
        "title-only", "gallery", "Loose pictures", *loose, background=back, inverse=not pages.theme.dark
    )


def add_statement(pages: Pages) -> None:
    """A statement without a title, and a timeline of groups on a coloured page."""
    styles = pages.theme.styles
    pages.add(
        "statement", "slide-10", "",
        pages.slot("statement", "statement", Part.STATEMENT,
                   paragraph("Peace, land, bread", styles["statement"])),
        pages.slot("statement", "source", Part.SOURCE, paragraph("The Bolsheviks, 1917", styles["source"])),
        title="Peace, land, bread",
    )  # fmt: skip
    when, what = styles["event-when"], styles["event-what"]
    events = []
    for n, (date, words) in enumerate([("1921", "Treaty of Riga"), ("1934", "League of Nations")]):
        box = Box(56 + 300 * n, 200, 280, 80)
        both = PlacedText(what, (paragraph(date, when), paragraph(words, what)))
        dot = Placed(
            f"Dot {n + 1}", Part.RULE, Box(box.x, 180, 10, 10), Shape(ColorRef("accent1"), "ellipse")
        )
        label = Placed(f"Event {n + 1} text", Part.TEXT, box, both)
        events.append(Placed(f"Event {n + 1}", Part.EVENT, Box(box.x, 180, 280, 100), Group((dot, label))))
    line = Placed("Line", Part.RULE, Box(56, 184, 848, 1.5), Shape(ColorRef("muted", lighter=0.5)))
    group = Placed("Timeline", Part.TIMELINE, Box(56, 180, 848, 100), Group((line, *events)))
    pages.add("title-only", "timeline", "A timeline", group, background=Background(color="#FFF4DC"))


def add_inline(pages: Pages) -> None:
    """Every inline form, in a body and in a text box; a balanced title."""
    body, plain = pages.theme.styles["body"], pages.theme.styles["text"]
    boxed = PlacedText(plain, (paragraph(inline_runs(), plain),))
    pages.add(
        "title-body", "inline", "",
        pages.slot("title-body", "title", Part.TITLE,
                   paragraph("A title that is balanced over its two lines", pages.theme.styles["title"]),
                   inset_end=300.0),
        pages.slot("title-body", "body", Part.TEXT, paragraph(inline_runs(), body), blocks=(bullets("x"),)),
        Placed("Text 2", Part.TEXT, Box(56, 360, 848, 110), boxed),
        title="A title that is balanced over its two lines",
    )  # fmt: skip


def add_directions(pages: Pages) -> None:
    """Hebrew and Arabic, right to left, and total numbers."""
    body, title = pages.theme.styles["body"], pages.theme.styles["title"]
    lines = [
        paragraph("שלום עולם", body, 0, Bullet(), "he", True),
        paragraph("مرحبا 123", body, 1, Bullet(), "ar", True),
        paragraph("後ろへ", body, 0, Bullet(), "ja"),
    ]
    pages.add(
        "title-body", "rtl", "",
        pages.slot("title-body", "title", Part.TITLE, paragraph("כותרת", title, lang="he", rtl=True),
                   inset_end=40.0),
        pages.slot("title-body", "body", Part.BULLETS, *lines, blocks=(bullets("x"),)),
        title="כותרת", lang="he", rtl=True,
    )  # fmt: skip
    page = pages.pages[-1]
    words = paragraph(f"{len(pages.pages)} / 20", pages.theme.styles["number"])
    total = pages.slot("title-body", "number", Part.NUMBER, words, field="slidenum")
    pages.pages[-1] = replace(page, placed=(*page.placed[:-1], total))


def add_split(pages: Pages) -> None:
    """A slide split in two, its notes on the first part."""
    body = pages.theme.styles["body"]
    title = text("A long list")
    slide = Slide(id="long", title=title, notes=(Paragraph(text=text("Said once.")),))
    for n in (1, 2):
        words = paragraph(f"Item {n}", body, 0, Number(n, n))
        pages.add(
            "title-body", "long" if n == 1 else "long-2", f"A long list ({n}/2)",
            pages.slot("title-body", "body", Part.NUMBERED, words, blocks=(bullets("x", ordered=True),)),
            slide=slide, part=(n, 2),
        )  # fmt: skip
