"""An outline of charts, built: what the tests of both writers read back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.figures.charts import Chart
from deckgen.scene import ChartFigure, Page, Scene

OUTLINE = Path(__file__).parent.parent / "cases" / "good" / "charts.yaml"


@cache
def charted(theme: str = "lecture") -> Scene:
    """The scene of the charts in the good cases."""
    report = Report()
    scene = pipeline.build_scene(OUTLINE, report, theme)
    assert scene is not None
    assert report.sorted() == []
    return scene


def figures(page: Page) -> list[ChartFigure]:
    """The charts of a page."""
    return [placed.content for placed in page.placed if isinstance(placed.content, ChartFigure)]


def all_figures(scene: Scene) -> list[ChartFigure]:
    """The charts of a deck."""
    return [figure for page in scene.pages for figure in figures(page)]


def numbers(chart: Chart) -> list[list[float | None]]:
    """The values of each series."""
    return [list(series.values) for series in chart.series]
