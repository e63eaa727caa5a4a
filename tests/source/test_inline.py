"""Each form of inline Markdown, alone, at its edges and inside others, as runs."""

from __future__ import annotations

import string
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report, Span
from deckgen.model import Baseline, Role, Run, Text, plain
from deckgen.source.inline import parse_inline
from deckgen.yamlnodes import Scalar

SUB, SUPER = Baseline.SUB, Baseline.SUPER
A, M, S = Role.ACCENT, Role.MUTED, Role.SMALL


def scalar(text: str) -> Scalar:
    return Scalar(text, True, Span("deck.yaml"))


def parsed(source: str, **flags: Any) -> Text:
    report = Report()
    text = parse_inline(scalar(source), report, **flags)
    assert report.sorted() == []
    return text


def b(text: str, **more: Any) -> Run:
    return Run(text, bold=True, **more)


def i(text: str, **more: Any) -> Run:
    return Run(text, italic=True, **more)


def c(text: str, **more: Any) -> Run:
    return Run(text, code=True, **more)


def a(text: str, href: str | None = None, **more: Any) -> Run:
    return Run(text, href=href or text, **more)


def role(text: str, *roles: Role, **more: Any) -> Run:
    return Run(text, roles=frozenset(roles), **more)


Case = tuple[str, list[Run | str]]

PLAIN: list[Case] = [
    ("", []),
    (" ", [" "]),
    ("one two  three", ["one two  three"]),
    ("  led and followed  ", ["  led and followed  "]),
    ("no\u00a0break\u202fspaces", ["no\u00a0break\u202fspaces"]),
    ("\u00a0", ["\u00a0"]),
    ('it\'s "straight" -- and... so', ['it\'s "straight" -- and... so']),
    ("<b>bold</b> &amp; &lt; &#65;", ["<b>bold</b> &amp; &lt; &#65;"]),
    ("a < b > c, x<y>z", ["a < b > c, x<y>z"]),
    ("<svg:rect> <javascript:alert(1)>", ["<svg:rect> <javascript:alert(1)>"]),
    ("# 1 of 3", ["# 1 of 3"]),
    ("- no list", ["- no list"]),
    ("1. no list", ["1. no list"]),
    ("2 * 3 * 4", ["2 * 3 * 4"]),
    ("snake_case_name", ["snake_case_name"]),
    ("[x] done, [ ] open, a[1][2]", ["[x] done, [ ] open, a[1][2]"]),
    ("see [1] (and so on)", ["see [1] (and so on)"]),
    ("[open, and ] closed (f)", ["[open, and ] closed (f)"]),
    ("Wow![1] {.accent} {x}", ["Wow![1] {.accent} {x}"]),
    ("main.py and example.com and a.b", ["main.py and example.com and a.b"]),
    ("@name and a@b", ["@name and a@b"]),
    ("ftp://example.org //example.org", ["ftp://example.org //example.org"]),
    ("Übergröße Ελλάδα Россия", ["Übergröße Ελλάδα Россия"]),
    ("日本語の**文", ["日本語の**文"]),
    ("مرحبا שלום", ["مرحبا שלום"]),
    ("e\u0301 👩‍👩‍👧 🇩🇪 👍🏽", ["e\u0301 👩‍👩‍👧 🇩🇪 👍🏽"]),
    ("\u200f\u2067x\u2069", ["\u200f\u2067x\u2069"]),
]

GAPS_AND_MONEY: list[Case] = [
    ("____", ["____"]),
    ("The capital is ____.", ["The capital is ____."]),
    ("(____) and (____)", ["(____) and (____)"]),
    ("____word____", ["____word____"]),
    ("______ __x__", ["______ ", b("x")]),
    ("$5 to $7", ["$5 to $7"]),
    ("$5", ["$5"]),
    ("it costs 5$ or 6$", ["it costs 5$ or 6$"]),
    ("$ x $", ["$ x $"]),
    ("$5,$6", ["$5,$6"]),
    (r"\$x$", ["$x$"]),
    ("$$ $$$", ["$$ $$$"]),
]

