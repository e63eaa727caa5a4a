"""A Scene → the font files that its HTML carries: only the characters in use."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.scene import Scene


@dataclass(frozen=True, slots=True)
class EmbeddedFace:
    """One static face.  `family` is the CSS family name, `data` a TrueType or OpenType file."""

    family: str
    weight: int
    italic: bool
    data: bytes


def embedded_faces(scene: Scene) -> tuple[EmbeddedFace, ...]:
    """The faces that the deck's text needs, each cut down to the characters set in it."""
    raise NotImplementedError


def font_stack(scene: Scene, role: str) -> str:
    """The CSS `font-family` value of a font role, the deck's fallback families in it."""
    raise NotImplementedError
