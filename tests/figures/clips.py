"""Film and sound files as small as they can be, their boxes written by hand: nothing in them plays."""

from __future__ import annotations

import struct

TURNED = (0, 1, 0, -1, 0, 0, 0, 0)
UPRIGHT = (1, 0, 0, 0, 1, 0, 0, 0)


def box(kind: bytes, *contents: bytes) -> bytes:
    """A box of an MP4 file: its length, its kind, what is in it."""
    content = b"".join(contents)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def track(
    kind: bytes, width: int = 0, height: int = 0, matrix: tuple[int, ...] = UPRIGHT, version: int = 0
) -> bytes:
    """A track of pictures ("vide") or sounds ("soun")."""
    times = bytes(20 if version == 0 else 32)
    head = bytes([version, 0, 0, 0]) + times + bytes(16)
    head += struct.pack(">9i", *(entry << 16 for entry in matrix), 1 << 30)
    head += struct.pack(">II", width << 16, height << 16)
    return box(b"trak", box(b"tkhd", head), box(b"mdia", box(b"hdlr", bytes(8) + kind + bytes(13))))


def mp4(
    width: int = 640, height: int = 360, matrix: tuple[int, ...] = UPRIGHT, version: int = 0,
    brand: bytes = b"isom", last: bool = False,
) -> bytes:  # fmt: skip
    """A film, its index before (or, `last`, behind) what would be its pictures."""
    index = box(b"moov", box(b"mvhd", bytes(100)), track(b"vide", width, height, matrix, version))
    data = box(b"mdat", bytes(100))
    return box(b"ftyp", brand, bytes(4), brand) + (data + index if last else index + data)


def m4a() -> bytes:
    """A sound in an MP4 file."""
    return box(b"ftyp", b"M4A ", bytes(4)) + box(b"moov", track(b"soun")) + box(b"mdat", bytes(10))


def element(ident: bytes, *contents: bytes) -> bytes:
    """An element of a WebM file, its length in four bytes."""
    content = b"".join(contents)
    return ident + (0x10000000 | len(content)).to_bytes(4, "big") + content


def webm(width: int = 640, height: int = 360) -> bytes:
    """A film as WebM."""
    size = element(b"\xb0", width.to_bytes(2, "big")) + element(b"\xba", height.to_bytes(2, "big"))
    entry = element(b"\xae", element(b"\x83", b"\x01"), element(b"\xe0", size))
    head = element(b"\x1a\x45\xdf\xa3", element(b"\x42\x82", b"webm"))
    return head + b"\x18\x53\x80\x67\x01" + b"\xff" * 7 + element(b"\x16\x54\xae\x6b", entry)


def ogv(width: int = 640, height: int = 360) -> bytes:
    """A film as Ogg Theora."""
    head = b"\x80theora\x03\x02\x01" + bytes(4) + width.to_bytes(3, "big") + height.to_bytes(3, "big")
    return b"OggS" + bytes(24) + head + bytes(40)


def wav(samples: int = 400) -> bytes:
    """Silence, 8,000 samples a second."""
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 8000, 8000, 1, 8)
    data = struct.pack("<4sI", b"data", samples) + b"\x80" * samples
    return struct.pack("<4sI4s", b"RIFF", 4 + len(head) + len(data), b"WAVE") + head + data


def mp3(tagged: bool = False) -> bytes:
    """Frames of MPEG-1 Layer III at 32 kbit/s and 48 kHz, 96 bytes each, behind an ID3 tag if `tagged`."""
    tag = b"ID3\x04\0\0" + bytes([0, 0, 1, 0]) + bytes(128) if tagged else b""
    return tag + (b"\xff\xfb\x14\xc4" + bytes(92)) * 4
