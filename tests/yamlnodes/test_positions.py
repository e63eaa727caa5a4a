"""Characters → nodes: the place of each, and nothing changed on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Span
from deckgen.yamlnodes import Scalar
from tests.yamlnodes.loading import FILE, read, values


def test_spans_are_those_of_the_author(tmp_path: Path) -> None:
    node, found, _ = read(tmp_path, "title: Ünder\nslides:\n  - a: 'b'\n")
    assert not found
    assert [scalar.span for scalar in values(node)] == [
        Span(FILE, 1, 1, 5), Span(FILE, 1, 8, 5), Span(FILE, 2, 1, 6), Span(FILE, 3, 5, 1),
        Span(FILE, 3, 8, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        "key: one X two",
        "key: 'one X two'",
        '"key": "one X two"',
        "key: 'it''s an X'",
        r'key: "tab\tand \"quotes\" and é X"',
        r'key: "\u00e9\x41 \U0001F600 X"',
        'key: "one\n  two\n\n  three X"',
        'key: "one\\\n  two X"',
        "key: one\n  two\n\n  X three",
        "key: |\n  one\n    two\n\n  three X\n  four",
        "key: |2-\n    one\n  X",
        "key: >\n  one\n  two\n\n  three X\n",
        "- key: |\r\n    one\r\n    two X\r\n- b",
        "\ufeffkey: X",
    ],
)
def test_at_finds_each_character_where_it_stands(tmp_path: Path, written: str) -> None:
    node, found, report = read(tmp_path, written)
    assert not found
    scalar = next(scalar for scalar in values(node) if "X" in scalar.text)
    span = scalar.at(scalar.text.index("X"))
    line = report.source_line(span)
    assert line is not None
    assert line[span.column - 1] == "X"


words = st.text("abXé \\\"'#:-", min_size=1, max_size=20).filter(lambda text: text == text.strip())


@given(lines=st.lists(words, min_size=1, max_size=5), block=st.sampled_from("|>"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_at_is_exact_in_block_scalars(tmp_path: Path, lines: list[str], block: str) -> None:
    written = f"key: {block}\n" + "".join(f"  {line}\n" for line in lines)
    node, found, report = read(tmp_path, written)
    assert not found
    scalar = values(node)[1]
    for offset, sign in enumerate(scalar.text):
        if not sign.isspace():
            span = scalar.at(offset)
            line = report.source_line(span)
            assert line is not None
            assert line[span.column - 1] == sign


def test_at_without_a_source_counts_from_the_span() -> None:
    assert Scalar("abc", True, Span(FILE, 3, 5)).at(2) == Span(FILE, 3, 7)


printable = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\u2028\u2029\ufeff"), max_size=60
)


@given(text=printable)
@example("{{ x }} [y](z) # a: b")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_text_in_json_quotes_is_read_back(tmp_path: Path, text: str) -> None:
    written = f"a: {json.dumps(text, ensure_ascii=False)}\nb:\n  - {json.dumps(text, ensure_ascii=False)}\n"
    node, found, _ = read(tmp_path, written)
    assert not found
    assert [scalar.text for scalar in values(node)] == ["a", text, "b", text]


def test_plain_scalars_are_never_typed(tmp_path: Path) -> None:
    typed = [
        "no",
        "on",
        "1.10",
        "0x1F",
        "12:30",
        "1939-08-23",
        "~",
        "null",
        "=",
        "1_000",
        "-5",
        ".5",
        "a:b",
        "<<",
    ]
    node, found, _ = read(tmp_path, "".join(f"- {word}\n" for word in typed))
    assert not found
    assert [scalar.text for scalar in values(node)] == typed
