"""The whole way on one screen: read an outline, place it, write it in each format asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from pathlib import Path

from deckgen.clock import fixed_time
from deckgen.diagnostics import Report, Span
from deckgen.extras import TemplateError
from deckgen.files import write_all
from deckgen.layout import place
from deckgen.model import Deck
from deckgen.renditions import Output, Renditions, place_of, renditions_of
from deckgen.scene import Scene
from deckgen.source.environment import NOTHING, Given
from deckgen.source.reader import read_deck
from deckgen.themefile import load_theme, theme_ref


def _write_pptx(scene: Scene, renditions: Renditions) -> Output:
    from deckgen.writers import pptx

    return Output(pptx.write(scene, renditions))


def _write_html(scene: Scene, renditions: Renditions) -> Output:
    from deckgen.writers import html

    return html.output(scene, renditions)


WRITERS: dict[str, Callable[[Scene, Renditions], Output]] = {"pptx": _write_pptx, "html": _write_html}
"""Every output format by its name, which is its file ending too."""


def build_scene(
    outline: Path, report: Report, theme: str | None = None, given: Given = NOTHING, output: str | None = None
) -> Scene | None:
    """The outline, read and placed; None when it has errors.

    `theme` replaces the outline's own, `given` adds to its names and variants.  Of parts that are for one
    format alone, those for `output` are in it.
    """
    deck = read_deck(outline, report, build_date(), given, output)
    return None if deck is None or report.has_errors else _placed(deck, report, theme)


def build_scenes(
    outline: Path, formats: Collection[str], report: Report, theme: str | None = None, given: Given = NOTHING
) -> dict[str, Scene]:
    """The scene for each format; the same one for all of them unless the outline tells formats apart.

    None at all when there are errors, in whichever format.
    """
    decks = _decks(outline, formats, report, given)
    if report.has_errors:
        return {}
    scenes: dict[str, Scene] = {}
    for name, deck in decks.items():
        same = next((scene for scene in scenes.values() if scene.deck is deck), None)
        scene = same or _placed(deck, report, theme)
        if scene is not None:
            scenes[name] = scene
    return {} if report.has_errors else scenes


def _decks(outline: Path, formats: Collection[str], report: Report, given: Given) -> dict[str, Deck]:
    """The deck for each format, read once if no part of the outline is for one format alone."""
    decks: dict[str, Deck] = {}
    for name in formats:
        deck = read_deck(outline, report, build_date(), given, name)
        if deck is None:
            return {}
        if not deck.variants & WRITERS.keys():
            return dict.fromkeys(formats, deck)
        decks[name] = deck
    return decks


def _placed(deck: Deck, report: Report, theme: str | None) -> Scene | None:
    ref = theme_ref(theme) if theme else deck.theme
    resolved = load_theme(ref, deck.size, report, deck.size_span)
    if resolved is None:
        return None
    scene = place(deck, resolved, report)
    return None if report.has_errors else scene


def build(
    outline: Path, targets: dict[str, Path], report: Report, theme: str | None = None, given: Given = NOTHING
) -> tuple[Path, ...]:
    """Write `targets` (format → file), all or none; the files written, none when there are errors."""
    scenes = build_scenes(outline, targets, report, theme, given)
    if not scenes:
        return ()
    contents: dict[Path, bytes | Path] = {}
    drawn: tuple[Scene, Renditions] | None = None
    for name, path in targets.items():
        scene = scenes[name]
        drawn = drawn if drawn and drawn[0] is scene else (scene, renditions_of(scene))
        try:
            output = WRITERS[name](*drawn)
        except OSError as problem:  # a picture that is gone since it was looked at, or does not decode
            _cannot_read(problem, scene, outline, report)
            return ()
        except TemplateError as problem:
            _wrong_template(problem, report)
            return ()
        _tell_undrawn(output, scene, report)
        contents[path] = output.content
        contents.update({path.with_name(beside): file for beside, file in output.beside.items()})
    return () if report.has_errors else write_all(contents, report)


def _tell_undrawn(output: Output, scene: Scene, report: Report) -> None:
    """What the HTML cannot show of a template is said once, and the pptx has it."""
    template = scene.theme.template
    if output.undrawn and template is not None:
        what = ", ".join(output.undrawn)
        message = f"the HTML does not show all that `{template.path.name}` draws: {what}"
        report.warning(
            "not-drawn", message, scene.deck.theme.span, "the pptx has it; for the HTML, make it a picture"
        )


def _wrong_template(problem: TemplateError, report: Report) -> None:
    """Told where it stands in the theme's template."""
    file = str(problem.path)
    if problem.path.is_file():
        report.sources[file] = problem.path.read_text(encoding="utf-8", errors="replace")
    hint = "templates read the data of a page, and call nothing but what they are given"
    report.error("theme-template", problem.message[:300], Span(file, problem.line), hint)


def _cannot_read(problem: OSError, scene: Scene, outline: Path, report: Report) -> None:
    """Told where the outline names the file."""
    path = Path(problem.filename) if problem.filename else outline
    where = place_of(path, scene) or Span(str(path))
    reason = problem.strerror or str(problem)
    report.error("cannot-read", f"cannot read `{path.name}`, which the outline names: {reason}", where)


def build_date() -> datetime.date:
    """The day of the build, where the machine stands; a fixed time's in UTC."""
    return (fixed_time() or datetime.datetime.now(datetime.UTC).astimezone()).date()
