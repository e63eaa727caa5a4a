"""A slide layout, resolved for one page size: slots, their places and styles, what is drawn behind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from deckgen.color import Hex
    from deckgen.decorations import Decoration
    from deckgen.model import Background
    from deckgen.theme import ColorRef, TextStyle


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page in pt from its top left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.h


class SlotKind(StrEnum):
    """What a slot is for; the pptx placeholder type follows from it.

    TITLE title (ctrTitle on `opening`), SUBTITLE subTitle, BODY a content placeholder (no type: any
    content, `idx` only), TEXT a body placeholder (type="body": text alone), DATE dt, FOOTER ftr,
    NUMBER sldNum.
    """

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    TEXT = "text"
    DATE = "date"
    FOOTER = "footer"
    NUMBER = "number"


FURNITURE = frozenset({SlotKind.DATE, SlotKind.FOOTER, SlotKind.NUMBER})
"""What stands on every page of a layout alike."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a slot has from the placeholder of a template's layout.

    `attributes` are those of the layout's `p:ph`, as a slide repeats them, with a space before each.  `frame`
    is the placeholder's box, which is larger than the slot's by its `insets` (left, top, right, bottom, in
    pt); `style` is how its text looks where a slide says nothing.  `resets` (attributes of `a:bodyPr`),
    `autofit`, `rtl` and `graded` are what a slide has to set back, as in `template.Placeholder`.
    """

    attributes: str
    frame: Box
    insets: tuple[float, float, float, float]
    style: TextStyle
    resets: str = ""
    autofit: bool = False
    rtl: bool = False
    graded: bool = False

    @property
    def box(self) -> Box:
        """Where the placeholder's text stands on the layout."""
        left, top, right, bottom = self.insets
        frame = self.frame
        return Box(frame.x + left, frame.y + top, frame.w - left - right, frame.h - top - bottom)


@dataclass(frozen=True, slots=True)
class Slot:
    """A named place of a layout.  `style` names a text style; `index` is the pptx placeholder idx.

    `prompt` is what an empty placeholder says in PowerPoint's layout view.  On the layout of a template,
    `inherited` is its placeholder there; a slot without one (`index` None) is a place for text boxes.
    """

    name: str
    kind: SlotKind
    box: Box
    style: str
    index: int | None
    anchor: Literal["top", "middle", "bottom"] = "top"
    prompt: str = ""
    inherited: Inherited | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout.  `inverse` exchanges light and dark; `fill` colours its page (None: background).

    `picture` lies over the fill, and decorations over that, in their order.
    `title` is its name in PowerPoint's layout gallery.  `part` is the template's part that it is, if it is
    one ("ppt/slideLayouts/slideLayout3.xml"); then `fill` is the colour behind its text, and `colors` are its
    roles' colours where they are not the theme's.  `area` is where content stands that has no slot, None for
    what its texts leave of the page.
    """

    name: str
    title: str
    slots: tuple[Slot, ...]
    decorations: tuple[Decoration, ...] = ()
    inverse: bool = False
    fill: ColorRef | None = None
    part: str | None = None
    colors: dict[str, Hex] | None = None
    picture: Background | None = None
    area: Box | None = None

    def slot(self, name: str) -> Slot | None:
        """The slot of that name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)
