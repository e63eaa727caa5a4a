"""A Scene → reviewable text: what stands where, how large, and where its lines end."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.scene import (
    Effect,
    Group,
    Number,
    Page,
    Picture,
    Placed,
    PlacedParagraph,
    PlacedText,
    Scene,
    Shape,
    Table,
    TableCell,
)
from deckgen.slots import Box
from deckgen.theme import ColorRef


def scene_text(scene: Scene) -> str:
    """The whole scene, a line a box and a line a paragraph."""
    lines = [f"{scene.title} | {scene.theme.name} | {scene.theme.page[0]:g} x {scene.theme.page[1]:g}"]
    lines += [f"section {s.name}: pages {s.first + 1}-{s.end}" for s in scene.sections]
    for number, page in enumerate(scene.pages, 1):
        lines += ["", *_page(number, page)]
    return "\n".join(lines) + "\n"


def _page(number: int, page: Page) -> Iterator[str]:
    flags = [page.layout.name, page.lang]
    flags += ["rtl"] * page.rtl + ["inverse"] * page.inverse + ["hidden"] * page.slide.hidden
    flags += [f"part {page.part[0]} of {page.part[1]}"] * (page.part[1] > 1)
    yield f"{number}. #{page.id} ({', '.join(flags)})"
    if page.transition:
        yield f"  comes by {page.transition.kind} in {page.transition.duration:g} s"
    for placed in page.placed:
        yield from _placed(placed, "  ")
    for n, click in enumerate(page.clicks, 1):
        yield f"  click {n}: {', '.join(map(_effect, click))}"


def _effect(effect: Effect) -> str:
    part = ""
    if effect.paragraphs is not None:
        first, end = effect.paragraphs
        part = f" paragraph {first}" if end == first + 1 else f" paragraphs {first}-{end - 1}"
    elif effect.series is not None:
        part = f" series {effect.series}"
    return f"{effect.target}{part}{' goes' if effect.exit else ''}"


def _placed(placed: Placed, indent: str) -> Iterator[str]:
    slot = f" -> {placed.slot}" if placed.slot else ""
    yield f"{indent}{placed.name}{slot} {_box(placed.box)}{_content(placed)}"
    match placed.content:
        case PlacedText(paragraphs=paragraphs):
            for paragraph in paragraphs:
                yield f"{indent}    {_paragraph(paragraph)}"
        case Group(children=children):
            for child in children:
                yield from _placed(child, indent + "  ")
        case Table(rows=rows, heights=heights):
            for row, height in zip(rows, heights, strict=True):
                yield f"{indent}    {height:g}: {' / '.join(_cell(cell) for cell in row)}"


def _content(placed: Placed) -> str:
    match placed.content:
        case PlacedText(style=style, anchor=anchor, inset_end=inset):
            return f" {style.name} {anchor}" + (f" inset {inset:g}" if inset else "")
        case Picture(image=image, crop=crop):
            cut = " crop " + " ".join(f"{c:.3f}" for c in crop) if any(crop) else ""
            return f" {image.path.name}{cut}"
        case Shape(fill=fill, shape=shape):
            return f" {shape}" + (f" {_color(fill)}" if fill else "")
        case Table(widths=widths, header=header, end=end, rtl=rtl):
            flags = [" names"] * header + [" open"] * (not end) + [" rtl"] * rtl
            return f" columns {' '.join(f'{width:g}' for width in widths)}{''.join(flags)}"
        case _:
            return ""


def _cell(cell: TableCell) -> str:
    """A cell's text after its padding at left and right, and how it stands where that is not at the start."""
    (paragraph,) = cell.text.paragraphs
    left, _, right, _ = cell.padding
    align = "" if paragraph.look.align == "start" else f" {paragraph.look.align}"
    spanned = f" spans {cell.span}" if cell.span > 1 else ""
    return f"({left:g} {right:g}{align}{spanned}) {_paragraph(paragraph)}"


def _paragraph(paragraph: PlacedParagraph) -> str:
    characters = "".join(run.text for run in paragraph.text)
    starts = (0, *paragraph.lines[:-1])
    lines = [characters[a:b].rstrip() for a, b in zip(starts, paragraph.lines, strict=True)]
    marker = ""
    if paragraph.marker:
        marker = f"{paragraph.marker.value}. " if isinstance(paragraph.marker, Number) else "* "
    rtl = "rtl " if paragraph.rtl else ""
    return f"{paragraph.look.size:g} {rtl}{'  ' * paragraph.level}{marker}{' | '.join(lines)}"


def _box(box: Box) -> str:
    return f"[{box.x:g} {box.y:g} {box.w:g} {box.h:g}]"


def _color(color: ColorRef) -> str:
    tint = f" lighter {color.lighter:g}" if color.lighter else ""
    return color.role + tint + (f" darker {color.darker:g}" if color.darker else "")
