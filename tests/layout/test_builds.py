"""Blocks and what is placed of them → clicks; whole decks are in tests/test_clicks.py."""

from __future__ import annotations

from dataclasses import replace

from deckgen.layout.builds import clicks_of
from deckgen.model import (
    Block,
    Build,
    Code,
    Column,
    Columns,
    Event,
    Item,
    ListBlock,
    Paragraph,
    Run,
    TextBlock,
    Timeline,
)
from deckgen.scene import Content, Effect, Group, Part, Placed, PlacedParagraph, PlacedText, Shape
from deckgen.slots import Box
from deckgen.theme import LevelStyle, TextStyle

BOX = Box(0, 0, 10, 10)
LOOK = LevelStyle(20)
DOT = Shape(None)


def thing(
    name: str, *blocks: Block, content: Content = DOT, unit: int | None = None, part: Part = Part.RULE
) -> Placed:
    return Placed(name, part, BOX, content, None, blocks, unit)


def lines(*owners: int) -> PlacedText:
    """A box of paragraphs, each of the block at its place among the box's."""
    made = tuple(PlacedParagraph((Run("x"),), LOOK, block=owner) for owner in owners)
    return PlacedText(TextStyle("body", (LOOK,)), made)


def bullets(count: int, build: Build | None) -> ListBlock:
    return ListBlock(items=tuple(Item(text=(Run("x"),)) for _ in range(count)), incremental=build)


def text(count: int, build: Build | None) -> TextBlock:
    return TextBlock(parts=tuple(Paragraph(text=(Run("x"),)) for _ in range(count)), incremental=build)


def timeline(build: Build | None) -> tuple[Timeline, Placed]:
    """Two events on an axis, as one group."""
    event = Event(when=(Run("1917"),), what=(Run("x"),))
    block = Timeline(events=(event, event), incremental=build)
    children = (
        thing("Axis"), thing("Dot 1", unit=0), thing("Event 1", unit=0), thing("Dot 2", unit=1),
        thing("Event 2", unit=1),
    )  # fmt: skip
    return block, thing("Timeline", block, content=Group(children))


def names(clicks: tuple[tuple[Effect, ...], ...]) -> list[list[str]]:
    return [[effect.target for effect in click] for click in clicks]


def test_nothing_is_built_where_nobody_says_so() -> None:
    block, placed = timeline(None)
    assert clicks_of((block,), (placed, thing("Footer"))) == ()


def test_two_lists_in_one_box_come_as_paragraphs_of_it() -> None:
    first, second = bullets(2, Build.PARTS), bullets(2, Build.WHOLE)
    box = thing("Bullets", first, second, content=lines(0, 0, 1, 1))
    assert clicks_of((first, second), (box,)) == (
        (Effect("Bullets", (0, 1)),), (Effect("Bullets", (1, 2)),), (Effect("Bullets", (2, 4)),),
    )  # fmt: skip


def test_a_box_whose_paragraphs_all_come_at_once_comes_itself() -> None:
    block = text(2, Build.WHOLE)
    assert clicks_of((block,), (thing("Text", block, content=lines(0, 0)),)) == ((Effect("Text"),),)


def test_a_list_may_stand_in_several_boxes() -> None:
    block = bullets(3, Build.PARTS)
    boxes = (thing("One", block, content=lines(0, 0)), thing("Two", block, content=lines(0)))
    assert names(clicks_of((block,), boxes)) == [["One"], ["One"], ["Two"]]


def test_parts_in_a_group_come_one_by_one_and_their_axis_is_there() -> None:
    block, placed = timeline(Build.PARTS)
    assert names(clicks_of((block,), (placed,))) == [["Dot 1", "Event 1"], ["Dot 2", "Event 2"]]


def test_a_group_that_comes_as_a_whole_is_one_thing() -> None:
    block, placed = timeline(Build.WHOLE)
    assert clicks_of((block,), (placed,)) == ((Effect("Timeline"),),)


def test_a_block_without_parts_comes_with_all_that_shows_it() -> None:
    block, _ = timeline(Build.PARTS)
    placed = (thing("Picture", block), thing("Footer"), thing("Caption", block))
    assert names(clicks_of((block,), placed)) == [["Picture", "Caption"]]


def test_blocks_come_in_the_order_written_not_in_that_on_the_page() -> None:
    first, second = text(1, Build.PARTS), text(1, Build.PARTS)
    placed = (thing("Left", second, content=lines(0)), thing("Right", first, content=lines(0)))
    assert names(clicks_of((first, second), placed)) == [["Right"], ["Left"]]


def test_steps_of_code_take_turns_whether_it_is_built_or_not() -> None:
    block = Code(lines=(), steps=(((1, 1),), ((2, 3),), ()))
    placed = (
        thing("Step 1", block, unit=0, part=Part.HIGHLIGHT),
        thing("Step 2", block, unit=1, part=Part.HIGHLIGHT),
        thing("Code", block, part=Part.CODE),
    )
    turned = (
        (Effect("Step 2"), Effect("Step 1", exit=True)),
        (Effect("Step 2", exit=True),),
    )
    assert clicks_of((block,), placed) == turned
    built = replace(block, incremental=Build.PARTS)
    shown = tuple(replace(one, blocks=(built,)) for one in placed)
    assert clicks_of((built,), shown) == ((Effect("Step 1"), Effect("Code")), *turned)


def test_a_column_comes_with_its_title_and_what_stands_under_it() -> None:
    left, right = text(1, None), bullets(2, Build.PARTS)
    block = Columns(
        columns=(
            Column(blocks=(left,), title=(Run("Left"),), incremental=Build.WHOLE),
            Column(blocks=(right,), title=(Run("Right"),), incremental=Build.PARTS),
        ),
        incremental=Build.PARTS,
    )
    placed = (
        thing("Left title", block, unit=0), thing("Left text", left, content=lines(0)),
        thing("Right title", block, unit=1), thing("Right list", right, content=lines(0, 0)),
    )  # fmt: skip
    expected = [["Left title", "Left text"], ["Right title", "Right list"], ["Right list"]]
    assert names(clicks_of((block,), placed)) == expected
    quiet = replace(block, incremental=None)
    titles = [replace(one, blocks=(quiet,)) if "title" in one.name else one for one in placed]
    assert names(clicks_of((quiet,), titles))[1:] == [["Right list"], ["Right list"]]
    whole = replace(block, incremental=Build.WHOLE, columns=(replace(block.columns[0], incremental=None),))
    shown = (thing("Title", whole, unit=0), placed[1])
    assert names(clicks_of((whole,), shown)) == [["Title", "Left text"]]
