"""The whole way on one screen: read an outline, place it, write it in each format asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from deckgen.clock import fixed_time
from deckgen.diagnostics import Report, Span
from deckgen.files import write_all
from deckgen.layout import place
from deckgen.renditions import Output, Renditions, place_of, renditions_of
from deckgen.scene import Scene
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


def build_scene(outline: Path, report: Report, theme: str | None = None) -> Scene | None:
    """The outline, read and placed; None when it has errors.  `theme` replaces the outline's own."""
    deck = read_deck(outline, report, build_date())
    if deck is None or report.has_errors:
        return None
    ref = theme_ref(theme) if theme else deck.theme
    resolved = load_theme(ref, deck.size, report)
    if resolved is None:
        return None
    scene = place(deck, resolved, report)
    return None if report.has_errors else scene


def build(
    outline: Path, targets: dict[str, Path], report: Report, theme: str | None = None
) -> tuple[Path, ...]:
    """Write `targets` (format → file), all or none; the files written, none when there are errors."""
    scene = build_scene(outline, report, theme)
    if scene is None:
        return ()
    renditions, contents = renditions_of(scene), dict[Path, bytes | Path]()
    try:
        for name, path in targets.items():
            output = WRITERS[name](scene, renditions)
            contents[path] = output.content
            contents.update({path.with_name(beside): file for beside, file in output.beside.items()})
    except OSError as problem:  # a picture that is gone since it was looked at, or does not decode
        _cannot_read(problem, scene, outline, report)
        return ()
    return write_all(contents, report)


def _cannot_read(problem: OSError, scene: Scene, outline: Path, report: Report) -> None:
    """Told where the outline names the file."""
    path = Path(problem.filename) if problem.filename else outline
    where = place_of(path, scene) or Span(str(path))
    reason = problem.strerror or str(problem)
    report.error("cannot-read", f"cannot read `{path.name}`, which the outline names: {reason}", where)


def build_date() -> datetime.date:
    """The day of the build, where the machine stands; a fixed time's in UTC."""
    return (fixed_time() or datetime.datetime.now(datetime.UTC).astimezone()).date()
