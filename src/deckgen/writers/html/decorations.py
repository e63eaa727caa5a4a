"""What layouts draw behind their pages → elements that fill the places which the rules give them."""

from __future__ import annotations

from typing import assert_never

from markupsafe import Markup

from deckgen.decorations import Decoration, Emblem, Line, Shape, Words
from deckgen.figures.presets import preset_path
from deckgen.slots import Box
from deckgen.writers.html.frames import drawn, rounded
from deckgen.writers.html.pictures import Pictures
from deckgen.writers.html.styles import ANCHORS, Styles, number, px

PLAIN = ("rect", "roundRect", "ellipse")
"""Shapes that CSS draws by itself."""

DASHES = {"solid": (), "dash": (4.0, 3.0), "dot": (1.0, 1.0)}
"""How a line is broken, in its width (DrawingML's "dash" and "sysDot")."""


def decoration(item: Decoration, inverse: bool, styles: Styles, pictures: Pictures) -> Markup:
    """What stands in the element of a decoration on a normal or an inverse page."""
    match item.content:
        case Shape() as shape:
            return shape_markup(shape, item.box, styles)
        case Emblem() as emblem:
            return Markup('<div class="picture {}"></div>').format(pictures.rule(emblem.on(inverse)))
        case Words() as words:
            return _words(words, item.box, styles)
        case _:
            assert_never(item.content)


def shape_markup(shape: Shape, box: Box, styles: Styles) -> Markup:
    """A shape as large as its box."""
    if shape.shape in PLAIN:
        rules = drawn(shape.fill, shape.line, styles) + rounded(shape.shape, shape.radius, box)
        return Markup('<div style="height:100%;{}"></div>').format(";".join(rules))
    path = preset_path(shape.shape, box.w, box.h, shape.adjust)
    filled = shape.fill and shape.shape != "line"
    paint = f"fill:{styles.color(shape.fill)}" if filled and shape.fill else "fill:none"
    paint += f";{stroke(shape.line, styles)}" if shape.line else ""
    size = 'width="{0}" height="{1}" viewBox="0 0 {0} {1}" overflow="visible" style="display:block"'
    return Markup(f'<svg {size}><path d="{{2}}"{{3}} style="{{4}}"/></svg>').format(
        number(max(box.w, 0.1)), number(max(box.h, 0.1)), path, _flipped(shape.flip, box), paint
    )


def _flipped(flip: tuple[bool, bool], box: Box) -> Markup:
    """What mirrors a path within its box."""
    if not any(flip):
        return Markup("")
    x, y = (number(side) if flips else "0" for side, flips in zip((box.w, box.h), flip, strict=True))
    across, down = (-1 if flips else 1 for flips in flip)
    return Markup(' transform="matrix({} 0 0 {} {} {})"').format(across, down, x, y)


def stroke(line: Line, styles: Styles) -> str:
    """A line's colour, width and dashes as SVG's properties."""
    dashes = " ".join(number(part * line.width) for part in DASHES[line.dash])
    broken = f";stroke-dasharray:{dashes}" if dashes else ""
    return f"stroke:{styles.color(line.color)};stroke-width:{number(line.width)}{broken}"


def _words(words: Words, box: Box, styles: Styles) -> Markup:
    look = styles.look(words.style, 0, styles.theme.styles[words.style].level(0))
    rules = f"display:flex;flex-direction:column;justify-content:{ANCHORS[words.anchor]};height:{px(box.h)}"
    return Markup('<div style="{}"><p class="{} first">{}</p></div>').format(rules, look, words.text)
