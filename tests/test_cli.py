"""The command as a user meets it: what it writes, what it says, how it exits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

GOOD = "title: Deck\nslides:\n  - title: One\n    bullets: [a, b]\n"
BAD = "title: Deck\nslides:\n  - title: One\n    bulets: [a, b]\n"


def deckgen(*arguments: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "deckgen", *map(str, arguments)],
        cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=60,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONUTF8": "1", **env},
    )  # fmt: skip


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_both_formats_by_default_named_after_the_outline(outline: Path) -> None:
    done = deckgen("build", "talk.yaml", cwd=outline.parent)
    assert (done.returncode, done.stderr) == (0, "")
    written = [outline.parent / line for line in done.stdout.splitlines()]
    assert [p.relative_to(outline.parent).as_posix() for p in written] == [
        "output/talk.pptx",
        "output/talk.html",
    ]
    assert all(p.stat().st_size > 5000 for p in written)


def test_one_format_and_a_folder(outline: Path) -> None:
    deckgen("build", "talk.yaml", "-t", "html", "-o", "site", cwd=outline.parent)
    assert [p.name for p in (outline.parent / "site").iterdir()] == ["talk.html"]


def test_one_file_by_name(outline: Path) -> None:
    done = deckgen("build", "talk.yaml", "-o", "hand-in/lecture.pptx", cwd=outline.parent)
    assert done.returncode == 0
    assert [p.name for p in (outline.parent / "hand-in").iterdir()] == ["lecture.pptx"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "missing.yaml"),
        ("build", "."),
        ("build", "talk.yaml", "--theme", "lectur"),
        ("build", "talk.yaml", "-t", "pdf"),
        ("build", "talk.yaml", "-t", "html", "-o", "a.pptx"),
        ("build", "talk.yaml", "--nonsense"),
        ("build", "talk.yaml", "--set", "name"),
        ("build", "talk.yaml", "--set", "=value"),
        ("build", "talk.yaml", "--set", "two words=value"),
        ("build", "talk.yaml", "--set", "name=a\x07b"),
        ("build", "talk.yaml", "--variant", "html"),
        ("build", "talk.yaml", "--variant", " "),
        ("build", "talk.yaml", "--data", "missing.yaml"),
        ("build", "talk.yaml", "--data", "."),
        ("fonts", "--theme", "nowhere"),
    ],
)
def test_usage_errors_exit_with_two_and_write_nothing(outline: Path, arguments: tuple[str, ...]) -> None:
    done = deckgen(*arguments, cwd=outline.parent)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert [p.name for p in outline.parent.iterdir()] == ["talk.yaml"]


def test_an_unknown_theme_is_answered_with_the_known_ones(outline: Path) -> None:
    done = deckgen("build", "talk.yaml", "--theme", "lectur", cwd=outline.parent)
    assert "did you mean `lecture`?" in done.stderr
    assert "night" in done.stderr


def test_an_error_says_where_and_leaves_the_former_files(outline: Path) -> None:
    deckgen("build", "talk.yaml", cwd=outline.parent)
    output = outline.parent / "output"
    before = {p.name: p.read_bytes() for p in output.iterdir()}
    outline.write_text(BAD, encoding="utf-8")
    done = deckgen("build", "talk.yaml", cwd=outline.parent)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("talk.yaml:4:5: error[unknown-key]: ")
    assert "    4 |     bulets: [a, b]\n      |     ^^^^^^" in done.stderr
    assert "did you mean `bullets`?" in done.stderr
    assert {p.name: p.read_bytes() for p in output.iterdir()} == before


def test_the_report_as_data(outline: Path) -> None:
    outline.write_text(BAD, encoding="utf-8")
    done = deckgen("build", "talk.yaml", "--report", "json", cwd=outline.parent)
    assert done.returncode == 1
    data = json.loads(done.stdout)
    first = data["diagnostics"][0]
    assert (first["file"], first["line"], first["column"]) == ("talk.yaml", 4, 5)
    assert (first["severity"], first["code"]) == ("error", "unknown-key")
    assert data["written"] == []


def test_strict_makes_a_warning_an_error(outline: Path) -> None:
    outline.write_text(GOOD + "    notes: Ranked #1\n", encoding="utf-8")
    assert deckgen("build", "talk.yaml", cwd=outline.parent).returncode == 0
    done = deckgen("build", "talk.yaml", "--strict", cwd=outline.parent)
    assert done.returncode == 1
    assert "error[" in done.stderr


VARIABLE = """
title: Year {{ year }}
vars: {year: 2025, month: May}
slides:
  - title: "{{ month }} {{ year }} {{ what }}"
  - {title: For teachers, only: teacher}
  - {title: For class, only: [class, home]}
  - {for: {each: row, in: rows}, title: "{{ row.name }}: {{ row.share:0.0% }}"}
