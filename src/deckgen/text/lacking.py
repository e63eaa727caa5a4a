"""A theme and a language → the letters that the theme's fonts lack, and what draws them in their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.text.capitals import capital_characters
from deckgen.text.exemplars import letters_of
from deckgen.text.faces import FaceSet
from deckgen.theme import FontRole, Theme


class Lack(NamedTuple):
    """Letters that a role's font lacks.  `drawn_by` stands in, None where nothing here has them."""

    role: FontRole
    family: str
    letters: str
    drawn_by: str | None


def lacking(theme: Theme, lang: str) -> tuple[Lack, ...]:
    """What a theme's fonts lack of the letters and capitals of a language (a BCP 47 tag).

    Nothing is said of a language of which nothing is known (`exemplars`).
    """
    letters = letters_of(lang)
    if letters is None:
        return ()
    wanted = sorted(set(letters) | capital_characters(letters, lang))
    return tuple(lack for role in theme.fonts for lack in _of_role(role, theme, wanted))


def _of_role(role: FontRole, theme: Theme, wanted: list[str]) -> Iterator[Lack]:
    faces = FaceSet(theme)
    face = faces.face(role)
    by_family: dict[str | None, list[str]] = {}
    for char in (c for c in wanted if not face.has(c)):
        drawn_by = faces.stand_in(char, False)
        by_family.setdefault(drawn_by.file.family if drawn_by else None, []).append(char)
    for family, chars in by_family.items():
        yield Lack(role, theme.fonts[role].name, "".join(chars), family)
