"""Code cut into lines and tokens: every character kept, every kind one that a theme may colour."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.code import (
    LONGEST,
    TOKENS,
    Line,
    close_languages,
    colored,
    language_named,
    language_of_file,
    line_ranges,
    source_lines,
)

SAMPLES = {
    "python": '@cache\ndef f(x: int) -> str:\n    """Doc."""\n    return f"{x!r}\\n"  # so\n',
    "c": '#include <stdio.h>\nint main(void) { /* a\n b */ printf("a\\n"); return 0; }\n',
    "sql": "SELECT a, count(*) FROM t -- all\nWHERE b = 'x';\n",
    "json": '{"a": [1, true, null, "x"]}\n',
    "bash": '#!/bin/sh\nfor f in *.txt; do\n\techo "$f"\ndone\n',
    "rust": "#[derive(Debug)]\nfn main() -> Result<(), E> {\n    let mut v: Vec<u32> = vec![1, 2];\n}\n",
    "tex": "\\begin{equation} % so\n  \\frac{a}{b} = x^2\n\\end{equation}\n",
    "console": "$ ls -l\nnothing\n",
    "diff": "@@ -1 +1 @@\n-x\n+y\n",
    "html": '<p class="a">x &amp; y</p><!-- so -->\n',
    "haskell": "f :: Int -> Maybe a\nf x = Just $ x + 1\n",
    "text": "def is just a word here\n",
}


def text(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(token.text for token in line) for line in lines]


def kinds(language: str) -> dict[str, str]:
    """What each token of the sample is."""
    return {t.text.strip(): t.kind for line in colored(SAMPLES[language], language) for t in line}


@pytest.mark.parametrize("language", SAMPLES)
def test_every_character_is_kept_and_every_kind_is_known(language: str) -> None:
    lines = colored(SAMPLES[language], language)
    assert text(lines) == source_lines(SAMPLES[language])
    found = {token.kind for line in lines for token in line}
    assert found <= {*TOKENS, ""}
    assert language == "text" or len(found) > 1
    assert all(token.text for line in lines for token in line)


def test_kinds_of_tokens() -> None:
    python = kinds("python")
    assert python["@cache"] == "decorator"
    assert python["def"] == python["return"] == "keyword"
    assert python["f"] == "function"
    assert python["int"] == "builtin"
    assert python['"""Doc."""'] == python["# so"] == "comment"
    assert kinds("json")['"a"'] == "tag"
    assert kinds("json")["true"] == "constant"
    assert kinds("c")["int"] == "type"
    assert kinds("tex")["\\frac"] == "keyword"
    assert kinds("diff")["-x"] == "deleted"
    assert kinds("console")["$"] == "prompt"
    assert kinds("haskell")["::"] == "operator"


def test_spaces_make_no_token_of_their_own() -> None:
    (line,) = colored("    return  x", "python")
    assert [(token.text, token.kind) for token in line] == [("    return  ", "keyword"), ("x", "")]


def test_a_part_of_a_file_is_coloured_as_what_it_is_there() -> None:
    lines = colored('x = """\nif in a string\n"""\ny = 1\n', "python", 2, 3)
    assert text(lines) == ["if in a string", '"""']
    assert {token.kind for line in lines for token in line} == {"string"}


def test_what_the_file_formats_could_not_hold() -> None:
    assert source_lines("a\tb\r\nc\x0b\x1b[0m\rd\x0ce") == ["a   b", "c␋␛[0m", "de"]
    assert source_lines("a\n\n") == ["a", ""]
    assert source_lines("") == []


def test_what_is_too_long_to_colour_stays_plain() -> None:
    lines = colored("x = 1\n" * (LONGEST // 5 + 1), "python")
    assert {token.kind for line in lines for token in line} == {""}
    assert text(lines[:1]) == ["x = 1"]


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec="utf-8"), max_size=200), st.sampled_from([*SAMPLES, "yaml", "php", "r"]))
def test_whatever_is_written_comes_out(source: str, language: str) -> None:
    assert text(colored(source, language)) == source_lines(source)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(list(SAMPLES)), st.integers(1, 6), st.integers(0, 6))
def test_lines_of_a_part_are_those_of_the_whole(language: str, first: int, more: int) -> None:
    whole = colored(SAMPLES[language], language)
    assert colored(SAMPLES[language], language, first, first + more) == whole[first - 1 : first + more]


def test_languages_by_name_and_by_file() -> None:
    assert [language_named(n) for n in ("Python", "py", "c++", "C#", "LaTeX", "Plain", "shell")] == [
        "python", "python", "cpp", "csharp", "tex", "text", "bash",
    ]  # fmt: skip
    assert language_named("pyhton") is None
    assert close_languages("pyhton") == ("did you mean `python`?",)
    assert close_languages("qqqqqqqq") == ()
    names = ("a.py", "A.PY", "a.h", "a.rs", "Makefile", "a.sh", "a.tex", "a.unknown", "README", ".bashrc")
    assert [language_of_file(name) for name in names] == [
        "python", "python", "c", "rust", "make", "bash", "tex", "text", "text", "bash",
    ]  # fmt: skip


def test_every_language_of_a_file_is_one_that_has_a_name() -> None:
    from deckgen.figures.code import _ENDINGS

    assert [name for name in _ENDINGS.values() if language_named(name) is None] == []


@pytest.mark.parametrize(
    ("written", "ranges"),
    [
        ("3", ((3, 3),)),
        ("1-3", ((1, 3),)),
        (" 1 – 3 ,7", ((1, 3), (7, 7))),
        ("", None),
        ("all", None),
        ("3-1", None),
        ("0-4", None),
        ("1-", None),
        ("1,,2", None),
        ("12345678", None),
    ],
)
def test_line_ranges(written: str, ranges: tuple[tuple[int, int], ...] | None) -> None:
    assert line_ranges(written) == ranges
