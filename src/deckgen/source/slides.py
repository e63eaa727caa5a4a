"""A slide's mapping → a Slide: its own keys, and the blocks among them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal

from deckgen.diagnostics import did_you_mean
from deckgen.model import (
    FOOTER_FIELDS,
    Background,
    ListBlock,
    Numbers,
    Overflow,
    Paragraph,
    Slide,
    SlideKind,
    Text,
    Transition,
    TransitionKind,
    plain,
)
from deckgen.source.common import read_build, valid_id
from deckgen.source.contents import BLOCK_KEYS, read_contents
from deckgen.source.fields import Fields, inline, long_color, paragraphs, spoken, truth_hints
from deckgen.source.pictures import picture_file
from deckgen.source.scope import Scope
from deckgen.source.variants import ONLY_EXCEPT, left_out
from deckgen.theme import COLOR_ROLES
from deckgen.yamlnodes import Mapping, Scalar, Sequence

SLIDE_KEYS: Final = (
    "title", "subtitle", "section", "layout", "notes", "id", "background", "overflow", "lang", "footer",
    "numbers", "hidden", "incremental", "transition", "for", *ONLY_EXCEPT,
)  # fmt: skip
_SECTION_KEYS: Final = (
    "section", "title", "subtitle", "notes", "id", "background", "layout", "hidden", "for", *ONLY_EXCEPT,
)  # fmt: skip
_DECK_ONLY: Final = dict.fromkeys(
    ("author", "institute", "date", "theme", "size", "keywords", "description", "slides"),
    "to the deck, at the top of the file",
)
_BLOCK_ONLY: Final = {
    "by": "in the block: `{text: …, by: …}`",
    "source": "in the block: `{text: …, by: …, source: …}`",
    **dict.fromkeys(
        ("alt", "decorative", "caption", "fit", "width", "place", "link"),
        "in the picture: `image: {src: …, alt: …}`",
    ),
    **dict.fromkeys(("start", "items"), "in the list: `numbered: {start: 3, items: […]}`"),
}
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def read_slide(node: Mapping, scope: Scope, kind: SlideKind = SlideKind.CONTENT) -> Slide:
    """One slide; what is wrong in it is reported and left out."""
    scope = spoken(node, scope)
    known = (*SLIDE_KEYS, *BLOCK_KEYS)
    fields = Fields(node, scope, "a slide", known, elsewhere={**_DECK_ONLY, **_BLOCK_ONLY})
    name = _name(fields)
    if kind is SlideKind.OPENING:
        _check_opening(fields)
    if "section" in fields:
        kind = SlideKind.SECTION
        _check_section(fields)
    _inherit(fields, kind)
    footnotes: list[Text] = []
    scope.found.notes = footnotes
    section = fields.text("section")
    if section:
        scope.found.built_in["section"] = plain(section)
    title = fields.text("title")
    scope.found.lost |= not title and bool(fields.meant & {"title", "section", "id"})
    if kind is SlideKind.SECTION and not section and isinstance(empty := fields.node("section"), Scalar):
        _nameless(empty, scope)
    layout, subtitle = fields.scalar("layout", "a layout's name"), fields.text("subtitle")
    blocks = read_contents(fields, "a slide")
    scope.found.notes = None
    return Slide(
        kind=kind,
        id=name,
        title=title or section,
        subtitle=subtitle,
        section=section,
        blocks=blocks,
        footnotes=tuple(footnotes),
        layout=layout.text if layout is not None else None,
        notes=_notes(fields),
        background=_background(fields),
        hidden=fields.flag("hidden") or False,
        overflow=fields.choice("overflow", Overflow),
        lang=fields.language(),
        footer=read_footer(fields),
        numbers=read_numbers(fields),
        incremental=read_build(fields),
        transition=read_transition(fields),
        span=node.span,
        layout_span=fields.span_of("layout"),
    )


def _name(fields: Fields) -> str | None:
    """The slide's own id; where it is written is kept for the check that no name is given twice."""
    found = fields.scope.found
    name = fields.scalar("id", "a name")
    if name is None or not valid_id(name, fields.scope):
        return None
    found.slide_ids[fields.span] = name.span
    if fields.scope.repeats:
        found.repeated.add(name.span)
    return name.text


def _inherit(fields: Fields, kind: SlideKind) -> None:
    """What groups say of their slides holds for what this one does not say itself."""
    for name, entry in fields.scope.inherited.items():
        if kind is SlideKind.CONTENT or name in _SECTION_KEYS:
            fields.keys.setdefault(name, entry)


