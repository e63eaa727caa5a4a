"""A PowerPoint file as a theme: named in outlines and theme files, changed by them, and what can be wrong."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.source.reader import read_deck
from deckgen.template.xml import parse
from deckgen.theme import ColorRef, Theme
from deckgen.themefile import load_theme
from tests.template.make import made, saved
from tests.template.shapes import Master, ordinary

SLIDES = "slides:\n  - title: A slide\n    bullets: [one]\n"


def loaded(folder: Path, theme: str, *masters: Master, more: str = "") -> tuple[Theme | None, list[str]]:
    """The theme of an outline whose `theme:` is this, beside the template `brand.potx`, and what was said."""
    saved(made(*(masters or (ordinary(),))), folder, "brand.potx")
    outline = folder / "talk.yaml"
    outline.write_text(f"title: Talk\ntheme: {theme}\n{more}{SLIDES}", encoding="utf-8")
    report = Report()
    deck = read_deck(outline, report, datetime.date(2026, 1, 1))
    found = None
    if deck is not None and not report.has_errors:
        found = load_theme(deck.theme, deck.size, report, deck.size_span)
    places = ((d, d.span) for d in report.sorted())
    return found, [f"{d.severity} {d.code} {s.line}:{s.column} {d.message}" for d, s in places if s]


def theme_of(folder: Path, theme: str, *masters: Master, more: str = "") -> Theme:
    found, said = loaded(folder, theme, *masters, more=more)
    assert said == []
    assert found is not None
    return found


@pytest.mark.parametrize("theme", ["brand.potx", "./brand.potx", "{extends: brand.potx}"])
def test_named_in_an_outline(tmp_path: Path, theme: str) -> None:
    found = theme_of(tmp_path, theme)
    assert found.template is not None
    assert found.name == "brand"
    assert found.page == (960, 540)


def test_extended_by_a_theme_file(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        'extends: brand.potx\ncolors: {accent1: "#123456"}\nlayouts: {section: Title Only}\n'
        "styles: {caption: {size: 20}}\n",
        encoding="utf-8",
    )
    found = theme_of(tmp_path, "mine.yaml")
    assert found.template is not None
    assert found.colors["accent1"] == "#123456"
    assert found.layouts["section"].title == "Title Only"
    assert found.styles["caption"].level(0).size == 20


def test_colours_and_fonts_of_an_author_go_into_the_template(tmp_path: Path) -> None:
    theme = '{extends: brand.potx, colors: {accent1: "#00AA77", text: "#111111"}, fonts: {body: Verdana}}'
    found = theme_of(tmp_path, theme)
    assert found.template is not None
    (master,) = found.template.masters
    assert (master.colors["accent1"], master.scheme["dk1"]) == ("#00AA77", "#111111")
    assert master.fonts == {"heading": "Georgia", "body": "Verdana"}
    assert found.fonts["body"].scheme
    part = parse(found.template.package.parts[master.theme_part], "")
    assert [e.get("val") for e in part.iter("{*}accent1") for e in e] == ["00AA77"]
    assert found.layouts["title-body"].colors is None


def test_a_template_that_nothing_changes_is_as_it_was(tmp_path: Path) -> None:
    plain, changed = (
        theme_of(tmp_path, "brand.potx"),
        theme_of(tmp_path, "{extends: brand.potx, fonts: {mono: Menlo}}"),
    )
    assert plain.template is not None
    assert changed.template is not None
    assert plain.template.package.parts == changed.template.package.parts


def test_a_layout_of_ours_by_the_name_of_one_of_its_own(tmp_path: Path) -> None:
    found = theme_of(tmp_path, "{extends: brand.potx, layouts: {section: Blank, statement: Title Slide}}")
    assert found.layouts["section"].title == "Blank"
    assert found.layouts["statement"].title == "Title Slide"


def test_of_two_masters_layouts_by_both_names(tmp_path: Path) -> None:
    masters = (ordinary(), replace(ordinary(), theme="Other"))
    found = theme_of(tmp_path, "{extends: brand.potx, layouts: {section: Other/Blank}}", *masters)
    assert found.layouts["section"].part == "ppt/slideLayouts/slideLayout12.xml"


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        (
            "{extends: brand.potx, layouts: {section: Section Heder}}",
            "error unknown-layout 2:49 the template has no layout `Section Heder`",
        ),
        (
            "{extends: brand.potx, layouts: {sectoin: Blank}}",
            "error unknown-layout 2:40 `sectoin` is none of the layouts that a template's can serve",
        ),
        ("{extends: brand.potx, layouts: [Blank]}", "error wrong-value 2:39 "),
        ("nowhere.potx", "error file-missing 2:8 there is no theme file `nowhere.potx`"),
        ("{extends: lecture, layouts: {section: Blank}}", "error theme-value 2:36 "),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(tmp_path: Path, theme: str, said: str) -> None:
    found, (first, *rest) = loaded(tmp_path, theme)
    assert found is None
    assert first.startswith(said)
    assert rest == []


@pytest.mark.parametrize(
    ("text", "line"),
    [("master: {slots: {}}", 2), ("layouts: {section: {inverse: true}}", 2), ("colors: {accent1: red}", 2)],
)
def test_what_a_theme_file_cannot_change(tmp_path: Path, text: str, line: int) -> None:
    saved(made(ordinary()), tmp_path, "brand.potx")
    (tmp_path / "mine.yaml").write_text(f"extends: brand.potx\n{text}\n", encoding="utf-8")
    found, said = loaded(tmp_path, "mine.yaml")
    assert found is None
    assert len(said) == 1
    assert said[0].startswith(f"error theme-value {line}:")


@pytest.mark.parametrize(("size", "warned"), [("4:3", True), ("16:9", False), ("A4", True)])
def test_the_page_is_the_templates(tmp_path: Path, size: str, warned: bool) -> None:
    found, said = loaded(tmp_path, "brand.potx", more=f"size: {size}\n")
    assert found is not None
    assert found.page == (960, 540)
    assert [one.split()[:3] for one in said] == ([["warning", "size-of-template", "3:7"]] if warned else [])


def test_a_style_of_an_authors_holds_on_placeholders(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "extends: brand.potx\nstyles: {title: {size: 30, color: accent2}}\n", encoding="utf-8"
    )
    found = theme_of(tmp_path, "mine.yaml")
    slot = found.layouts["title-body"].slot("title")
    assert slot is not None
    look = found.styles[slot.style].level(0)
    assert (look.size, look.color) == (30, ColorRef("accent2"))


def test_a_smaller_scale_is_an_authors_too(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("extends: brand.potx\nscale: {base: 18}\n", encoding="utf-8")
    found = theme_of(tmp_path, "mine.yaml")
    assert [look.size for look in found.styles["body"].levels[:2]] == [18, 15]
