"""The part that a placed thing plays on its page → the template that marks it up, and what it stands in."""

from __future__ import annotations

from deckgen.scene import Part

TEMPLATES = {
    Part.TITLE: "title",
    Part.SUBTITLE: "text",
    Part.BYLINE: "text",
    Part.DATE: "text",
    Part.FOOTER: "footer",
    Part.NUMBER: "footer",
    Part.TEXT: "text",
    Part.BULLETS: "text",
    Part.NUMBERED: "text",
    Part.COLUMN_TITLE: "column-title",
    Part.PICTURE: "image",
    Part.CAPTION: "caption",
    Part.QUOTE: "quote",
    Part.QUOTE_MARK: "quote-mark",
    Part.STATEMENT: "statement",
    Part.SOURCE: "caption",
    Part.TIMELINE: "timeline",
    Part.EVENT: "event",
    Part.RULE: "rule",
    Part.VIDEO: "image",
    Part.AUDIO: "image",
    Part.QR: "image",
    Part.TABLE: "table",
    Part.CHART: "chart",
    Part.CHART_TITLE: "text",
    Part.CODE: "code",
    Part.LINE_NUMBERS: "line-numbers",
    Part.MATH: "math",
    Part.EQUATION_NUMBER: "text",
    Part.DIAGRAM: "diagram",
    Part.NODE: "text",
    Part.EDGE: "edge",
    Part.LABEL: "text",
    Part.CALLOUT: "callout",
    Part.STATS: "stats",
    Part.STAT: "stat",
    Part.BIBLIOGRAPHY: "text",
    Part.FOOTNOTES: "footnotes",
    Part.HIGHLIGHT: "highlight",
    Part.PANEL: "rule",
}
"""The template in `blocks/` of each part; of several parts that are marked up alike, the same."""

LISTED = (Part.EVENT, Part.STAT)
"""Parts of a group that are the items of a list."""

FIGURES = {
    Part.CAPTION: (
        Part.PICTURE,
        Part.VIDEO,
        Part.AUDIO,
        Part.QR,
        Part.CODE,
        Part.MATH,
        Part.TABLE,
        Part.DIAGRAM,
        Part.CHART,
    ),
    Part.SOURCE: (Part.QUOTE, Part.STATEMENT),
}
"""What stands in the figure of another placed thing that shows the same block."""