EMPHASIS: list[Case] = [
    ("**b**", [b("b")]),
    ("*i*", [i("i")]),
    ("__b__ _i_", [b("b"), " ", i("i")]),
    ("***both***", [b("both", italic=True)]),
    ("*i **both** i*", [i("i "), b("both", italic=True), i(" i")]),
    ("**b *both***", [b("b "), b("both", italic=True)]),
    ("un*frigging*believable", ["un", i("frigging"), "believable"]),
    ("**a** **b**", [b("a"), " ", b("b")]),
    ("**a****b**", [b("a****b")]),
    ("** not **", ["** not **"]),
    ("**open", ["**open"]),
    ("****", ["****"]),
    ("**Gains**: more", [b("Gains"), ": more"]),
    ("**日本語**です", [b("日本語"), "です"]),
    ("**שלום** עולם", [b("שלום"), " עולם"]),
    ("*e\u0301*", [i("e\u0301")]),
    ("**👩‍👩‍👧**", [b("👩‍👩‍👧")]),
]

CODE: list[Case] = [
    ("`c`", [c("c")]),
    ("`` a`b ``", [c("a`b")]),
    ("` a `", [c("a")]),
    ("`**x** $y$ {{ z }} [@k] ^[f] &amp; \\n`", [c("**x** $y$ {{ z }} [@k] ^[f] &amp; \\n")]),
    ("`https://a.org`", [c("https://a.org")]),
    ("**`c`**", [c("c", bold=True)]),
    ("`open", ["`open"]),
    ("`a``", ["`a``"]),
    ("`a\nb`", [c("a b")]),
    ("[`]`](https://a.org)", [c("]", href="https://a.org")]),
]

STRUCK_AND_MARKED: list[Case] = [
    ("~~s~~", [Run("s", struck=True)]),
    ("==m==", [Run("m", marked=True)]),
    ("==**b** m==", [b("b", marked=True), Run(" m", marked=True)]),
    ("**==m==**", [b("m", marked=True)]),
    ("~~==both==~~", [Run("both", struck=True, marked=True)]),
    ("a == b", ["a == b"]),
    ("a==b and c==d", ["a==b and c==d"]),
    ("a === b ==== c", ["a === b ==== c"]),
    ("==open", ["==open"]),
    ("这是==重点==内容", ["这是", Run("重点", marked=True), "内容"]),
    ("~~~~", ["~~~~"]),
    ("====", ["===="]),
]

SCRIPTS: list[Case] = [
    ("H~2~O", ["H", Run("2", baseline=SUB), "O"]),
    ("x^2^", ["x", Run("2", baseline=SUPER)]),
    ("x^2^~i~", ["x", Run("2", baseline=SUPER), Run("i", baseline=SUB)]),
    ("x^*n*^", ["x", i("n", baseline=SUPER)]),
    ("~5 and ~6", ["~5 and ~6"]),
    ("2^10 and 2^20", ["2^10 and 2^20"]),
    ("~~H~2~O~~", [Run("H", struck=True), Run("2", struck=True, baseline=SUB), Run("O", struck=True)]),
    (r"x^a\^b^", ["x", Run("a^b", baseline=SUPER)]),
    ("1^er^ janvier", ["1", Run("er", baseline=SUPER), " janvier"]),
    ("~ ^ ^^ ~", ["~ ^ ^^ ~"]),
]

ROLES: list[Case] = [
    ("[w]{.accent}", [role("w", A)]),
    ("[w]{.muted}[x]{.small}", [role("w", M), role("x", S)]),
    ("[x]{.accent .small lang=de}", [role("x", A, S, lang="de")]),
    ("[日本]{lang=ja}", [Run("日本", lang="ja")]),
    ('[x]{lang="zh-Hant-TW"}', [Run("x", lang="zh-Hant-TW")]),
    ("[a [b]{.small} c]{.accent}", [role("a ", A), role("b", A, S), role(" c", A)]),
    ("**[w]{.accent}**", [b("w", roles=frozenset({A}))]),
    ("[**w**]{.accent}", [b("w", roles=frozenset({A}))]),
    ("[a\nb]{.accent}", [role("a b", A)]),
    ("[]{.accent}", []),
    ("[x]{.accent", ["[x]{.accent"]),
    (r"\[x]{.accent}", ["[x]{.accent}"]),
    ("[w]{.accent} {.muted}", [role("w", A), " {.muted}"]),
    ("[a[1]]{.accent}", [role("a[1]", A)]),
]

