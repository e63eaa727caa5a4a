"""The records of a Windows Metafile ([MS-WMF]) → SVG."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Final

from deckgen.figures.outline import Point
from deckgen.template.drawing.bitmaps import png_of
from deckgen.template.drawing.gdi import Device, Pen, box_of, color, oval

_PLACEABLE: Final = b"\xd7\xcd\xc6\x9a"
"""How a metafile begins that says where it belongs (2.3.2.3)."""

_MOST_RECORDS: Final = 500_000


def wmf_svg(data: bytes) -> tuple[str, tuple[float, float]] | None:
    """The drawing and its size in pt; None where nothing is drawn that is understood here."""
    bounds, size, start = None, (0.0, 0.0), 0
    if data.startswith(_PLACEABLE) and len(data) >= 40:
        left, top, right, bottom, inch = struct.unpack_from("<4hH", data, 6)
        bounds = (float(left), float(top), float(max(right - left, 1)), float(max(bottom - top, 1)))
        size = (bounds[2] / (inch or 96) * 72, bounds[3] / (inch or 96) * 72)
        start = 22
    if len(data) < start + 18 or struct.unpack_from("<HH", data, start) not in ((1, 9), (2, 9)):
        return None
    device = Device()
    try:
        for kind, body in _records(data, start + 18):
            if kind in _PLAYED:
                _PLAYED[kind](device, body)
    except (struct.error, ValueError, OverflowError):
        pass  # a file that breaks off shows what it has drawn so far
    if not device.made:
        return None
    across, down = device.state.view
    if across and down:
        bounds = (0.0, 0.0, across, down)
    if bounds is None:
        return None
    return device.svg(bounds), size if all(size) else (bounds[2] * 0.75, bounds[3] * 0.75)


def _records(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    for _ in range(_MOST_RECORDS):
        if at + 6 > len(data):
            return
        words, kind = struct.unpack_from("<IH", data, at)
        if words < 3 or kind == 0:
            return
        yield kind, data[at + 6 : at + 2 * words]
        at += 2 * words


def _shorts(body: bytes, count: int, at: int = 0) -> tuple[int, ...]:
    return struct.unpack_from(f"<{count}h", body, at)


def _points(body: bytes, at: int, count: int) -> list[Point]:
    count = min(max(count, 0), (len(body) - at) // 4)
    values = _shorts(body, 2 * count, at)
    return list(zip(map(float, values[::2]), map(float, values[1::2]), strict=True))


def _add(device: Device, made: Pen | str | bool) -> None:
    """A new object takes the lowest number that is free (3.1.4.1)."""
    number = next(n for n in range(len(device.objects) + 1) if n not in device.objects)
    device.objects[number] = made


def _pen(device: Device, body: bytes) -> None:
    style, width = _shorts(body, 2)
    _add(device, None if style & 0xF == 5 else (color(struct.unpack_from("<I", body, 6)[0]), max(width, 1)))


def _brush(device: Device, body: bytes) -> None:
    style, ink = struct.unpack_from("<HI", body)
    _add(device, False if style == 1 else color(ink))


def _select(device: Device, body: bytes) -> None:
    number = _shorts(body, 1)[0]
    if number in device.objects:
        device.select(device.objects[number])


def _delete(device: Device, body: bytes) -> None:
    device.objects.pop(_shorts(body, 1)[0], None)


def _extent(device: Device, body: bytes) -> None:
    """Units are the device's own; what is negative turns an axis round."""
    y, x = map(float, _shorts(body, 2))
    device.set(extent=(x, y), view=(abs(x), abs(y)))


def _polygon(device: Device, body: bytes) -> None:
    device.draw(device.figure(_points(body, 2, _shorts(body, 1)[0]), closed=True))


def _polyline(device: Device, body: bytes) -> None:
    device.draw(device.figure(_points(body, 2, _shorts(body, 1)[0])), fill=False)


def _polygons(device: Device, body: bytes) -> None:
    figures = min(struct.unpack_from("<H", body)[0], len(body) // 2)
    counts = struct.unpack_from(f"<{figures}H", body, 2)
    data, at = "", 2 + 2 * figures
    for count in counts:
        data += device.figure(_points(body, at, count), closed=True)
        at += 4 * count
    device.draw(data)


def _corners(body: bytes) -> tuple[float, float, float, float]:
    bottom, right, top, left = _shorts(body, 4)
    return float(left), float(top), float(right), float(bottom)


def _oval(device: Device, body: bytes) -> None:
    device.draw(device.figure(oval(*_corners(body)), curved=True, closed=True))


def _rectangle(device: Device, body: bytes) -> None:
    device.draw(device.figure(box_of(*_corners(body)), closed=True))


def _rounded(device: Device, body: bytes) -> None:
    """Drawn without its round corners, whose size stands first."""
    _rectangle(device, body[4:])


def _bitmap(at: int) -> Callable[[Device, bytes], None]:
    """A bitmap at the end of a record, where and how large it is shown right before it (2.3.1.6)."""

    def play(device: Device, body: bytes) -> None:
        height, width, y, x = _shorts(body, 4, at - 8)
        header = body[at:]
        size, bits, used = struct.unpack_from("<I", header)[0], *struct.unpack_from("<H", header, 14), 0
        if size >= 36:
            used = struct.unpack_from("<I", header, 32)[0]
        colors = used or (1 << bits if bits <= 8 else 0)
        start = size + 4 * min(colors, 256)
        png = png_of(header[:start], header[start:])
        if png is not None:
            device.picture(png, (float(x), float(y)), (float(width), float(height)))

    return play


def _pair(name: str) -> Callable[[Device, bytes], None]:
    def play(device: Device, body: bytes) -> None:
        y, x = _shorts(body, 2)
        device.set(**{name: (float(x), float(y))})

    return play


def _at(body: bytes) -> Point:
    y, x = _shorts(body, 2)
    return float(x), float(y)


_PLAYED: Final[dict[int, Callable[[Device, bytes], None]]] = {
    0x001E: lambda device, _: device.save(),
    0x0127: lambda device, body: device.restore(-_shorts(body, 1)[0]),
    0x0106: lambda device, body: device.set(even_odd=_shorts(body, 1)[0] == 1),
    0x020B: _pair("window"), 0x020C: _extent,
    0x0214: lambda device, body: device.move(_at(body)),
    0x0213: lambda device, body: device.go_on([_at(body)]),
    0x02FA: _pen, 0x02FC: _brush, 0x012D: _select,
    0x01F0: _delete,
    **dict.fromkeys((0x02FB, 0x00F7, 0x06FF, 0x0142, 0x01F9), lambda device, _: _add(device, True)),
    0x0324: _polygon, 0x0325: _polyline, 0x0538: _polygons,
    0x041B: _rectangle,
    0x0418: _oval,
    0x061C: _rounded, 0x0B41: _bitmap(20), 0x0F43: _bitmap(22),
}  # fmt: skip
"""What plays each record that is understood, by its number (2.1.1.1)."""
