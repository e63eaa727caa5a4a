"""Paragraphs and lists of Markdown, and the blocks that text refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report, Span
from deckgen.model import Item, ListBlock, Paragraph, Run, plain
from deckgen.source.markdown import Parts, parse_text
from deckgen.yamlnodes import Scalar, Source


def scalar(text: str) -> Scalar:
    """A scalar whose characters stand in the file just as they are."""
    return Scalar(text, False, Span("deck.yaml"), "'", Source("deck.yaml", f"'{text}'"), 0, len(text) + 2)


def outline(parts: Parts | tuple[ListBlock, ...], indent: str = "") -> list[str]:
    """Parts as lines: paragraphs bare, items with their marker, depth by two spaces."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Paragraph):
            lines.append(indent + text(part))
        else:
            for number, item in enumerate(part.items, part.start):
                lines.append(indent + (f"{number}. " if part.ordered else "- ") + text(item))
                lines += outline((item.children,) if item.children else (), indent + "  ")
    return lines


def text(part: Paragraph | Item) -> str:
    typed = (run.formula.latex if run.formula else run.text for run in part.text)
    return "".join(typed).replace("\n", "⏎")


CASES: list[tuple[str, list[str]]] = [
    ("", []),
    (" \n\n ", []),
    ("one", ["one"]),
    ("one\ntwo\n", ["one two"]),
    ("one\\\ntwo", ["one⏎two"]),
    ("one\n\ntwo\n\n\nthree", ["one", "two", "three"]),
    ("- a\n- b", ["- a", "- b"]),
    ("* a\n+ b", ["- a", "- b"]),
    ("para\n- a", ["para", "- a"]),
    ("- a\n\npara", ["- a", "para"]),
    ("- a\n  - b\n    - c\n      - d\n        - e\n          - f",
     ["- a", "  - b", "    - c", "      - d", "        - e", "          - f"]),
    ("1. a\n2. b", ["1. a", "2. b"]),
    ("3) a\n4) b", ["3. a", "4. b"]),
    ("- a\n\n  5. b\n  6. c\n- d", ["- a", "  5. b", "  6. c", "- d"]),
    ("- a\n\n  more\n\n- b", ["- a⏎more", "- b"]),
    ("- a\ncontinued", ["- a continued"]),
    ("- a\n\n- b", ["- a", "- b"]),
    ("    not code", ["not code"]),
    ("a\n\n      not code", ["a", "not code"]),
    ("<div>\n\nx", ["<div>", "x"]),
    ("[a]: https://a.org", ["[a]: https://a.org"]),
    ("____", ["____"]),
    ("a\n\n_____\n\nb", ["a", "_____", "b"]),
    (r"\- a", ["- a"]),
    (r"1939\. It began", ["1939. It began"]),
    ("-a\n1.b", ["-a 1.b"]),
    ("\u00a0a\u00a0\n\nb", ["\u00a0a\u00a0", "b"]),
    ("a\n\n\u00a0\n\nb", ["a", "\u00a0", "b"]),
    ("- \u00a0a\u00a0", ["- \u00a0a\u00a0"]),
    ("a | b", ["a | b"]),
    ("日本語\n\nשלום", ["日本語", "שלום"]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "lines"), CASES, ids=[source for source, _ in CASES])
def test_parts(source: str, lines: list[str]) -> None:
    report = Report()
    assert outline(parse_text(scalar(source), report)) == lines
    assert report.sorted() == []


def test_inline_markup_works_in_paragraphs_and_items() -> None:
    parts = parse_text(scalar("**a** b\n\n- *c*\n\n  `d`"), Report())
    assert isinstance(parts[0], Paragraph)
    assert parts[0].text == (Run("a", bold=True), Run(" b"))
    assert isinstance(parts[1], ListBlock)
    assert parts[1].items[0].text == (Run("c", italic=True), Run("\n"), Run("d", code=True))


PROBLEMS = [
    # source, code, line, column, a word of the message
    ("a\n\n# H", "use-block", 3, 1, "`title`"),
    ("Head\n====", "use-block", 1, 2, "`title`"),
    ("a\n\nHead\n---", "use-block", 3, 1, "`title`"),
    ("```py\nx\n```", "use-block", 1, 2, "`code`"),
    ("a\n~~~\nx", "use-block", 2, 1, "`code`"),
    ("|a|b|\n|-|-|\n|c|d|", "use-block", 1, 2, "`table`"),
    ("> said", "use-block", 1, 2, "`quote`"),
    ("a\n\n---\n\nb", "use-block", 3, 1, "rule"),
    ("* * *", "use-block", 1, 2, "rule"),
    ("see ![p](x.png)", "use-block", 1, 6, "`image`"),
    ("a\n\n$$\nx\n\ny^\n$$\n\nb", "math-syntax", 6, 2, "lacks an argument"),
    ("$$x^$$", "math-syntax", 1, 5, "lacks an argument"),
    ("a $$x^$$ b", "math-syntax", 1, 7, "lacks an argument"),
    ("- a\n  and $x^$", "math-syntax", 2, 9, "lacks an argument"),
    ("- a\n\n      far [x](y)", "bad-link", 3, 15, "`y`"),
    ("- a\n- [b]{.c}", "unknown-role", 2, 7, "`.c`"),
    ("- - a", "bad-list", 1, 2, "parent"),
    ("- a\n-\n- b", "empty-item", 2, 1, "empty"),
    ("- a\n  - b\n\n  c", "bad-list", 4, 3, "before that list"),
    ("- a\n  - b\n  1. c", "bad-list", 3, 3, "two lists"),
    ("- a\n- # H", "use-block", 2, 1, "`title`"),
]


@pytest.mark.parametrize(("source", "code", "line", "column", "says"), PROBLEMS, ids=[p[0] for p in PROBLEMS])
def test_problem(source: str, code: str, line: int, column: int, says: str) -> None:
    report = Report()
    parse_text(scalar(source), report)
    (found,) = report.sorted()
    assert found.span is not None
    assert (found.code, found.span.line, found.span.column) == (code, line, column)
    assert says in found.message


def test_lists_beyond_any_use_are_an_error_and_not_cut() -> None:
    report = Report()
    parse_text(scalar("\n".join("  " * depth + f"- {depth}" for depth in range(60))), report)
    assert [found.code for found in report.sorted()] == ["too-deep"]


def test_links_are_noted_where_they_stand() -> None:
    links: list[tuple[str, Span]] = []
    parse_text(scalar("a\n- see\n  [b](#c)"), Report(), links=links)
    assert links == [("c", Span("deck.yaml", 3, 7, 2))]


@given(st.lists(st.text("abc xyz", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_every_paragraph_comes_out(paragraphs: list[str]) -> None:
    parts = parse_text(scalar("\n\n".join(paragraphs)), Report())
    assert [plain(part.text) for part in parts if isinstance(part, Paragraph)] == [
        paragraph.strip() for paragraph in paragraphs
    ]


@given(st.text(st.sampled_from("ab 1.)-*+#>|`~=$\n\t[](){}!\\_\u00a0日")))
def test_any_text_is_read_or_refused(source: str) -> None:
    report = Report()
    lines = outline(parse_text(scalar(source), report))
    if not report.has_errors:
        assert [ch for ch in "".join(lines) if ch in "ab日"] == [ch for ch in source if ch in "ab日"]