LINKS: list[Case] = [
    ("[l](https://a.org)", [a("l", "https://a.org")]),
    ("[l](http://a.org/x_(y))", [a("l", "http://a.org/x_(y)")]),
    ("[l](<https://a.org/b c>)", [a("l", "https://a.org/b%20c")]),
    ("[l]( https://a.org )", [a("l", "https://a.org")]),
    ("[l](https://a.org/?q=1&amp;copy=2)", [a("l", "https://a.org/?q=1&amp;copy=2")]),
    ("[l](https://a.org/ä)", [a("l", "https://a.org/%C3%A4")]),
    ("[l](https://日本.jp/)", [a("l", "https://xn--wgv71a.jp/")]),
    (r"[l](https://a.org/a\_b)", [a("l", "https://a.org/a_b")]),
    ("[mail](mailto:a@b.org)", [a("mail", "mailto:a@b.org")]),
    ("[s](#slide-id)", [a("s", "#slide-id")]),
    ("[s](#béla-kun)", [a("s", "#béla-kun")]),
    ("[**b** l](https://a.org)", [b("b", href="https://a.org"), a(" l", "https://a.org")]),
    ("[[w]{.accent}](https://a.org)", [role("w", A, href="https://a.org")]),
    ("[[l](https://a.org)]{.accent}", [role("l", A, href="https://a.org")]),
    ("[@user](https://a.org)", [a("@user", "https://a.org")]),
    ("[https://a.org](https://b.org)", [a("https://a.org", "https://b.org")]),
    ("**[l](https://a.org)**", [b("l", href="https://a.org")]),
    ("<https://a.org/b_c_d>", [a("https://a.org/b_c_d")]),
    ("<a@b.org>", [a("a@b.org", "mailto:a@b.org")]),
    ("see https://a.org/b_c_d.", ["see ", a("https://a.org/b_c_d"), "."]),
    ("(https://a.org/~x/~y)", ["(", a("https://a.org/~x/~y"), ")"]),
    ("www.a.org, a@b.org", [a("www.a.org", "http://www.a.org"), ", ", a("a@b.org", "mailto:a@b.org")]),
    ("**https://a.org/b**", [b("https://a.org/b", href="https://a.org/b")]),
    ("==https://a.org==", [Run("https://a.org", marked=True, href="https://a.org")]),
    ("*a@b.org*", [i("a@b.org", href="mailto:a@b.org")]),
    ("[x https://a.org]{.muted}", [role("x ", M), role("https://a.org", M, href="https://a.org")]),
    ("见https://a.org", ["见", a("https://a.org")]),
    (r"https\://a.org", ["https://a.org"]),
]

LINES_AND_ESCAPES: list[Case] = [
    ("a\nb", ["a b"]),
    ("a  \n  b", ["a b"]),
    ("a\n\n\nb", ["a b"]),
    ("a\\\nb", ["a\nb"]),
    ("a\\\n\n b", ["a\nb"]),
    ("**a\\\nb**", [b("a\nb")]),
    ("\n\na\n", ["a"]),
    ("a\\", ["a\\"]),
    (r"\*a\* \_b\_ \`c\` \~ \= \^ \[ \]", ["*a* _b_ `c` ~ = ^ [ ]"]),
    (r"\\ \a \1", [r"\ \a \1"]),
    (r"C:\temp\new", [r"C:\temp\new"]),
    (r"\{{ x }}", ["{{ x }}"]),
    (r"\==a==", ["==a=="]),
]

CASES = [
    *PLAIN, *GAPS_AND_MONEY, *EMPHASIS, *CODE, *STRUCK_AND_MARKED,
    *SCRIPTS, *ROLES, *LINKS, *LINES_AND_ESCAPES,
]  # fmt: skip


@pytest.mark.parametrize(("source", "runs"), CASES, ids=[source for source, _ in CASES])
def test_runs(source: str, runs: list[Run | str]) -> None:
    assert parsed(source) == tuple(Run(run) if isinstance(run, str) else run for run in runs)


