"""Each form of inline Markdown, alone, at its edges and inside others, as runs."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.diagnostics import Report, Span
from deckgen.model import Baseline, Role, Run, Text
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


def test_links_to_slides_are_noted_with_their_place() -> None:
    links: list[tuple[str, Span]] = []
    parsed("see [a](#one), [b](https://a.org) and [c](#two)", links=links)
    assert links == [("one", Span("deck.yaml", 1, 9, 4)), ("two", Span("deck.yaml", 1, 43, 4))]
