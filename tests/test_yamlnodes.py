"""Bytes → nodes: every position exact, every trap told, and no bytes that harm."""

from __future__ import annotations

import json
import re
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, Report, Span
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence, load

FILE = "outline.yaml"
SECONDS, MEGABYTES = 2.0, 200.0


def read(folder: Path, data: bytes | str) -> tuple[Node | None, list[Diagnostic], Report]:
    path = folder / FILE
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    report = Report()
    return load(path, FILE, report), report.sorted(), report


def values(node: Node | None) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence():
            return [found for item in node.items for found in values(item)]
        case Mapping():
            return [found for key, value in node.entries for found in (key, *values(value))]
        case None:
            return []


# --- Positions ----------------------------------------------------------------------------------


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


# --- What is read as typed ----------------------------------------------------------------------

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


@given(data=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_no_bytes_raise(tmp_path: Path, data: bytes) -> None:
    node, found, _ = read(tmp_path, data)
    assert node is not None or found or not data.strip()


lines = st.lists(
    st.text("ab -:#*&!%@`|>{}[]?,'\"\\\t\n", max_size=16), min_size=1, max_size=6
).map("\n".join)  # fmt: skip


@given(text=lines)
@example("- **a**: 'b\n  - [c")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400, deadline=None)
def test_every_sign_of_yaml_is_survived(tmp_path: Path, text: str) -> None:
    _, found, report = read(tmp_path, text)
    count = len(re.split(r"\r\n|\r|\n", report.sources[FILE]))
    for diagnostic in found:
        assert diagnostic.span is not None
        assert 1 <= diagnostic.span.line <= count
        assert diagnostic.span.column >= 1


# --- How to write it ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("- **Gains** in the west", '- "**Gains** in the west"'),
        ("- *it*", '- "*it*"'),
        ("- [link](x) and more", '- "[link](x) and more"'),
        ("- [x] done", '- "[x] done"'),
        ("- `code` first", '- "`code` first"'),
        ("- @name", '- "@name"'),
        ("- % of", '- "% of"'),
        ("- > 90", '- "> 90"'),
        ("- | x", '- "| x"'),
        ("- & c.", '- "& c."'),
        ("- &c more", '- "&c more"'),
        ("- !important", '- "!important"'),
        ("- ? why", '- "? why"'),
        ('- "Quoted" then more', "- '\"Quoted\" then more'"),
        ("- 'Tis", '- "\'Tis"'),
        ("- Note: this: that", '- "Note: this: that"'),
        ("- title: Capacity: what is it?", '- title: "Capacity: what is it?"'),
        ("title: Capacity: what is it?", 'title: "Capacity: what is it?"'),
        ("text: {{ name }}", 'text: "{{ name }}"'),
        ("text: {{ name }} and", 'text: "{{ name }} and"'),
        ("- Ranked #1", '- "Ranked #1"'),
        ("- **Key**: value", '- "**Key**: value"'),
        ("a: [b, `c`]", 'a: [b, "`c`"]'),
        ('- "C:\\beta"', "'C:\\beta'"),
        ('- "C:\\users"', "'C:\\users'"),
        ("- Gains\n  - sub", "`Gains:`"),
    ],
)
def test_hints_show_the_line_as_it_should_be(tmp_path: Path, line: str, hint: str) -> None:
    _, found, _ = read(tmp_path, line)
    assert len(found) == 1
    assert hint in found[0].hints[0]
    if hint.startswith(("-", "title", "text", "a:")):
        node, after, _ = read(tmp_path, hint)
        assert not after
        assert node is not None


