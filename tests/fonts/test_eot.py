"""Embedded OpenType: what is written is read back by a reader of its own, and what is read is a font."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from deckgen.fonts import files
from deckgen.fonts.eot import unwrapped, wrapped

FOUND = files.find("Lato", 700, True)
assert FOUND
FONT = FOUND.content()


class Reader:
    """The fields of an Embedded OpenType file of version 0x00020002, taken one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0
        self.size, self.font_size, self.version, self.flags = self.take("<4I")
        self.panose = self.data[16:26]
        self.at = 26
        self.charset, self.italic, self.weight, self.fs_type, self.magic = self.take("<BBIHH")
        self.unicode_ranges = self.take("<4I")
        self.code_pages = self.take("<2I")
        (self.check_sum,) = self.take("<I")
        self.reserved = self.take("<4I")
        self.names = [self.name() for _ in range(4)]
        self.root = self.name()
        self.root_check_sum, self.code_page, _, signature = self.take("<IIHH")
        self.at += signature
        _, user_defined = self.take("<II")
        self.at += user_defined
        self.font = self.data[self.at :]

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(layout, self.data, self.at)
        self.at += struct.calcsize(layout)
        return values

    def name(self) -> str:
        _, length = self.take("<HH")
        self.at += length
        return self.data[self.at - length : self.at].decode("utf-16-le")


def test_the_header_says_what_the_font_is() -> None:
    data = wrapped(FONT, subset=True)
    read, font = Reader(data), TTFont(BytesIO(FONT))
    os2 = font["OS/2"]
    assert (read.size, read.font_size, read.version, read.flags) == (len(data), len(FONT), 0x00020002, 1)
    assert (read.weight, read.italic, read.fs_type, read.magic) == (700, 1, os2.fsType, 0x504C)
    assert list(read.panose) == list(vars(os2.panose).values())
    assert read.unicode_ranges == tuple(getattr(os2, f"ulUnicodeRange{n}") for n in range(1, 5))
    assert read.code_pages == (os2.ulCodePageRange1, os2.ulCodePageRange2)
    assert read.check_sum == font["head"].checkSumAdjustment
    assert read.names == [font["name"].getDebugName(n) for n in (1, 2, 5, 4)]
    assert (read.root, read.root_check_sum) == ("", 0x50475342)
    assert read.font == FONT


def test_a_whole_font_is_not_called_a_subset() -> None:
    assert Reader(wrapped(FONT, subset=False)).flags == 0


def test_fonts_come_out_as_they_went_in() -> None:
    assert unwrapped(wrapped(FONT, subset=True)) == FONT
    assert unwrapped(FONT) == FONT


def test_encrypted_fonts_are_read() -> None:
    data = bytearray(wrapped(FONT, subset=True))
    data[12:16] = struct.pack("<I", 0x10000001)
    data[-len(FONT) :] = bytes(byte ^ 0x50 for byte in FONT)
    assert unwrapped(bytes(data)) == FONT


@pytest.mark.parametrize(("at", "changed"), [(12, 4), (8, 9), (34, 0), (4, 255), (7, 255)])
def test_compressed_and_damaged_ones_are_not(at: int, changed: int) -> None:
    data = bytearray(wrapped(FONT, subset=True))
    data[at] = changed
    assert unwrapped(bytes(data)) is None


@given(st.binary(max_size=200))
def test_no_bytes_end_in_an_error(data: bytes) -> None:
    assert unwrapped(data) in (None, data)
    header = wrapped(FONT, subset=True)[:100]
    assert unwrapped(header + data) is None or data
