"""Code in the written page: the source in `pre`, tokens in spans, numbers beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.writers.html import write

SOURCE = 'def f(x):\n    return "<b>" + x  # & so\n\n\nf(1)\n'
OUTLINE = """title: A
opening: false
slides:
  - title: Code
    code: {file: f.py, numbers: true, highlight: [all, 2], caption: A program}
  - title: Callout
    callout: {kind: tip, text: a, id: tip}
    stats: [1: one, 2: two]
  - title: Opposite
    background: inverse
    lang: ar
    code: {file: f.py}
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("code")
    (folder / "f.py").write_text(SOURCE, "utf-8")
    (folder / "deck.yaml").write_text(OUTLINE, "utf-8")
    report = Report()
    scene = pipeline.build_scene(Path(folder / "deck.yaml"), report)
    assert report.sorted() == []
    assert scene
    return write(scene).decode("utf-8")


@pytest.fixture(scope="module")
def sections(written: str) -> Any:
    return html.document_fromstring(written).xpath("//section")


def test_the_text_of_the_block_is_the_source(sections: Any) -> None:
    (code,) = sections[0].xpath(".//pre/code")
    assert code.text_content() == SOURCE
    assert len(code.xpath("span[contains(@class, 'line')]")) == 5
    assert code.xpath("span[1]/span/@class") == ["code-keyword", "code-function"]


def test_numbers_stand_beside_it_and_are_not_copied(written: str, sections: Any) -> None:
    (numbers,) = sections[0].xpath(".//*[@class='line-numbers']")
    assert numbers.get("aria-hidden") == "true"
    assert [p.text_content() for p in numbers.iter("p")] == ["1", "2", "3", "4", "5"]
    assert "section .line-numbers { user-select: none" in written


def test_the_caption_belongs_to_the_figure(sections: Any) -> None:
    assert sections[0].xpath("string(.//figure[.//pre]/figcaption)") == "A program"


def test_bands_lie_before_the_code_in_the_document(sections: Any) -> None:
    (band,) = sections[0].xpath(".//*[@data-part='highlight']")
    assert band.xpath("following::pre")
    assert band.get("aria-hidden") == "true"


def test_tokens_have_a_rule_on_normal_and_on_inverse_pages(written: str) -> None:
    assert "section .code-comment { color:var(--muted);font-style:italic }" in written
    assert "section.inverse .code-string { color:" in written


def test_code_is_read_from_left_to_right(sections: Any) -> None:
    assert sections[2].xpath(".//pre/@dir") == ["ltr"]


def test_a_callout_has_a_heading_and_stats_are_a_list(sections: Any) -> None:
    assert sections[1].xpath("string(.//h3)") == "Tip"
    assert sections[1].xpath(".//*[@id='tip']")
    found = [[p.text_content() for p in item.iter("p")] for item in sections[1].xpath(".//ul/li")]
    assert found == [["1", "one"], ["2", "two"]]
