"""A chart in words and in rows says every number that it shows."""

from __future__ import annotations

from deckgen.figures.charts import ChartType, data_rows, described
from tests.figures.charts.charts import chart, series


def test_the_words_name_every_series_with_its_values() -> None:
    words = described(chart(), "The South grew.")
    assert words.startswith("The South grew. North: Q1 12, Q2 15, Q3 11, Q4 18. South: Q1 9")


def test_of_many_values_the_telling_ones_are_read_out() -> None:
    row = tuple(float(abs(50 - n)) for n in range(120))
    long = chart(series=series({"A": row}), categories=tuple(map(str, range(120))))
    assert described(long) == "A: 0 50, 50 0, 119 69"


def test_the_rows_hold_every_number() -> None:
    rows = data_rows(chart())
    assert rows[0] == ("Quarter", "North", "South", "West")
    assert rows[1] == ("Q1", "12", "9", "5")
    assert len(rows) == 5


def test_what_is_not_known_is_empty() -> None:
    rows = data_rows(chart(series=series({"A": (1.0, None, 3.0, 4.5)})))
    assert [row[1] for row in rows[1:]] == ["1.0", "", "3.0", "4.5"]


def test_points_are_rows_of_their_own() -> None:
    rows = data_rows(chart(ChartType.SCATTER))
    assert rows[1] == ("North", "1", "12")
    assert len(rows) == 13
