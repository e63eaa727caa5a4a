"""A face → a static font file named so that Office groups the four styles of a family."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

import uharfbuzz as hb

from deckgen.fonts.files import pinned_axes
from deckgen.text.faces import Face

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

STYLES = (
    (False, False, "Regular"),
    (True, False, "Bold"),
    (False, True, "Italic"),
    (True, True, "BoldItalic"),
)
"""Whether bold, whether italic, and what the style is called."""

_OTHER_NAMES = (16, 17, 21, 22, 25)
"""Names of families with more than four styles, which must not contradict the usual ones."""
_KEPT_NAMES = range(15)
"""Names that a subset keeps, those of designer and licence among them."""


def whole(face: Face, family: str, style: str) -> bytes:
    """The whole face at its weight."""
    from fontTools.ttLib import TTFont

    source, wanted = face.file.opened(), hb.SubsetInput()
    wanted.keep_everything()
    made = _pinned(source, wanted, face)
    return _named(TTFont(made, recalcTimestamp=False), family, style)


def part(face: Face, chars: Iterable[str], family: str, style: str) -> bytes:
    """The characters `chars` of the face at its weight, with kerning and ligatures."""
    from fontTools.ttLib import TTFont

    source = face.file.opened()
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, chars))
    wanted.sets(hb.SubsetInputSets.NAME_ID).update(_KEPT_NAMES)
    made = _pinned(source, wanted, face)
    return _named(TTFont(made, recalcTimestamp=False), family, style)


def _pinned(source: hb.Face, wanted: hb.SubsetInput, face: Face) -> io.BytesIO:
    """What is wanted of a font file, at the face's place on each of its axes."""
    for tag, value in pinned_axes(source, face.weight).items():
        wanted.pin_axis_location(source, tag, value)
    return io.BytesIO(bytes(hb.subset(source, wanted).blob.data))


def _named(font: TTFont, family: str, style: str) -> bytes:
    """The file with its names and styles those of a family of four.

    Names 1, 2, 4, 6 and the bits of OS/2 fsSelection and head macStyle as the OpenType specification
    ("name", "OS/2", "head") has them for one.
    """
    spaced = style.replace("BoldItalic", "Bold Italic")
    names = font["name"]
    for name_id in _OTHER_NAMES:
        names.removeNames(nameID=name_id)
    full = f"{family} {spaced}".removesuffix(" Regular")
    postscript = f"{family.replace(' ', '')}-{style}"
    for name_id, text in ((1, family), (2, spaced), (4, full), (6, postscript)):
        names.removeNames(nameID=name_id)
        names.setName(text, name_id, 3, 1, 0x409)
    bold, italic = "Bold" in style, "Italic" in style
    selection = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = selection | (italic * 1 | bold * 32 or 64)
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["head"].macStyle = bold * 1 | italic * 2
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