def read_transition(fields: Fields) -> Transition | None:
    """A transition's name, or a mapping with `kind` and `duration`."""
    node = fields.node("transition")
    if not isinstance(node, Mapping):
        kind = fields.choice("transition", TransitionKind)
        return Transition(kind=kind) if kind else None
    own = Fields(node, fields.scope, "`transition`", ("kind", "duration"))
    if own.lacks("kind"):
        fields.scope.report.error("missing-key", "`transition` lacks `kind`", node.span)
    kind, duration = own.choice("kind", TransitionKind), own.seconds("duration")
    return Transition(kind=kind, duration=duration) if kind else None


def _nameless(scalar: Scalar, scope: Scope) -> None:
    if not scalar.absent and not scalar.misread:
        scope.report.error("empty-value", "`section` is empty: the section needs a name", scalar.span)


def _check_opening(fields: Fields) -> None:
    """The opening slide is one, and it begins no section."""
    for name in ("section", "for"):
        if name in fields:
            key, _ = fields.keys.pop(name)
            message = {"section": "begins no section", "for": "cannot be repeated"}[name]
            fields.scope.report.error("section-key", f"the opening slide {message}", key.span)


def _check_section(fields: Fields) -> None:
    """A section slide carries few keys."""
    for name, (key, _) in list(fields.keys.items()):
        if name not in _SECTION_KEYS:
            hint = "give it a slide of its own, below the section"
            message = f"a section slide takes no `{name}`"
            fields.scope.report.error("section-key", message, key.span, hint)
            del fields.keys[name]


def _notes(fields: Fields) -> tuple[Paragraph | ListBlock, ...]:
    node = fields.node("notes")
    if isinstance(node, Mapping) and (node.get("text") is not None or left_out(node, fields.scope)):
        own = Fields(node, fields.scope, "`notes`", ("text", *ONLY_EXCEPT))
        text = None if left_out(node, fields.scope) else own.scalar("text")
        return () if text is None else paragraphs(text, fields.scope)
    if isinstance(node, Sequence | Mapping):
        hint = "write them as Markdown under `notes: |`, a list's items after `- `"
        fields.wrong("notes", "text", node, hint)
        return ()
    scalar = fields.scalar("notes")
    if scalar is None:
        return ()
    return paragraphs(scalar, fields.scope)


def read_numbers(fields: Fields) -> Numbers | None:
    """`true`, `false` or `total`."""
    scalar = fields.scalar("numbers", "a word")
    if scalar is None:
        return None
    words = {"true": Numbers.ON, "false": Numbers.OFF, "total": Numbers.TOTAL}
    if scalar.text not in words:
        hints = did_you_mean(scalar.text, words) or truth_hints(scalar)
        fields.wrong("numbers", "`true`, `false` or `total`", scalar, *hints)
    return words.get(scalar.text)


def read_footer(fields: Fields) -> Text | Literal[False] | None:
    """A footer, in which its page fills in `FOOTER_FIELDS`; `false` for none, None where nothing is said."""
    scope = replace(fields.scope, names={**FOOTER_FIELDS, **fields.scope.names})
    scalar = fields.under(scope).scalar("footer")
    if scalar is None or (scalar.plain and scalar.text == "true"):
        return None
    if scalar.plain and scalar.text == "false":
        return False
    return inline(scalar, scope) or False


def _background(fields: Fields) -> Background | None:
    """A colour role, a colour, `inverse`, or a picture."""
    node = fields.node("background")
    if isinstance(node, Mapping):
        return _picture(node, fields.scope)
    scalar = fields.scalar("background", "a colour")
    if scalar is None:
        return None
    if scalar.text == "inverse":
        return Background(inverse=True, span=scalar.span)
    if scalar.text in COLOR_ROLES:
        return Background(role=scalar.text, span=scalar.span)
    if _HEX.fullmatch(scalar.text):
        return Background(color=scalar.text.upper(), span=scalar.span)
    hints = _color_hints(scalar)
    fields.wrong("background", "a colour role, `inverse`, `#rrggbb` or `{image: file}`", scalar, *hints)
    return None


def _color_hints(scalar: Scalar) -> tuple[str, ...]:
    text = scalar.text
    if short := long_color(text):
        return short
    if re.search(r"\.(?:png|jpe?g|gif|webp)$", text, re.IGNORECASE):
        return (f"write {{image: {text}}}",)
    return did_you_mean(text, (*COLOR_ROLES, "inverse")) or (f"the roles are {', '.join(COLOR_ROLES)}",)


def _picture(node: Mapping, scope: Scope) -> Background | None:
    fields = Fields(node, scope, "`background`", ("image", "dim"))
    dim, name = fields.fraction("dim"), fields.scalar("image", "a file")
    if "image" not in fields and len(fields.keys) == len(node.entries):
        scope.report.error("missing-key", "`background` lacks `image`", node.span)
    found = picture_file(name, scope) if name is not None else None
    if found is None:
        return None
    path, image = found
    return Background(
        image=path, dim=dim or 0.0, pixels=image.pixels, media_type=image.media_type, span=node.span
    )
