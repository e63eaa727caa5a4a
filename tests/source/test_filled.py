"""Names in texts → their values, as plain text whatever they hold, and diagnostics where they are written."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report, Span
from deckgen.model import Paragraph, Run, characters
from deckgen.source.fields import inline, paragraphs
from deckgen.source.filled import MOST, Filled
from deckgen.source.names import Rounded, Value
from deckgen.source.reader import read_deck
from deckgen.source.scope import Found, Scope
from deckgen.yamlnodes import Scalar
from deckgen.yamlnodes.characters import FORBIDDEN
from tests.source.outlines import TODAY

NAMES: dict[str, Value] = {
    "x": "**b** _i_ `c` [l](https://a.org) $m$ <br> {{ y }} \\* ~s~ ^[f] https://b.org",
    "n": "1234.5",
    "year": "2025",
    "url": "https://a.org/?a=b c",
    "lines": "one\ntwo\n",
    "empty": "",
    "row": {"Net sales": "7", "a": {"b": "deep"}, "2024": "k", "cell": Rounded("12%", 0.1234)},
}


def scope(lang: str = "en", **names: Value) -> Scope:
    here = Path("/nowhere")
    return Scope(Report(), here, here, Path("deck.yaml"), (here,), Found(), {**NAMES, **names}, lang=lang)


def scalar(text: str) -> Scalar:
    return Scalar(text, True, Span("deck.yaml"))


def runs(text: str, lang: str = "en") -> tuple[Run, ...]:
    where = scope(lang)
    found = inline(scalar(text), where)
    assert where.report.sorted() == []
    return found


X = str(NAMES["x"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ x }}", [Run(X)]),
        ("a {{x}} b", [Run(f"a {X} b")]),
        (
            "**{{ x }}** and *{{ n }}*s",
            [Run(X, bold=True), Run(" and "), Run("1234.5", italic=True), Run("s")],
        ),
        ("a**{{ n }}**b", [Run("a"), Run("1234.5", bold=True), Run("b")]),
        ("`{{ x }}` {{ n }}", [Run("{{ x }}", code=True), Run(" 1234.5")]),
        ("`` ` {{ nothing }} ``", [Run("` {{ nothing }}", code=True)]),
        (r"\{{ x }} {{ n }}", [Run("{{ x }} 1234.5")]),
        ("{{ x", [Run("{{ x")]),
        ("{{ lines }}.", [Run("one\ntwo.")]),
        ("**{{ empty }}**a", [Run("a")]),
        ("{{ empty }}", []),
        ("{{ row[\"Net sales\"] }} {{row.a.b}} {{ row . a [ 'b' ] }}", [Run("7 deep deep")]),
        ("{{ row.2024 }}", [Run("k")]),
        ("[go]({{ url }})", [Run("go", href="https://a.org/?a=b%20c")]),
        ("[{{ year }}](#of-{{ year }})", [Run("2025", href="#of-2025")]),
        ("https://a.org/{{ year }}.", [Run("https://a.org/2025", href="https://a.org/2025"), Run(".")]),
        ("<https://a.org/{{year}}>", [Run("https://a.org/2025", href="https://a.org/2025")]),
        ("{{ n:#,##0.00 }}", [Run("1,234.50")]),
        ("{{ n : 0 }}", [Run("1235")]),
        ("{{ row.cell:0.00% }} of {{ row.cell }}", [Run("12.34% of 12%")]),
        ("{{ empty:0.00 }}a", [Run("a")]),
        ("From ${{ n }}-${{ year }}", [Run("From $1234.5-$2025")]),
    ],
)
def test_values_go_in_as_plain_text(text: str, shown: list[Run]) -> None:
    assert runs(text) == tuple(shown)


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert characters(runs("{{ n:#,##0.0 }}", "de")) == "1.234,5"


@pytest.mark.parametrize(
    ("text", "code", "column", "length"),
    [
        ("see {{ nothing }}", "unknown-name", 5, 13),
        ("{{ row.b }} and **{{ rows }}**", "unknown-name", 1, 11),
        ("{{ n:0 }} {{ x:0.0 }}", "bad-format", 11, 11),
        ("{{ year:yyyy }}", "bad-format", 1, 15),
        ("{{ n + 1 }}", "bad-name", 1, 11),
        ("{{ upper(n) }}", "bad-name", 1, 14),
        ("{{ n | upper }}", "bad-name", 1, 15),
        ("{{ row[0] }}", "bad-name", 1, 12),
        ("{{ }}", "bad-name", 1, 5),
        ("{{ row }}", "bad-name", 1, 9),
        ("{{ n }} [a](nowhere)", "bad-link", 13, 7),
        ("*{{ x }}* [a]{.smal}", "unknown-role", 15, 5),
    ],
)
def test_problems_are_told_where_they_are_written(text: str, code: str, column: int, length: int) -> None:
    where = scope()
    inline(scalar(text), where)
    first = where.report.sorted()[0]
    assert (first.code, first.span) == (code, Span("deck.yaml", 1, column, length))


def test_a_plain_field_takes_the_value_among_its_characters() -> None:
    filled = scope().fill(scalar(r"{{ year }}/`{{ year }}`/\{{ n }}/{{ x }}"))
    assert filled.text == f"2025/`{{{{ year }}}}`/{{{{ n }}}}/{X}"
    assert [filled.at(i).column for i in (0, 3, 4, 5, 17, 18)] == [1, 1, 11, 12, 24, 25]


def test_a_value_is_never_filled_again() -> None:
    where = scope(a="{{ year }}", b="{{ nothing }}")
    once = where.fill(scalar("{{ a }} {{ b }}"))
    assert where.fill(once).text == once.text == "{{ year }} {{ nothing }}"
    assert where.report.sorted() == []


def test_lists_and_paragraphs_come_from_the_author_alone() -> None:
    where = scope(item="- one\n- two\n\n# three", mark="#")
    found = paragraphs(Scalar("{{ item }}\n\n{{ mark }} no heading", False, Span("deck.yaml"), "|"), where)
    assert [characters(part.text) for part in found if isinstance(part, Paragraph)] == [
        "- one\n- two\n\n# three",
        "# no heading",
    ]


def test_a_stray_backtick_hides_no_name_of_another_paragraph() -> None:
    text = "costs 5` or $5\n\nin {{ year }}, the ` key, $\n\n- a ` b\n- {{ year }} ` c"
    found = paragraphs(Scalar(text, False, Span("deck.yaml"), "|"), scope())
    assert "{{" not in repr(found)


def test_formulas_keep_their_braces() -> None:
    text = "In {{ year }}:\n\n$$\nx^{{2}} = \\frac{{a}}{b}\n  + {{ x }}\n$$\n\n- $x_{{i}}$ of {{ year }}"
    where = scope()
    found = paragraphs(Scalar(text, False, Span("deck.yaml"), "|"), where)
    assert where.report.sorted() == []
    assert len(found) == 3
    assert not any("\ud800" <= sign <= "\udfff" for sign in repr(found))


def test_too_many_or_too_long_values_are_one_problem() -> None:
    for text, names in (("{{ year }}" * (MOST + 1), {}), ("{{ long }}" * 20, {"long": "a" * 9_000})):
        where = scope(**names)
        inline(scalar(text), where)
        assert [found.code for found in where.report.sorted()] == ["yaml-size"]


values = st.text(st.sampled_from("ab1 *_~`=^[](){}<>$!@#:/\\.-+|\"'&") | st.characters(), max_size=40).filter(
    lambda text: not FORBIDDEN.search(text)
)
FRAMES = [
    "{{ v }}",
    "a {{ v }} b",
    "**{{ v }}**",
    "[{{ v }}]{.small}",
    "{{ v }}{{ v }}",
    "*a {{v}}* ~~{{ v }}~~",
]


@given(values, st.sampled_from(FRAMES))
def test_no_value_is_ever_markup(value: str, frame: str) -> None:
    """With any value the text has the formatting that it has with a word, and the value's characters."""
    where = scope(v=value)
    found = inline(scalar(frame), where)
    word = inline(scalar(frame), scope(v="word"))
    shown = re.sub(r"\r\n?", "\n", value).strip("\n")
    assert where.report.sorted() == []
    assert characters(found) == characters(word).replace("word", shown)
    if shown:
        assert _formats(found) == _formats(word)


