"""What a figure shows is as large as its numbers, where its axes say, and inside its frame."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.charts import PALETTE, Bounds, ChartType, Figure, Label, Series, Stacking, resolved
from deckgen.figures.charts.colors import MUTED
from tests.figures.charts.charts import QUARTERS, ROOM, SIZE, all_labels, chart, laid, series, titled

AXES = [kind for kind in ChartType if kind not in (ChartType.PIE, ChartType.DOUGHNUT)]
BARS = (ChartType.COLUMN, ChartType.BAR)


def _length(figure: Figure, n: int, i: int) -> float:
    bar = figure.series[n].bars[i]
    assert bar is not None
    return bar.w if figure.chart.type is ChartType.BAR else bar.h


@pytest.mark.parametrize("kind", BARS)
@pytest.mark.parametrize("stacking", list(Stacking))
def test_bars_are_as_long_as_their_values(kind: ChartType, stacking: Stacking) -> None:
    figure = laid(kind, stacking=stacking)
    whole = {Stacking.PERCENT: 12.0 + 9.0 + 5.0}.get(stacking, 1.0)
    unit = _length(figure, 0, 0) / 12.0
    assert _length(figure, 1, 0) == pytest.approx(9.0 * unit)
    if stacking is Stacking.PERCENT:
        along = figure.plot.w if kind is ChartType.BAR else figure.plot.h
        assert unit * whole == pytest.approx(along)
        assert sum(_length(figure, n, 3) for n in range(3)) == pytest.approx(along)
    else:
        assert _length(figure, 2, 3) == pytest.approx(10.0 * unit)


def test_bars_are_wider_than_the_gaps_between_them() -> None:
    figure = laid(series=series({"North": (1.0, 2.0, 3.0, 4.0)}))
    first, second = figure.series[0].bars[:2]
    assert first and second
    assert first.w > second.x - first.right > 0


def test_stacked_bars_stand_on_one_another_on_their_side_of_zero() -> None:
    figure = laid(
        stacking=Stacking.STACKED, series=series({"A": (1.0, -2.0), "B": (3.0, -1.0)}), categories=("x", "y")
    )
    assert figure.base
    (a, b), (c, d) = ((marks.bars[0], marks.bars[1]) for marks in figure.series)
    assert a and b and c and d
    assert c.bottom == pytest.approx(a.y) and a.bottom == pytest.approx(figure.base.start.y)
    assert d.y == pytest.approx(b.bottom) and b.y == pytest.approx(figure.base.start.y)


@pytest.mark.parametrize("kind", AXES)
def test_ticks_stand_at_the_lines_of_the_grid(kind: ChartType) -> None:
    figure = laid(kind)
    assert figure.y and figure.y.scale
    assert len(figure.grid) == len(figure.y.labels) == len(figure.y.scale.ticks)
    for line, label in zip(figure.grid, figure.y.labels, strict=True):
        if kind is ChartType.BAR:
            assert label.at.x == pytest.approx(line.start.x)
        else:
            assert label.at.y == pytest.approx(line.start.y)


def test_a_missing_value_is_a_gap() -> None:
    rows = series({"A": (1.0, None, 3.0, 4.0)})
    line = laid(ChartType.LINE, series=rows).series[0]
    assert [len(run) for run in line.lines] == [2]
    assert len(line.dots) == 3
    assert laid(series=rows).series[0].bars[1] is None
    assert len(laid(ChartType.AREA, series=rows).series[0].areas) == 1


def test_names_stand_at_the_ends_of_lines_where_they_have_room() -> None:
    apart = series({"A": (1.0, 2.0), "B": (5.0, 9.0)})
    figure = laid(ChartType.LINE, series=apart, categories=("x", "y"))
    assert figure.direct and figure.legend is None
    assert all_labels(figure) == ["A", "B"]
    close = series({"A": (1.0, 9.0), "B": (5.0, 9.1)})
    figure = laid(ChartType.LINE, series=close, categories=("x", "y"))
    assert not figure.direct and figure.legend
    assert [entry.label.text for entry in figure.legend.entries] == ["A", "B"]


def test_names_in_a_legend_stand_as_far_apart_as_their_font_asks_for() -> None:
    usual, airy = (laid(ChartType.DOUGHNUT, room=room).legend for room in (ROOM, replace(ROOM, pitch=1.4)))
    assert usual and airy
    assert usual.box.h == pytest.approx(len(QUARTERS) * SIZE * ROOM.pitch)
    assert airy.box.h == pytest.approx(len(QUARTERS) * SIZE * 1.4)


def test_a_single_series_needs_no_legend() -> None:
    figure = laid(series=series({"A": (1.0, 2.0, 3.0, 4.0)}))
    assert figure.legend is None and not figure.direct


def test_the_others_are_muted() -> None:
    inks = [marks.ink for marks in laid(emphasized=frozenset({"South"})).series]
    assert inks[0] == inks[2] == MUTED
    assert inks[1].role == PALETTE[0].role
    one = laid(series=series({"A": (1.0, 2.0, 3.0, 4.0)}), emphasized=frozenset({"Q2"})).series[0]
    assert [ink == MUTED for ink in one.inks] == [True, False, True, True]


def test_colours_differ_as_long_as_there_are_some() -> None:
    rows = series(dict.fromkeys("ABCDEF", (1.0, 2.0, 3.0, 4.0)))
    assert [marks.ink.role for marks in laid(series=rows).series] == [ink.role for ink in PALETTE]


def test_a_pie_goes_clockwise_round_the_whole() -> None:
    figure = laid(ChartType.PIE)
    slices = [marks.slice for marks in figure.series if marks.slice]
    assert [piece.start for piece in slices] == pytest.approx([0.0, 12 / 56, 27 / 56, 38 / 56])
    assert slices[-1].end == pytest.approx(1.0)
    assert figure.direct and all_labels(figure) == list(QUARTERS)


def test_a_pie_shows_shares_in_a_format_of_per_cent() -> None:
    figure = laid(ChartType.PIE, labels=True, format="0%")
    assert all_labels(figure)[1::2] == ["21%", "27%", "20%", "32%"]
    assert "12" in all_labels(laid(ChartType.PIE, labels=True))


def test_a_part_too_small_for_its_label_has_none() -> None:
    rows = series({"A": (500.0, *(1.0 for _ in range(9)))})
    names = tuple(f"part {n}" for n in range(10))
    figure = laid(ChartType.PIE, series=rows, categories=names, labels=True)
    assert figure.legend and not figure.direct
    assert all_labels(figure) == ["500"]
    assert all(marks.silent for marks in figure.series[1:])


def test_labels_inside_stand_on_their_fill() -> None:
    labels = [
        label for marks in laid(stacking=Stacking.STACKED, labels=True).series for label in marks.labels
    ]
    assert labels and all(label.on for label in labels)


@pytest.mark.parametrize("kind", BARS)
def test_labels_below_zero_keep_off_the_names(kind: ChartType) -> None:
    figure = laid(kind, series=series({"A": (-5.0, 3.0, -2.0, 1.0)}), labels=True)
    assert figure.y and figure.y.scale and figure.y.scale.minimum < -5.0
    label = figure.series[0].labels[0]
    assert label.at.x - ROOM.measure(label.text) > figure.plot.x or kind is ChartType.COLUMN
    assert label.at.y + SIZE / 2 < figure.plot.bottom


def test_words_use_the_signs_of_the_language() -> None:
    figure = laid(labels=True, format="#,##0.0", series=series({"A": (1234.5, 2.0, 3.0, 4.0)}), lang="de")
    assert "1.234,5" in all_labels(figure)


def test_long_names_wrap_then_slant_then_are_passed_over() -> None:
    def names(count: int, name: str) -> Figure:
        categories = tuple(f"{name} {n}" for n in range(count))
        return laid(series=series({"A": tuple(float(n) for n in range(count))}), categories=categories)

    wrapped, slanted, passed = names(6, "Public administration"), names(20, "Department"), names(70, "x")
    assert wrapped.x and slanted.x and passed.x
    assert len(wrapped.x.labels) > 6 and not any(label.slanted for label in wrapped.x.labels)
    assert len(slanted.x.labels) == 20 and all(label.slanted for label in slanted.x.labels)
    assert passed.x.skip > 1 and len(passed.x.labels) == -(-70 // passed.x.skip)


def test_steps_that_the_format_cannot_tell_apart_are_left_out() -> None:
    figure = laid(format="0", series=series({"A": (0.2, 0.9, 0.4, 1.0)}))
    assert figure.y
    assert [label.text for label in figure.y.labels] == ["0", "1"]


def test_years_have_no_groups_of_thousands() -> None:
    rows = (Series("A", (1.0, 2.0), (1917.0, 1939.0)),)
    figure = laid(ChartType.SCATTER, series=rows)
    assert figure.x and "1920" in [label.text for label in figure.x.labels]


def test_values_beyond_the_authors_ends_lie_outside_the_plot() -> None:
    figure = laid(
        ChartType.LINE, y=Bounds(0.0, 10.0), series=series({"A": (5.0, 20.0, 5.0, 1.0)}), labels=True
    )
    (run,) = figure.series[0].lines
    assert run[1].y < figure.plot.y
    assert figure.series[0].silent == (1,)


@pytest.mark.parametrize("kind", list(ChartType))
def test_a_mirrored_chart_is_read_from_the_right(kind: ChartType) -> None:
    plain, turned = laid(kind), laid(kind, room=replace(ROOM, mirrored=True))
    assert turned.mirrored is (kind is not ChartType.SCATTER)
    if kind is ChartType.SCATTER:
        assert turned.plot == plain.plot
        return
    assert turned.plot.x == pytest.approx(plain.width - plain.plot.right)
    if plain.legend and turned.legend:
        assert turned.legend.box.right == pytest.approx(plain.width - plain.legend.box.x)


@pytest.mark.parametrize("kind", AXES)
def test_titles_stand_beside_their_axes(kind: ChartType) -> None:
    room = replace(ROOM, x_title=titled(), y_title=titled())
    figure = laid(kind, room=room)
    assert figure.x and figure.y and figure.x.title and figure.y.title
    upright, lying = (figure.x, figure.y) if kind is ChartType.BAR else (figure.y, figure.x)
    assert upright.title and upright.title.bottom <= figure.plot.y
    assert lying.title and lying.title.y >= figure.plot.bottom


@pytest.mark.parametrize("kind", AXES)
def test_a_long_title_stands_on_end(kind: ChartType) -> None:
    lies = kind is ChartType.BAR
    room = replace(ROOM, x_title=titled(turned=True)) if lies else replace(ROOM, y_title=titled(turned=True))
    figure = laid(kind, room=room)
    upright = figure.x if kind is ChartType.BAR else figure.y
    assert upright and upright.title and upright.turned
    assert upright.title.right <= figure.plot.x


def _inside(figure: Figure, label: Label) -> bool:
    width = ROOM.measure(label.text)
    left = label.at.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    across = left >= -0.01 and left + width <= figure.width + 0.01
    return label.slanted or (across and SIZE / 3 <= label.at.y <= figure.height - SIZE / 3)


values = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3) + 0.0)
rows = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.one_of(values, st.none()), min_size=width, max_size=width).filter(any),
        min_size=1,
        max_size=4,
    )
)


@given(rows, st.sampled_from(AXES), st.sampled_from(list(Stacking)), st.booleans(), st.booleans())
def test_whatever_the_numbers_all_words_stand_in_the_frame(
    data: list[list[float | None]], kind: ChartType, stacking: Stacking, labels: bool, mirrored: bool
) -> None:
    names = tuple(f"name {i}" for i in range(len(data[0])))
    found = tuple(
        Series(f"series {n}", tuple(row), tuple(float(i) for i in range(len(row))))
        for n, row in enumerate(data)
    )
    stacking = Stacking.NONE if kind is ChartType.SCATTER else stacking
    given = replace(chart(kind), series=found, categories=names, stacking=stacking, labels=labels)
    figure = resolved(given, replace(ROOM, mirrored=mirrored))
    assert figure.plot.w > 0 and figure.plot.h > 0
    shown = [label for axis in (figure.x, figure.y) if axis for label in axis.labels]
    shown += [entry.label for entry in figure.legend.entries] if figure.legend else []
    assert all(_inside(figure, label) for label in shown)
    for marks in figure.series:
        for bar in filter(None, marks.bars):
            assert bar.y >= figure.plot.y - 0.01 and bar.bottom <= figure.plot.bottom + 0.01
            assert bar.x >= figure.plot.x - 0.01 and bar.right <= figure.plot.right + 0.01
