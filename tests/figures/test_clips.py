"""Film and sound files → what they are, how large their pictures, or what is wrong with them."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.figures.clips import ClipFile, read_clip
from tests.figures.clips import TURNED, box, element, m4a, mp3, mp4, ogv, wav, webm


def read(folder: Path, data: bytes) -> ClipFile | str:
    path = folder / "clip"
    path.write_bytes(data)
    return read_clip(path)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (mp4(1280, 720), ClipFile("video/mp4", (1280, 720))),
        (mp4(1280, 720, version=1), ClipFile("video/mp4", (1280, 720))),
        (mp4(1280, 720, last=True), ClipFile("video/mp4", (1280, 720))),
        (mp4(1280, 720, matrix=TURNED), ClipFile("video/mp4", (720, 1280))),
        (mp4(640, 480, brand=b"qt  "), ClipFile("video/quicktime", (640, 480))),
        (mp4(0, 0), ClipFile("video/mp4")),
        (webm(1920, 1080), ClipFile("video/webm", (1920, 1080))),
        (element(b"\x1a\x45\xdf\xa3", b""), ClipFile("audio/webm")),
        (ogv(320, 240), ClipFile("video/ogg", (320, 240))),
        (b"OggS" + bytes(24) + b"\x01vorbis", ClipFile("audio/ogg")),
        (m4a(), ClipFile("audio/mp4")),
        (wav(), ClipFile("audio/wav")),
        (mp3(), ClipFile("audio/mpeg")),
        (mp3(tagged=True), ClipFile("audio/mpeg")),
    ],
    ids=lambda value: value.media_type if isinstance(value, ClipFile) else "",
)
def test_the_content_says_what_a_file_is(tmp_path: Path, data: bytes, wanted: ClipFile) -> None:
    assert read(tmp_path, data) == wanted


def test_a_sound_that_another_program_wrote(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(1000))
    assert read_clip(tmp_path / "a.wav") == ClipFile("audio/wav")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"words, words, words", "no film or sound that can be recognised"),
        (mp4()[:-50], "breaks off before its end"),
        (mp4()[:60], "breaks off before its end"),
        (box(b"ftyp", b"isom", bytes(4)) + box(b"mdat", bytes(9)), "has no index"),
        (wav()[:40], "breaks off within its header"),
        (b"ID3\x04", "no film or sound that can be recognised"),
        (b"RIFF\0\0\0\0AVI LIST", "is an AVI file"),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "is a WMV or WMA file"),
        (b"fLaC\0\0\0\x22", "is a FLAC file"),
        (b"\xff\xf1\x50\x80", "is an AAC file"),
        (b"GIF89a", "is a GIF file"),
    ],
)
def test_what_is_no_clip_is_said(tmp_path: Path, data: bytes, words: str) -> None:
    problem = read(tmp_path, data)
    assert isinstance(problem, str)
    assert words in problem


_STARTS = (mp4(), webm(), ogv(), wav(), mp3(tagged=True), b"OggS", b"\0\0\0\1moov", b"\x1aE\xdf\xa3\x01")


@given(start=st.sampled_from(_STARTS), cut=st.integers(0, 400), rest=st.binary(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_no_bytes_raise(tmp_path: Path, start: bytes, cut: int, rest: bytes) -> None:
    found = read(tmp_path, start[:cut] + rest)
    assert isinstance(found, ClipFile | str)
