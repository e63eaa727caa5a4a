"""Diagrams in a .pptx, read back: native shapes, connectors that run as planned from site to site."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckgen.diagnostics import Report
from deckgen.pipeline import build_scene
from deckgen.scene import Connector, Group, Part, Scene
from deckgen.writers.pptx.connectors import connector
from tests.writers.pptx.reading import NS, Parts

CASE = Path(__file__).parents[2] / "cases" / "good" / "diagrams.yaml"
EMU = 12700
Point = tuple[float, float]


@pytest.fixture(scope="module")
def scene() -> Scene:
    report = Report()
    found = build_scene(CASE, report)
    assert found
    assert not report.has_errors
    return found


@pytest.fixture(scope="module")
def parts(scene: Scene) -> Parts:
    return Parts(scene)


def path_of(shape: Any) -> list[Point]:
    """The points (pt) through which a connector runs, by the definition of its preset."""
    transform = shape.find(".//a:xfrm", NS)
    off, ext = transform.find("a:off", NS), transform.find("a:ext", NS)
    w, h = int(ext.get("cx")), int(ext.get("cy"))
    adj = [int(guide.get("fmla").split()[1]) / 100_000 for guide in shape.findall(".//a:gd", NS)]
    corners = [(0, 0), *_corners(len(adj), w, h, adj), (w, h)]
    if shape.find(".//a:prstGeom", NS).get("prst") == "bentConnector2":
        corners.insert(1, (w, 0))
    angle = math.radians(int(transform.get("rot", "0")) / 60_000)
    found = []
    for x, y in corners:
        x, y = (w - x if transform.get("flipH") else x), (h - y if transform.get("flipV") else y)
        dx, dy = x - w / 2, y - h / 2
        turned = (dx * math.cos(angle) - dy * math.sin(angle), dx * math.sin(angle) + dy * math.cos(angle))
        middle = (int(off.get("x")) + w / 2, int(off.get("y")) + h / 2)
        found.append(((middle[0] + turned[0]) / EMU, (middle[1] + turned[1]) / EMU))
    return found


def _corners(count: int, w: int, h: int, adj: list[float]) -> list[tuple[float, float]]:
    """The corners of bentConnector3 to 5, which have one adjustment to three; of the others none."""
    match count:
        case 1:
            return [(w * adj[0], 0), (w * adj[0], h)]
        case 2:
            return [(w * adj[0], 0), (w * adj[0], h * adj[1]), (w, h * adj[1])]
        case 3:
            middle = h * adj[1]
            return [(w * adj[0], 0), (w * adj[0], middle), (w * adj[2], middle), (w * adj[2], h)]
    return []


def alike(a: list[Point], b: list[Point] | tuple[Point, ...], within: float = 0.2) -> bool:
    return len(a) == len(b) and all(math.dist(p, q) < within for p, q in zip(a, b, strict=True))


@st.composite
def routes(draw: st.DrawFn) -> list[Point]:
    """Lines with up to four corners that turn at each."""
    length = st.one_of(st.integers(-300, -5), st.integers(5, 300))
    at, across = (400.0, 300.0), draw(st.booleans())
    points = [at]
    for _ in range(draw(st.integers(1, 5))):
        by = draw(length)
        at = (at[0] + by, at[1]) if across else (at[0], at[1] + by)
        points.append(at)
        across = not across
    return points


@given(routes())
def test_connectors_run_through_their_points(points: list[Point]) -> None:
    bent = connector(points)
    xml = f'<p:spPr xmlns:p="{NS["p"]}" xmlns:a="{NS["a"]}">{bent.transform}{bent.geometry}</p:spPr>'
    assert alike(path_of(etree.fromstring(xml)), points), (bent, points)


def test_every_edge_is_a_connector_glued_at_both_ends(scene: Scene, parts: Parts) -> None:
    for n, page in enumerate(scene.pages, 1):
        planned = [
            child.content
            for placed in page.placed
            if placed.part is Part.DIAGRAM and isinstance(placed.content, Group)
            for child in placed.content.children
            if isinstance(child.content, Connector)
        ]
        written = parts.slide(n, "//p:cxnSp")
        assert len(written) == len(planned)
        for shape, edge in zip(written, planned, strict=True):
            assert alike(path_of(shape), edge.points)
            assert shape.xpath(".//a:stCxn and .//a:endCxn", namespaces=NS)


def test_connectors_end_at_the_sites_that_they_are_glued_to(scene: Scene, parts: Parts) -> None:
    met = set()
    for n in range(1, len(scene.pages) + 1):
        shapes = {shape.get("id"): shape for shape in parts.slide(n, "//p:sp/p:nvSpPr/p:cNvPr")}
        for connected in parts.slide(n, "//p:cxnSp"):
            points = path_of(connected)
            for name, point in (("stCxn", points[0]), ("endCxn", points[-1])):
                glue = connected.find(f".//a:{name}", NS)
                shape = shapes[glue.get("id")].getparent().getparent()
                met.add(prst := preset(shape))
                assert math.dist(site(shape, prst, int(glue.get("idx"))), point) < 0.2, (n, prst)
    assert met >= {
        "rect",
        "roundRect",
        "ellipse",
        "flowChartDecision",
        "flowChartInputOutput",
        "trapezoid",
        "flag",
    }


def preset(shape: Any) -> str:
    found = shape.find(".//a:prstGeom", NS)
    return "flag" if found is None else found.get("prst")


def site(shape: Any, prst: str, index: int) -> Point:
    """A connection site (pt), by ECMA-376's presetShapeDefinitions.xml or the shape's own list."""
    transform = shape.find(".//a:xfrm", NS)
    off, ext = transform.find("a:off", NS), transform.find("a:ext", NS)
    x, y, w, h = (int(v) / EMU for v in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")))
    if prst == "flag":
        pos = shape.findall(".//a:cxn/a:pos", NS)[index]
        return x + int(pos.get("x")) / EMU, y + int(pos.get("y")) / EMU
    usual = [(0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5)]
    slant = min(w, h) / 8 / w
    at = {
        "ellipse": [(0.5, 0), (0, 0), (0, 0.5), (0, 1), (0.5, 1), (1, 1), (1, 0.5), (1, 0)],
        "flowChartMagneticDisk": [(0.5, 1 / 3), (0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5)],
        "flowChartInputOutput": [(0.6, 0), (0.5, 0), (0.1, 0.5), (0.4, 1), (0.5, 1), (0.9, 0.5)],
        "flowChartManualOperation": [(0.5, 0), (0.1, 0.5), (0.5, 1), (0.9, 0.5)],
        "trapezoid": [(0.5, 0), (slant, 0.5), (0.5, 1), (1 - slant, 0.5)],
    }.get(prst, usual)[index]
    across = 1 - at[0] if transform.get("flipH") else at[0]
    return x + w * across, y + h * at[1]


def test_what_other_programs_would_lay_elsewhere_is_also_a_line(parts: Parts) -> None:
    for n in range(2, 8):
        for alternate in parts.slide(n, "//*[local-name()='AlternateContent']"):
            choice, fallback = alternate
            connected, line = choice[0], fallback[0]
            assert connected.tag.endswith("}cxnSp")
            ids = [one.get("id") for one in alternate.xpath(".//p:cNvPr", namespaces=NS)]
            assert len(set(ids)) == 1
            off = line.find(".//a:off", NS)
            corner = int(off.get("x")) / EMU, int(off.get("y")) / EMU
            points = [
                (corner[0] + int(pt.get("x")) / EMU, corner[1] + int(pt.get("y")) / EMU)
                for pt in line.findall(".//a:path//a:pt", NS)
            ]
            assert alike(path_of(connected), points)


def test_a_diagram_is_one_described_group(parts: Parts) -> None:
    (named,) = parts.slide(2, "//p:grpSp/p:nvGrpSpPr/p:cNvPr")
    assert named.get("descr") == "A test is run until it is green; then the change is shipped"
    assert not parts.slide(7, "//p:grpSp/p:nvGrpSpPr/p:cNvPr/@descr")
    assert parts.slide(7, "//p:grpSp/p:nvGrpSpPr/p:cNvPr//*[local-name()='decorative']")


def test_nodes_are_native_shapes_with_their_words(parts: Parts) -> None:
    found = {
        "".join(shape.xpath(".//a:t/text()", namespaces=NS)): preset(shape)
        for shape in parts.slide(6, "//p:sp[.//a:t]")
    }
    assert found["Subroutine"] == "flowChartPredefinedProcess"
    assert found["Diamond"] == "flowChartDecision"
    assert found["Flag"] == "flag"
    assert found['Two linesof "text"'] == "rect"
