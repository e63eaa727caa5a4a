"""What a template holds, read and inherited down to its layouts' placeholders."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from deckgen.color import Hex
from deckgen.slots import Box
from deckgen.template.package import Package
from deckgen.theme import FontRole, TextStyle


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a master or a layout, with all that it inherits.

    `type` is its ST_PlaceholderType ("obj" where the file says none), `index` its idx, `attributes` what
    stands in its `p:ph`, as a slide repeats it (with a space before each; no `hasCustomPrompt`).  `frame` is
    its box in pt, `insets` (left, top, right, bottom, in pt) lie between that and its text.  `style` has the
    nine levels as they look where a slide says nothing; a colour that is a role's is that role's by the
    layout's colour map, a bullet of a symbol font the character that looks like it, and "1." stands for the
    numbers of a level that counts.  `typeface` is the family of its first level where that is none of the
    theme's.  `upright` is False where it is turned or its text runs from top to bottom; `rtl` says that its
    paragraphs run from right to left.  `resets` are attributes of `a:bodyPr` (a space before each) by which
    a slide has its text flow in one column as wide as the box, the way we lay it out; `autofit` says that
    PowerPoint would shrink the text or stretch the box, unless the slide says `a:noAutofit`.  `graded` says
    that characters are filled with a gradient, a pattern or a picture; `style` has one colour of it.
    """

    type: str
    index: int
    name: str
    attributes: str
    frame: Box
    insets: tuple[float, float, float, float]
    anchor: Literal["top", "middle", "bottom"]
    style: TextStyle
    upright: bool = True
    rtl: bool = False
    typeface: str | None = None
    resets: str = ""
    autofit: bool = False
    graded: bool = False

    @property
    def box(self) -> Box:
        """Where its text stands; a box without a size, where the insets leave no room."""
        left, top, right, bottom = self.insets
        frame = self.frame
        width, height = frame.w - left - right, frame.h - top - bottom
        return Box(frame.x + left, frame.y + top, max(width, 0.0), max(height, 0.0))


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its part's name in the package, what it is called, its ST_SlideLayoutType ("" for none).

    `override` is its own colour map (PresentationML's names: "bg1" → "dk1"), None for its master's.  `colors`
    are the theme's colours by role as this layout maps them.  `ground` is the colour of its background (the
    mean of a gradient or a picture), None where that is unknown; `shows_master` says whether the master's
    shapes are drawn on it.
    """

    part: str
    name: str
    type: str
    placeholders: tuple[Placeholder, ...]
    colors: dict[str, Hex]
    override: dict[str, str] | None = None
    ground: Hex | None = None
    shows_master: bool = True


@dataclass(frozen=True, slots=True)
class Master:
    """A master with its layouts in the order of PowerPoint's gallery.

    `name` is its theme's.  `color_map` ties PresentationML's names ("bg1") to the theme's colours ("lt1");
    `scheme` has those ("dk1" … "folHlink").  `fonts` are the families of headings and body text, `scripts`
    those for other scripts than the Latin one (by ISO 15924; "ea" and "cs" for all that are not named).
    """

    part: str
    name: str
    theme_part: str
    color_map: dict[str, str]
    scheme: dict[str, Hex]
    colors: dict[str, Hex]
    fonts: dict[FontRole, str]
    placeholders: tuple[Placeholder, ...]
    layouts: tuple[Layout, ...] = ()
    scripts: dict[FontRole, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """A PowerPoint file to build on.  `page` is its slides' size in pt.  `used` counts, by layout part, the
    sample slides that stand on it."""

    path: Path
    package: Package
    page: tuple[float, float]
    masters: tuple[Master, ...]
    used: dict[str, int] = field(default_factory=dict)
