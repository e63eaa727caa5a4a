"""Characters and lengths → what may stand in an Office Open XML part."""

from __future__ import annotations

import re

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOT_NS = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
"""Namespaces that every PresentationML part declares at its root."""

EMU_PER_PT = 12700

# XML 1.0, production 2 (Char): what lies outside may not stand in a document, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPECIAL = re.compile('[&<>"\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]')


def escape(text: str) -> str:
    """Character data: markup escaped, characters that XML does not allow left out."""
    if not _SPECIAL.search(text):
        return text
    kept = _FORBIDDEN.sub("", text)
    # A bare carriage return would be read back as a line feed (XML 1.0, 2.11).
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def quoted(text: str) -> str:
    """The inside of a double-quoted attribute; line ends and tabs survive its normalisation."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def attribute(name: str, value: str | int) -> str:
    """` name="value"` with its leading space, or nothing for an empty value; markup is escaped."""
    return f' {name}="{quoted(str(value))}"' if value != "" else ""


def emu(pt: float) -> int:
    """Points in English Metric Units, 12,700 to the point."""
    return round(pt * EMU_PER_PT)


def share(value: float) -> int:
    """A share (0-1) in thousandths of a per cent."""
    return round(value * 100_000)


def hundredths(pt: float) -> int:
    """Points in hundredths, as font sizes and distances between paragraphs are written."""
    return round(pt * 100)
