"""The fonts that a pptx carries: those of the theme that are in use, and that their makers let it carry."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from deckgen.diagnostics import Report
from deckgen.fonts import files
from deckgen.fonts.licence import Leave, leave
from deckgen.pipeline import build_scene
from deckgen.scene import Scene
from deckgen.text.carried import CarriedFace, carried, refusals
from deckgen.theme import Font

OUTLINE = """\
theme: {extends: lecture, fonts: {embed: true, heading: Barlow, body: Lato, mono: Courier New}}
slides:
  - title: A title
    text: "words, *slanted*, **Привет**, `code`"
"""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    path = tmp_path_factory.mktemp("carried") / "deck.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    found = build_scene(path, Report())
    assert found
    return found


@pytest.fixture(scope="module")
def faces(scene: Scene) -> dict[tuple[str, str], CarriedFace]:
    return {(font.name, face.style): face for font, made in carried(scene).items() for face in made}


def with_bits(fs_type: int) -> bytes:
    """Lato with these bits in fsType."""
    found = files.find("Lato", 400, False)
    assert found
    font = TTFont(found.path)
    font["OS/2"].fsType = fs_type
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def damaged(table: str, start: int) -> bytes:
    """Lato with a few bytes of a table written over."""
    found = files.find("Lato", 400, False)
    assert found
    data = bytearray(found.content())
    entry = next(at for at in range(12, 12 + 16 * 64, 16) if data[at : at + 4] == table.encode())
    offset = int.from_bytes(data[entry + 8 : entry + 12]) + start
    data[offset : offset + 8] = b"\xfe" * 8
    return bytes(data)


def of_bytes(data: bytes) -> Font:
    return Font("Ours", "Ours", own=(data,))


def embedding(scene: Scene, font: Font) -> Scene:
    fonts = scene.theme.fonts
    return replace(scene, theme=replace(scene.theme, fonts={**fonts, "body": font}, embed=True))


def test_families_and_styles_in_use_alone(faces: dict[tuple[str, str], CarriedFace]) -> None:
    assert set(faces) == {("Barlow", "Bold"), ("Lato", "Regular"), ("Lato", "Italic"), ("Lato", "Bold")}


def test_none_unless_the_theme_says_so(scene: Scene) -> None:
    assert carried(replace(scene, theme=replace(scene.theme, embed=False))) == {}
    assert list(refusals(replace(scene.theme, embed=False))) == []


def test_names_and_styles_are_those_of_a_family_of_four(faces: dict[tuple[str, str], CarriedFace]) -> None:
    for (family, style), face in faces.items():
        font = TTFont(io.BytesIO(face.data))
        names = {n: font["name"].getDebugName(n) for n in (1, 2, 4, 6, 16, 17)}
        full = family if style == "Regular" else f"{family} {style}"
        assert names == {1: family, 2: style, 4: full, 6: f"{family}-{style}", 16: None, 17: None}
        assert font["name"].getDebugName(13)  # the licence comes along
        assert bool(font["head"].macStyle & 1) == bool(font["OS/2"].fsSelection & 32) == (style == "Bold")
        assert bool(font["head"].macStyle & 2) == bool(font["OS/2"].fsSelection & 1) == (style == "Italic")
        assert "fvar" not in font


def test_a_person_can_go_on_typing(faces: dict[tuple[str, str], CarriedFace]) -> None:
    for key, face in faces.items():
        held = TTFont(io.BytesIO(face.data)).getBestCmap()
        assert {ord(c) for c in "AZaz09~ÄßŐžŁ“„—…€"} <= set(held)
        assert (ord("П") in held) == (key == ("Lato", "Bold"))
        assert face.subset and len(face.data) < 150_000


def test_letters_are_kerned_and_joined_as_in_the_whole_font(
    faces: dict[tuple[str, str], CarriedFace],
) -> None:
    original = files.find("Lato", 400, False)
    assert original
    for text in ("AVATAR To", "office ffl", "Wörter"):
        assert advances(faces["Lato", "Regular"].data, text) == advances(original.content(), text)
    assert advances(faces["Lato", "Regular"].data, "AV") < sum(
        advances(faces["Lato", "Regular"].data, c) for c in "AV"
    )


def advances(data: bytes, text: str) -> int:
    """The width of a text in the font's units."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(hb.Blob(data))), buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


def test_the_same_scene_gives_the_same_bytes(scene: Scene, faces: dict[tuple[str, str], CarriedFace]) -> None:
    again = {(font.name, face.style): face for font, made in carried(scene).items() for face in made}
    assert again == faces


@pytest.mark.parametrize(
    ("bits", "expected"),
    [
        (0x0000, Leave.SUBSET),
        (0x0008, Leave.SUBSET),
        (0x0002, Leave.NO),
        (0x0004, Leave.NO),
        (0x000C, Leave.SUBSET),  # where several are set, the most that is allowed
        (0x0108, Leave.WHOLE),
        (0x0208, Leave.NO),
    ],
)
def test_makers_are_obeyed(scene: Scene, bits: int, expected: Leave) -> None:
    font = of_bytes(with_bits(bits))
    found = files.find("Ours", 400, False, font.own)
    assert found and leave(found) is expected
    made = carried(embedding(scene, font)).get(font, ())
    refused = [reason for _, other, reason in refusals(embedding(scene, font).theme) if other is font]
    if expected is Leave.NO:
        assert not made and refused == ["its maker does not allow it (fsType)"]
    else:
        assert made and not refused
        assert all(face.subset is (expected is Leave.SUBSET) for face in made)
        whole = len(TTFont(io.BytesIO(made[0].data)).getBestCmap()) > 600
        assert whole is (expected is Leave.WHOLE)


def test_what_is_not_here_is_not_carried(scene: Scene) -> None:
    font = Font("Unseen", "Lato", stands_in=True)
    assert font not in carried(embedding(scene, font))
    assert [reason for *_, reason in refusals(embedding(scene, font).theme)] == ["it is not here"]


@pytest.mark.parametrize(("table", "start"), [("head", 0), ("GPOS", 0), ("post", 0)])
def test_a_damaged_font_is_not_carried(scene: Scene, table: str, start: int) -> None:
    font = of_bytes(damaged(table, start))
    assert files.find("Ours", 400, False, font.own)
    assert font not in carried(embedding(scene, font))
    assert [reason for *_, reason in refusals(embedding(scene, font).theme)] == ["its file is damaged"]


def test_the_author_is_told(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "theme:\n  extends: night\n  fonts:\n    embed: true\n    body: No Such Family\n"
        "slides: [{title: One}]\n"
    )
    report = Report()
    assert build_scene(deck, report)
    told = [(d.code, d.span.line, d.span.column) for d in report.sorted() if d.span]
    assert told == [("unknown-font", 5, 11), ("font-not-embedded", 5, 11)]
