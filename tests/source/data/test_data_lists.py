"""Lists of mappings in YAML and JSON, and rows chosen from any table."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.source.data import find_column, read_where, select, table_of
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence, Source
from deckgen.yamlnodes.parse import parse
from tests.source.data.reading import read, scope_in


def nodes(text: str) -> Node:
    node = parse(Source("outline.yaml", text), Report())
    assert node is not None
    return node


def test_lists_of_mappings(tmp_path: Path) -> None:
    table = read(tmp_path, "d.yaml", b"- {name: Ada, year: 1815}\n- {year: 1.10, place: London}\n")
    assert table.columns == ("name", "year", "place")
    assert table.rows == (("Ada", "1815", ""), ("", "1.10", "London"))
    assert (table.span(1, 2).line, table.span(1, 2).column) == (2, 23)
    table = read(tmp_path, "d.json", b'[{"name": "Ada", "year": 1.50}, {"name": null, "year": true}]')
    assert table.rows == (("Ada", "1.50"), ("", "true"))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("d.yaml", b"a: 1\n", "is no list of mappings"),
        ("d.yaml", b"- {a: [1]}\n", "not a list"),
        ("d.json", b'{"a": 1}', "is no list of mappings"),
        ("d.json", b'[{"a": }]', "this is no JSON"),
        ("d.json", b'[{"a": {}}]', "not a mapping"),
        ("d.json", b'[{"a": "\\u0000"}]', "control character"),
        ("d.json", b"[" * 100_000, ""),
        ("d.json", b"[]", "is empty"),
    ],
)
def test_others(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    report = Report()
    read(tmp_path, name, data, report)
    assert [words in found.message for found in report.sorted()] == [True]


def test_rows_are_chosen_by_what_stands_in_them(tmp_path: Path) -> None:
    node = nodes(
        "- {region: North, year: 1938}\n- {region: South, year: 1938}\n- {region: North, year: 1939}\n"
    )
    assert isinstance(node, Sequence)
    table = table_of(node, scope_in(tmp_path))
    assert table is not None
    assert select(table, {"region": ["North"], "year": ["1939", "1940"]}).rows == (("North", "1939"),)
    chosen = select(table, {"year": ["1938"], "region": ["South", "North"]})
    assert [chosen.span(i).line for i in range(2)] == [1, 2]
    with pytest.raises(ValueError, match="unpack"):
        select(table, {"nothing": ["x"]})


@pytest.mark.parametrize(
    ("where", "code", "words"),
    [
        ("{region: North, year: [1938, 1939]}", "", ""),
        ("{regoin: North}", "unknown-column", "no column `regoin`"),
        ("{region: Nroth}", "no-rows", "no row of `d.csv` has `Nroth` as its `region`"),
        ("{region: South, year: 1939}", "no-rows", "all of these"),
        ("{region: {a: 1}}", "wrong-value", "not a mapping"),
        ("[region]", "wrong-value", "wants a mapping, not a list"),
    ],
)
def test_where(tmp_path: Path, where: str, code: str, words: str) -> None:
    report = Report()
    table = read(tmp_path, "d.csv", b"region,year\nNorth,1938\nSouth,1938\nNorth,1939\n")
    found = read_where(nodes(where), table, scope_in(tmp_path, report))
    if not code:
        assert len(found.rows) == 2
    assert [(d.code, words in d.message) for d in report.sorted()] == ([(code, True)] if code else [])


def test_a_name_of_two_columns(tmp_path: Path) -> None:
    report = Report()
    table = read(tmp_path, "d.csv", b"a,a\n1,2\n")
    assert find_column(Scalar("a", True, table.span(-1)), table, scope_in(tmp_path, report)) is None
    assert [d.code for d in report.sorted()] == ["unknown-column"]
    assert isinstance(nodes("a: 1"), Mapping)
