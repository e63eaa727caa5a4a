"""Where pictures, galleries, films and codes stand, and what of them is cut off."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.layout import place
from deckgen.model import Block, Clip, Deck, Fit, Gallery, Image, Qr, Run, Slide, Text, ThemeRef, Video, plain
from deckgen.scene import Media, Part, Picture, Placed, PlacedText, covering_crop
from deckgen.theme import Theme
from deckgen.themefile import load_theme

TITLE: Text = (Run("Title"),)
BODY = (848.0, 332.0)
"""The room that the theme's media layout leaves, in pt."""


@pytest.fixture(scope="module")
def theme() -> Theme:
    found = load_theme(ThemeRef(), (960.0, 540.0), Report())
    assert found
    return found


def words(text: str) -> Text:
    return (Run(text),)


def image(width: int, height: int, **fields: Any) -> Image:
    return Image(path=Path("a.png"), pixels=(width, height), media_type="image/png", alt="a", **fields)


def gallery(*images: Image, **fields: Any) -> Gallery:
    return Gallery(images=images, **fields)


def placed(theme: Theme, *blocks: Block) -> list[Placed]:
    """What stands on a slide with these blocks under a title, its furniture apart."""
    report = Report()
    deck = Deck(file=Path("deck.yaml"), title=TITLE, slides=(Slide(title=TITLE, blocks=blocks),))
    scene = place(deck, theme, report)
    assert report.sorted() == []
    furniture = {Part.TITLE, Part.FOOTER, Part.NUMBER}
    return [one for one in scene.pages[0].placed if one.part not in furniture]


def parts(found: Sequence[Placed], part: Part) -> list[Placed]:
    return [one for one in found if one.part is part]


def lines(one: Placed) -> list[str]:
    assert isinstance(one.content, PlacedText)
    return [plain(paragraph.text) for paragraph in one.content.paragraphs]


def test_caption_and_credit_stand_beneath_at_the_pictures_left_edge(theme: Theme) -> None:
    shown, caption = placed(theme, image(1600, 900, caption=words("What"), credit=words("Whose")))
    assert lines(caption) == ["What", "Whose"]
    assert caption.box.x == shown.box.x
    assert 0 < caption.box.y - shown.box.bottom < 10
    assert caption.box.w == pytest.approx(shown.box.w)
    assert isinstance(caption.content, PlacedText)
    first, second = (paragraph.look.size for paragraph in caption.content.paragraphs)
    assert second < first


def test_a_long_caption_leaves_its_picture_less_room(theme: Theme) -> None:
    short, _ = placed(theme, image(100, 100, caption=words("What")))
    less, caption = placed(theme, image(100, 100, caption=words("What it is about, at length " * 8)))
    assert less.box.h < short.box.h
    assert caption.box.bottom <= 540 - 68 + 0.6


@given(
    st.integers(1, 5000), st.integers(1, 5000), st.floats(1, 1000), st.floats(1, 1000),
    st.floats(0, 1), st.floats(0, 1),
)  # fmt: skip
def test_a_cut_has_the_shape_of_its_room_and_holds_its_focus(
    w: int, h: int, room_w: float, room_h: float, x: float, y: float
) -> None:
    left, top, right, bottom = covering_crop((w, h), (room_w, room_h), (x, y))
    assert all(0 <= side < 1 for side in (left, top, right, bottom))
    kept_w, kept_h = w * (1 - left - right), h * (1 - top - bottom)
    assert kept_w / kept_h == pytest.approx(room_w / room_h, rel=1e-6)
    assert left - 1e-9 <= x <= 1 - right + 1e-9
    assert top - 1e-9 <= y <= 1 - bottom + 1e-9


def test_pictures_of_one_shape_make_a_grid_of_equal_cells(theme: Theme) -> None:
    found = parts(placed(theme, gallery(*[image(400, 300)] * 6)), Part.PICTURE)
    assert len({(one.box.w, one.box.h) for one in found}) == 1
    assert len({one.box.x for one in found}) == 3
    assert len({one.box.y for one in found}) == 2
    assert [one.unit for one in found] == list(range(6))


@pytest.mark.parametrize(("count", "shape", "columns"), [(2, (4, 3), 2), (3, (3, 4), 3), (2, (6, 1), 1)])
def test_as_many_columns_as_make_the_pictures_large(
    theme: Theme, count: int, shape: tuple[int, int], columns: int
) -> None:
    found = parts(placed(theme, gallery(*[image(*shape)] * count)), Part.PICTURE)
    assert len({one.box.x for one in found}) == columns


def test_the_authors_columns_hold(theme: Theme) -> None:
    found = parts(placed(theme, gallery(*[image(400, 300)] * 6, columns=2)), Part.PICTURE)
    assert len({one.box.x for one in found}) == 2


def test_pictures_of_several_shapes_are_of_one_height(theme: Theme) -> None:
    found = parts(placed(theme, gallery(image(400, 300), image(300, 400), image(500, 200))), Part.PICTURE)
    assert max(one.box.h for one in found) - min(one.box.h for one in found) < 0.1
    gaps = [b.box.x - a.box.right for a, b in pairwise(found)]
    assert gaps[0] == pytest.approx(gaps[1], abs=0.05)
    assert found[-1].box.right - found[0].box.x == pytest.approx(BODY[0], abs=1)


def test_captions_of_a_row_stand_on_one_line(theme: Theme) -> None:
    some = [image(400, 300, caption=words(text)) for text in ("a", "b", "a long one " * 9)]
    found = placed(theme, gallery(*some, caption=words("All")))
    captions = parts(found, Part.CAPTION)
    assert len({one.box.y for one in captions[:3]}) == 1
    assert [one.unit for one in captions] == [0, 1, 2, None]
    assert captions[3].box.y >= max(one.box.bottom for one in captions[:3])


def test_pictures_that_are_cut_fill_equal_cells(theme: Theme) -> None:
    some = [image(400, 300, fit=Fit.COVER), image(300, 900, fit=Fit.COVER, focus=(0.5, 0.0))]
    first, second = parts(placed(theme, gallery(*some)), Part.PICTURE)
    assert (first.box.w, first.box.h) == (second.box.w, second.box.h)
    assert isinstance(second.content, Picture)
    assert second.content.crop[1] == 0
    assert second.content.crop[3] > 0.3


def test_a_film_keeps_its_shape_and_its_poster_is_cut_to_it(theme: Theme) -> None:
    clip = Clip(path=Path("a.mp4"), media_type="video/mp4", pixels=(640, 480), poster=image(160, 90))
    (film,) = placed(theme, Video(clip=clip, alt="a"))
    assert film.box.w / film.box.h == pytest.approx(4 / 3, rel=0.01)
    assert isinstance(film.content, Media)
    left, top, right, bottom = film.content.crop
    assert (left, top) == pytest.approx((right, bottom))
    assert (left > 0.1, top) == (True, 0)


@pytest.mark.parametrize("address", ["https://example.org/a", "https://example.org/" + "a" * 300])
def test_a_code_is_square_with_its_address_beneath(theme: Theme, address: str) -> None:
    code, caption = placed(theme, Qr(url=address, caption=words("Read")))
    assert code.box.w == pytest.approx(code.box.h)
    assert code.box.w > 150
    assert lines(caption) == ["Read", address]
    assert caption.box.y > code.box.bottom
