"""What blocks have in common: place in the outline, language, name, how they are built and set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deckgen.diagnostics import Span
from deckgen.model.text import Text

NOWHERE = Span("")


class Build(StrEnum):
    """How a block comes in: with its slide, part by part, or as a whole at one click."""

    NONE = "none"
    PARTS = "parts"
    WHOLE = "whole"


class Size(StrEnum):
    """How large a text is set beside its neighbours."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


class Align(StrEnum):
    """Where the lines of a text stand, in the direction in which it is read."""

    START = "start"
    CENTER = "center"
    END = "end"


class Place(StrEnum):
    """On which side of the text a visual block stands."""

    LEFT = "left"
    RIGHT = "right"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What every block carries.  `incremental` is None where the slide's way of building holds."""

    span: Span = NOWHERE
    lang: str | None = None
    id: str | None = None
    incremental: Build | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLike(Common):
    """A block of words.  `align` is None where the theme's way holds."""

    size: Size = Size.NORMAL
    align: Align | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visual(Common):
    """A block that takes the room which the others leave.

    `width` is a share of the body (0-1).  An empty `alt` with `decorative` says that it carries no meaning.
    """

    alt: str = ""
    decorative: bool = False
    caption: Text = ()
    credit: Text = ()
    width: float | None = None
    place: Place | None = None
