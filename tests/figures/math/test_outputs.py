"""MathML and Office Math of a formula: well formed, valid, and of the same letters."""

from __future__ import annotations

import os
import re
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from deckgen.figures.formula import Formula
from deckgen.figures.math import picture
from deckgen.figures.math.lines import formula_lines
from deckgen.figures.math.omml import omml
from deckgen.figures.math.sizes import formula_box
from tests.figures.math.formulas import formula, formulas

GOLDEN = Path(__file__).parent / "formulas.txt"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"

PARTS = {
    "f": ("fPr", "num", "den"), "rad": ("radPr", "deg", "e"), "nary": ("naryPr", "sub", "sup", "e"),
    "func": ("funcPr", "fName", "e"), "sSub": ("sSubPr", "e", "sub"), "sSup": ("sSupPr", "e", "sup"),
    "sSubSup": ("sSubSupPr", "e", "sub", "sup"), "sPre": ("sPrePr", "sub", "sup", "e"),
    "limLow": ("limLowPr", "e", "lim"), "limUpp": ("limUppPr", "e", "lim"), "acc": ("accPr", "e"),
    "bar": ("barPr", "e"), "groupChr": ("groupChrPr", "e"), "borderBox": ("borderBoxPr", "e"),
    "phant": ("phantPr", "e"),
}  # fmt: skip
"""The children of each structure in their order (ECMA-376-1, 22.1.2 and annex A.6)."""

MANY = {"d": ("dPr", "e"), "eqArr": ("eqArrPr", "e"), "m": ("mPr", "mr"), "mr": (None, "e")}
PROPERTIES = {
    "dPr": "begChr sepChr endChr grow shp ctrlPr", "naryPr": "chr limLoc grow subHide supHide ctrlPr",
    "mPr": "baseJc plcHide rSpRule cGpRule rSp cSp cGp mcs ctrlPr", "fPr": "type ctrlPr",
    "radPr": "degHide ctrlPr", "accPr": "chr ctrlPr", "barPr": "pos ctrlPr",
    "groupChrPr": "chr pos vertJc ctrlPr",
    "phantPr": "show zeroWid zeroAsc zeroDesc transp ctrlPr", "rPr": "lit nor scr sty brk aln",
}  # fmt: skip


def parsed(made: Formula) -> Any:
    """The Office Math of a formula."""
    return etree.fromstring(
        omml(made.tree, ' lang="en"').replace("<m:oMath>", f'<m:oMath xmlns:m="{M}" xmlns:a="{A}">', 1)
    )


def local(element: Any) -> str:
    """A tag without its namespace."""
    return str(etree.QName(element).localname)


@pytest.mark.parametrize("made", formulas(), ids=lambda f: f.latex[:40])
def test_office_math_is_valid(made: Formula) -> None:
    for element in parsed(made).iter(f"{{{M}}}*"):
        tag, children = local(element), [local(child) for child in element]
        if tag in PARTS:
            assert tuple(children) == PARTS[tag]
        elif tag in MANY:
            first, rest = MANY[tag]
            assert children[: first is not None] == ([first] if first else [])
            assert set(children[first is not None :]) == {rest}
        elif tag in PROPERTIES and element.getparent().tag != f"{{{M}}}mc":
            order = PROPERTIES[tag].split()
            assert children == sorted(children, key=order.index)
            assert len(set(children)) == len(children)
        elif tag == "r":
            assert [c for c in children if c != "rPr"] == ["t"]
            assert element.find(f"{{{A}}}rPr/{{{A}}}latin").get("typeface") == "Cambria Math"
            assert element.find(f"{{{M}}}t").text


@pytest.mark.parametrize("made", formulas(), ids=lambda f: f.latex[:40])
def test_no_part_shows_as_a_dotted_box(made: Formula) -> None:
    """Empty parts do; those of a matrix, and of bounds and degrees that are hidden, are meant."""
    for part in parsed(made).iter(
        *(f"{{{M}}}{tag}" for tag in ("e", "num", "den", "sub", "sup", "lim", "deg"))
    ):
        if len(part):
            continue
        owner = part.getparent()
        hidden = owner.find(f"{{{M}}}{local(owner)}Pr/{{{M}}}{local(part)}Hide")
        assert local(owner) == "mr" or hidden is not None


