"""The reference of the theme language names every key, and every key that it names there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.figures.code import TOKENS
from deckgen.figures.presets import GUIDES
from deckgen.model import PAGE
from deckgen.theme import CalloutLook, Least, QuoteLook, TableLook, TimelineLook
from deckgen.themefile import blocks, decorations, layouts, load_theme, places, resolve, textstyles, theme_ref

REFERENCE = (Path(__file__).parents[2] / "docs" / "theme-reference.md").read_text(encoding="utf-8")

SECTIONS = {
    "Keys at the top": resolve.THEME_KEYS,
    "`fonts`": resolve.FONT_KEYS,
    "`scale`": textstyles.SCALE_KEYS,
    "`grid`": resolve.GRID_KEYS,
    "`styles`": textstyles.STYLE_KEYS,
    "`code`": blocks.CODE_KEYS,
    "`chart`": blocks.CHART_KEYS,
    "`radius`": blocks.RADIUS_KEYS,
    "`callout`": blocks.CALLOUT_KEYS,
    "`table`": blocks.TABLE_KEYS,
    "`timeline`": blocks.TIMELINE_KEYS,
    "`quote`": blocks.QUOTE_KEYS,
    "`contrast`": resolve.CONTRAST_KEYS,
    "`transition`": resolve.TRANSITION_KEYS,
    "`master` and `layouts`": (
        *layouts.MASTER_KEYS, *layouts.LAYOUT_KEYS, *layouts.SLOT_KEYS, *decorations.LOGO_KEYS,
    ),
    "Decorations": (
        *decorations.SHAPE_KEYS, *decorations.PICTURE_KEYS, *decorations.TEXT_KEYS, *decorations.LINE_KEYS,
    ),
}  # fmt: skip
"""Headings of the reference, and the keys that the tables below each name in their first column."""


def section(heading: str) -> str:
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", REFERENCE, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_key_stands_in_its_table(heading: str) -> None:
    rows = re.findall(r"^\| (`[^|]*`) \|", section(heading), re.MULTILINE)
    named = {key for row in rows for key in re.findall(r"`(\w+)`", row)}
    elsewhere = {"name", "box", *places.PLACE_KEYS} if heading == "Decorations" else set()
    assert named | elsewhere == set(SECTIONS[heading])


def test_words_that_a_key_takes_are_all_named() -> None:
    assert set(GUIDES) <= set(re.findall(r"\w+", section("Decorations")))
    assert set(TOKENS) <= set(re.findall(r"\w+", section("`code`")))
    assert set(textstyles.REQUIRED) <= set(re.findall(r"[\w-]+", section("`styles`")))
    assert set(layouts.ORDER) <= set(re.findall(r"[\w-]+", section("`master` and `layouts`")))


def test_the_defaults_of_the_tables_are_those_of_the_code() -> None:
    usual = {
        "`callout`": CalloutLook(),
        "`timeline`": TimelineLook(),
        "`quote`": QuoteLook(),
        "`contrast`": Least(),
        "`table`": TableLook(),
    }
    for heading, look in usual.items():
        rows = re.findall(r"^\| `(\w+)` \|.*\| `([\d.]+)` \|$", section(heading), re.MULTILINE)
        assert rows
        assert {key: float(value) for key, value in rows} == {key: getattr(look, key) for key, _ in rows}


@pytest.mark.parametrize("block", re.findall(r"```yaml\n(.*?)```", REFERENCE, re.DOTALL))
def test_the_examples_can_be_read(tmp_path: Path, block: str) -> None:
    for name in ("logo.svg", "seal.svg"):
        (tmp_path / name).write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    text = block if "extends" in block else "extends: lecture\nmaster:\n  " + block.replace("\n", "\n  ")
    (tmp_path / "theme.yaml").write_text(text, encoding="utf-8")
    report = Report()
    assert load_theme(theme_ref(str(tmp_path / "theme.yaml")), PAGE, report), report.sorted()