"""


def test_names_data_and_variants(outline: Path) -> None:
    outline.write_text(VARIABLE, encoding="utf-8")
    (outline.parent / "rows.csv").write_text("name,share\nA,0.5\nB,12%\n", encoding="utf-8")
    (outline.parent / "more.yaml").write_text("month: June\nyear: 1\nwhat: <b>*x*</b>\n", encoding="utf-8")
    options = ("--set", "year=2026", "--data", "rows.csv", "--data", "more.yaml", "--variant", "home")
    done = deckgen("build", "talk.yaml", *options, "-t", "html", cwd=outline.parent)
    assert (done.returncode, done.stderr) == (0, "")
    html = (outline.parent / "output" / "talk.html").read_text(encoding="utf-8")
    for words in ("Year 2026", "June 2026 &lt;b&gt;*x*&lt;/b&gt;", "For class", "A: 50.0%", "B: 12.0%"):
        assert f">{words}<" in html
    assert "For teachers" not in html


def test_what_the_outline_does_not_ask_for_is_a_warning(outline: Path) -> None:
    done = deckgen("build", "talk.yaml", "--set", "yaer=1", "--variant", "techer", cwd=outline.parent)
    assert done.returncode == 0
    assert "warning[unused-name]: `--set yaer=…` changes nothing" in done.stderr
    assert "warning[unknown-variant]: `--variant techer` changes nothing" in done.stderr
    assert deckgen("build", "talk.yaml", "--set", "yaer=1", "--strict", cwd=outline.parent).returncode == 1


def test_a_broken_data_file_is_a_problem_at_its_place(outline: Path) -> None:
    (outline.parent / "more.json").write_text('{"a": 1,\n "b" 2}', encoding="utf-8")
    done = deckgen("build", "talk.yaml", "--data", "more.json", cwd=outline.parent)
    assert done.returncode == 1
    assert done.stderr.startswith("more.json:2:6: error[bad-data]: this is no JSON: ")
    assert '    2 |  "b" 2}' in done.stderr


def test_twice_the_same_bytes(outline: Path) -> None:
    for folder, seed in (("a", "1"), ("b", "2")):
        done = deckgen("build", "talk.yaml", "-o", folder, cwd=outline.parent, PYTHONHASHSEED=seed)
        assert done.returncode == 0
    for name in ("talk.pptx", "talk.html"):
        first, second = ((outline.parent / folder / name).read_bytes() for folder in ("a", "b"))
        assert first == second


def test_help_and_version(outline: Path) -> None:
    assert "editable PowerPoint" in deckgen("--help", cwd=outline.parent).stdout
    assert "--watch" in deckgen("build", "--help", cwd=outline.parent).stdout
    assert deckgen("--version", cwd=outline.parent).stdout.startswith("deckgen, version 0.")


def test_fonts_are_written_static_and_named_as_a_family(outline: Path) -> None:
    from fontTools.ttLib import TTFont

    done = deckgen("fonts", "--theme", "night", "-o", "f", cwd=outline.parent)
    assert done.returncode == 0
    files = {p.name: p for p in (outline.parent / "f").iterdir()}
    assert {"Mulish-Regular.ttf", "Mulish-BoldItalic.ttf", "SourceCodePro-Bold.ttf"} <= set(files)
    font = TTFont(files["SourceCodePro-Bold.ttf"])
    assert "fvar" not in font
    assert font["name"].getDebugName(1) == "Source Code Pro"
    assert font["name"].getDebugName(2) == "Bold"
    assert font["OS/2"].fsSelection & 0b100000


def test_the_fonts_of_a_theme_file(outline: Path) -> None:
    mine = "extends: swiss\nfonts:\n  body: {name: Lato, family: Lato}\n"
    (outline.parent / "mine.yaml").write_text(mine, encoding="utf-8")
    done = deckgen("fonts", "--theme", "mine.yaml", "-o", "f", cwd=outline.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert {p.name for p in (outline.parent / "f").iterdir()} == {
        "Lato-Regular.ttf", "Lato-Bold.ttf", "Lato-Italic.ttf", "Lato-BoldItalic.ttf",
    }  # fmt: skip


def test_fonts_that_office_has_are_not_written(outline: Path) -> None:
    done = deckgen("fonts", "--theme", "swiss", cwd=outline.parent)
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing to install" in done.stderr
    assert [p.name for p in outline.parent.iterdir()] == ["talk.yaml"]


def test_the_fonts_of_a_broken_theme_file_are_an_error(outline: Path) -> None:
    (outline.parent / "mine.yaml").write_text("extends: swiss\ncolours: {}\n", encoding="utf-8")
    done = deckgen("fonts", "--theme", "mine.yaml", cwd=outline.parent)
    assert done.returncode == 1
    assert done.stderr.startswith("mine.yaml:2:1: error[unknown-token]: ")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_watch_builds_again_and_survives_errors(outline: Path) -> None:
    data = outline.parent.parent / f"{outline.parent.name}-data.json"
    data.write_text('{"what": "first"}', encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "deckgen", "build", "talk.yaml", "--watch", "-t", "html", "--data", str(data)],
        cwd=outline.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        # A shell that runs the tests in the background has them, and what they start, ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    target = outline.parent / "output" / "talk.html"

    def wait(until: str, content: str) -> None:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if target.exists() and until in target.read_text(encoding="utf-8"):
                return
            time.sleep(0.1)
        raise AssertionError(f"{until!r} never came after {content!r}")

    try:
        wait(">One<", GOOD)
        outline.write_text(BAD, encoding="utf-8")
        time.sleep(1.0)
        outline.write_text(GOOD.replace("One", "Changed"), encoding="utf-8")
        wait(">Changed<", "changed")
        outline.write_text(GOOD.replace("One", "'{{ what }}'"), encoding="utf-8")
        wait(">first<", "the name")
        data.write_text('{"what": "second"}', encoding="utf-8")
        wait(">second<", "the data file")
    finally:
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=20)
    assert "error[unknown-key]" in output
    assert "Traceback" not in output
    assert process.returncode == 0


def test_a_killed_build_leaves_the_former_file_whole(outline: Path) -> None:
    """Killed at any moment, a build leaves the old file or the new one, never a part."""
    slides = "".join(f"  - title: Slide {i}\n    bullets: [a, b, c]\n" for i in range(300))
    outline.write_text("title: Deck\nslides:\n" + slides, encoding="utf-8")
    deckgen("build", "talk.yaml", "-t", "html", cwd=outline.parent)
    target = outline.parent / "output" / "talk.html"
    whole = target.read_bytes()
    for moment in (0.2, 0.3, 0.4):
        process = subprocess.Popen(
            [sys.executable, "-m", "deckgen", "build", "talk.yaml", "-t", "html"],
            cwd=outline.parent, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(moment)
        process.kill()
        process.wait()
        assert target.read_bytes() == whole
