"""Runs, paragraphs, numbers and links: what is written, and that no character is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deckgen.model import Baseline, Role, Run, Text
from deckgen.scene import Bullet, Marker, Number, PlacedParagraph, PlacedText
from deckgen.theme import ColorRef, LevelStyle, TextStyle
from deckgen.writers.pptx.links import PartLinks, legal_uri
from deckgen.writers.pptx.markup import ROOT_NS, escape
from deckgen.writers.pptx.package import Relationships
from deckgen.writers.pptx.text import TextWriter
from tests.writers.pptx.reading import NS
from tests.writers.scenes import paragraph
from tests.writers.themes import sample_theme

THEME = sample_theme()
BODY = THEME.styles["body"]
PLAIN = THEME.styles["text"]


def body(
    *paragraphs: PlacedParagraph,
    style: TextStyle = BODY,
    base: TextStyle | None = BODY,
    slides: dict[str, str] | None = None,
) -> Any:
    """The text body of a box, parsed."""
    text = PlacedText(style, paragraphs)
    writer = TextWriter(THEME.fonts, THEME.marks[False])
    links = PartLinks(Relationships(), slides or {})
    xml = writer.body(text, base, "<a:bodyPr/>", links)
    return etree.fromstring(f"<x {ROOT_NS}>{xml}</x>")[0]


def found(element: Any, path: str) -> Any:
    """What an XPath finds."""
    return element.xpath(path, namespaces=NS)


def properties(run: Run, style: TextStyle = PLAIN) -> Any:
    """The `a:rPr` of one run."""
    (made,) = found(body(paragraph((run,), style), style=style, base=style), "//a:r/a:rPr")
    return made


def children(element: Any) -> list[str]:
    """The local names of an element's children."""
    return [etree.QName(child).localname for child in element]


@pytest.mark.parametrize(
    ("run", "attributes"),
    [
        (Run("x"), {}),
        (Run("x", bold=True), {"b": "1"}),
        (Run("x", italic=True), {"i": "1"}),
        (Run("x", struck=True), {"strike": "sngStrike"}),
        (Run("x", baseline=Baseline.SUB), {"baseline": "-25000"}),
        (Run("x", baseline=Baseline.SUPER), {"baseline": "30000"}),
        (Run("x", roles=frozenset({Role.SMALL})), {"sz": "1920"}),
    ],
)
def test_a_run_says_what_its_level_does_not(run: Run, attributes: dict[str, str]) -> None:
    made = properties(run)
    assert dict(made.attrib) == {"lang": "en"} | attributes
    assert children(made) == []


def test_bold_in_a_bold_title_needs_no_word() -> None:
    assert "b" not in properties(Run("x", bold=True), THEME.styles["title"]).attrib


