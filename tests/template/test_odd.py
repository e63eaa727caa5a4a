"""Templates that nobody would make: a theme comes of each, and its places lie on the page."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.theme import Theme
from tests.template.make import made, saved
from tests.template.shapes import COLORS, DARK, MAP, Layout, Master, level, placeholder

TYPES = ("title", "ctrTitle", "subTitle", "body", "", "pic", "chart", "tbl", "media", "dt", "ftr", "sldNum")
OUTLINE = """theme: brand.potx
title: A deck of its own
author: A. Lecturer
date: today
slides:
  - section: A part
  - {title: One, subtitle: Two, bullets: [three, four: [five]]}
  - {title: One, columns: [{title: a, text: b}, {title: c, bullets: [d]}]}
  - {statement: A sentence, layout: statement}
  - {title: One, table: [[a, b], [c, d]]}
"""
EXPECTED = {"overflow", "unknown-font", "low-contrast", "not-drawn", "code-width", "long-footer"}


def _shape(dice: random.Random, n: int, page: tuple[float, float]) -> str:
    w, h = (dice.uniform(-0.1, 1.3) * side for side in page)
    x, y = (dice.uniform(-0.4, 1.1) * side for side in page)
    insets = "".join(f' {side}="{dice.choice([0, 91440, 5_000_000])}"' for side in ("lIns", "tIns", "bIns"))
    turned = dice.choice(["", " vert='vert'", " rot='5400000'"]) if dice.random() < 0.2 else ""
    anchor = dice.choice(["t", "ctr", "b"])
    size = dice.choice([100, 800, 1800, 2400, 6000, 400000])
    levels = level(
        1, f'marL="{dice.randint(0, 900000)}" indent="{dice.randint(-900000, 900000)}"', run=f'sz="{size}"'
    )
    at = None if dice.random() < 0.2 else (x, y, max(w, 0), max(h, 0))
    return placeholder(dice.choice(TYPES), n, at, f"anchor='{anchor}'{insets}{turned}", levels)


def _master(dice: random.Random, page: tuple[float, float]) -> Master:
    def shapes() -> tuple[str, ...]:
        return tuple(_shape(dice, n, page) for n in range(dice.randint(0, 6)))

    names = ("Title Slide", "", "Section", "Two Content", "blank", "opening", "a/b", "text-media")
    layouts = tuple(
        Layout(dice.choice(names), shapes(), colors=dice.choice([None, None, DARK]))
        for _ in range(dice.randint(1, 5))
    )
    colors = {name: f"{dice.randrange(1 << 24):06X}" for name in COLORS}
    return Master(layouts, shapes(), scheme=colors, colors=dice.choice([MAP, DARK]))


@pytest.mark.parametrize("seed", range(40))
def test_whatever_stands_where(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    page = (dice.uniform(200, 1500), dice.uniform(200, 1500))
    saved(made(*(_master(dice, page) for _ in range(dice.randint(1, 3))), page=page), tmp_path, "brand.potx")
    outline = tmp_path / "talk.yaml"
    outline.write_text(OUTLINE, encoding="utf-8")
    report = Report()
    scene = pipeline.build_scene(outline, report)
    assert [d for d in report.sorted() if d.code not in EXPECTED] == []
    if scene is not None:
        _check(scene.theme)


def _check(theme: Theme) -> None:
    width, height = theme.page
    for name, layout in theme.layouts.items():
        for slot in layout.slots:
            box = slot.box
            assert slot.style in theme.styles, (name, slot.name)
            assert box.w > 0, (name, slot)
            assert box.h > 0, (name, slot)
            assert box.x >= -0.01 and box.right <= width + 0.01, (name, slot)
            assert box.y >= -0.01 and box.bottom <= height + 0.01, (name, slot)
