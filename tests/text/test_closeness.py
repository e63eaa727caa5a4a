"""How near the font that Office has comes to a theme's, by widths measured with fonts that are as wide."""

from __future__ import annotations

import pytest

from deckgen.fonts import files
from deckgen.fonts.office import OFFICE, TWINS
from deckgen.text.closeness import mean_width, wider_in_office
from deckgen.theme import Font

MEASURED = [
    (name, twin) for name, face in OFFICE.items() for twin in TWINS.get(name, ()) if face.widths
    and files.find(twin, 400, False)
]  # fmt: skip


def test_there_are_twins_to_measure_with() -> None:
    assert ("Arial", "Arimo") in MEASURED


@pytest.mark.parametrize(("name", "twin"), MEASURED)
@pytest.mark.parametrize("bold", [False, True])
def test_the_widths_are_those_of_the_twins(name: str, twin: str, bold: bool) -> None:
    widths = OFFICE[name].widths
    assert widths
    assert mean_width(Font(name, twin), bold) == pytest.approx(widths[bold], abs=0.0002)


def test_a_wider_face_is_said_to_be_wider() -> None:
    arimo = Font("Arimo", "Arimo", office="Arial")
    assert wider_in_office(arimo) == pytest.approx(0, abs=0.001)
    assert wider_in_office(Font("Lato", "Lato", office="Arial"), bold=True) == pytest.approx(0.076, abs=0.002)
    assert (wider_in_office(Font("Lato", "Lato", office="Calibri")) or 0) < -0.05


@pytest.mark.parametrize("office", ["", "Aptos", "No Such Family"])
def test_nothing_is_said_of_what_cannot_be_measured(office: str) -> None:
    assert wider_in_office(Font("Lato", "Lato", office=office)) is None
