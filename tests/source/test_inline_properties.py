"""What holds for inline Markdown of any text: nothing lost, nothing odd, in linear time."""

from __future__ import annotations

import string
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report, Span
from deckgen.model import plain
from deckgen.source.inline import parse_inline
from deckgen.yamlnodes import Scalar


def scalar(text: str) -> Scalar:
    return Scalar(text, True, Span("deck.yaml"))


def test_plain_text_loads_no_parser() -> None:
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
    report = Report()
    assert plain(parse_inline(scalar("".join(parts)), report)) == meant
    assert report.sorted() == []


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
