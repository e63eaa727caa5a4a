"""The records of an Enhanced Metafile ([MS-EMF]) → SVG."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Final

from deckgen.figures.outline import Point
from deckgen.template.drawing.bitmaps import png_of
from deckgen.template.drawing.gdi import IDENTITY, Device, Pen, box_of, color, oval, times

SIGNATURE: Final = b" EMF"
"""What stands at byte 40 of the header (2.3.4.2)."""

_MOST_RECORDS: Final = 500_000
_END: Final = 14

_STOCK: Final[dict[int, Pen | str | bool]] = {
    0x80000000: "#FFFFFF", 0x80000001: "#C0C0C0", 0x80000002: "#808080", 0x80000003: "#404040",
    0x80000004: "#000000", 0x80000005: False, 0x80000006: ("#FFFFFF", 1.0), 0x80000007: ("#000000", 1.0),
    0x80000008: None,
}  # fmt: skip
"""Stock objects by their numbers (2.1.31)."""


def emf_svg(data: bytes) -> tuple[str, tuple[float, float]] | None:
    """The drawing and its size in pt; None where nothing is drawn that is understood here."""
    if len(data) < 88 or data[40:44] != SIGNATURE:
        return None
    left, top, right, bottom = struct.unpack_from("<4i", data, 8)
    frame = struct.unpack_from("<4i", data, 24)
    width, height = max(right - left, 1), max(bottom - top, 1)
    device = Device()
    try:
        for kind, body in _records(data):
            if kind in _PLAYED:
                _PLAYED[kind](device, body)
    except (struct.error, ValueError, OverflowError):
        pass  # a file that breaks off shows what it has drawn so far
    if not device.made:
        return None
    size = tuple(max(abs(frame[n + 2] - frame[n]) / 2540 * 72, 1.0) for n in (0, 1))
    return device.svg((left, top, width, height)), (size[0], size[1])


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _ in range(_MOST_RECORDS):
        if at + 8 > len(data):
            return
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or kind == _END:
            return
        yield kind, data[at + 8 : at + size]
        at += size


def _ints(body: bytes, count: int, at: int = 0) -> tuple[int, ...]:
    return struct.unpack_from(f"<{count}i", body, at)


def _points(body: bytes, at: int, count: int, *, small: bool) -> list[Point]:
    count = min(max(count, 0), (len(body) - at) // (4 if small else 8))
    values = struct.unpack_from(f"<{2 * count}{'h' if small else 'i'}", body, at)
    return list(zip(map(float, values[::2]), map(float, values[1::2]), strict=True))


def _poly(*, small: bool, curved: bool = False, closed: bool = False) -> Callable[[Device, bytes], None]:
    """Points after their bounds and their number (2.3.5)."""

    def play(device: Device, body: bytes) -> None:
        points = _points(body, 20, _ints(body, 1, 16)[0], small=small)
        device.draw(device.figure(points, curved=curved, closed=closed), fill=closed)

    return play


def _poly_to(*, small: bool, curved: bool) -> Callable[[Device, bytes], None]:
    def play(device: Device, body: bytes) -> None:
        device.go_on(_points(body, 20, _ints(body, 1, 16)[0], small=small), curved=curved)

    return play


def _poly_poly(*, small: bool, closed: bool) -> Callable[[Device, bytes], None]:
    """Several figures: how many, how many points in all, the number of each one's, the points."""

    def play(device: Device, body: bytes) -> None:
        figures, total = _ints(body, 2, 16)
        figures = min(max(figures, 0), len(body) // 4)
        counts = _ints(body, figures, 24)
        points = _points(body, 24 + 4 * figures, total, small=small)
        data, start = "", 0
        for count in counts:
            data += device.figure(points[start : start + max(count, 0)], closed=closed)
            start += max(count, 0)
        device.draw(data, fill=closed)

    return play


def _create_pen(device: Device, body: bytes) -> None:
    number, style, width, _, ink = _ints(body, 5)
    device.objects[number] = None if style & 0xF == 5 else (color(ink), float(max(width, 1)))


def _create_long_pen(device: Device, body: bytes) -> None:
    """EMR_EXTCREATEPEN (2.3.7.9): the pen itself stands behind the places of a bitmap."""
    number = _ints(body, 1)[0]
    style, width, _, ink = _ints(body, 4, 20)
    device.objects[number] = None if style & 0xF == 5 else (color(ink), float(max(width, 1)))


def _create_brush(device: Device, body: bytes) -> None:
    number, style, ink = _ints(body, 3)
    device.objects[number] = False if style == 1 else color(ink)


def _select(device: Device, body: bytes) -> None:
    number = struct.unpack_from("<I", body)[0]
    known = _STOCK if number & 0x80000000 else device.objects
    if number in known:
        device.select(known[number])


def _other_object(device: Device, body: bytes) -> None:
    """A font or a palette takes its number, so that it is not taken for a brush."""
    device.objects[_ints(body, 1)[0]] = True


def _world(device: Device, body: bytes) -> None:
    device.set(world=struct.unpack_from("<6f", body))


def _modify_world(device: Device, body: bytes) -> None:
    matrix, mode = struct.unpack_from("<6f", body), _ints(body, 1, 24)[0]
    now = device.state.world
    made = {1: IDENTITY, 2: times(matrix, now), 3: times(now, matrix), 4: matrix}
    device.set(world=made.get(mode, now))


def _begin(device: Device, _: bytes) -> None:
    device.path = []


def _end(device: Device, _: bytes) -> None:
    device.ended, device.path = "".join(device.path or ()), None


def _painted(*, fill: bool, stroke: bool) -> Callable[[Device, bytes], None]:
    def play(device: Device, _: bytes) -> None:
        device.paint(device.ended, fill=fill, stroke=stroke)
        device.ended = ""

    return play


def _close(device: Device, _: bytes) -> None:
    if device.path:
        device.path.append("Z")


def _clip_rect(device: Device, body: bytes) -> None:
    device.clip_to(device.figure(box_of(*map(float, _ints(body, 4))), closed=True))


def _clip_path(device: Device, _: bytes) -> None:
    device.clip_to(device.ended)
    device.ended = ""


def _clip_region(device: Device, body: bytes) -> None:
    """Only the way back to no clipping is played: regions of many rectangles are rare."""
    if _ints(body, 1)[0] == 0:
        device.set(clip="")


def _rectangle(device: Device, body: bytes) -> None:
    device.draw(device.figure(box_of(*map(float, _ints(body, 4))), closed=True))


def _ellipse(device: Device, body: bytes) -> None:
    device.draw(device.figure(oval(*map(float, _ints(body, 4))), curved=True, closed=True))


def _bitmap(at: int, size_at: int) -> Callable[[Device, bytes], None]:
    """A bitmap: its header's place and length, its bits' place and length begin at `at`."""

    def play(device: Device, body: bytes) -> None:
        header_at, header, bits_at, bits = struct.unpack_from("<4I", body, at)
        corner, size = _ints(body, 2, 16), _ints(body, 2, size_at)
        if not header or not bits:
            return
        png = png_of(body[header_at - 8 : header_at - 8 + header], body[bits_at - 8 : bits_at - 8 + bits])
        if png is not None:
            device.picture(png, (float(corner[0]), float(corner[1])), (float(size[0]), float(size[1])))

    return play


def _pair(name: str) -> Callable[[Device, bytes], None]:
    def play(device: Device, body: bytes) -> None:
        x, y = _ints(body, 2)
        device.set(**{name: (float(x), float(y))})

    return play


_PLAYED: Final[dict[int, Callable[[Device, bytes], None]]] = {
    2: _poly(small=False, curved=True), 3: _poly(small=False, closed=True), 4: _poly(small=False),
    5: _poly_to(small=False, curved=True), 6: _poly_to(small=False, curved=False),
    7: _poly_poly(small=False, closed=False), 8: _poly_poly(small=False, closed=True),
    9: _pair("extent"), 10: _pair("window"), 11: _pair("view"), 12: _pair("viewport"),
    19: lambda device, body: device.set(even_odd=_ints(body, 1)[0] == 1),
    27: lambda device, body: device.move((float(_ints(body, 2)[0]), float(_ints(body, 2)[1]))),
    30: _clip_rect, 33: lambda device, _: device.save(),
    34: lambda device, body: device.restore(-_ints(body, 1)[0]), 35: _world, 36: _modify_world, 37: _select,
    38: _create_pen, 39: _create_brush, 42: _ellipse, 43: _rectangle, 44: _rectangle, 48: _other_object,
    49: _other_object, 54: lambda device, body: device.go_on(_points(body, 0, 1, small=False)),
    59: _begin, 60: _end, 61: _close, 62: _painted(fill=True, stroke=False),
    63: _painted(fill=True, stroke=True), 64: _painted(fill=False, stroke=True), 67: _clip_path,
    75: lambda device, body: _clip_region(device, body[4:]), 76: _bitmap(76, 24), 77: _bitmap(76, 24),
    81: _bitmap(40, 64), 82: _other_object, 85: _poly(small=True, curved=True),
    86: _poly(small=True, closed=True), 87: _poly(small=True), 88: _poly_to(small=True, curved=True),
    89: _poly_to(small=True, curved=False), 90: _poly_poly(small=True, closed=False),
    91: _poly_poly(small=True, closed=True), 95: _create_long_pen, 114: _bitmap(76, 24),
}  # fmt: skip
"""What plays each record that is understood, by its number (2.1.1)."""
