"""Code blocks as they are read: the source unchanged, from the outline or from a file."""

from __future__ import annotations

import datetime
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.model import Build, Code, characters, plain
from deckgen.source.reader import read_deck

SOURCE = "def f(x):\n\treturn x  # {{ x }}\n\n\nf(1)\n"


def read(folder: Path, block: str) -> Code:
    (folder / "outline.yaml").write_text(f"title: A\nslides:\n  - title: B\n    {block}\n", "utf-8")
    report = Report()
    deck = read_deck(folder / "outline.yaml", report, datetime.date(2026, 11, 23))
    assert report.sorted() == []
    assert deck
    (code,) = deck.slides[-1].blocks
    assert isinstance(code, Code)
    return code


def lines(code: Code) -> list[str]:
    return [characters(line) for line in code.lines]


def kinds(code: Code) -> set[str]:
    return {run.token for line in code.lines for run in line}


def test_nothing_in_code_is_markdown_a_variable_or_a_comment_of_yaml(tmp_path: Path) -> None:
    source = "**a** {{ b }} # `c`"
    code = read(tmp_path, f"code: |\n      {source}\n\n        $d$ \\\\\n\n")
    assert lines(code) == [source, "", "  $d$ \\\\"]
    assert kinds(code) == {""}


def test_a_file_s_ending_gives_its_language_and_tabs_become_spaces(tmp_path: Path) -> None:
    (tmp_path / "f.py").write_text(SOURCE, "utf-8")
    code = read(tmp_path, "code: {file: f.py}")
    assert lines(code) == ["def f(x):", "    return x  # {{ x }}", "", "", "f(1)"]
    assert {"keyword", "function", "comment", "number"} <= kinds(code)
    assert (code.first, code.numbers, code.steps) == (1, False, ())


def test_a_language_that_is_named_comes_before_the_file_s(tmp_path: Path) -> None:
    (tmp_path / "f.py").write_text(SOURCE, "utf-8")
    assert kinds(read(tmp_path, "code: {file: f.py, lang: plain}")) == {""}


def test_files_of_other_systems(tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_bytes(b"\xef\xbb\xbfone\r\n\ttwo\rthree")
    assert lines(read(tmp_path, "code: {file: f.txt}")) == ["one", "    two", "three"]


def test_lines_keep_the_file_s_numbers(tmp_path: Path) -> None:
    (tmp_path / "f.py").write_text(SOURCE, "utf-8")
    keys = 'lines: 2-5, numbers: true, highlight: [all, 2, "2-3, 5"], caption: "*a*"'
    code = read(tmp_path, f"code: {{file: f.py, {keys}}}")
    assert lines(code)[0] == "    return x  # {{ x }}"
    assert (code.first, code.numbers) == (2, True)
    assert code.steps == ((), ((2, 2),), ((2, 3), (5, 5)))
    assert plain(code.caption) == "a"
    assert code.caption[0].italic


def test_one_step_needs_no_list(tmp_path: Path) -> None:
    assert read(tmp_path, "code: {source: a, highlight: 1}").steps == (((1, 1),),)


def test_how_it_is_built(tmp_path: Path) -> None:
    code = read(tmp_path, "code: {source: a, incremental: whole, id: x}")
    assert (code.incremental, code.id) == (Build.WHOLE, "x")


def test_every_line_knows_where_it_stands_in_the_outline(tmp_path: Path) -> None:
    code = read(tmp_path, "code: |\n\n\n      third\n      fourth\n")
    assert code.origin
    assert (code.origin.line + 2, code.origin.column) == (7, 7)
    code = read(tmp_path, "code: {source: a b}")
    assert code.origin
    assert (code.origin.line, code.origin.column) == (4, 20)
    code = read(tmp_path, "code:\n      lines: 2-3\n      source: |\n        a\n\n        c\n")
    assert code.origin
    assert (code.origin.line, code.origin.column) == (8, 9)
    (tmp_path / "f.py").write_text(SOURCE, "utf-8")
    assert read(tmp_path, "code: {file: f.py}").origin is None