PROBLEMS = [
    # source, code, column, length, a word of the message or a hint
    ("a $x$ b", "not-yet", 3, 3, "math"),
    ("$$x^2$$", "not-yet", 1, 7, "math"),
    (r"$\$5$", "not-yet", 1, 5, "math"),
    ("a^[foot *note*]", "not-yet", 2, 14, "footnotes"),
    ("says [@key, p. 3]", "not-yet", 6, 12, "citations"),
    ("to {{ name }}!", "not-yet", 4, 10, "variables"),
    ("[x]{{ name }}", "not-yet", 4, 10, "variables"),
    ("**{{ name }}**", "not-yet", 3, 10, "variables"),
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
    parse_inline(scalar("$x$ [a](b) [c]{.d} ^[e] [@f] {{ g }} ![h](i)"), report)
    codes = [found.code for found in report.sorted()]
    assert codes == ["not-yet", "bad-link", "unknown-role", "not-yet", "not-yet", "not-yet", "use-block"]


def test_a_template_keeps_its_names_as_typed() -> None:
    assert parsed("{{ title }} · **{{ date }}**", template=True) == (Run("{{ title }} · "), b("{{ date }}"))


def test_links_to_slides_are_noted_with_their_place() -> None:
    links: list[tuple[str, Span]] = []
    parsed("see [a](#one), [b](https://a.org) and [c](#two)", links=links)
    assert links == [("one", Span("deck.yaml", 1, 9, 4)), ("two", Span("deck.yaml", 1, 43, 4))]


def test_plain_text_loads_no_parser() -> None:
    import subprocess
    import sys

    program = (
        "import sys; from deckgen.diagnostics import *; from deckgen.yamlnodes import Scalar;"
        "from deckgen.source.inline import parse_inline;"
        "from deckgen.source.markdown import parse_text;"
        "s = Scalar('Plain: text, \"as typed\".', True, Span('f'));"
        "parse_inline(s, Report()), parse_text(s, Report());"
        "sys.exit(any(m in sys.modules for m in ('markdown_it', 'linkify_it')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    "unit", ["[", "]", "*a ", "_", "`", "~a", "^", "$", "{{", "![", "[a](", "<", "==", "a@b.c ", "[a]{", "\\"]
)
def test_long_rows_of_markup_take_no_long_time(unit: str) -> None:
    import time

    start = time.process_time()
    parse_inline(scalar(unit * 5000), Report())
    assert time.process_time() - start < 2


def test_deep_nesting_keeps_its_words() -> None:
    source = "[" * 300 + "x" + "]{.small}" * 300
    assert "x" in plain(parse_inline(scalar(source), Report()))


quoted = st.lists(
    st.one_of(
        st.text(st.characters(categories=["L", "N", "M"]), min_size=1, max_size=8),
        st.just(" "),
        st.sampled_from(string.punctuation).map("\\".__add__),
    )
)


@given(quoted)
def test_quoted_text_comes_out_as_meant(parts: list[str]) -> None:
    meant = "".join(part[1:] if part[0] == "\\" else part for part in parts)
    assert plain(parsed("".join(parts))) == meant


markup = st.text(st.sampled_from("ab1 .\n\\*_`~=^[](){}<>$!@#:/&\"'é日ש\u0301\u00a0") | st.characters())


@given(markup)
def test_any_text_gives_runs_none_of_them_empty(source: str) -> None:
    runs = parse_inline(scalar(source), Report())
    assert all(run.text for run in runs)
    assert all(one != replace(other, text=one.text) for one, other in pairwise(runs))


@given(
    st.sampled_from(["https://", "mailto:", "http://[", "www."]),
    st.text(st.characters(exclude_categories=[])),
)
def test_any_address_is_taken_or_refused(scheme: str, rest: str) -> None:
    for source in (f"[x]({scheme}{rest})", f"{scheme}{rest}", f"<{scheme}{rest}>"):
        for run in parse_inline(scalar(source), Report()):
            assert run.href is None or run.href.isprintable()


@given(st.text(st.sampled_from("ab \\*_~=^[](){}<>$!.")))
def test_no_letter_is_lost_or_moved(source: str) -> None:
    report = Report()
    runs = parse_inline(scalar(source), report)
    if not report.has_errors and "{" not in source and "](" not in source:
        assert [ch for ch in plain(runs) if ch in "ab."] == [ch for ch in source if ch in "ab."]
