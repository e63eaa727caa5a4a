"""What inline Markdown refuses: each problem once, at its place, with words that help."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Report, Span
from deckgen.source.inline import parse_inline
from deckgen.yamlnodes import Scalar


def scalar(text: str) -> Scalar:
    return Scalar(text, True, Span("deck.yaml"))


PROBLEMS = [
    # source, code, column, length, a word of the message or a hint
    (r"a $\x$ b", "math-command", 4, 2, "no command"),
    ("$$x^2^3$$", "math-syntax", 6, 1, "two superscripts"),
    (r"$5\$$ and $a}$", "math-syntax", 13, 1, "closes nothing"),
    ("a^[foot *note*]", "bad-footnote", 2, 14, "footnote"),
    ("says [@key, p. 3]", "unknown-reference", 8, 3, "key"),
    ("![alt](x.png)", "use-block", 1, 13, "`image`"),
    ("[x]{.acent}", "unknown-role", 5, 6, "did you mean `.accent`?"),
    ("[x]{smal}", "unknown-role", 5, 4, "did you mean `.small`?"),
    ("[x]{}", "unknown-role", 4, 2, "`lang=…`"),
    ("[x]{lang=1}", "unknown-role", 5, 6, "language tag"),
    ("[x]{.accent .huge}", "unknown-role", 13, 5, ".huge"),
    ("[x](javascript:alert(1))", "bad-link", 5, 19, "javascript"),
    ("[x](JavaScript:a)", "bad-link", 5, 12, "JavaScript"),
    ("[x](<java\u0007script:a>)", "bad-link", 6, 13, "`javascript:a`"),
    ("[x](file:///etc/passwd)", "bad-link", 5, 18, "file:"),
    ("[x](data:text/html,x)", "bad-link", 5, 16, "data:"),
    ("[x](notes.md)", "bad-link", 5, 8, r"write `\[`"),
    ("[x](../a.pdf)", "bad-link", 5, 8, r"write `\[`"),
    ("[x](www.a.org)", "bad-link", 5, 9, "write `https://www.a.org`"),
    ("[x](a@b.org)", "bad-link", 5, 7, "write `mailto:a@b.org`"),
    ("[x](#)", "bad-link", 5, 1, "`#id`"),
    ("[x]()", "bad-link", 5, 1, "needs an address"),
    ("[](https://a.org)", "bad-link", 1, 17, "needs a text"),
    ("[x](my file.pdf)", "bad-link", 5, 11, "no spaces"),
    ('[x](https://a.org "t")', "bad-link", 1, 22, "no title"),
    ("[a [b](https://a.org) c](https://b.org)", "bad-link", 4, 18, "inside a link"),
]


@pytest.mark.parametrize(
    ("source", "code", "column", "length", "says"), PROBLEMS, ids=[p[0] for p in PROBLEMS]
)
def test_problem(source: str, code: str, column: int, length: int, says: str) -> None:
    report = Report()
    parse_inline(scalar(source), report)
    (found,) = report.sorted()
    assert (found.code, found.span) == (code, Span("deck.yaml", 1, column, length))
    assert any(says in words for words in (found.message, *found.hints))


def test_every_problem_of_a_text_is_reported() -> None:
    report = Report()
    parse_inline(scalar("$x^$ [a](b) [c]{.d} ^[e] [@f] ![h](i)"), report)
    codes = [found.code for found in report.sorted()]
    notes = ["bad-footnote", "unknown-reference"]
    assert codes == ["math-syntax", "bad-link", "unknown-role", *notes, "use-block"]