def test_children_of_run_properties_stand_in_the_order_of_the_schema() -> None:
    made = properties(Run("x", code=True, marked=True, roles=frozenset({Role.ACCENT}), href="https://x.org"))
    assert children(made) == ["solidFill", "highlight", "latin", "ea", "cs", "hlinkClick"]
    assert found(made, "a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert found(made, "a:highlight/a:schemeClr/@val") == ["accent2"]
    assert found(made, "a:latin/@typeface") == ["Courier New"]


def test_the_language_is_the_runs_or_the_paragraphs() -> None:
    made = body(paragraph((Run("a"), Run("b", lang="ja")), PLAIN, lang="de"), style=PLAIN, base=PLAIN)
    assert found(made, "//a:rPr/@lang") == ["de", "ja"]


def test_line_breaks_are_breaks_and_empty_paragraphs_keep_their_size() -> None:
    made = body(paragraph("a\nb", PLAIN), paragraph((), PLAIN), style=PLAIN, base=PLAIN)
    assert [children(p) for p in found(made, "a:p")] == [["r", "br", "r"], ["endParaRPr"]]


def test_a_look_of_its_own_is_written_on_the_paragraph() -> None:
    look = LevelStyle(18, color=ColorRef("muted", darker=0.25), before=3, spacing=1.1, align="center")
    made = body(PlacedParagraph((Run("x"),), look), style=PLAIN, base=PLAIN)
    (written,) = found(made, "//a:pPr")
    assert dict(written.attrib) == {"algn": "ctr"}
    assert found(written, "a:lnSpc/a:spcPct/@val") == ["110000"]
    assert found(written, "a:spcBef/a:spcPts/@val") == ["300"]
    assert found(made, "//a:rPr/@sz") == ["1800"]
    assert found(made, "//a:rPr//a:schemeClr/@val | //a:rPr//a:lumMod/@val") == ["tx2", "75000"]


def test_a_plain_paragraph_in_a_list_has_neither_bullet_nor_indent() -> None:
    (written,) = found(body(paragraph("x", BODY)), "//a:pPr")
    assert dict(written.attrib) == {"marL": "0", "indent": "0"}
    assert children(written) == ["buNone"]


def test_bullets_come_from_the_level() -> None:
    made = body(*(paragraph("x", BODY, n, Bullet()) for n in range(3)))
    assert [dict(p.attrib) for p in found(made, "//a:pPr")] == [{"lvl": "1"}, {"lvl": "2"}]
    assert found(made, "//a:buChar") == []


@pytest.mark.parametrize("level", [4, 5, 8, 11])
def test_deep_levels_stop_at_the_last(level: int) -> None:
    (written,) = found(body(paragraph("x", BODY, level, Bullet())), "//a:pPr")
    assert dict(written.attrib) == {"lvl": str(min(level, 8))}


def test_right_to_left_paragraphs_start_at_the_right() -> None:
    look = replace(BODY.level(0), align="end")
    made = body(
        paragraph("שלום", BODY, 0, Bullet(), "he", True),
        PlacedParagraph((Run("שלום"),), look, 0, Bullet(), (), "he", True),
    )
    assert [dict(p.attrib) for p in found(made, "//a:pPr")] == [
        {"algn": "r", "rtl": "1"}, {"algn": "l", "rtl": "1"},
    ]  # fmt: skip


def numbers(*marked: tuple[int, Marker | None]) -> list[tuple[str, str]]:
    """Scheme and `startAt` of paragraphs given as level and marker."""
    made = body(*(paragraph("x", BODY, level, marker) for level, marker in marked))
    return [(n.get("type"), n.get("startAt", "1")) for n in found(made, "//a:buAutoNum")]


def test_numbers_go_by_level() -> None:
    shown = numbers((0, Number(1)), (1, Number(1)), (2, Number(1)), (3, Number(1)))
    assert [scheme for scheme, _ in shown] == [
        "arabicPeriod", "alphaLcPeriod", "romanLcPeriod", "arabicPeriod",
    ]  # fmt: skip


def test_a_list_counts_on_over_deeper_items() -> None:
    shown = numbers((0, Number(3, 3)), (1, Number(1)), (1, Number(2)), (0, Number(4, 3)), (1, Number(1)))
    assert [start for _, start in shown] == ["3", "1", "1", "3", "1"]


def test_a_list_that_goes_on_after_a_paragraph_is_told_its_number() -> None:
    shown = numbers((0, Number(1)), (0, Number(2)), (0, None), (0, Number(3)), (0, Number(4)))
    assert [start for _, start in shown] == ["1", "1", "3", "3"]


def test_text_boxes_carry_their_whole_style() -> None:
    made = body(paragraph("x", PLAIN), style=PLAIN, base=None)
    (level,) = found(made, "a:lstStyle/a:lvl1pPr")
    assert children(level) == ["lnSpc", "spcBef", "buNone", "defRPr"]
    assert found(level, "a:defRPr/@sz") == ["2400"]


@pytest.mark.parametrize(
    ("given_href", "written"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("https://example.org/ä b\\c", "https://example.org/%C3%A4%20b%5Cc"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://münchen.example/x", "https://xn--mnchen-3ya.example/x"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_addresses_are_legal_uris(given_href: str, written: str) -> None:
    assert legal_uri(given_href) == written


def test_links_to_slides_jump_and_unknown_ones_are_words() -> None:
    runs = (Run("there", href="#plan"), Run("nowhere", href="#gone"))
    made = body(paragraph(runs, PLAIN), style=PLAIN, base=PLAIN, slides={"plan": "slide3.xml"})
    assert found(made, "//a:hlinkClick/@action") == ["ppaction://hlinksldjump"]
    assert found(made, "//a:t/text()") == ["there", "nowhere"]


def test_a_link_over_two_lines_is_one_link_in_two_runs() -> None:
    runs = (Run("see "), Run("https://example.org/a/b", href="https://example.org/a/b"), Run(" there"))
    broken = replace(paragraph(runs, PLAIN), lines=(24, 33))
    made = body(broken, style=PLAIN, base=PLAIN)
    assert found(made, "//a:t/text()") == ["see ", "https://example.org/", "a/b", " there"]
    assert len(set(found(made, "//a:hlinkClick/@r:id"))) == 1


FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
RUNS = st.lists(
    st.builds(
        Run,
        text=st.text(max_size=30),
        bold=st.booleans(),
        code=st.booleans(),
        marked=st.booleans(),
        href=st.none() | st.text(min_size=1, max_size=20).map(lambda s: "https://example.org/" + s),
        lang=st.none() | st.sampled_from(["en", "zh-Hant-TW", "he"]),
    ),
    max_size=5,
).map(tuple)


@settings(max_examples=150, deadline=None)
@given(RUNS)
def test_any_text_survives(runs: Text) -> None:
    made = body(paragraph(runs, PLAIN), style=PLAIN, base=PLAIN)
    (only,) = found(made, "a:p")
    read = "".join("\n" if e.tag.endswith("}br") else e.text or "" for e in found(only, ".//a:t | .//a:br"))
    given_text = "".join(run.text for run in runs)
    assert read == FORBIDDEN.sub("", given_text.replace("\r\n", "\n"))


@pytest.mark.parametrize("text", ["_x0041_", "  two  spaces ", "a\tb", "<a:t>", "&amp;", "]]>", "😀"])
def test_text_is_never_markup(text: str) -> None:
    assert etree.fromstring(f"<t>{escape(text)}</t>").text == text


def test_capitals_and_tracking_are_said_where_they_begin_and_where_they_end() -> None:
    shown = replace(PLAIN.level(0), caps=True, tracking=1.25)
    style = TextStyle("loud", (shown,))
    written = body(paragraph((Run("a"), Run("b", code=True)), style), style=style, base=PLAIN)
    assert found(written, "//a:lvl1pPr/a:defRPr/@cap") == ["all"]
    assert found(written, "//a:lvl1pPr/a:defRPr/@spc") == ["125"]
    assert found(written, "//a:r[1]/a:rPr/@cap") == []
    assert found(written, "//a:r[2]/a:rPr/@cap") == ["none"]  # a program keeps its small letters
    quiet = body(paragraph((Run("a"),), PLAIN), style=PLAIN, base=style)
    assert found(quiet, "//a:lvl1pPr/a:defRPr/@cap") == ["none"]
    assert found(quiet, "//a:lvl1pPr/a:defRPr/@spc") == ["0"]
