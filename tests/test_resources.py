"""Templates are found in an installed package and in a checkout."""

from __future__ import annotations

from pathlib import Path

from deckgen.resources import templates


def test_the_package_carries_its_own_templates(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "deckgen"
    (package / "templates").mkdir(parents=True)
    assert templates(package) == package / "templates"


def test_a_checkout_has_them_at_the_top(tmp_path: Path) -> None:
    assert templates(tmp_path / "src" / "deckgen") == tmp_path / "templates"


def test_what_is_found_here_holds_the_html_templates() -> None:
    assert (templates() / "html" / "deck.html.j2").is_file()
