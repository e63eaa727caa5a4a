"""Frames round a text and shapes with an outline, as DrawingML."""

from __future__ import annotations

from dataclasses import replace

from deckgen.scene import Frame, Line, Part, Placed, PlacedText, Scene, Shape
from deckgen.slots import Box
from deckgen.theme import ColorRef
from tests.writers.pptx.reading import Parts, opened
from tests.writers.scenes import paragraph, sample_scene

ACCENT = ColorRef("accent1")


def with_placed(*placed: Placed) -> Scene:
    """The sample with these alone on its third page, slide 3."""
    scene = sample_scene()
    pages = list(scene.pages)
    pages[2] = replace(pages[2], placed=placed)
    return replace(scene, pages=tuple(pages))


def framed(frame: Frame, inset_end: float = 0.0) -> Scene:
    style = sample_scene().theme.styles["source"]
    content = PlacedText(style, (paragraph("Framed", style),), inset_end=inset_end, frame=frame)
    return with_placed(Placed("Node", Part.NODE, Box(100, 100, 200, 80), content))


def test_a_frame_is_the_shape_that_its_text_stands_in() -> None:
    line = Line(ACCENT, 1.5, "dash")
    scene = framed(Frame("roundRect", ColorRef("surface"), line, (16, 12, 8, 4), radius=20), inset_end=3)
    shape = next(s for s in opened(scene).slides[2].shapes if s.name == "Node")
    assert shape.auto_shape_type.name == "ROUNDED_RECTANGLE"
    assert shape.adjustments[0] == 0.25  # 20 of the 80 pt of its shorter side
    assert shape.line.width.pt == 1.5
    frame = shape.text_frame
    margins = (frame.margin_left, frame.margin_top, frame.margin_right, frame.margin_bottom)
    assert [side.pt for side in margins] == [16, 12, 11, 4]
    assert Parts(scene).slide(3, "//p:sp/p:spPr/a:ln/a:prstDash/@val") == ["dash"]
    assert Parts(scene).slide(3, "//p:sp/p:spPr/a:solidFill/a:schemeClr/@val") == ["bg2"]


def test_a_corner_is_never_rounder_than_half_its_side() -> None:
    assert Parts(framed(Frame("roundRect", radius=99))).slide(3, "//a:gd/@fmla") == ["val 50000"]


def test_a_shape_has_the_outline_that_it_is_given() -> None:
    plain = Placed("Plain", Part.RULE, Box(0, 0, 10, 10), Shape(ACCENT))
    lined = Placed("Lined", Part.RULE, Box(0, 0, 10, 10), Shape(None, "ellipse", Line(ACCENT, 2.0)))
    parts = Parts(with_placed(plain, lined))
    assert parts.slide(3, "//a:prstGeom/@prst") == ["rect", "ellipse"]
    assert len(parts.slide(3, "//p:sp[1]/p:spPr/a:ln/a:noFill")) == 1
    assert len(parts.slide(3, "//p:sp[2]/p:spPr/a:noFill")) == 1
    assert parts.slide(3, "//p:sp[2]/p:spPr/a:ln/@w") == ["25400"]
