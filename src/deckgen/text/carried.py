"""A theme that embeds its fonts → those that a pptx carries, and why it does not carry the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from deckgen.fonts.licence import Leave, has_truetype_outlines, leave
from deckgen.fonts.office import comes_with_office
from deckgen.scene import Scene
from deckgen.text.embed import characters_by_face
from deckgen.text.faces import Face, role_face
from deckgen.text.static import STYLES, part, whole
from deckgen.theme import Font, FontRole, Theme

EDITABLE = frozenset(
    chr(code)
    for first, last in ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20BF))
    for code in range(first, last + 1)
)
"""What a person may want to type: Basic Latin, Latin-1, Latin Extended-A, punctuation, currency signs."""


class CarriedFace(NamedTuple):
    """A static font file of one style of a family; `subset` says that it holds some characters alone."""

    style: str
    data: bytes
    subset: bool


def carried(scene: Scene) -> dict[Font, tuple[CarriedFace, ...]]:
    """The families that a pptx carries, each with the styles in use; none unless the theme says so."""
    if not scene.theme.embed:
        return {}
    used: dict[Font, dict[tuple[bool, bool], set[str]]] = {}
    for (role, bold, italic), chars in characters_by_face(scene).items():
        font = _named_alike(scene.theme, role)
        if not comes_with_office(font.name) and not refusal(font):
            used.setdefault(font, {}).setdefault((bold, italic), set()).update(chars)
    made = {font: tuple(_faces(font, styles)) for font, styles in used.items()}
    return {font: tuple(face for face in faces if face) for font, faces in made.items() if all(faces)}


def _named_alike(theme: Theme, role: FontRole) -> Font:
    """The role's font, or the first of that name, so that no family is carried twice."""
    return next(font for font in theme.fonts.values() if font.name == theme.fonts[role].name)


def _faces(font: Font, used: dict[tuple[bool, bool], set[str]]) -> Iterator[CarriedFace | None]:
    for bold, italic, style in STYLES:
        chars = used.get((bold, italic))
        if chars is not None:
            yield _carried_face(role_face(font, bold, italic), chars | EDITABLE, font.name, style)


def _carried_face(face: Face, chars: Iterable[str], family: str, style: str) -> CarriedFace | None:
    """The face as its maker lets it be carried; None for a damaged one, of which no font file can be made."""
    try:
        if leave(face.file) is Leave.WHOLE:
            return CarriedFace(style, whole(face, family, style), False)
        return CarriedFace(style, part(face, chars, family, style), True)
    except Exception:  # the readers of fonts let through whatever a broken file makes them raise
        return None


def refusals(theme: Theme) -> Iterator[tuple[FontRole, Font, str]]:
    """The fonts that a theme wants embedded and that are not, with the reason; those of Office apart."""
    if theme.embed:
        for role, font in theme.fonts.items():
            reason = "" if comes_with_office(font.name) else refusal(font)
            if reason and font is _named_alike(theme, role):
                yield role, font, reason


@cache  # it is asked for each style in use, and tries all of them
def refusal(font: Font) -> str:
    """Why a font is not carried, "" where it is."""
    if font.stands_in:
        return "it is not here"
    faces: list[Face] = [role_face(font, bold, italic) for bold, italic, _ in STYLES]
    if any(leave(face.file) is Leave.NO for face in faces):
        return "its maker does not allow it (fsType)"
    if not all(has_truetype_outlines(face.file) for face in faces):
        return "PowerPoint embeds fonts with TrueType outlines alone"
    named = zip(faces, (style for *_, style in STYLES), strict=True)
    if not all(_carried_face(face, EDITABLE, font.name, style) for face, style in named):
        return "its file is damaged"
    return ""
