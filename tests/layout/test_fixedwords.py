"""Fixed words of a theme that are longer than their place are told, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import place
from deckgen.model import PAGE, Deck, Run
from deckgen.themefile import load_theme, theme_ref


@pytest.mark.parametrize(("width", "codes"), [(400, []), (60, ["decoration-too-long"])])
def test_words_have_room_on_one_line(tmp_path: Path, width: int, codes: list[str]) -> None:
    words = f'{{text: "Institute of Modern History", box: [0, 0, {width}, 20]}}'
    file = tmp_path / "mine.yaml"
    file.write_text(f"extends: lecture\nmaster: {{decorations: [{words}]}}\n", encoding="utf-8")
    report = Report()
    theme = load_theme(theme_ref(str(file)), PAGE, report)
    assert theme
    place(Deck(file=Path("deck.yaml"), title=(Run("Deck"),)), theme, report)
    assert [diagnostic.code for diagnostic in report.sorted()] == codes
