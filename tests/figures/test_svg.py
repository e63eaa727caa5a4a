"""SVG files → their size and markup in which nothing acts or reaches out, or what is wrong with them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckgen.figures.redraw import Faces, drawn
from deckgen.figures.svg import Svg, looks_like_svg, read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def read(inside: str, head: str = f'{HEAD} viewBox="0 0 40 30">') -> Svg:
    """A drawing that is taken; whatever is in it, another parser and a renderer read what comes out."""
    found = read_svg(f"{head}{inside}</svg>".encode())
    assert isinstance(found, Svg), found
    etree.fromstring(found.markup)
    assert drawn(found.markup.decode(), (20, 20), Faces()).startswith(b"\x89PNG")
    return found


def tree(found: Svg) -> Any:
    return etree.fromstring(found.markup)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="120" height="80"', (120, 80)),
        ('width="1in" height="25.4mm"', (96, 96)),
        ('width="12pt" height="1pc"', (16, 16)),
        ('viewBox="0 0 40 30"', (40, 30)),
        ('width="80" viewBox="0 0 40 30"', (80, 60)),
        ('height="60px" viewBox="0,0,40,30"', (80, 60)),
        ('width="100%" height="100%" viewBox="0 0 4 3"', (4, 3)),
        ('width="-5" height="1e999"', (300, 150)),
        ('viewBox="0 0 0 0"', (300, 150)),
        ("", (300, 150)),
    ],
)
def test_sizes(attributes: str, size: tuple[float, float]) -> None:
    found = read("", f"{HEAD} {attributes}>")
    assert found.size == pytest.approx(size)
    root = tree(found)
    assert (float(root.get("width")), float(root.get("height"))) == pytest.approx(size, rel=1e-4)
    assert root.get("viewBox")


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>alert(1)</script>", "scripts"),
        ('<rect onclick="alert(1)" width="3"/>', "scripts"),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>', "scripts"),
        ('<a href=" JavaScript:alert(1)"><rect/></a>', "scripts"),
        ('<a><set attributeName="xlink:href" to="javascript:1"/></a>', "scripts"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>', "HTML"),
        ('<image href="https://example.org/a.png"/>', "references"),
        ('<image xlink:href="a.png"/>', "references"),
        ('<use href="other.svg#a"/>', "references"),
        ('<rect fill="url(https://example.org/a#b)"/>', "references"),
        ("<rect style=\"fill:url('https://example.org/a#b')\"/>", "references"),
        (r'<rect style="fill:\75 r\6c(https://example.org/a#b)"/>', "references"),
        ("<style>@import url(https://example.org/a.css);</style>", "references"),
        ('<style>@import "https://example.org/a.css";</style>', "references"),
        ("<style>@font-face { font-family: A; src: url(https://example.org/a.woff) }</style>", "references"),
        ('<g xml:base="https://example.org/"><image href="a.png"/></g>', "references"),
        ('<image href="data:image/svg+xml,&lt;svg/&gt;"/>', "references"),
    ],
)
def test_what_acts_or_reaches_out_is_taken_out(inside: str, what: str) -> None:
    found = read(f"<rect id='stays'/>{inside}<text>stays</text>")
    assert [what in kind for kind in found.dropped] == [True]
    markup = found.markup.decode()
    for sign in ("script", "alert", "example.org", "foreign", "onclick", "a.png"):
        assert sign not in markup.lower()
    assert markup.count("stays") == 2


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><g id="a"/></defs><use href="#a"/><use xlink:href="#a"/>',
        '<rect fill="url(#a)" style="stroke:url( \'#b\' )"/>',
        '<a href="https://example.org"><text>a</text></a>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>.a { fill: red } /* url(x */</style>",
        '<style>@font-face { src: url("data:font/woff2;base64,AAAA") }</style>',
        '<rect><animate attributeName="x" to="3"/></rect>',
        "<text>one<tspan>two</tspan>three</text>",
    ],
)
def test_what_is_harmless_stays(inside: str) -> None:
    found = read(inside)
    assert found.dropped == ()
    whole = etree.fromstring(f"{HEAD}>{inside}</svg>")
    assert etree.tostring(whole[0]) == etree.tostring(tree(found)[0])


def test_words_behind_what_is_taken_out_stay() -> None:
    found = read("<text>one<script>1</script>two<tspan/>three<script>2</script>four</text>")
    assert "".join(tree(found).itertext()) == "onetwothreefour"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("", "is no well-formed SVG"),
        ("<svg><g></svg>", "is no well-formed SVG: mismatched tag (its line 1)"),
        ("<svg>\n<use xlink:href='#a'/></svg>", "unbound prefix"),
        ("<svg>&nbsp;</svg>", "undefined entity"),
        ("<html/>", "is XML, but no SVG"),
        ('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>', "declares entities"),
        ('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>', "declares entities"),
        ("<svg>" + "<g>" * 5_000 + "</g>" * 5_000 + "</svg>", "more elements than"),
        ('<?xml version="1.0" encoding="morse"?><svg/>', "encoding"),
        ("<svg>" + " " * 10_000_000 + "</svg>", "more than 10 MB"),
    ],
    ids=lambda value: value[:30],
)
def test_what_is_not_taken(markup: str, words: str) -> None:
    problem = read_svg(markup.encode())
    assert isinstance(problem, str)
    assert words in problem


def test_a_few_lines_that_draw_billions_are_refused() -> None:
    groups = "".join(f'<g id="a{n}">' + f'<use href="#a{n + 1}"/>' * 10 + "</g>" for n in range(9))
    problem = read_svg(f"{HEAD}>{groups}<rect id='a9'/></svg>".encode())
    assert problem == "draws more than 500,000 shapes"


def test_a_drawing_of_itself_is_no_bomb() -> None:
    assert read('<g id="a"><use href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/></g>')


def test_a_document_type_is_passed_over() -> None:
    kind = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    found = read_svg(f'<?xml version="1.0"?>\n{kind}\n{HEAD}/>'.encode())
    assert isinstance(found, Svg)
    assert b"DOCTYPE" not in found.markup


def test_other_encodings_are_read() -> None:
    text = f'<?xml version="1.0" encoding="utf-16"?>{HEAD}><text>Béla</text></svg>'
    found = read_svg(text.encode("utf-16"))
    assert isinstance(found, Svg)
    assert "Béla" in found.markup.decode()


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    for markup in (text, f"<svg>{text}</svg>", f'<svg style="{text}"/>', f"<svg><style>{text}</style></svg>"):
        data = markup.encode("utf-8", "surrogatepass")
        assert isinstance(read_svg(data), str | Svg)
        looks_like_svg(data)