def _formats(text: tuple[Run, ...]) -> set[Run]:
    return {replace(run, text="") for run in text}


@given(values, st.sampled_from(["- {{ v }}\n- b", "{{ v }}\n\nc", "1. {{ v }}"]))
def test_no_value_is_ever_a_block(value: str, frame: str) -> None:
    where, plain = scope(v=f"a{value}"), scope(v="a")
    found = paragraphs(Scalar(frame, False, Span("deck.yaml"), "|"), where)
    usual = paragraphs(Scalar(frame, False, Span("deck.yaml"), "|"), plain)
    assert where.report.sorted() == []
    assert [type(part) for part in found] == [type(part) for part in usual]


@given(st.text(st.sampled_from("{}{{ab. :[\"']}\n\\`$") | st.characters(), max_size=60))
def test_any_text_is_filled_or_refused(text: str) -> None:
    where = scope()
    filled = where.fill(scalar(text))
    assert isinstance(filled, Filled) or filled.text == text or where.report.has_errors
    inline(scalar(text), where)


def test_other_languages_keep_their_braces(tmp_path: Path) -> None:
    outline = tmp_path / "deck.yaml"
    outline.write_text(
        """
vars: {name: listing, kind: python}
slides:
  - content:
      - code: "{{ nothing }}"
      - code: {source: "x = {{ nothing }}", caption: "The {{ name }}", lang: "{{ kind }}", id: "{{ name }}"}
      - math: 'x^{{2}}'
      - math: {latex: 'x_{{a}}', caption: "The {{ name }}"}
  - callout: {title: "{{ name }}", content: [{code: "{{ nothing }}"}, {text: "{{ name }}"}]}
  - columns: [{code: "{{ nothing }}"}, {title: "{{ name }}", math: 'x^{{2}}'}]
""",
        encoding="utf-8",
    )
    report = Report()
    deck = read_deck(outline, report, TODAY)
    assert report.sorted() == []
    assert deck
    shown = repr(deck.slides)
    assert shown.count("{{ nothing }}") >= 2
    assert "{{ name }}" not in shown and "{{ kind }}" not in shown and shown.count("listing") == 6
