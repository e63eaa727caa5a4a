"""Whatever stands in a file, reading it ends with a template or with one problem, never with an exception."""

from __future__ import annotations

import math
import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.template.make import made, unzipped, zipped
from tests.template.reading import read
from tests.template.shapes import Layout, Master, group, level, ordinary, placeholder

LEVELS = level(
    1,
    'marL="457200" indent="-228600" algn="r" rtl="1"',
    "<a:lnSpc><a:spcPct val='90000'/></a:lnSpc><a:spcBef><a:spcPct val='20000'/></a:spcBef><a:buClr>"
    "<a:srgbClr val='FF0000'/></a:buClr><a:buFont typeface='Wingdings'/><a:buChar char='l'/>",
    "sz='2000' spc='100'><a:solidFill><a:schemeClr val='tx1'><a:lumMod val='65000'/><a:lumOff val='35000'/>"
    "</a:schemeClr></a:solidFill><a:latin typeface='+mj-lt'/>",
)
SHAPES = (
    group((0, 0, 90, 90), (0, 0, 45, 45), placeholder("body", 1, at=(1, 2, 30, 40), levels=LEVELS)),
    placeholder(
        "title", at=(0, 0, 90, 9), body="vert='eaVert' wrap='none' lIns='5'><a:normAutofit/></a:bodyPr>"
    ),
)
GRADIENT = (
    '<p:bg><p:bgPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs></a:gsLst></a:gradFill>'
    "</p:bgPr></p:bg>"
)
BASE = made(ordinary(), Master(layouts=(Layout("One", SHAPES, background=GRADIENT),)), slides=(1, 7))
ENTRIES = unzipped(BASE)
VALUES = [
    "",
    "0",
    "-1",
    "1e9",
    "NaN",
    "999999999999999",
    "50%",
    "%",
    "../../x",
    "rId99",
    "phClr",
    "\U0001f600",
]


def fine(data: bytes, folder: Path) -> None:
    """Reading ends, with numbers that are numbers."""
    found, said = read(data, folder)
    assert (found is None) == any(problem.code == "bad-template" for problem in said)
    assert len(said) <= 1
    layouts = [layout for master in found.masters for layout in master.layouts] if found else []
    for holder in (holder for layout in layouts for holder in layout.placeholders):
        box, look = holder.box, holder.style.levels[0]
        assert all(
            math.isfinite(n) for n in (box.x, box.y, box.w, box.h, look.size, look.before, look.indent)
        )


@pytest.mark.parametrize("name", ENTRIES)
def test_each_part_may_be_missing_empty_or_something_else(name: str, tmp_path: Path) -> None:
    others = {n: data for n, data in ENTRIES.items() if n != name}
    for content in (
        None,
        b"",
        b"<x/>",
        b"<a:x xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'/>",
    ):
        fine(zipped(others if content is None else {**others, name: content}), tmp_path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_mutated_files(seed: int, tmp_path: Path) -> None:
    """Bytes of the zip flipped, or cut off."""
    chance = random.Random(seed)
    data = bytearray(BASE[: chance.randrange(len(BASE))] if chance.random() < 0.2 else BASE)
    for _ in range(chance.randrange(1, 30)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    fine(bytes(data), tmp_path)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_mutated_xml(seed: int, tmp_path: Path) -> None:
    """Values of attributes replaced, elements taken out or doubled, in any part."""
    chance = random.Random(seed)
    entries = dict(ENTRIES)
    for name in chance.sample(sorted(entries), 4):
        entries[name] = mutated(entries[name].decode("utf-8"), chance).encode("utf-8")
    fine(zipped(entries), tmp_path)


def mutated(xml: str, chance: random.Random) -> str:
    """The XML with a few changes, most of which leave it well-formed."""
    for _ in range(chance.randrange(1, 6)):
        marks = list(re.finditer(r'="[^"]*"|<[a-zA-Z:0-9]+ [^>]*/>', xml))
        if not marks:
            break
        mark = chance.choice(marks)
        old = mark.group()
        new = f'="{chance.choice(VALUES)}"' if old.startswith("=") else old * chance.choice((0, 2))
        xml = xml[: mark.start()] + new + xml[mark.end() :]
    return xml
