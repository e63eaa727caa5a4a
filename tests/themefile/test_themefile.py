"""Theme files: what they resolve to, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.color import contrast
from deckgen.diagnostics import Report, Span
from deckgen.model import ThemeRef, TransitionKind
from deckgen.slots import SlotKind
from deckgen.theme import ColorRef, TableLook, Theme
from deckgen.themefile import load_theme, theme_names

SIZES = [(960.0, 540.0), (720.0, 540.0), (864.0, 540.0), (841.9, 595.3), (300.0, 600.0)]
OUR_LAYOUTS = {
    "opening", "section", "title-body", "title-only", "columns", "columns-3", "columns-4", "comparison",
    "media", "text-media", "media-text", "statement", "blank",
}  # fmt: skip


def load(ref: ThemeRef, page: tuple[float, float] = SIZES[0]) -> tuple[Theme | None, Report]:
    report = Report()
    return load_theme(ref, page, report), report


def from_text(folder: Path, text: str) -> tuple[Theme | None, list[str]]:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    theme, report = load(ThemeRef(name="mine", path=path))
    return theme, [
        f"{d.severity} {d.code} {d.span.line if d.span else 0}:{d.span.column if d.span else 0} {d.message}"
        for d in report.sorted()
    ]


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("page", SIZES)
def test_our_themes_resolve_without_a_word_on_every_page(name: str, page: tuple[float, float]) -> None:
    theme, report = load(ThemeRef(name=name), page)
    assert not report.sorted()
    assert theme
    assert set(theme.layouts) >= OUR_LAYOUTS
    for layout in theme.layouts.values():
        for slot in layout.slots:
            assert slot.box.x >= 0 and slot.box.y >= 0, (layout.name, slot.name)
            assert slot.box.right <= page[0] + 0.1 and slot.box.bottom <= page[1] + 0.1
            assert slot.box.w > 0 and slot.box.h > 0
        indices = [slot.index for slot in layout.slots]
        assert len(indices) == len(set(indices)), layout.name


@pytest.mark.parametrize("name", theme_names())
def test_slots_of_our_layouts_do_not_overlap(name: str) -> None:
    theme, _ = load(ThemeRef(name=name))
    assert theme
    for layout in theme.layouts.values():
        for i, a in enumerate(layout.slots):
            for b in layout.slots[i + 1 :]:
                across = min(a.box.right, b.box.right) - max(a.box.x, b.box.x)
                down = min(a.box.bottom, b.box.bottom) - max(a.box.y, b.box.y)
                assert across <= 0 or down <= 0, (layout.name, a.name, b.name)


@pytest.mark.parametrize("name", theme_names())
def test_the_title_and_the_text_stand_at_the_same_place_on_every_layout_with_content(name: str) -> None:
    theme, _ = load(ThemeRef(name=name))
    assert theme
    titles = {
        slot.box
        for layout in theme.layouts.values()
        if layout.name not in {"opening", "section"}
        for slot in layout.slots
        if slot.kind is SlotKind.TITLE
    }
    assert len(titles) == 1


@pytest.mark.parametrize("name", theme_names())
def test_sizes_and_contrast_for_the_tenth_row(name: str) -> None:
    theme, _ = load(ThemeRef(name=name))
    assert theme
    assert 23 <= theme.styles["body"].level(0).size <= 32
    assert 34 <= theme.styles["title"].level(0).size <= 46
    assert theme.floor >= 14
    assert 1.0 in theme.steps
    for inverse in (False, True):
        ground = theme.hex(ColorRef("background"), inverse)
        for role in ("text", "muted", "accent1", "link"):
            assert contrast(theme.hex(ColorRef(role), inverse), ground) >= 4.5, (role, inverse)
        for role in ("accent1", "accent3", "accent4", "accent5", "accent6"):
            drawn = theme.mark(role, inverse=inverse)
            assert contrast(theme.hex(drawn, inverse), ground) >= theme.least.marks, role


def test_no_style_shrinks_below_the_floor_or_below_itself() -> None:
    theme, _ = load(ThemeRef())
    assert theme
    for name, style in theme.styles.items():
        for factor in theme.steps:
            for normal, scaled in zip(style.levels, theme.at(name, factor).levels, strict=True):
                assert scaled.size >= min(normal.size, theme.floor)


def test_changes_in_the_outline_take_hold_and_point_back_to_it() -> None:
    spans = {"colors.accent1": Span("deck.yaml", 4, 20)}
    theme, report = load(ThemeRef(overrides={"colors": {"accent1": "#063"}}, override_spans=spans))
    assert theme
    assert not report.sorted()
    assert theme.colors["accent1"] == "#006633"
    theme, report = load(ThemeRef(overrides={"colors": {"accent1": "green"}}, override_spans=spans))
    assert theme is None
    assert [(d.code, d.span) for d in report.sorted()] == [("theme-value", Span("deck.yaml", 4, 20))]


def test_a_font_by_name_is_measured_with_its_twin() -> None:
    theme, _ = load(ThemeRef(overrides={"fonts": {"body": "Calibri", "heading": "Lato"}}))
    assert theme
    assert (theme.fonts["body"].name, theme.fonts["body"].family) == ("Calibri", "Carlito")
    assert (theme.fonts["heading"].name, theme.fonts["heading"].family) == ("Lato", "Lato")


def test_too_little_contrast_is_a_warning_with_the_figure() -> None:
    theme, report = load(ThemeRef(overrides={"colors": {"muted": "#C0C0C0"}}))
    assert theme
    found = report.sorted()
    assert {d.code for d in found} == {"low-contrast"}
    assert any("1.8:1" in d.message and "`muted`" in d.message for d in found)


def test_a_theme_of_ones_own_is_one_file_with_a_layout_of_its_own(tmp_path: Path) -> None:
    text = (
        "title: Mine\nextends: night\ncolors: {accent1: '#FFD400'}\n"
        "layouts:\n  poster:\n    slots:\n"
        "      body: {kind: body, style: statement, columns: [1, 12], top: 10%, bottom: 10%}\n"
    )
    theme, found = from_text(tmp_path, text)
    assert found == []
    assert theme
    slot = theme.layouts["poster"].slot("body")
    assert slot
    assert (slot.box.y, slot.box.h) == (54, 432)
    assert theme.layouts["poster"].slot("footer"), "the master's furniture comes along"


@pytest.mark.parametrize(
    ("text", "kind", "duration"),
    [
        ("", None, None),
        ("transition: fade", TransitionKind.FADE, None),
        ("transition: {kind: push, duration: 0.6}", TransitionKind.PUSH, 0.6),
    ],
)
def test_a_theme_may_say_how_slides_come(
    tmp_path: Path, text: str, kind: TransitionKind | None, duration: float | None
) -> None:
    theme, said = from_text(tmp_path, f"extends: lecture\n{text}")
    assert theme and not said
    found = theme.transition
    assert (found.kind, found.duration) == (kind, duration) if found else kind is None


def test_a_theme_says_how_tables_are_drawn(tmp_path: Path) -> None:
    theme, problems = from_text(tmp_path, "extends: lecture\ntable: {head_rule: accent1, banded: true}\n")
    assert problems == []
    assert theme
    assert theme.table == TableLook(head_rule=ColorRef("accent1"), banded=True)
    wrong = "{bands: true, first_column: bold, head_width: thick}"
    _, problems = from_text(tmp_path, f"extends: lecture\ntable: {wrong}\n")
    assert [problem.split()[1:3] for problem in problems] == [
        ["unknown-token", "2:9"], ["theme-value", "2:36"], ["theme-value", "2:54"],
    ]  # fmt: skip


@pytest.mark.parametrize("name", theme_names())
def test_marked_words_can_be_read(name: str) -> None:
    theme, _ = load(ThemeRef(name=name))
    assert theme
    for inverse, mark in theme.marks.items():
        ground = theme.hex(mark, inverse)
        assert contrast(theme.hex(ColorRef("text"), inverse), ground) >= 4.5
        assert contrast(theme.hex(ColorRef("background"), inverse), ground) >= 1.2


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("inverse", [False, True])
def test_every_token_of_code_can_be_read_on_panel_and_band(name: str, inverse: bool) -> None:
    theme, _ = load(ThemeRef(name=name))
    assert theme
    code = theme.code[inverse]
    assert len(code.tokens) > 10
    for ground in (code.panel, code.band):
        for color in (ColorRef("text"), code.number, *(style.color for style in code.tokens.values())):
            assert contrast(theme.hex(color, inverse), theme.hex(ground, inverse)) >= 4.5, (color, ground)
    assert contrast(theme.hex(code.rule, inverse), theme.hex(code.band, inverse)) >= 3
    assert theme.hex(code.panel, inverse) != theme.hex(code.band, inverse)


def test_tokens_stay_readable_when_an_outline_changes_the_colours() -> None:
    pale = {"accent1": "#FFE680", "accent3": "#C0FFC0", "accent4": "#FFD0B0", "accent5": "#F0D0F0"}
    theme, _ = load(ThemeRef(overrides={"colors": pale}))
    assert theme
    for inverse, code in theme.code.items():
        for style in code.tokens.values():
            assert contrast(theme.hex(style.color, inverse), theme.hex(code.panel, inverse)) >= 4.5
    assert theme.code[False].tokens["string"].color.darker > 0


def test_a_panel_on_which_text_cannot_be_read_is_a_warning(tmp_path: Path) -> None:
    theme, said = from_text(
        tmp_path, "extends: lecture\ncode: {panel: {normal: text lighter 20%, inverse: background}}\n"
    )
    assert theme
    assert [line for line in said if "in code:" in line]


def test_capitals_and_tracking_are_a_style_s(tmp_path: Path) -> None:
    theme, said = from_text(
        tmp_path, "extends: lecture\nstyles: {caption: {size: 20, caps: true, tracking: 0.05}}\n"
    )
    assert theme and not said
    look = theme.styles["caption"].level(0)
    assert (look.caps, look.tracking) == (True, 1.0)
    theme, _ = load(ThemeRef(name="mine", path=tmp_path / "mine.yaml"), (480, 270))
    assert theme and theme.styles["caption"].level(0).tracking == 0.5


def test_a_font_has_a_fallback_that_office_knows_and_may_be_embedded(tmp_path: Path) -> None:
    fonts = "{embed: true, heading: Lato Light, body: {name: Barlow, office: Calibri}}"
    theme, said = from_text(tmp_path, f"extends: lecture\nfonts: {fonts}\n")
    assert theme and not said
    assert theme.embed and not load(ThemeRef())[0].embed  # type: ignore[union-attr]
    assert (theme.fonts["heading"].family, theme.fonts["heading"].weight) == ("Lato", 300)
    assert (theme.fonts["body"].family, theme.fonts["body"].office) == ("Barlow", "Calibri")
    _, said = from_text(tmp_path, "extends: lecture\nfonts: {embed: perhaps}\n")
    assert said == ["error theme-value 2:16 `embed` takes one of true, false"]


def test_a_role_may_be_as_another_one(tmp_path: Path) -> None:
    theme, said = from_text(tmp_path, 'extends: lecture\ncolors: {accent1: "#7A1F3D", muted: accent1}\n')
    assert theme and not said
    assert theme.colors["accent1"] == theme.colors["link"] == theme.colors["muted"] == "#7A1F3D"
    theme, said = from_text(tmp_path, "extends: lecture\ncolors: {muted: link, text: ink}\n")
    assert theme is None
    assert [line.split()[1:3] for line in said] == [["theme-value", "2:17"], ["theme-value", "2:29"]]
