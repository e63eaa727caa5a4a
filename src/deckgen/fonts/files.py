"""A family's name, weight and slant → the font file that draws it: its own, a package's or the system's."""

from __future__ import annotations

import importlib.util
import os
import re
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from deckgen.theme import FontSource

WEIGHTS = {
    "thin": 100, "extralight": 200, "light": 300, "regular": 400, "": 400, "medium": 500,
    "semibold": 600, "bold": 700, "extrabold": 800, "black": 900,
}  # fmt: skip
"""Weight names in the file names of Google Fonts, and their CSS weights."""

_FILE = re.compile(
    r"(?P<family>[^-\[]+)(?:-(?P<style>[A-Za-z]+))?(?:\[(?P<axes>[^\]]+)\])?\.(?:ttf|otf)", re.IGNORECASE
)
_ITALIC_BIT, _BOLD_BIT = 1, 32  # OS/2 fsSelection bits 0 and 5 (OpenType, "OS/2")


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face: of a file on disk, or of one in memory (`data`), which `path` then only names.

    A `variable` one is at `weight` by default.  `index` is its place in a collection.
    """

    path: Path
    family: str
    weight: int
    italic: bool
    index: int = 0
    variable: bool = False
    data: bytes | None = field(default=None, repr=False)

    def opened(self) -> hb.Face:
        """The face, for HarfBuzz."""
        blob = hb.Blob.from_file_path(str(self.path)) if self.data is None else hb.Blob(self.data)
        return hb.Face(blob, self.index)

    def content(self) -> bytes:
        """The whole file."""
        return self.path.read_bytes() if self.data is None else self.data


def find(family: str, weight: int, italic: bool, own: tuple[FontSource, ...] = ()) -> FontFile | None:
    """The family's file nearest to a CSS weight and slant; None if neither package nor system has it.

    Where there are `own` files, it is one of these, whatever they call themselves.
    """
    files = _own(own, family) or packaged(family) or installed().get(family.lower(), ())
    if not files:
        return None
    return min(files, key=lambda f: (f.italic != italic, not f.variable and abs(f.weight - weight)))


@cache
def _own(sources: tuple[FontSource, ...], family: str) -> tuple[FontFile, ...]:
    """The faces of a font's own files; of collections those of the family, if there are any."""
    found = [face for source in sources for face in faces_in(source)]
    named = [face for face in found if face.family.lower() == family.lower()]
    return tuple(named or found)


@cache
def packaged(family: str) -> tuple[FontFile, ...]:
    """The files of a family that a `fontpkg-…` distribution carries, found without importing it."""
    slug = re.sub(r"[^a-z0-9]+", "_", family.lower()).strip("_")
    spec = importlib.util.find_spec(f"fontpkg_{slug}") if slug else None
    if spec is None or not spec.submodule_search_locations:
        return ()
    folder = Path(next(iter(spec.submodule_search_locations))) / "files"
    return tuple(_from_name(path, family) for path in sorted(folder.glob("*.[to]tf")))


def _from_name(path: Path, family: str) -> FontFile:
    """A packaged file, its weight and slant read off its name: the names are Google Fonts'."""
    match = _FILE.fullmatch(path.name)
    style = (match["style"] or "") if match else ""
    italic = style.lower().endswith("italic")
    weight = WEIGHTS.get(re.sub("italic$", "", style.lower()), 400)
    return FontFile(path, family, weight, italic, variable=bool(match and match["axes"]))


def _folders() -> Iterator[Path]:
    """Where the operating system keeps fonts; DECKGEN_FONTS adds folders before them."""
    yield from (Path(p) for p in os.environ.get("DECKGEN_FONTS", "").split(os.pathsep) if p)
    home = Path.home()
    if sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    elif sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        yield home / "AppData/Local/Microsoft/Windows/Fonts"
    else:
        yield from (home / ".fonts", home / ".local/share/fonts", Path("/usr/local/share/fonts"),
                    Path("/usr/share/fonts"))  # fmt: skip


@cache
def installed() -> dict[str, tuple[FontFile, ...]]:
    """The system's fonts by family in lower case; read once, and only when a package has not enough."""
    return {name: tuple(files) for name, files in _by_family(_folders()).items()}


def _by_family(folders: Iterable[Path]) -> dict[str, list[FontFile]]:
    found: dict[str, list[FontFile]] = {}
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in {".ttf", ".otf", ".ttc"}):
            for file in faces_in(path):
                found.setdefault(file.family.lower(), []).append(file)
    return found


def faces_in(source: FontSource) -> tuple[FontFile, ...]:
    """The faces of a font file (a collection holds several); one that is no font gives none."""
    path, data = (source, None) if isinstance(source, Path) else (Path("memory"), source)
    try:
        return tuple(_faces(path, data))
    except (hb.HarfBuzzError, OSError):
        return ()


def _faces(path: Path, data: bytes | None) -> Iterator[FontFile]:
    blob = hb.Blob.from_file_path(str(path)) if data is None else hb.Blob(data)
    for index in range(hb.Face(blob).count or 1):
        face = hb.Face(blob, index)
        family = face.get_name(1)
        if not family or not face.glyph_count:
            continue
        weight, italic = _style(face)
        yield FontFile(path, family, weight, italic, index, bool(face.axis_infos), data)
        wider = face.get_name(16)  # the family that weights beside the usual four belong to
        if wider and wider.lower() != family.lower():
            yield FontFile(path, wider, weight, italic, index, bool(face.axis_infos), data)


def pinned_axes(face: hb.Face, weight: int) -> dict[str, float]:
    """Every axis of a variable face at its default, `wght` at `weight` within its range."""
    return {
        axis.tag: min(max(weight, axis.min_value), axis.max_value)
        if axis.tag == "wght"
        else axis.default_value
        for axis in face.axis_infos
    }


def can_be_carried(file: FontFile) -> bool:
    """Whether a font, which may be damaged, can be made a static one of all its characters."""
    weights = (400, 700) if file.variable else (file.weight,)
    return all(_can_be_static(file.opened(), weight) for weight in weights)


def _can_be_static(face: hb.Face, weight: int) -> bool:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(face.unicodes)
    for tag, value in pinned_axes(face, weight).items():
        wanted.pin_axis_location(face, tag, value)
    try:
        made = hb.Face(hb.subset(face, wanted).blob)
    except (hb.HarfBuzzError, RuntimeError, ValueError):
        return False
    # Tables that are damaged are left out of it in silence.
    return bool(made.unicodes) and all(made.reference_table(tag).data for tag in ("head", "hhea", "OS/2"))


def _style(face: hb.Face) -> tuple[int, bool]:
    """CSS weight and slant by the OS/2 table: usWeightClass at byte 4, fsSelection at byte 62."""
    table = face.reference_table("OS/2").data
    if len(table) < 64:
        return 400, False
    weight, selection = struct.unpack_from(">H", table, 4)[0], struct.unpack_from(">H", table, 62)[0]
    return (700 if selection & _BOLD_BIT else weight), bool(selection & _ITALIC_BIT)
