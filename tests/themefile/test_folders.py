"""A theme that is a folder: its layouts, its fonts, its rules of CSS."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.fonts.files import packaged
from deckgen.model import PAGE
from deckgen.theme import Theme
from deckgen.themefile import load_theme, theme_ref
from deckgen.themefile.css import read_css

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def folder(path: Path, **files: str | bytes) -> Path:
    """A folder with files by name, `__` for the slashes in it."""
    for name, content in {"theme.yaml": "extends: lecture\n", **files}.items():
        file = path / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def loaded(path: Path) -> tuple[Theme | None, list[str]]:
    report = Report()
    theme = load_theme(theme_ref(str(path)), PAGE, report)
    return theme, [f"{d.code} {d.span.line}:{d.span.column}" if d.span else d.code for d in report.sorted()]


def test_layouts_are_a_file_each_and_the_theme_has_the_last_word(tmp_path: Path) -> None:
    body = "{kind: body, columns: [6, 12], top: 140, bottom: 68}"
    quote = f"title: Quote\nextends: title-only\nslots:\n  body: {body}\n"
    theme, said = loaded(
        folder(
            tmp_path,
            **{
                "layouts__quote-left.yaml": quote,
                "theme.yaml": "extends: lecture\nlayouts: {quote-left: {title: Mine}}\n",
            },
        )
    )
    assert theme and not said
    layout = theme.layouts["quote-left"]
    assert layout.title == "Mine"
    assert {"title", "body", "footer"} <= {slot.name for slot in layout.slots}


def test_a_folder_beside_can_be_extended_with_all_that_is_in_it(tmp_path: Path) -> None:
    folder(tmp_path / "base", **{"theme.css": ".a { color: red }", "html__page.html.j2": "x"})
    mine = folder(tmp_path / "mine", **{"theme.yaml": "extends: ../base\n", "theme.css": ".b { color: red }"})
    theme, said = loaded(mine)
    assert theme and not said
    assert theme.extras.css.split("\n") == [".a { color: red }", ".b { color: red }"]
    assert [path.parent.name for path in theme.extras.folders] == ["base"]


def test_font_files_of_a_theme_are_measured(tmp_path: Path) -> None:
    lato = packaged("Lato")[0].path.read_bytes()
    own = folder(tmp_path, **{"fonts__a.ttf": lato})
    (own / "theme.yaml").write_text("extends: lecture\nfonts: {body: Lato}\n", encoding="utf-8")
    theme, said = loaded(own)
    assert theme and not said
    assert theme.fonts["body"].own == (tmp_path / "fonts" / "a.ttf",)
    assert theme.fonts["heading"].own == ()


def test_a_font_that_is_none_is_told(tmp_path: Path) -> None:
    assert loaded(folder(tmp_path, **{"fonts__a.ttf": b"nothing"}))[1] == ["bad-font 1:1"]


def css(path: Path, rules: str) -> tuple[str, list[str]]:
    report = Report()
    (path / "theme.css").write_text(rules, encoding="utf-8")
    text = read_css(path / "theme.css", report)
    return text, [f"{d.code} {d.span.line}:{d.span.column}" if d.span else d.code for d in report.sorted()]


def test_files_beside_the_rules_are_carried_inside(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PIXEL)
    for written in ('url("a.png")', "url( a.png )", "URL('a.png')"):
        text, said = css(tmp_path, f".a {{ background: {written}; }}")
        assert not said
        assert text.startswith('.a { background: url("data:image/png;base64,iVBOR')


@pytest.mark.parametrize(
    "rules",
    [
        '.a { content: "\\201C url(x) @import"; }',
        ".a { fill: url(#grid) } .b { src: local(Lato); }",
        '.a { background: url("data:image/gif;base64,R0lGODlhAQABAAAAACw=") }',
        "@media print { .a > b { --x: calc(1px * 2) } }",
    ],
)
def test_what_loads_nothing_stays_as_it_is(tmp_path: Path, rules: str) -> None:
    text, said = css(tmp_path, rules)
    assert not said
    assert text.replace('url("#grid")', "url(#grid)") == rules


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ('@import "x.css";', "theme-css 1:1"),
        (".a {}\n@IMPORT url(x.css);", "theme-css 2:1"),
        (".a { background: url(https://example.org/a.png) }", "web-address 1:18"),
        (".a { background: url(//example.org/a.png) }", "web-address 1:18"),
        (".a { background: url(../a.png) }", "file-outside 1:18"),
        (".a { background: url(none.png) }", "file-missing 1:18"),
        (".a { background: url(theme.css) }", "bad-image 1:18"),
        ('.a { background: image-set("a.png" 1x) }', "theme-css 1:18"),
        (".a { background: -webkit-image-set(url(none.png) 1x) }", "theme-css 1:18"),
        ('@font-face { src: src("a.woff2") }', "theme-css 1:19"),
        (".a { background: u\\72l(https://example.org) }", "theme-css 1:19"),
        ('@\\69mport "https://example.org";', "theme-css 1:2"),
        ('.a { content: "never closed }', "theme-css 1:15"),
        (".a { background: url(a b) }", "theme-css 1:18"),
    ],
)
def test_what_would_load_from_elsewhere_is_an_error(tmp_path: Path, rules: str, expected: str) -> None:
    text, said = css(tmp_path, rules)
    assert expected in said
    assert "example.org" not in text or "url" not in text.lower()


def test_comments_hide_nothing(tmp_path: Path) -> None:
    text, said = css(tmp_path, '@imp/* */ort "x"; .a { /* url(x) */ color: red } /* open')
    assert not said
    assert "import" not in text and "url" not in text
