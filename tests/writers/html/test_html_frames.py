"""Frames round a text and shapes with an outline, as CSS."""

from __future__ import annotations

from deckgen.scene import Frame, Line, Shape
from deckgen.slots import Box
from deckgen.theme import ColorRef
from deckgen.writers.html.frames import drawn, framed, standing
from deckgen.writers.html.styles import Styles
from tests.writers.themes import sample_theme

BOX = Box(0, 0, 200, 30)


def test_a_frame_keeps_its_text_off_its_edges() -> None:
    frame = Frame("roundRect", ColorRef("surface"), Line(ColorRef("accent1"), 1.5, "dot"), (1, 2, 3, 4), 8)
    assert framed(frame, BOX, Styles(sample_theme())) == [
        "background:var(--surface)",
        "outline:1.5px dotted var(--accent1)",
        "outline-offset:-0.75px",
        "padding:2px 3px 4px 1px",
        "border-radius:8px",
    ]


def test_a_corner_is_never_rounder_than_half_its_side() -> None:
    assert framed(Frame("roundRect", radius=99), BOX, Styles(sample_theme()))[-1] == "border-radius:15px"
    assert framed(Frame("ellipse"), BOX, Styles(sample_theme()))[-1] == "border-radius:50%"


def test_what_has_neither_fill_nor_outline_says_nothing() -> None:
    assert drawn(None, None, Styles(sample_theme())) == []


def test_a_lozenge_is_its_box_without_the_corners() -> None:
    styles, ink = Styles(sample_theme()), ColorRef("accent1")
    square, lozenge = (standing(Shape(ink, shape), BOX, styles) for shape in ("rect", "diamond"))
    assert lozenge[:-1] == square
    assert lozenge[-1] == "clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)"
