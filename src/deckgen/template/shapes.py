"""The shape tree of a master or a layout → its placeholders as they stand there, nothing inherited yet."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.slots import Box
from deckgen.template.xml import EMU, child, elements, local, tag, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FAR = 100_000.0
"""What lies further from the page than this many pt stands nowhere."""

_TURN = 60_000 * 360


@dataclass(frozen=True, slots=True)
class Holder:
    """A shape that is a placeholder: what its `p:ph` says, its own box in pt, and its own text properties.

    `frame` is None where it has no place of its own; `turned` says whether it is rotated.
    """

    type: str
    index: int
    name: str
    attributes: dict[str, str]
    frame: Box | None
    turned: bool
    body: Element | None
    styles: Element | None


@dataclass(frozen=True, slots=True)
class _Axes:
    """How a group's coordinates lie on the page: scaled, then moved (pt); `turned` where also rotated."""

    kx: float = 1.0
    ky: float = 1.0
    dx: float = 0.0
    dy: float = 0.0
    turned: bool = False

    def place(self, box: Box) -> Box:
        return Box(box.x * self.kx + self.dx, box.y * self.ky + self.dy, box.w * self.kx, box.h * self.ky)


def holders(root: Element) -> list[Holder]:
    """The placeholders of a part's shape tree in their order, those in groups with them."""
    return list(_within(child(root, "p:cSld", "p:spTree"), _Axes()))


def _within(tree: Element | None, axes: _Axes) -> Iterator[Holder]:
    for shape in elements(tree):
        if local(shape) == "grpSp":
            yield from _within(shape, _inner(shape, axes))
        elif (mark := _mark(shape)) is not None:
            yield _holder(shape, mark, axes)


def _mark(shape: Element) -> Element | None:
    """The `p:ph` of a shape, a picture or a graphic frame."""
    for properties in elements(shape):
        if local(properties).startswith("nv"):
            return child(properties, "p:nvPr", "p:ph")
    return None


def _holder(shape: Element, mark: Element, axes: _Axes) -> Holder:
    transform = child(shape, "p:spPr", "a:xfrm")
    transform = child(shape, "p:xfrm") if transform is None else transform
    named = next((e for e in shape.iter(tag("p:cNvPr"))), None)
    frame = _box(transform, "a:off", "a:ext")
    return Holder(
        type=mark.get("type") or "obj",
        index=max(whole(mark, "idx") or 0, 0),
        name=(named.get("name") or "") if named is not None else "",
        attributes={name: mark.get(name, "") for name in ("type", "orient", "sz", "idx") if mark.get(name)},
        frame=_on_page(axes.place(frame)) if frame else None,
        turned=axes.turned or _is_turned(transform),
        body=child(shape, "p:txBody", "a:bodyPr"),
        styles=child(shape, "p:txBody", "a:lstStyle"),
    )


def _box(transform: Element | None, place: str, extent: str) -> Box | None:
    """A box in the units of the shapes around it, as pt."""
    off, ext = child(transform, place), child(transform, extent)
    numbers = (whole(off, "x"), whole(off, "y"), whole(ext, "cx"), whole(ext, "cy"))
    if None in numbers:
        return None
    x, y, w, h = ((n or 0) / EMU for n in numbers)
    return Box(x, y, w, h)


def _on_page(box: Box) -> Box | None:
    """The box, if it has a size and lies somewhere near the page."""
    edges = (box.x, box.y, box.right, box.bottom)
    near = all(math.isfinite(edge) and abs(edge) < _FAR for edge in edges)
    return box if near and box.w > 0 and box.h > 0 else None


def _is_turned(transform: Element | None) -> bool:
    """Whether a shape is rotated by more than half a degree, or stands on its head."""
    if transform is None:
        return False
    angle = (whole(transform, "rot") or 0) % _TURN
    return min(angle, _TURN - angle) > _TURN / 720 or transform.get("flipV") in ("1", "true")


def _inner(group: Element, axes: _Axes) -> _Axes:
    """The axes of what stands in a group (ECMA-376-1, 20.1.7.5)."""
    transform = child(group, "p:grpSpPr", "a:xfrm")
    outside, inside = _box(transform, "a:off", "a:ext"), _box(transform, "a:chOff", "a:chExt")
    turned = axes.turned or _is_turned(transform)
    if outside is None or inside is None or not inside.w or not inside.h:
        return _Axes(axes.kx, axes.ky, axes.dx, axes.dy, turned)
    kx, ky = outside.w / inside.w, outside.h / inside.h
    moved = axes.place(Box(outside.x - inside.x * kx, outside.y - inside.y * ky, 0, 0))
    return _Axes(axes.kx * kx, axes.ky * ky, moved.x, moved.y, turned)
