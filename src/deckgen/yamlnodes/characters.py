"""A file's bytes → its characters: UTF-8 alone, and nothing that cannot be seen or set."""

from __future__ import annotations

import re

from deckgen.diagnostics import Report
from deckgen.yamlnodes.nodes import Source

FORBIDDEN = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""All but YAML's printable characters (YAML 1.2.2, 5.1), and the line separators among these: they
would break lines for YAML 1.1 and no editor."""

_INDENTING = re.compile(rf"^[ \t]*{FORBIDDEN.pattern}", re.MULTILINE)
_LINE_END = re.compile(r"[\r\n]")
_MOST = 20
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, shown_as: str, report: Report) -> str | None:
    """The characters of a file, without its byte order mark; None where they cannot be known.

    Forbidden characters are errors and come back as spaces, so that all else keeps its place; where
    the indents cannot be known without them, nothing comes back.
    """
    if data.startswith(_WIDE):
        report.error("yaml-encoding", f"{shown_as} is written in UTF-16", None, "save the file as UTF-8")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _not_utf8(data, error.start, shown_as, report)
        return None
    report.sources[shown_as] = text
    if not FORBIDDEN.search(text):
        return text
    return _without_controls(Source(shown_as, text), report)


def _not_utf8(data: bytes, position: int, shown_as: str, report: Report) -> None:
    text = data.decode("utf-8-sig", errors="replace")
    report.sources[shown_as] = text
    before = data[:position].decode("utf-8-sig", errors="replace")
    report.error(
        "yaml-encoding",
        f"byte 0x{data[position]:02X} is not UTF-8",
        Source(shown_as, text).span(len(before)),
        "save the file as UTF-8 (it may be in Latin-1 or Windows-1252)",
    )


def _without_controls(source: Source, report: Report) -> str | None:
    found = list(FORBIDDEN.finditer(source.text))
    nul = next((m for m in found if m.group() == "\0"), None)
    if nul:
        hint = "is it a text file, saved as UTF-8?"
        report.error("yaml-control", "a NUL byte stands in the text", source.span(nul.start()), hint)
        return None
    for match in found[:_MOST]:
        name = f"U+{ord(match.group()):04X}"
        message = f"an invisible control character ({name}) stands here"
        report.error("yaml-control", message, source.span(match.start()), "delete it and type the text anew")
    if len(found) > _MOST:
        report.error("yaml-control", f"{len(found) - _MOST} more control characters stand in {source.file}")
    if _INDENTING.search(source.text) or not _LINE_END.search(source.text):
        return None
    return FORBIDDEN.sub(" ", source.text)