@pytest.mark.parametrize(
    "text",
    [
        "- \"*it*\"\n- '[x] done'",
        'text: |\n  **bold**: `code`\n  - @name # not a comment\n  \ttab\n  {{ x }} "\nb: c',
        "a: [b, 'c', \"d: e\", {f: g}]  # flow",
        "a:\n  b: &x [1]\n  c: *x",
        "a: {text: b, items: [c,\n    d]}",
        'a: "b\n  c # d\n  e"',
        "a: b#c\nd: e:f\ng: 10%\nh: a & b\ni: x*y\nj: -k\nl: ?m",
        "- - a\n  - b",
        "%YAML 1.1\n---\na: b\n...\n",
    ],
)
def test_proper_yaml_is_read_in_silence(tmp_path: Path, text: str) -> None:
    node, found, _ = read(tmp_path, text)
    assert not found
    assert node is not None


# --- Bytes that are no outline ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"title: a\n- b\0c\n", "yaml-control", (2, 4)),
        ("title: caf\xe9\n".encode("latin-1"), "yaml-encoding", (1, 11)),
        ("é: é\nb: caf\xe9\n".encode() + b"b: \xff\n", "yaml-encoding", (3, 4)),
        ("a: b\n".encode("utf-16"), "yaml-encoding", None),
        (b"a: b\x07c\n", "yaml-control", (1, 5)),
        ("a: b\u2028c\n".encode(), "yaml-control", (1, 5)),
        (b"a: !!python/object/apply:os.system [ls]\n", "yaml-tag", (1, 4)),
        (b"- !!python/name:os.system\n", "yaml-tag", (1, 3)),
        (b"a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", (3, 1)),
        (b"---\na: 1\n---\nb: 2\n", "yaml-documents", (3, 1)),
        (b"\xef\xbb\xbf" + b"a: @b\n", "yaml-at", (1, 4)),
    ],
)
def test_bytes_that_are_refused(
    tmp_path: Path, data: bytes, code: str, place: tuple[int, int] | None
) -> None:
    _, found, _ = read(tmp_path, data)
    assert [diagnostic.code for diagnostic in found] == [code]
    span = found[0].span
    assert (None if span is None else (span.line, span.column)) == place


_LEVELS = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 200_000, "yaml-depth"),
        ("{a: " * 200_000, "yaml-depth"),
        ("- " * 200_000, "yaml-depth"),
        ("? " * 200_000, "yaml-depth"),
        ("[\n" * 200_000, "yaml-depth"),
        ("\n".join(" " * n + "a:" for n in range(3_000)), "yaml-depth"),
        ("l0: &l0 [a, a, a, a, a, a, a, a, a]\n" + _LEVELS, "yaml-bomb"),
        ("- a\n" * 400_000, "yaml-size"),
        ("a" * 16_000_001, "file-size"),
    ],
    ids=["brackets", "braces", "dashes", "questions", "lines", "indented", "aliases", "items", "bytes"],
)
def test_bombs_are_put_out(tmp_path: Path, text: str, code: str) -> None:
    tracemalloc.start()
    begun = time.process_time()
    _, found, _ = read(tmp_path, text)
    taken, peak = time.process_time() - begun, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [diagnostic.code for diagnostic in found] == [code]
    assert peak < MEGABYTES * 1e6
    assert taken < SECONDS * 4, "tracing costs time of its own"


@pytest.mark.parametrize(
    "line", ["- 'Tis", "- [a", "- Note: this: that", "- `a`", "a b", "\t- x", "- *a", '- "\\u"']
)
def test_many_mistakes_take_no_longer_than_few(tmp_path: Path, line: str) -> None:
    begun = time.process_time()
    _, found, _ = read(tmp_path, f"{line}\n" * 20_000)
    assert time.process_time() - begun < SECONDS
    assert 0 < len(found) <= 110


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    report = Report()
    assert load(tmp_path / "none.yaml", "none.yaml", report) is None
    assert load(tmp_path, "folder", report) is None
    assert load(Path("/dev/zero"), "zero", report) is None
    assert load(tmp_path / ("n" * 300), "long", report) is None
    codes = [diagnostic.code for diagnostic in report.sorted()]
    assert codes == ["file-missing", "file-folder", "file-unreadable", "file-unreadable"]
    assert not any(diagnostic.span for diagnostic in report.sorted())
