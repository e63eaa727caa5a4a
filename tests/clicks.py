"""What comes and goes at each click of a built deck, read back from either file by readers not deckgen's."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree
from lxml import html as lxml_html

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
NS = {"a": A, "p": P}

Step = tuple[str, str]
"""The words that come and that go at one click: a picture's are its description, formulas and charts have
none (in the .pptx, their words stand elsewhere)."""

BREAKS = {"p", "li", "h1", "h2", "h3", "td", "th", "div", "br", "tr", "text", "img", "figure", "blockquote"}
"""Elements that words do not run across."""


# -- the .pptx


def pptx_clicks(data: bytes) -> list[list[Step]]:
    """The clicks of every slide, by its `p:timing`."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        count = sum(name.startswith("ppt/slides/slide") for name in archive.namelist())
        slides = [etree.fromstring(archive.read(f"ppt/slides/slide{n + 1}.xml")) for n in range(count)]
    return [list(_slide_clicks(slide)) for slide in slides]


def _slide_clicks(slide: Any) -> Iterator[Step]:
    for fallback in slide.findall(f".//{{{MC}}}Fallback"):
        fallback.getparent().remove(fallback)
    for click in slide.xpath(".//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par", namespaces=NS):
        effects = click.xpath(".//p:cTn[@presetClass and @presetClass != 'mediacall']", namespaces=NS)
        if not effects:  # a film that plays by itself takes no click
            continue
        kinds = [effect.get("nodeType") for effect in effects]
        if "afterEffect" in kinds:  # what plays by itself takes no click
            continue
        assert kinds == ["clickEffect", *["withEffect"] * (len(effects) - 1)]
        comes = goes = ""
        for effect in effects:
            if effect.get("presetClass") == "mediacall":
                continue
            words = _target_words(slide, effect)
            if effect.get("presetClass") == "exit":
                goes += words
            else:
                comes += words
        yield comes.strip(), goes.strip()


def _target_words(slide: Any, effect: Any) -> str:
    target = effect.xpath(".//p:set//p:spTgt", namespaces=NS)[0]
    (name,) = slide.xpath(f".//p:cNvPr[@id='{target.get('spid')}']", namespaces=NS)
    shape = name.getparent().getparent()
    ranges = target.xpath("p:txEl/p:pRg", namespaces=NS)
    if not ranges:
        return _words(shape)
    paragraphs = shape.xpath("p:txBody/a:p", namespaces=NS)
    return "".join(_words(p) for p in paragraphs[int(ranges[0].get("st")) : int(ranges[0].get("end")) + 1])


def _words(element: Any) -> str:
    """Text and descriptions in the order of the document, a space after each paragraph and picture."""
    made = ""
    for found in element.iter(f"{{{A}}}p", f"{{{P}}}nvPicPr"):
        if found.tag == f"{{{A}}}p":
            made += "".join(found.itertext(f"{{{A}}}t")) + " "
        else:
            made += found[0].get("descr", "") + " "
    return made


# -- the .html


def html_clicks(data: bytes) -> list[list[Step]]:
    """The clicks of every page, by its fragments."""
    document = lxml_html.document_fromstring(data.decode("utf-8"))
    return [list(_page_clicks(section)) for section in document.iter("section")]


def _page_clicks(section: Any) -> Iterator[Step]:
    fragments = section.xpath(".//*[@data-fragment-index]")
    assert len(fragments) == len(section.xpath(".//*[contains(concat(' ', @class, ' '), ' fragment ')]"))
    found: dict[int, list[str]] = {}
    for fragment in fragments:
        index, ways = int(fragment.get("data-fragment-index")), fragment.get("class").split()
        goes = "fade-out" in ways
        words = fragment.text_content() if goes else "".join(_own_text(fragment))
        if fragment.tag == "g":  # a series of a chart
            words = ""
        found.setdefault(index, ["", ""])[goes] += " ".join(words.split()) + " "
    assert sorted(found) == list(range(len(found)))
    for index in sorted(found):
        yield found[index][0].strip(), found[index][1].strip()


def _wordless(element: Any) -> bool:
    """Formulas and drawings, and what stands for a chart's words."""
    return element.tag in {"math", "svg"} or element.get("class", "").split()[:1] in (
        ["numbers"],
        ["axis-title"],
    )


def _own_text(element: Any) -> Iterator[str]:
    """Text of an element, without that of fragments in it, which come at clicks of their own."""
    gap = " " if element.tag in BREAKS else ""
    described = element.get("aria-label" if element.tag == "video" else "alt") or ""
    yield gap + (element.text or "") + described
    for child in element:
        if child.get("data-fragment-index") is None and not _wordless(child):
            yield from _own_text(child)
        yield child.tail or ""
    yield gap
