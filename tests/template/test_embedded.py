"""A template's own font files draw its families, where nothing here has them."""

from __future__ import annotations

import pytest

from deckgen.fonts import files
from deckgen.fonts.eot import wrapped
from deckgen.template import Package, Relationship
from deckgen.template.embedded import embedded_fonts, with_embedded
from deckgen.theme import Font, FontRole

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
MAIN = "ppt/presentation.xml"
NOBODY = "No Such Family"


def lato(bold: bool = False) -> bytes:
    found = files.find("Lato", 700 if bold else 400, False)
    assert found
    return found.content()


def package(*fonts: bytes, family: str = NOBODY) -> Package:
    """A template that carries a family in up to two styles."""
    names = [f"ppt/fonts/font{n}.fntdata" for n in range(len(fonts))]
    leads = "".join(
        f'<p:{s} r:id="f{n}"/>' for n, s in zip(range(len(fonts)), ("regular", "bold"), strict=False)
    )
    listed = f'<p:embeddedFont><p:font typeface="{family}"/>{leads}</p:embeddedFont>'
    listed = f"<p:embeddedFontLst>{listed}</p:embeddedFontLst>"
    xml = f'<p:presentation xmlns:p="{P}" xmlns:r="{R}">{listed}</p:presentation>'
    to_fonts = tuple(Relationship(f"f{n}", f"{R}/font", name) for n, name in enumerate(names))
    return Package(
        {MAIN: xml.encode(), **dict(zip(names, fonts, strict=True))}, {},
        {"": (Relationship("r1", f"{R}/officeDocument", MAIN),), MAIN: to_fonts},
    )  # fmt: skip


def fonts(name: str) -> dict[FontRole, Font]:
    return {"heading": Font("Lato", "Lato"), "body": Font(name, "Arimo", office="Calibri", scheme=False)}


def test_both_styles_are_found() -> None:
    held = package(wrapped(lato(), True), wrapped(lato(bold=True), True))
    assert embedded_fonts(held) == {NOBODY.lower(): (lato(), lato(bold=True))}


def test_a_family_that_nobody_has_is_drawn_by_them() -> None:
    made = with_embedded(fonts(NOBODY), package(wrapped(lato(), True)))
    assert made["heading"] == Font("Lato", "Lato")
    body = made["body"]
    assert (body.name, body.family, body.own, body.stands_in) == (NOBODY, NOBODY, (lato(),), False)
    assert (body.office, body.scheme) == ("Calibri", False)


@pytest.mark.parametrize("name", ["Lato", "Lato Light"])
def test_a_family_that_is_here_is_not(name: str) -> None:
    assert with_embedded(fonts(name), package(wrapped(lato(), True), family=name)) == fonts(name)


@pytest.mark.parametrize("damaged", [b"", b"no font at all", wrapped(lato(), True)[:300], lato()[:2000]])
def test_what_is_no_font_is_left_out(damaged: bytes) -> None:
    assert embedded_fonts(package(damaged, wrapped(lato(), True))) == {NOBODY.lower(): (lato(),)}
    assert embedded_fonts(package(damaged)) == {}


@pytest.mark.parametrize("main", [b"", b"<p:presentation", b"<other/>"])
def test_a_damaged_presentation_has_none(main: bytes) -> None:
    held = package(wrapped(lato(), True))
    assert embedded_fonts(Package({**held.parts, MAIN: main}, {}, held.references)) == {}


def test_relationships_that_lead_nowhere() -> None:
    held = package(wrapped(lato(), True))
    assert embedded_fonts(Package(held.parts, {}, {"": held.references[""]})) == {}
    assert embedded_fonts(Package({}, {}, {})) == {}
