"""A Scene → the font files that its HTML carries: only the characters in use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import uharfbuzz as hb

from deckgen.decorations import Words
from deckgen.figures.formula import Formula
from deckgen.figures.math.characters import formula_characters
from deckgen.figures.math.font import FAMILY, font_file
from deckgen.fonts.files import pinned_axes
from deckgen.model import Item, ListBlock, Paragraph, Run
from deckgen.scene import ChartFigure, Content, FormulaFigure, Group, PlacedText, Scene, Table
from deckgen.text.capitals import capital_characters
from deckgen.text.faces import Face, FaceSet
from deckgen.text.measure import shown_as_capitals
from deckgen.theme import Font, FontRole, LevelStyle

_UNQUOTED = re.compile(r'[\x00-\x1f\x7f"\\<>]')

ALWAYS = frozenset(" -–—…•“”‘’0123456789")
"""Characters that every face carries: deckgen's own words and the speaker's edits may need them."""


@dataclass(frozen=True, slots=True)
class EmbeddedFace:
    """One static face.  `family` is the CSS family name, `data` a TrueType or OpenType file.

    `own_metrics`: its lines are as high as the font says, which formulas count on.
    """

    family: str
    weight: int
    italic: bool
    data: bytes
    own_metrics: bool = False


@dataclass(frozen=True, slots=True)
class Fonts:
    """What a deck's HTML needs of fonts: the faces it embeds, and the family list of each role."""

    faces: tuple[EmbeddedFace, ...]
    stacks: dict[FontRole, str]


def fonts_of(scene: Scene) -> Fonts:
    """The faces that the deck's text needs, each cut down to the characters set in it.

    A role's stack is a CSS `font-family` value: its own family, those that stand in for it, a generic one.
    """
    fonts, faces = scene.theme.fonts, FaceSet(scene.theme)
    used: dict[tuple[str, int, bool], tuple[Face, set[str]]] = {}
    families: dict[FontRole, list[str]] = {role: [font.name] for role, font in fonts.items()}
    for (role, bold, italic), chars in characters_by_face(scene).items():
        face, font = faces.face(role, bold, italic), fonts[role]
        key = (font.name, font.bold_weight if bold else font.weight, italic)
        used.setdefault(key, (face, set(ALWAYS)))[1].update(c for c in chars if face.has(c))
        for char in sorted(c for c in chars if not face.has(c) and not c.isspace()):
            stand_in = faces.stand_in(char, bold)
            if stand_in is None:
                continue
            family = stand_in.file.family
            used.setdefault((family, 700 if bold else 400, False), (stand_in, set()))[1].add(char)
            if family not in families[role]:
                families[role].append(family)
    formulas = math_face(scene)
    return Fonts(
        tuple(
            EmbeddedFace(family, weight, italic, subset(face, chars))
            for (family, weight, italic), (face, chars) in sorted(used.items(), key=lambda entry: entry[0])
        )
        + ((formulas,) if formulas else ()),
        {role: _stack(names, fonts[role]) for role, names in families.items()},
    )


def _stack(names: list[str], font: Font) -> str:
    """A CSS `font-family`: the families of a role, the one that Office has, a generic one."""
    families = dict.fromkeys([*names, *filter(None, [font.office])])
    return ", ".join([*map(css_string, families), font.fallback])


def css_string(text: str) -> str:
    """A string of CSS, quoted: names of fonts may hold anything (CSS Syntax 3, "serialize a string")."""
    return '"' + _UNQUOTED.sub(lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'


def subset(face: Face, chars: set[str]) -> bytes:
    """A static font file with these characters alone, its axes pinned as they were measured."""
    source = face.file.opened()
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, chars))
    for tag, value in pinned_axes(source, face.weight).items():
        wanted.pin_axis_location(source, tag, value)
    return bytes(hb.subset(source, wanted).blob.data)


def math_face(scene: Scene) -> EmbeddedFace | None:
    """The font of formulas with the characters that the deck's formulas hold, None where there are none."""
    chars: set[str] = set()
    for page in scene.pages:
        for formula in (f for placed in page.placed for f in _formulas(placed.content)):
            chars |= formula_characters(formula)
        for formula in notes_formulas(page.slide.notes) if page.part[0] == 1 else ():
            chars |= formula_characters(formula)
    if not chars:
        return None
    source = hb.Face(hb.Blob.from_file_path(str(font_file())))
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, chars))
    # Closed over the table MATH: larger forms and the pieces of which they are made come along.
    return EmbeddedFace(FAMILY, 400, False, bytes(hb.subset(source, wanted).blob.data), own_metrics=True)


def _formulas(content: Content) -> Iterator[Formula]:
    match content:
        case FormulaFigure(formula=formula):
            yield formula
        case Group(children=children):
            for child in children:
                yield from _formulas(child.content)
        case _:
            yield from (run.formula for _, _, run in _runs(content, "") if run.formula)


def notes_formulas(parts: Iterable[Paragraph | ListBlock]) -> Iterator[Formula]:
    """The formulas in speaker notes."""
    for part in parts:
        for entry in (part,) if isinstance(part, Paragraph) else part.items:
            yield from (run.formula for run in entry.text if run.formula)
            if isinstance(entry, Item) and entry.children:
                yield from notes_formulas((entry.children,))


def characters_by_face(scene: Scene) -> dict[tuple[FontRole, bool, bool], set[str]]:
    """The characters that are set in each role, weight and slant of the theme's fonts."""
    found: dict[tuple[FontRole, bool, bool], set[str]] = {}
    for page in scene.pages:
        for drawn in page.layout.decorations:
            if isinstance(drawn.content, Words):
                look = scene.theme.styles[drawn.content.style].level(0)
                found.setdefault((look.font, look.bold, look.italic), set()).update(drawn.content.text)
        for placed in page.placed:
            for look, lang, run in _runs(placed.content, page.lang):
                if run.formula:
                    continue
                role: FontRole = "mono" if run.code else look.font
                key = (role, run.bold or look.bold, run.italic or look.italic)
                known = found.setdefault(key, set())
                known.update(run.text)
                if shown_as_capitals(run, look):
                    known |= capital_characters(run.text, run.lang or lang)
    return found


def _runs(content: Content, lang: str) -> Iterator[tuple[LevelStyle, str, Run]]:
    """The runs of what is placed on a page in `lang`, with their paragraphs' looks and languages."""
    if isinstance(content, Group):
        for child in content.children:
            yield from _runs(child.content, lang)
    elif isinstance(content, Table):
        for cell in (cell for row in content.rows for cell in row):
            yield from _runs(cell.text, lang)
    elif isinstance(content, PlacedText):
        for paragraph in content.paragraphs:
            for run in paragraph.text:
                yield paragraph.look, paragraph.lang, run
            if paragraph.marker is not None:
                marks = paragraph.look.bullet or "0123456789.abcdefghijklmnopqrstuvwxyz"
                yield paragraph.look, paragraph.lang, Run(marks)
    elif isinstance(content, ChartFigure):
        yield from ((content.look, lang, Run(words)) for words in content.figure.words)
        for title in filter(None, (content.x_title, content.y_title)):
            yield from _runs(title, lang)