@pytest.mark.parametrize("made", formulas(), ids=lambda f: f.latex[:40])
def test_both_formats_hold_the_same_letters(made: Formula) -> None:
    office = "".join(t.text for t in parsed(made).iter(f"{{{M}}}t"))
    web = str(etree.fromstring(made.mathml).xpath("string()"))
    assert letters(office) == letters(web)
    assert letters(web) or not re.search("[A-Za-z]", made.text)


def letters(text: str) -> list[str]:
    """The letters and digits of a text, whatever their alphabet, in order of the alphabet."""
    plain = unicodedata.normalize("NFKD", text)
    return sorted(char for char in plain if unicodedata.category(char) in ("Lu", "Ll", "Lo", "Nd"))


@pytest.mark.parametrize("made", formulas(), ids=lambda f: f.latex[:40])
def test_it_has_a_size_and_a_picture(made: Formula) -> None:
    box = formula_box(made)
    assert 0 < box.width < 40
    assert 0 < box.height < 10
    with Image.open(BytesIO(picture.png(box, 20.0, "#123456", 2.0))) as image:
        assert image.width == pytest.approx((box.width + 2 * picture.BLEED) * 40, abs=1)
        assert image.height == pytest.approx((box.height + 2 * picture.BLEED) * 40, abs=1)
        pixels = image.convert("RGBA")
    ink = pixels.getchannel("A")
    assert ink.getextrema() == (0, 255)
    assert {color for _, color in pixels.convert("RGB").getcolors() or []} == {(0x12, 0x34, 0x56)}
    left, top, right, bottom = ink.getbbox() or (0, 0, 0, 0)
    assert min(left, top, pixels.width - right, pixels.height - bottom) > 0


def test_outputs_are_as_reviewed() -> None:
    """`DECKGEN_UPDATE=1 uv run pytest tests/figures/math` writes the file anew; read the diff."""
    found = "\n".join(
        f"{f.latex.strip()}\n  {f.text}\n  {outline(parsed(f))}\n  {f.mathml}\n" for f in formulas()
    )
    if os.environ.get("DECKGEN_UPDATE"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def outline(element: Any) -> str:
    """Office Math in short: `f(num(a) den(b))`; properties are left out."""
    tag = local(element)
    if tag == "r":
        return str(element.find(f"{{{M}}}t").text)
    inner = " ".join(outline(child) for child in element if not local(child).endswith("Pr"))
    return f"{tag}({inner})"


def test_a_sum_holds_what_it_is_of() -> None:
    made = outline(parsed(formula(r"\sum_{i}a_i\cdot b+c")))
    assert made == "oMath(nary(sub(𝑖) sup() e(sSub(e(𝑎) sub(𝑖)) ⋅𝑏)) +𝑐)"


def test_a_function_holds_its_argument() -> None:
    assert outline(parsed(formula(r"\sin x\cos y"))) == "oMath(func(fName(sin) e(𝑥)) func(fName(cos) e(𝑦)))"
    assert outline(parsed(formula(r"\log(x)y"))) == "oMath(func(fName(log) e((𝑥))) 𝑦)"


def test_aligned_lines_have_their_signs() -> None:
    assert outline(parsed(formula(r"a&=b\\&=c"))) == "oMath(eqArr(e(𝑎&=𝑏) e(&=𝑐)))"


def test_lines_keep_their_places() -> None:
    made = formula(r"a+b&=c\\d&=e+f+g")
    whole, lines = formula_box(made), formula_lines(made)
    assert len(lines) == 2
    assert lines[0].y > 0 > lines[1].y
    assert lines[1].x > lines[0].x == 0.0
    assert max(line.x + formula_box(line.formula).width for line in lines) == pytest.approx(whole.width)
    assert lines[0].formula.text == "a + b = c"


def test_one_line_is_itself() -> None:
    made = formula(r"\frac ab")
    assert [line.formula for line in formula_lines(made)] == [made]


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"x^{n+1}_i", "xᵢⁿ⁺¹"), (r"\frac{a+b}{2}", "(a + b)/2"), (r"\sqrt[3]{x}", "∛x"), (r"\hat x", "x̂"),
        (r"{}_nC_k", "ₙCₖ"), (r"f'(x)", "f′(x)"), (r"\binom nk", "(n over k)"), (r"\text{if } x", "if x"),
        (r"-x+(-y)", "−x + (−y)"),
    ],
)  # fmt: skip
def test_in_words(latex: str, words: str) -> None:
    assert formula(latex).text == words
