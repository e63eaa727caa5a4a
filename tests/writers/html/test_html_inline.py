"""Runs in, the same characters out, whatever they are; links only where links may lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from deckgen.model import Baseline, Role, Run
from deckgen.writers.html.inline import inline

# Characters that an XML or HTML document can hold at all; a reader turns others away.
CHARS = st.characters(exclude_categories=["Cs", "Cc"])
WORDS = st.text(CHARS | st.sampled_from("<>&\"'\\{}%#/")) | st.sampled_from(
    ["</script><script>alert(1)</script>", "<!--", "]]>", "&amp;", "{{ title }}", "<b>", "{% raw %}"]
)
LINKS = st.none() | st.text(CHARS).map(lambda path: "https://example.org/" + path) | st.just("#plan")
RUNS = st.builds(
    Run,
    text=WORDS,
    bold=st.booleans(),
    italic=st.booleans(),
    code=st.booleans(),
    struck=st.booleans(),
    marked=st.booleans(),
    baseline=st.sampled_from(Baseline),
    roles=st.frozensets(st.sampled_from(Role)),
    href=LINKS,
    lang=st.sampled_from([None, "ja", "de-AT"]),
)
ELEMENTS = {"p", "a", "strong", "em", "code", "s", "mark", "sub", "sup", "span"}


@given(st.lists(RUNS))
def test_text_in_is_text_out(runs: list[Run]) -> None:
    element = html.fragment_fromstring(f"<p>{inline(tuple(runs))}</p>")
    assert element.text_content() == "".join(run.text for run in runs)
    assert {str(node.tag) for node in element.iter()} <= ELEMENTS
    shown = [run for run in runs if run.text]
    assert len(element.xpath(".//strong")) == sum(run.bold for run in runs)
    assert {a.get("href") for a in element.xpath(".//a")} >= {run.href for run in shown if run.href}


@given(CHARS.map(lambda c: Run(f"a{c}", href=f'https://example.org/"{c}<')))
def test_an_address_stays_in_its_attribute(run: Run) -> None:
    element = html.fragment_fromstring(f"<p>{inline((run,))}</p>")
    assert [a.get("href") for a in element.xpath("./a")] == [run.href]


def test_formatting_nests_and_links_join() -> None:
    runs = (
        Run("Read ", href="https://example.org/"),
        Run("this", href="https://example.org/", bold=True, italic=True),
        Run("\nnow"),
    )
    assert inline(runs) == (
        '<a href="https://example.org/" target="_blank" rel="noopener">Read '
        "<strong><em>this</em></strong></a><br>now"
    )


def test_links_inside_the_deck_and_to_a_mailbox_open_in_place() -> None:
    assert inline((Run("x", href="#plan"),)) == '<a href="#plan">x</a>'
    assert inline((Run("x", href="mailto:a@b.c"),)) == '<a href="mailto:a@b.c">x</a>'


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x"]
)
def test_no_other_link_is_written(href: str) -> None:
    with pytest.raises(ValueError, match="no outline can hold"):
        inline((Run("x", href=href),))


def test_roles_and_languages_share_a_span() -> None:
    run = Run("x", roles=frozenset({Role.SMALL, Role.ACCENT}), lang="ja")
    assert inline((run,)) == '<span class="accent small" lang="ja">x</span>'
