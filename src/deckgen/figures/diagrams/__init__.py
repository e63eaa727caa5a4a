"""Flowcharts in Mermaid's language: read, arranged in layers, and measured out."""

from deckgen.figures.diagrams.emphasis import pieces
from deckgen.figures.diagrams.flowchart import Flowchart, Head, Label, Look, Shape, Stroke
from deckgen.figures.diagrams.parse import parse
from deckgen.figures.diagrams.problems import Problem

__all__ = ["Flowchart", "Head", "Label", "Look", "Problem", "Shape", "Stroke", "parse", "pieces"]
