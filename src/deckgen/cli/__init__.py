"""The command line → builds, and what they say; with its neighbours the only modules that print or exit."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen import __version__
from deckgen.cli.common import known_theme, say
from deckgen.cli.themes import themes

if TYPE_CHECKING:
    from deckgen.source.environment import Given

FORMATS = ("pptx", "html")
POLL_SECONDS = 0.3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", prog_name="deckgen")
def main() -> None:
    """Slides from an outline in YAML: an editable PowerPoint file and an HTML slideshow that agree.

    \b
    deckgen build lecture.yaml            both formats, into the folder output/
    deckgen build lecture.yaml --watch    again at each save
    deckgen build --help                  all that build can do
    deckgen theme --help                  themes: list, show, make, check and preview them
    """


main.add_command(themes)


@main.command(short_help="Make a PowerPoint file and a slideshow of an outline.")
@click.argument("outline", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-t", "--to", "formats", multiple=True, type=click.Choice(FORMATS),
              help="A format to write; may be given twice.  Both if not given.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True,
              help="A folder, or one file: -o lecture.pptx.")  # fmt: skip
@click.option(
    "--theme",
    metavar="THEME",
    help="One of `deckgen theme list`, a theme file or a PowerPoint template, in place of the outline's own.",
)
@click.option("--variant", "variants", multiple=True, metavar="NAME",
              help="Put in what is for this variant alone; may be given several times.")  # fmt: skip
@click.option("--set", "texts", multiple=True, metavar="NAME=VALUE",
              help="Give a name of the outline's `vars` this value; may be given several times.")  # fmt: skip
@click.option("--data", multiple=True, metavar="FILE",
              type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Take values from a YAML or JSON file, or rows from a .csv, .tsv or .xlsx file, "
                   "under the file's name; may be given several times.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Treat every warning as an error.")
@click.option("--report", "report_as", type=click.Choice(["text", "json"]), default="text",
              help="How to say what is wrong: text on stderr, or JSON on stdout.")  # fmt: skip
@click.option(
    "--watch", is_flag=True, help="Go on, and build again whenever a file in the outline's folder is saved."
)
def build(
    outline: Path, formats: tuple[str, ...], output: Path, theme: str | None, variants: tuple[str, ...],
    texts: tuple[str, ...], data: tuple[Path, ...], strict: bool, report_as: str, watch: bool,
) -> None:  # fmt: skip
    """Build a PowerPoint file (.pptx) and a reveal.js slideshow (.html) from OUTLINE, a YAML file.

    \b
    Exit code 0: written, with warnings or without.
              1: an error in the outline or in a file it names; nothing was written.
              2: the command itself was wrong.
    """
    targets = _targets(outline, formats, output)
    known_theme(theme)
    given = _given(variants, texts, data)

    def once() -> bool:
        return _build_once(outline, targets, theme, given, strict, report_as)

    if watch:
        _watch(outline, theme, data, once)
    elif not once():
        sys.exit(1)


@main.command(short_help="Write the fonts of the themes, to install them.")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path("fonts"),
              show_default=True, help="The folder to write them to.")  # fmt: skip
@click.option("--theme", "themes", multiple=True, metavar="THEME",
              help="The fonts of this theme alone; may be given twice.")  # fmt: skip
def fonts(output: Path, themes: tuple[str, ...]) -> None:
    """Write the fonts of the themes as files, to install where PowerPoint or LibreOffice runs.

    Fonts that come with Office, such as Arial, are not among them.
    """
    from deckgen.diagnostics import Report
    from deckgen.model import PAGE
    from deckgen.text.install import write_fonts
    from deckgen.themefile import load_theme, theme_names, theme_ref

    for theme in themes:
        known_theme(theme)
    report = Report()
    loaded = [load_theme(theme_ref(name), PAGE, report) for name in themes or theme_names()]
    written = tuple(write_fonts(filter(None, loaded), output)) if not report.has_errors else ()
    say(report, written)
    if report.has_errors:
        sys.exit(1)
    if not written:
        click.echo("nothing to install: these themes use fonts that come with Office", err=True)


def _targets(outline: Path, formats: tuple[str, ...], output: Path) -> dict[str, Path]:
    """The file to write for each format; a file named with -o must be of the format asked for."""
    ending = output.suffix.lower().lstrip(".")
    if ending in FORMATS and not output.is_dir():
        if formats and set(formats) != {ending}:
            raise click.UsageError(f"-o names a .{ending} file, but -t asks for {', '.join(formats)}")
        return {ending: output}
    if output.is_file():
        raise click.UsageError(f"-o {output} is a file that is neither .pptx nor .html")
    return {name: output / f"{outline.stem}.{name}" for name in FORMATS if not formats or name in formats}


def _given(variants: tuple[str, ...], texts: tuple[str, ...], data: tuple[Path, ...]) -> Given:
    """What the options add to the outline; a usage error for what cannot be a name or a value."""
    from deckgen.source.environment import Given
    from deckgen.source.names import NAME
    from deckgen.yamlnodes.characters import FORBIDDEN

    for name in variants:
        if name in FORMATS:
            raise click.UsageError(f"--variant {name}: the format sets it; ask for the format with -t {name}")
        if not name.strip():
            raise click.UsageError("--variant wants a name")
    pairs = [text.partition("=") for text in texts]
    for name, equals, value in pairs:
        if not equals or not NAME.fullmatch(name):
            shown = f"{name}{equals}{value}"[:60]
            message = f"--set wants NAME=VALUE, the name one word of letters and digits, not `{shown}`"
            raise click.UsageError(message)
        if FORBIDDEN.search(value):
            raise click.UsageError(f"--set {name}: an invisible control character stands in the value")
    return Given(variants, tuple((name, value) for name, _, value in pairs), data)


def _build_once(
    outline: Path, targets: dict[str, Path], theme: str | None, given: Given, strict: bool, report_as: str
) -> bool:
    """One build and what it has to say; whether it went well."""
    from deckgen import pipeline, terminal
    from deckgen.diagnostics import Report

    report = Report(strict=strict)
    gc.disable()  # a build makes little that refers to itself, and what it makes it keeps to the end
    written = pipeline.build(outline, targets, report, theme, given)
    gc.enable()
    if report_as == "json":
        click.echo(terminal.as_json(report, written))
    else:
        say(report, written)
    return not report.has_errors


def _watch(outline: Path, theme: str | None, data: tuple[Path, ...], once: Callable[[], bool]) -> None:
    """Build, then again after every change of a file in the outline's folder, until Ctrl-C."""
    seen = None
    try:
        while True:
            now = _snapshot(outline, theme, data)
            if now != seen:
                once()
                click.echo(f"watching {outline.parent}, Ctrl-C stops", err=True)
                seen = now
            time.sleep(POLL_SECONDS)
    except KeyboardInterrupt:
        click.echo("stopped", err=True)


def _snapshot(outline: Path, theme: str | None, data: tuple[Path, ...]) -> dict[Path, int]:
    """Time of the last change (ns) of each file that an outline may name, and of the data files."""
    wanted = {
        ".yaml", ".yml", ".json", ".csv", ".tsv", ".xlsx", ".bib", ".png", ".jpg", ".jpeg", ".gif", ".webp",
        ".svg", ".css", ".j2", ".ttf", ".otf", ".pptx", ".potx",
    }  # fmt: skip
    files = [*data]
    folders = [outline.resolve().parent]
    if theme and Path(theme).is_dir():
        folders.append(Path(theme))
    elif theme and Path(theme).exists():
        files.append(Path(theme))
    files += [p for folder in folders for p in folder.rglob("*") if p.suffix.lower() in wanted]
    found = {}
    for path in (outline, *files):
        try:
            found[path] = path.stat().st_mtime_ns
        except OSError:  # gone between the listing and the look: an editor saves by replacing
            continue
    return found
