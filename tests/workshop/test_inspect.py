"""`deckgen theme inspect`: the table, and the theme file beside it."""

from __future__ import annotations

from pathlib import Path

import yaml
from click.testing import CliRunner

from deckgen.cli import main
from deckgen.template.match import OURS
from tests.template.make import made, saved
from tests.template.shapes import ordinary


def test_a_line_for_each_of_our_layouts_and_a_theme_file(tmp_path: Path) -> None:
    brand, target = saved(made(ordinary()), tmp_path, "brand.potx"), tmp_path / "themes" / "mine.yaml"
    done = CliRunner().invoke(main, ["theme", "inspect", str(brand), "-o", str(target)])
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines[1:-1]] == list(OURS)
    assert "Title Slide" in lines[1]
    assert lines[-1] == str(target)
    assert yaml.safe_load(target.read_text("utf-8"))["extends"] == "../brand.potx"


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    brand, target = saved(made(ordinary()), tmp_path, "brand.potx"), tmp_path / "mine.yaml"
    target.write_text("extends: night\n", "utf-8")
    done = CliRunner().invoke(main, ["theme", "inspect", str(brand), "-o", str(target)])
    assert done.exit_code == 1
    assert "error[file-exists]" in done.stderr
    assert target.read_text("utf-8") == "extends: night\n"


def test_a_file_that_is_no_template(tmp_path: Path) -> None:
    brand = tmp_path / "brand.potx"
    brand.write_bytes(b"PK nothing")
    done = CliRunner().invoke(main, ["theme", "inspect", str(brand)])
    assert done.exit_code == 1
    assert done.stderr.count("error[") == 1


def test_a_new_theme_from_a_template(tmp_path: Path) -> None:
    brand = saved(made(ordinary()), tmp_path, "brand.potx")
    done = CliRunner().invoke(main, ["theme", "new", str(tmp_path / "mine"), "--from", str(brand)])
    assert (done.exit_code, done.stderr) == (0, "")
    assert yaml.safe_load((tmp_path / "mine" / "theme.yaml").read_text("utf-8"))["extends"] == "../brand.potx"
    done = CliRunner().invoke(main, ["theme", "show", str(tmp_path / "mine")])
    assert done.exit_code == 0
    assert done.stdout.startswith("mine: ")
