"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.files import write_all


def test_writes_every_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    report = Report()
    files = {tmp_path / "new" / "a.pptx": b"one", tmp_path / "b.html": b"two"}
    assert write_all(files, report) == tuple(files)
    assert {p: p.read_bytes() for p in files} == files
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["a.pptx", "b.html"]
    assert not report.sorted()


def test_a_read_only_target_stops_all(tmp_path: Path) -> None:
    locked, other = tmp_path / "a.html", tmp_path / "b.pptx"
    locked.write_bytes(b"old")
    other.write_bytes(b"old too")
    locked.chmod(0o444)
    report = Report()
    assert write_all({other: b"new", locked: b"new"}, report) == ()
    assert (locked.read_bytes(), other.read_bytes()) == (b"old", b"old too")
    assert [d.code for d in report.sorted()] == ["cannot-write"]
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_in_the_way_is_a_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").mkdir()
    report = Report()
    assert write_all({tmp_path / "a.pptx": b"x"}, report) == ()
    assert "is a folder" in report.sorted()[0].message


def test_a_failure_while_replacing_keeps_the_former_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pptx"
    target.write_bytes(b"old")

    def refuse(self: Path, _: Path) -> None:
        raise PermissionError(13, "in use", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    report = Report()
    assert write_all({target: b"new"}, report) == ()
    assert target.read_bytes() == b"old"
    assert report.has_errors
    assert len(list(tmp_path.iterdir())) == 1


def test_file_modes_are_those_of_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    write_all({tmp_path / "a.html": b"x"}, Report())
    assert (tmp_path / "a.html").stat().st_mode == plain.stat().st_mode
