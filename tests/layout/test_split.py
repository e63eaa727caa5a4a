"""Splitting keeps every word, the nesting and the numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.split import cut_blocks, split_slide, units
from deckgen.model import (
    Block,
    Code,
    Column,
    Columns,
    Event,
    Item,
    ListBlock,
    Paragraph,
    Run,
    Slide,
    Text,
    TextBlock,
    Timeline,
    characters,
    plain,
)


def text(words: str) -> Text:
    return (Run(words),)


def bullets(*items: str | Item, ordered: bool = False, start: int = 1) -> ListBlock:
    made = tuple(i if isinstance(i, Item) else Item(text=text(i)) for i in items)
    return ListBlock(items=made, ordered=ordered, start=start)


def words(blocks: tuple[Block, ...]) -> list[str]:
    """The texts of blocks, in order; columns one after another."""
    found: list[str] = []
    for block in blocks:
        match block:
            case ListBlock():
                for item in block.items:
                    found += [plain(item.text)] if item.text else []
                    found += words((item.children,)) if item.children else []
            case TextBlock():
                for part in block.parts:
                    found += [plain(part.text)] if isinstance(part, Paragraph) else words((part,))
            case Code():
                found += [characters(line) for line in block.lines]
            case Timeline():
                found += [plain(event.when) for event in block.events]
            case Columns():
                for column in block.columns:
                    found += words(column.blocks)
            case _:
                raise AssertionError(block)
    return found


names = st.text("abc", min_size=1, max_size=3)
items = st.recursive(
    names.map(lambda n: Item(text=text(n))),
    lambda inner: st.tuples(names, st.lists(inner, min_size=1, max_size=4)).map(
        lambda pair: Item(text=text(pair[0]), children=ListBlock(items=tuple(pair[1])))
    ),
    max_leaves=12,
)
lists = st.lists(items, min_size=1, max_size=5).map(lambda found: ListBlock(items=tuple(found)))
texts = st.lists(names.map(lambda n: Paragraph(text=text(n))) | lists, min_size=1, max_size=4).map(
    lambda parts: TextBlock(parts=tuple(parts))
)
timelines = st.lists(names, min_size=1, max_size=4).map(
    lambda whens: Timeline(events=tuple(Event(when=text(w), what=text("x")) for w in whens))
)
listings = st.lists(names, min_size=1, max_size=6).map(lambda lines: Code(lines=tuple(map(text, lines))))
blocks = st.lists(lists | texts | timelines | listings, min_size=1, max_size=4).map(tuple)


@given(blocks=blocks, count=st.integers(0, 30))
def test_a_cut_loses_nothing_and_takes_as_many_units_as_asked(blocks: tuple[Block, ...], count: int) -> None:
    head, tail = cut_blocks(blocks, count)
    assert words(head) + words(tail) == words(blocks)
    total = sum(map(units, blocks))
    assert sum(map(units, head)) == min(count, total)
    assert sum(map(units, tail)) == max(total - count, 0)


@given(blocks=blocks, most=st.integers(1, 6))
def test_a_split_loses_nothing_and_every_part_holds_what_fits(blocks: tuple[Block, ...], most: int) -> None:
    parts = split_slide(Slide(blocks=blocks), lambda part: sum(map(units, part.blocks)) <= most)
    assert [w for part in parts for w in words(part.blocks)] == words(blocks)
    assert all(1 <= sum(map(units, part.blocks)) <= most for part in parts)


def test_numbers_go_on() -> None:
    head, tail = cut_blocks((bullets("a", "b", "c", "d", ordered=True, start=3),), 2)
    assert isinstance(head[0], ListBlock) and isinstance(tail[0], ListBlock)
    assert (head[0].start, len(head[0].items)) == (3, 2)
    assert (tail[0].start, len(tail[0].items)) == (5, 2)


def test_nesting_goes_on_in_the_middle_of_an_item() -> None:
    nested = Item(text=text("parent"), children=bullets("one", "two", "three", ordered=True))
    head, tail = cut_blocks((bullets(nested, "after"),), 3)
    assert words(head) == ["parent", "one", "two"]
    rest = tail[0]
    assert isinstance(rest, ListBlock)
    assert rest.items[0].text == ()
    assert rest.items[0].children and rest.items[0].children.start == 3


def test_a_parent_goes_with_its_first_sub_item() -> None:
    nested = Item(text=text("parent"), children=bullets("one", "two"))
    slide = Slide(title=text("Title"), blocks=(bullets("a", "b", nested),))
    parts = split_slide(slide, lambda part: sum(map(units, part.blocks)) <= 3)
    assert [words(part.blocks) for part in parts] == [["a", "b"], ["parent", "one", "two"]]


def test_columns_are_cut_side_by_side() -> None:
    columns = Columns(
        columns=(Column(blocks=(bullets("a", "b", "c"),)), Column(blocks=(bullets("x"),), title=text("T")))
    )
    parts = split_slide(Slide(blocks=(columns,)), lambda part: max(map(units, part.blocks)) <= 2)
    assert [words(part.blocks) for part in parts] == [["a", "b", "x"], ["c"]]


def test_parts_are_counted_in_the_title_and_notes_stay_with_the_first() -> None:
    note = (Paragraph(text=text("say this")),)
    slide = Slide(title=text("Long"), blocks=(bullets("a", "b"),), notes=note)
    parts = split_slide(slide, lambda part: sum(map(units, part.blocks)) <= 1)
    assert [plain(part.title) for part in parts] == ["Long (1/2)", "Long (2/2)"]
    assert [part.notes for part in parts] == [note, ()]


def test_the_parts_of_a_listing_count_on_and_point_out_what_they_show() -> None:
    steps = ((), ((11, 14),), ((12, 12), (15, 15)), ((10, 10),))
    block = Code(lines=tuple(map(text, "abcdef")), first=10, steps=steps, caption=text("All"), id="a")
    (head,), (tail,) = cut_blocks((block,), 3)
    assert isinstance(head, Code) and isinstance(tail, Code)
    assert (head.first, tail.first) == (10, 13)
    assert head.steps == ((), ((11, 12),), ((12, 12),), ((10, 10),))
    assert tail.steps == ((), ((13, 14),), ((15, 15),))
    assert (plain(head.caption), plain(tail.caption)) == ("", "All")
    assert (head.id, tail.id) == ("a", None)


def test_a_listing_whose_part_points_out_nothing_has_no_steps() -> None:
    block = Code(lines=tuple(map(text, "abcdef")), steps=((), ((1, 2),)))
    assert [part.steps for (part,) in cut_blocks((block,), 3) if isinstance(part, Code)] == [block.steps, ()]
