"""A template and its matches → which of its layouts serve ours, and why; and a theme file to change it."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.slots import Layout
from deckgen.template.match import How, Match, Matches, master_names, names_of
from deckgen.template.model import Template
from deckgen.template.tokens import tokens
from deckgen.theme import Theme


@dataclass(frozen=True, slots=True)
class Served:
    """One of our layouts on a template.

    `layout` is the template's, `master` the one that it belongs to (both by name).  `placeholders` are the
    slots that are placeholders of it, `boxes` those that are text boxes at our own places.  `how` and
    `score` are the match's.
    """

    name: str
    layout: str
    master: str
    how: How
    score: float
    placeholders: tuple[str, ...]
    boxes: tuple[str, ...]


def served(theme: Theme, matches: Matches) -> tuple[Served, ...]:
    """How each of our layouts stands on the template of a theme derived from it."""
    template = theme.template
    if template is None:
        raise ValueError("the theme is not a template")
    return tuple(_served(match, theme.layouts[name], template) for name, match in matches.by_name.items())


def _served(match: Match, layout: Layout, template: Template) -> Served:
    names = master_names(template)
    masters = {own.part: names[master.part] for master in template.masters for own in master.layouts}
    return Served(
        name=match.name,
        layout=match.layout.name,
        master=masters[match.layout.part],
        how=match.how,
        score=match.score,
        placeholders=tuple(slot.name for slot in layout.slots if slot.index is not None),
        boxes=tuple(slot.name for slot in layout.slots if slot.index is None),
    )


def theme_yaml(template: Template, matches: Matches, file: str) -> str:
    """The text of a theme's file that extends the template at `file`, with all that can be changed in it.

    Every value is the template's own: built with it, a deck looks as with the template alone.
    """
    found = tokens(template, matches)
    colors, fonts, scale = (found[key] for key in ("colors", "fonts", "scale"))
    lines = [
        f"# A theme on {_comment(template.path.name)}.  Whatever you take out stays as the template has it.",
        f"extends: {_quoted(file)}",
        "",
        "# Colours by role; a change goes into the PowerPoint file's theme, so that its own shapes follow.",
        "colors:",
        *(f"  {role}: {_quoted(value)}" for role, value in _entries(colors)),
        "",
        "fonts:",
        *(f"  {role}: {_quoted(value)}" for role, value in _entries(fonts)),
        "",
        "# Sizes in pt of a page 540 high: of text, and under which no text shrinks.",
        f"scale: {{{', '.join(f'{key}: {value}' for key, value in _entries(scale))}}}",
        "",
        "# Which of the template's layouts serve ours, and what told so.  Choose others by their names in",
        '# PowerPoint, or by "Master/Layout" where several have one name.',
        "layouts:",
        *(_mapping(match, template) for match in matches.by_name.values()),
    ]
    return "\n".join(lines) + "\n"


def _entries(value: object) -> list[tuple[str, str]]:
    return [(key, str(text)) for key, text in value.items()] if isinstance(value, dict) else []


def _mapping(match: Match, template: Template) -> str:
    """A line of the mapping, commented out where nothing of the template was made for it."""
    line = f"{match.name}: {_quoted(called(match, template))}"
    return (
        f"  # {line}  # for want of another"
        if match.how == "fallback"
        else f"  {line}  # by its {_told(match)}"
    )


def _told(match: Match) -> str:
    return {"types": "placeholders", "geometry": "places", "name": "name", "mapping": "choice"}.get(
        match.how, ""
    )


def called(match: Match, template: Template) -> str:
    """The name that tells a match's layout apart from all others."""
    return next(name for name, layout in names_of(template).items() if layout.part == match.layout.part)


def _quoted(text: str) -> str:
    """A YAML scalar that is this text, whatever is in it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in escaped) + '"'


def _comment(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
