"""What lies behind a box of a layout."""

from __future__ import annotations

from deckgen.slots import Box
from deckgen.template.drawing.ground import Ground, ground_behind
from tests.template.drawing.drawn import shape, svg

PAGE = (960.0, 540.0)


def test_a_plane_is_one_colour() -> None:
    found = svg(shape((0, 0, 480, 540)))
    assert ground_behind(found, PAGE, Box(50, 50, 200, 100)) == Ground("#FF0000", "#FF0000", "#FF0000")
    assert ground_behind(found, PAGE, Box(600, 50, 200, 100)) == Ground("#FFFFFF", "#FFFFFF", "#FFFFFF")


def test_half_and_half_is_between() -> None:
    ground = ground_behind(svg(shape((0, 0, 480, 540))), PAGE, Box(380, 50, 200, 100))
    assert ground is not None
    assert (ground.darkest, ground.lightest) == ("#FF0000", "#FFFFFF")
    assert ground.mean.startswith("#FF")
    assert 0x60 < int(ground.mean[3:5], 16) < 0xA0


def test_a_speck_does_not_count() -> None:
    ground = ground_behind(svg(shape((100, 100, 8, 8))), PAGE, Box(50, 50, 400, 200))
    assert ground is not None
    assert ground.darkest == "#FFFFFF"


def test_a_box_off_the_page_has_no_ground() -> None:
    assert ground_behind(svg(), PAGE, Box(2000, 0, 10, 10)) is None
