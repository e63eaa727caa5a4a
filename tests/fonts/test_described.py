"""What a pptx says of a font comes from the font, or from the one that Office has for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.fonts.described import described
from deckgen.fonts.families import font_named
from deckgen.fonts.office import OFFICE, generic_of
from deckgen.theme import Font


@pytest.mark.parametrize(
    ("font", "panose", "pitch_family"),
    [
        (Font("Arial", "Arimo"), "020B0604020202020204", 0x22),
        (Font("Times New Roman", "Arimo"), "02020603050405020304", 0x12),
        (Font("Lato", "Lato"), "020F0502020204030203", 0x22),  # as its file has it
        (Font("Source Code Pro", "Source Code Pro"), "020B0309030403020204", 0x31),
        (Font("Barlow", "Barlow"), "", 0x22),  # its file has zeros
        (Font("Barlow", "Barlow", office="Georgia"), OFFICE["Georgia"].panose, 0x12),
        (Font("Barlow", "Barlow", "Charter, serif"), "", 0x12),
        (Font("Barlow", "Barlow", "fantasy"), "", 0x02),
        (Font("Unseen", "Lato", stands_in=True), "", 0x22),  # nothing of what stands in for it
    ],
)
def test_panose_and_pitch(font: Font, panose: str, pitch_family: int) -> None:
    assert described(font) == (panose, pitch_family)


@pytest.mark.parametrize("name", OFFICE)
def test_office_s_families_say_of_what_kind_they_are(name: str) -> None:
    assert generic_of(OFFICE[name].panose) == OFFICE[name].generic == font_named(name).fallback


def test_a_file_of_one_s_own_is_asked() -> None:
    lato = replace(font_named("Lato"), name="Ours", own=())
    assert described(lato) == described(font_named("Lato"))
