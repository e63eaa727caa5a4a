"""A YAML file's bytes → a tree of nodes that know where they stand.

`load` is the only way in.  It knows YAML and nothing of outlines or themes.
"""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.yamlnodes.characters import decode
from deckgen.yamlnodes.files import read_bytes
from deckgen.yamlnodes.nodes import Mapping, Node, Scalar, Sequence, Source, Style
from deckgen.yamlnodes.parse import parse

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "Source", "Style", "load"]


def load(path: Path, shown_as: str, report: Report) -> Node | None:
    """Read a file; problems go to `report` under the name `shown_as`.

    The answer is None where nothing could be read.  After an error it may be a tree all the same, of
    what could be made out, so that the rest of the file can be checked in the same run.  A file without
    anything in it is an absent scalar.
    """
    data = read_bytes(path, shown_as, report)
    text = None if data is None else decode(data, shown_as, report)
    return None if text is None else parse(Source(shown_as, text), report)
