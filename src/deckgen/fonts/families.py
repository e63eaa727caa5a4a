"""The name of a family → the Font that is measured and shown for it, whatever this machine has."""

from __future__ import annotations

import os.path
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

from deckgen.fonts import files
from deckgen.fonts.office import OFFICE, TWINS, Generic
from deckgen.theme import Font, FontSource

FALLBACK_FAMILY = "Noto Sans"
"""What stands in where nothing else does; it comes with deckgen."""

_WEIGHTS = {
    "thin": 100, "hairline": 100, "extralight": 200, "ultralight": 200, "light": 300, "semilight": 350,
    "book": 400, "medium": 500, "semibold": 600, "demibold": 600, "demi": 600, "bold": 700, "extrabold": 800,
    "ultrabold": 800, "heavy": 800, "black": 900,
}  # fmt: skip
"""Words at the end of a family's name, and the CSS weights that they mean."""

_WEIGHTED = re.compile(
    "(?P<base>.+?)[ -](?P<weight>thin|hairline|(?:(?:extra|ultra|semi) ?)?light|book|medium"
    "|(?:(?:extra|ultra|semi|demi) ?)?bold|demi|heavy|black)",
    re.IGNORECASE,
)

_MONOSPACED = re.compile(r"\b(?:mono|code)\b|courier|console|typewriter", re.IGNORECASE)
_SERIF = re.compile(r"(?<!sans )(?<!sans)serif|times|garamond|\b(?:roman|slab)\b", re.IGNORECASE)

_PATTERN_SIGNS = re.compile(r"([\\\-:,=])")


class _Family(NamedTuple):
    """A family and the CSS weights of its regular and bold faces."""

    name: str
    weight: int = 400
    bold_weight: int = 700


def font_named(name: str, own: tuple[FontSource, ...] = ()) -> Font:
    """The font that a theme or template calls `name`; `own` are the files of it that it brings along.

    In this order: its own files; the family, in a package or installed, or that of which it is a weight; a
    family of the same widths; what fontconfig puts in its place, as LibreOffice does; one of the same widths
    as the family of which it is a weight; `FALLBACK_FAMILY`.  Of the last three the font `stands_in`.
    """
    kind = _generic(name)
    if own:
        return Font(name, name, kind, own=own)
    found = _own_family(name)
    if found:
        return Font(name, found.name, kind, found.weight, found.bold_weight)
    twin = _twin(name)
    if twin:
        return Font(name, twin, kind)
    shown = substituted(name)
    if shown:
        return Font(name, shown.family, kind, own=shown.files, stands_in=True)
    base = _weighted(name)
    twin = _twin(base.name) if base else None
    if base and twin:
        return Font(name, twin, kind, base.weight, base.bold_weight, stands_in=True)
    return Font(name, FALLBACK_FAMILY, kind, stands_in=True)


def is_here(name: str) -> bool:
    """Whether a package or the system has the family, or that of which it is a weight."""
    return _own_family(name) is not None


def _generic(name: str) -> Generic:
    """What CSS calls the family's kind, as far as its name says."""
    base = _weighted(name)
    known = OFFICE.get(name) or OFFICE.get(base.name if base else "")
    if known:
        return known.generic
    if _MONOSPACED.search(name):
        return "monospace"
    return "serif" if _SERIF.search(name) else "sans-serif"


def _own_family(name: str) -> _Family | None:
    """The family itself, or that of which it is a weight, where a package or the system has it."""
    base = _weighted(name)
    for family in (_Family(name), *filter(None, [base])):
        if files.find(family.name, family.weight, False):
            return family
    return None


def _weighted(name: str) -> _Family | None:
    """The family of which `name` is a weight: "Segoe UI Light" is one of "Segoe UI"."""
    match = _WEIGHTED.fullmatch(name.strip())
    if match is None:
        return None
    weight = _WEIGHTS[match["weight"].lower().replace(" ", "")]
    return _Family(match["base"], weight, 700 if weight <= 500 else min(weight + 200, 900))


def _twin(name: str) -> str | None:
    """A family as wide as `name` that is here."""
    known = next((twins for family, twins in TWINS.items() if family.lower() == name.strip().lower()), ())
    return next((twin for twin in known if files.find(twin, 400, False)), None)


class Substitute(NamedTuple):
    """A family and the files of its regular, bold, italic and bold italic faces."""

    family: str
    files: tuple[Path, ...]


@cache
def substituted(name: str) -> Substitute | None:
    """What fontconfig puts in the place of a family; None where the machine has no fontconfig.

    A fallback for every name, the same that LibreOffice shows on this machine.
    """
    program = shutil.which("fc-match")
    if program is None:
        return None
    pattern = _PATTERN_SIGNS.sub(r"\\\1", name)
    found = [_matched(program, pattern + style) for style in ("", ":bold", ":italic", ":bold:italic")]
    families = [family for family, _ in found if family]
    if not families:
        return None
    return Substitute(families[0], tuple(dict.fromkeys(Path(path) for family, path in found if family)))


def _matched(program: str, pattern: str) -> tuple[str, str]:
    """The family and file of the font that matches best, empty where there is none that can be read."""
    try:
        run = subprocess.run(
            [program, "-f", "%{family[0]}\n%{file}", pattern], capture_output=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError, ValueError):
        return "", ""
    family, _, path = run.stdout.decode("utf-8", "replace").partition("\n")
    return (family, path) if os.path.isfile(path) else ("", "")  # noqa: PTH113  (takes every name)
