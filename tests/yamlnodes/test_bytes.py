"""Any bytes at all → a tree or diagnostics, soon and in little memory."""

from __future__ import annotations

import re
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.yamlnodes import load
from tests.yamlnodes.loading import FILE, read

SECONDS, MEGABYTES = 20.0, 200.0


@given(data=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_no_bytes_raise(tmp_path: Path, data: bytes) -> None:
    node, found, _ = read(tmp_path, data)
    if node is None and not found:
        lines = (line.strip() for line in data.decode("utf-8-sig").splitlines())
        assert all(not line or line.startswith(("#", "%", "---", "...")) for line in lines)


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
        (b"\xef\xbb\xbf" * 2 + b"a: b\nc: d\n", "yaml-control", (1, 1)),
        (b"\x0ca: b\nc: d\n", "yaml-control", (1, 1)),
    ],
)
def test_bytes_that_are_refused(
    tmp_path: Path, data: bytes, code: str, place: tuple[int, int] | None
) -> None:
    _, found, _ = read(tmp_path, data)
    assert [diagnostic.code for diagnostic in found] == [code]
    span = found[0].span
    assert (None if span is None else (span.line, span.column)) == place


_LEVELS = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12)) + "last: *l11\n"


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
        ("- a\n" * 260_000, "yaml-size"),
        ("a" * 16_000_001, "file-size"),
        ("a: " + "word " * 100_000, "yaml-size"),
        ("a: b\n" + "k" * 3_000_000 + ": a\n", "yaml-syntax"),
        ("".join(f"key{n}: a\n" for n in range(100_000)), "yaml-size"),
        (f"- &a {'word ' * 9_000}\n" + "- *a\n" * 9_000, "yaml-bomb"),
    ],
    ids=[
        "brackets",
        "braces",
        "dashes",
        "questions",
        "lines",
        "indented",
        "aliases",
        "items",
        "bytes",
        "text",
        "key",
        "keys",
        "copies",
    ],
)
def test_bombs_are_put_out(tmp_path: Path, text: str, code: str) -> None:
    begun = time.process_time()
    _, found, _ = read(tmp_path, text)
    assert time.process_time() - begun < SECONDS
    assert [diagnostic.code for diagnostic in found] == [code]
    tracemalloc.start()
    read(tmp_path, text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEGABYTES * 1e6


@pytest.mark.parametrize(
    "line", ["- 'Tis", "- [a", "- Note: this: that", "- `a`", "a: b: c", "\t- x", "- *a", '- "\\u"']
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
