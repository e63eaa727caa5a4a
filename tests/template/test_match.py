"""Which layout of a template serves which of ours: by placeholders and places, names as hints alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.template.match import LEAST, OURS, Match, Matches, matched
from deckgen.template.places import places_of
from tests.template.make import made
from tests.template.reading import template
from tests.template.shapes import BODY, FURNITURE, STYLES, TITLE, Layout, Master, ordinary, placeholder

WIDE, LEFT, RIGHT = (60, 130, 840, 340), (60, 130, 410, 340), (490, 130, 410, 340)


def matches(folder: Path, *masters: Master, slides: tuple[int, ...] = ()) -> Matches:
    return matched(template(made(*masters, slides=slides), folder), {})


def with_layouts(*layouts: Layout) -> Master:
    return replace(ordinary(), layouts=layouts)


def names(found: Matches) -> dict[str, str]:
    return {name: match.layout.name for name, match in found.by_name.items()}


def test_an_ordinary_template(tmp_path: Path) -> None:
    found = matches(tmp_path, ordinary())
    assert names(found) == {
        "opening": "Title Slide", "section": "Section Header", "title-body": "Title and Content",
        "columns": "Two Content", "comparison": "Two Content", "columns-3": "Title and Content",
        "columns-4": "Title and Content", "text-media": "Two Content", "media-text": "Two Content",
        "media": "Title and Content", "statement": "Blank", "title-only": "Title Only", "blank": "Blank",
    }  # fmt: skip
    assert {name for name in OURS if found[name].how == "fallback"} == {
        "comparison", "columns-3", "columns-4", "statement",
    }  # fmt: skip


def test_names_and_kinds_are_not_needed(tmp_path: Path) -> None:
    plain = with_layouts(*(replace(one, name=f"L{n}", type="") for n, one in enumerate(ordinary().layouts)))
    found = names(matches(tmp_path, plain))
    assert (found["opening"], found["section"], found["title-body"]) == ("L0", "L2", "L1")
    assert (found["columns"], found["title-only"], found["blank"]) == ("L3", "L4", "L5")


def test_misleading_names_do_not_weigh_more_than_places(tmp_path: Path) -> None:
    first, second, *rest = ordinary().layouts
    swapped = with_layouts(
        replace(first, name="Title and Content", type=""), replace(second, name="Title Slide", type=""), *rest
    )
    found = names(matches(tmp_path, swapped))
    assert (found["opening"], found["title-body"]) == ("Title and Content", "Title Slide")


def test_slots_by_their_places(tmp_path: Path) -> None:
    crossed = Layout("Two", (placeholder("title"), placeholder(idx=1, at=RIGHT), placeholder(idx=2, at=LEFT)))
    found = matches(tmp_path, with_layouts(*ordinary().layouts[:2], crossed))
    assert {slot: p.index for slot, p in found["columns"].slots.items()} == {
        "title": 0, "column1": 2, "column2": 1,
    }  # fmt: skip
    assert {slot: p.index for slot, p in found["media-text"].slots.items()} == {
        "title": 0, "media": 2, "body": 1,
    }  # fmt: skip


def test_a_comparison_has_small_texts_over_its_columns(tmp_path: Path) -> None:
    compare = Layout("Vergleich", (
        placeholder("title"),
        placeholder("body", 1, (60, 130, 410, 40)), placeholder(idx=2, at=(60, 180, 410, 290)),
        placeholder("body", 3, (490, 130, 410, 40)), placeholder(idx=4, at=(490, 180, 410, 290)),
    ))  # fmt: skip
    found = matches(tmp_path, with_layouts(*ordinary().layouts, compare))["comparison"]
    assert found.layout.name == "Vergleich"
    assert {slot: p.index for slot, p in found.slots.items()} == {
        "title": 0, "column1-title": 1, "column1": 2, "column2-title": 3, "column2": 4,
    }  # fmt: skip


@pytest.mark.parametrize(
    "shape",
    [
        placeholder("body", 1, WIDE, body="vert='vert'"),
        placeholder("body", 1, WIDE, rot=90),
        placeholder("pic", 1, WIDE),
    ],
    ids=["vertical", "turned", "picture"],
)
def test_text_never_stands_there(tmp_path: Path, shape: str) -> None:
    only = Layout("Text", (placeholder("title"), shape), "obj")
    found = matches(tmp_path, with_layouts(only))["title-body"]
    assert set(found.slots) == {"title"}


def test_a_title_too_narrow_is_none(tmp_path: Path) -> None:
    narrow = Layout("Side", (placeholder("title", at=(10, 30, 90, 400)), placeholder(idx=1, at=WIDE)))
    page = (960.0, 540.0)
    (layout,) = template(made(with_layouts(narrow)), tmp_path).masters[0].layouts
    assert places_of(layout, page).title is None


def test_the_master_that_serves_better(tmp_path: Path) -> None:
    poor = Master(shapes=(TITLE, BODY), styles=STYLES, layouts=(Layout("Blank", FURNITURE),), theme="Poor")
    found = matches(tmp_path, poor, replace(ordinary(), theme="Rich"))
    assert found.master.name == "Rich"


@pytest.mark.parametrize("used", [1, 7])
def test_of_two_alike_the_one_that_slides_stand_on(tmp_path: Path, used: int) -> None:
    found = matches(tmp_path, ordinary(), replace(ordinary(), theme="Second"), slides=(used, used))
    assert found.master.name == ("Brand" if used == 1 else "Second")


def test_nothing_but_odd_layouts(tmp_path: Path) -> None:
    odd = with_layouts(Layout("Logo"), Layout("Chart", (placeholder("chart", 10, (200, 160, 300, 200)),)))
    found = matches(tmp_path, odd)
    assert set(found.by_name) == set(OURS)
    assert all(match.how == "fallback" or match.score >= LEAST for match in found.by_name.values())


def test_layouts_placed_for_another_page_take_the_masters_places(tmp_path: Path) -> None:
    low, small = (213, 217, 369, 128), (269, 350, 496, 60)
    shifted = Layout("Title, Content", (placeholder("title", at=low), placeholder(idx=1, at=small)), "obj")
    found: Match = matches(tmp_path, with_layouts(shifted))["title-body"]
    assert found.layout.placeholders[0].frame.y == 217
    assert (found.slots["title"].frame.y, found.slots["body"].frame.y) == (30, 130)


def test_a_closing_slide_is_no_opening(tmp_path: Path) -> None:
    first = ordinary().layouts[0]
    closing = replace(first, name="Thank you", type="")
    found = names(matches(tmp_path, with_layouts(closing, *ordinary().layouts)))
    assert found["opening"] == "Title Slide"
