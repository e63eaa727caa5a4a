"""A placeholder of a master or a layout, with the one that it inherits from → all that a slide inherits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import quoteattr

from deckgen.template.drawing.colors import Color, Palette
from deckgen.template.levels import Surroundings, graded, right_to_left, text_style, typeface
from deckgen.template.model import Placeholder
from deckgen.template.shapes import Holder
from deckgen.template.xml import EMU, elements, local, whole
from deckgen.theme import FontRole, TextStyle

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TITLES = {"title", "ctrTitle"}
_ON_THEIR_OWN = {"dt", "ftr", "sldNum", "hdr", "sldImg"}
"""Types that inherit from a master's placeholder of their own type; all others from its body."""

_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
"""What lies between a shape's edge and its text, in EMU, where nothing says it (ECMA-376-1, 21.1.2.1.1)."""

_MOST_INSET = 4032.0
_ANCHORS: dict[str, Literal["top", "middle", "bottom"]] = {"ctr": "middle", "b": "bottom"}
_FLOW = {"wrap": "square", "numCol": "1", "anchorCtr": "0", "spcFirstLastPara": "0"}
"""How text flows in the boxes that we lay out: the attributes of `a:bodyPr`, each with its default."""

_FITS = {"noAutofit": False, "normAutofit": True, "spAutoFit": True}


@dataclass(slots=True)
class Inheritance:
    """What the placeholders of a master and of its layouts inherit: the master's own, its text styles, and
    the presentation's.  A style that many share is made once."""

    holders: list[Holder]
    styles: dict[str, Element | None]
    fonts: dict[FontRole, str]
    scripts: dict[FontRole, dict[str, str]]
    _made: dict[tuple[object, ...], TextStyle] = field(default_factory=dict)

    def placeholders(
        self, holders: Sequence[Holder], palette: Palette, ground: Color | None
    ) -> tuple[Placeholder, ...]:
        """Those of a layout, or of the master itself; one that has no place anywhere is left out."""
        found = (self._placeholder(holder, palette, ground) for holder in holders)
        return tuple(placeholder for placeholder in found if placeholder)

    def _placeholder(self, holder: Holder, palette: Palette, ground: Color | None) -> Placeholder | None:
        base = next((h for h in self.holders if kind(h.type) == kind(holder.type)), None)
        lineage = [holder] if base is None or base is holder else [holder, base]
        placed = next((h for h in lineage if h.frame), None)
        if placed is None or placed.frame is None:
            return None
        bodies = [h.body for h in lineage if h.body is not None]
        lists = [h.styles for h in lineage] + [self.styles[_style_of(holder.type)], self.styles["default"]]
        said = [styles for styles in lists if styles is not None and len(styles)]
        role: FontRole = "heading" if holder.type in _TITLES else "body"
        around = Surroundings(palette, ground, self.fonts, self.scripts, role)
        return Placeholder(
            type=holder.type,
            index=holder.index,
            name=holder.name,
            attributes="".join(f" {name}={quoteattr(value)}" for name, value in holder.attributes.items()),
            frame=placed.frame,
            insets=_insets(bodies),
            anchor=_ANCHORS.get(_said(bodies, "anchor") or "t", "top"),
            style=self._style(holder, said, around),
            upright=not placed.turned and not _is_vertical(holder, bodies),
            rtl=right_to_left(said),
            typeface=typeface(said, around),
            resets=_resets(bodies),
            autofit=_fits_itself(bodies),
            graded=graded(said),
        )

    def _style(self, holder: Holder, lists: list[Element], around: Surroundings) -> TextStyle:
        shared = (*map(id, lists), around.role, tuple(around.palette.scheme.values()),
                  tuple(around.palette.names.values()), around.ground)  # fmt: skip
        if shared not in self._made:
            self._made[shared] = text_style(holder.name, lists, around)
        return self._made[shared]


def kind(type_: str) -> str:
    """Which of the master's placeholders a type inherits from: "title", "body", "dt", "ftr", "sldNum" …"""
    return "title" if type_ in _TITLES else type_ if type_ in _ON_THEIR_OWN else "body"


def _style_of(type_: str) -> str:
    own = kind(type_)
    return own if own in ("title", "body") else "other"


def _said(bodies: Sequence[Element], name: str) -> str | None:
    """An attribute of the nearest `a:bodyPr` that has it."""
    return next((found for body in bodies if (found := body.get(name)) is not None), None)


def _insets(bodies: Sequence[Element]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in pt."""
    left, top, right, bottom = (_inset(bodies, name, usual) for name, usual in _INSETS.items())
    return left, top, right, bottom


def _inset(bodies: Sequence[Element], name: str, usual: int) -> float:
    given = next((found for body in bodies if (found := whole(body, name)) is not None), usual)
    return min(max(given / EMU, -_MOST_INSET), _MOST_INSET)


def _is_vertical(holder: Holder, bodies: Sequence[Element]) -> bool:
    """Whether text runs from top to bottom, or askew."""
    direction = _said(bodies, "vert") or holder.attributes.get("orient") or "horz"
    return direction != "horz" or (_said(bodies, "rot") or "0") != "0"


def _resets(bodies: Sequence[Element]) -> str:
    """The attributes by which a slide has text flow in one column, broken at the box's right edge."""
    usual = {"0": "false"}
    return "".join(f' {name}="{value}"' for name, value in _FLOW.items()
                   if _said(bodies, name) not in (None, value, usual.get(value)))  # fmt: skip


def _fits_itself(bodies: Sequence[Element]) -> bool:
    """Whether PowerPoint fits text and box to one another, by the nearest element that says it."""
    said = (local(element) for body in bodies for element in elements(body) if local(element) in _FITS)
    return _FITS[next(said, "noAutofit")]
