"""The HTML carries every character that it shows, in static faces cut down to them."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from deckgen.diagnostics import Report
from deckgen.pipeline import build_scene
from deckgen.scene import Scene
from deckgen.text.embed import Fonts, characters_by_face, css_string, fonts_of

OUTLINE = """\
title: "Fonts: Überblick"
theme: {extends: night, fonts: {heading: Barlow, body: Lato}}
slides:
  - title: Ελληνικά και Русский
    text: "**Bold**, *italic*, `code`, fi fl"
  - title: Devanagari, for which another font stands in
    text: संधि
"""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    path = tmp_path_factory.mktemp("embed") / "deck.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    found = build_scene(path, Report())
    assert found
    return found


@pytest.fixture(scope="module")
def fonts(scene: Scene) -> Fonts:
    return fonts_of(scene)


def test_every_character_is_in_a_face_of_its_roles_stack(scene: Scene, fonts: Fonts) -> None:
    covered: dict[str, set[int]] = {}
    for face in fonts.faces:
        cmap = TTFont(io.BytesIO(face.data)).getBestCmap()
        covered.setdefault(face.family, set()).update(cmap)
    for (role, _, _), chars in characters_by_face(scene).items():
        families = [part.strip('" ') for part in fonts.stacks[role].split(",")]
        reached = set().union(*(covered.get(family, set()) for family in families))
        assert {c for c in chars if c.isprintable() and ord(c) not in reached} == set()


def test_the_theme_s_own_family_comes_first_and_a_generic_one_last(fonts: Fonts) -> None:
    assert fonts.stacks["heading"].startswith('"Barlow"')
    assert fonts.stacks["heading"].endswith("sans-serif")
    assert '"Noto Sans"' in fonts.stacks["body"]
    assert fonts.stacks["mono"].endswith("monospace")


def test_faces_are_static_small_and_one_of_a_kind(fonts: Fonts) -> None:
    keys = [(face.family, face.weight, face.italic) for face in fonts.faces]
    assert len(keys) == len(set(keys))
    assert {("Lato", 400, False), ("Lato", 700, False), ("Lato", 400, True)} <= set(keys)
    for face in fonts.faces:
        assert "fvar" not in TTFont(io.BytesIO(face.data))
        assert len(face.data) < 60_000, face.family


def test_names_of_fonts_stay_names_in_css() -> None:
    assert css_string("Lato") == '"Lato"'
    assert css_string('a"; } </style> \\\n') == '"a\\22 ; } \\3c /style\\3e  \\5c \\a "'


def test_the_family_that_office_has_stands_before_the_generic_one(scene: Scene) -> None:
    theme = scene.theme
    body = replace(theme.fonts["body"], office="Calibri", fallback="serif")
    made = fonts_of(replace(scene, theme=replace(theme, fonts={**theme.fonts, "body": body})))
    assert made.stacks["body"].endswith('"Calibri", serif')
