"""A film or sound file → what it is, and how large its picture is, from its first boxes alone."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO, Final, Literal

from deckgen.figures.isomedia import read_isomedia
from deckgen.figures.matroska import read_matroska

ClipType = Literal[
    "video/mp4", "video/quicktime", "video/webm", "video/ogg",
    "audio/mpeg", "audio/mp4", "audio/wav", "audio/ogg", "audio/webm",
]  # fmt: skip

ENDINGS: Final[dict[str, ClipType]] = {
    "mp4": "video/mp4", "m4v": "video/mp4", "mov": "video/quicktime", "webm": "video/webm",
    "ogv": "video/ogg", "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav",
    "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg",
}  # fmt: skip
"""What the ending of an address says, where there is no file to look into."""

_START: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class ClipFile:
    """A film or a sound; `pixels` are the width and height at which a film is meant to be seen, if known."""

    media_type: ClipType
    pixels: tuple[int, int] | None = None

    @property
    def moving(self) -> bool:
        """Whether it is a film."""
        return self.media_type.startswith("video/")


def read_clip(path: Path) -> ClipFile | str:
    """The clip, judged by its content; or what is wrong with the file, in words."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, SEEK_END)
            file.seek(0)
            start = file.read(_START)
            return _known(file, start, size) if start else "is empty"
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    except (struct.error, IndexError):
        return "breaks off within its header"


def _known(file: BinaryIO, start: bytes, size: int) -> ClipFile | str:
    if start[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free"):
        return _film(file, start, size)
    if start.startswith(b"\x1aE\xdf\xa3"):
        moving, pixels = read_matroska(start)
        return ClipFile("video/webm", pixels) if moving else ClipFile("audio/webm")
    if start.startswith(b"OggS"):
        return _ogg(start)
    if start.startswith(b"RIFF") and start[8:12] == b"WAVE":
        return ClipFile("audio/wav") if size > 44 else "breaks off within its header"
    if _is_mp3(file, start):
        return ClipFile("audio/mpeg")
    return _other(start)


def _film(file: BinaryIO, start: bytes, size: int) -> ClipFile | str:
    found = read_isomedia(file, size)
    if isinstance(found, str):
        return found
    moving, pixels = found
    if not moving:
        return ClipFile("audio/mp4")
    quicktime = start[4:8] != b"ftyp" or start[8:12] == b"qt  "
    return ClipFile("video/quicktime" if quicktime else "video/mp4", pixels)


def _ogg(start: bytes) -> ClipFile:
    """Ogg (RFC 3533); the size in a Theora header (its specification, 6.2) is in 24 bits each."""
    at = start.find(b"\x80theora")
    if at < 0:
        return ClipFile("audio/ogg")
    width, height = (int.from_bytes(start[at + n : at + n + 3], "big") for n in (14, 17))
    return ClipFile("video/ogg", (width, height) if width and height else None)


def _is_mp3(file: BinaryIO, start: bytes) -> bool:
    """Whether a frame of MPEG audio begins the file, or follows its ID3 tag (of four times seven bits)."""
    if start.startswith(b"ID3"):
        size = start[6:10].ljust(4, b"\0")
        length = sum((byte & 0x7F) << shift for byte, shift in zip(size, (21, 14, 7, 0), strict=True))
        file.seek(10 + length)
        start = file.read(4096).lstrip(b"\0")
    if len(start) < 4 or start[0] != 0xFF or start[1] & 0xE0 != 0xE0:
        return False
    layer, rate, sampling = start[1] & 0x06, start[2] >> 4, start[2] >> 2 & 0x03
    return layer != 0 and rate != 0x0F and sampling != 0x03


def _other(start: bytes) -> str:
    """What a file is that is no clip of ours."""
    if start.startswith(b"RIFF") and start[8:12] == b"AVI ":
        return "is an AVI file"
    for sign, name in (
        (b"\x30\x26\xb2\x75", "a WMV or WMA"), (b"fLaC", "a FLAC"), (b"FLV", "an FLV"), (b"GIF8", "a GIF"),
        (b"FORM", "an AIFF"), (b"\0\0\x01\xba", "an MPEG"), (b"MThd", "a MIDI"), (b"\xff\xf1", "an AAC"),
        (b"\xff\xf9", "an AAC"),
    ):  # fmt: skip
        if start.startswith(sign):
            return f"is {name} file"
    return "is no film or sound that can be recognised"
