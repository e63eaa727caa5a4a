"""`deckgen theme …`: what there is to choose from, and what a maker of themes needs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.common import known_theme, say

if TYPE_CHECKING:
    from deckgen.theme import Theme


@click.group("theme", short_help="List, show, make, check and preview themes.")
def themes() -> None:
    """Themes: what there is, what is in one, how it looks, and how to make one.

    NAME is one of deckgen's own themes, a theme's .yaml file or folder, or a PowerPoint template
    (.pptx, .potx).
    """


@themes.command("list", short_help="The themes that come with deckgen.")
def list_themes() -> None:
    """The themes that come with deckgen, a line each."""
    from deckgen.themefile import theme_names

    for name in theme_names():
        loaded = _loaded(name)
        click.echo(f"{name:<10} {loaded.description or loaded.title}")


@themes.command(short_help="A theme's colours, fonts, sizes and contrasts.")
@click.argument("name")
def show(name: str) -> None:
    """The tokens of a theme, and the contrast of each pair of colours that it uses."""
    from deckgen.workshop.show import described

    for line in described(_loaded(name)):
        click.echo(line)


@themes.command(short_help="Begin a theme of your own.")
@click.argument("name")
@click.option("--from", "base", default="lecture", show_default=True, metavar="BASE",
              help="The theme or PowerPoint template to begin with.")  # fmt: skip
def new(name: str, base: str) -> None:
    """Write the folder NAME with a `theme.yaml` to edit: every token stands in it, as BASE has it."""
    from deckgen.diagnostics import Report
    from deckgen.themefile.ontemplate import inspected
    from deckgen.workshop.inspect import write_theme
    from deckgen.workshop.starter import write_new

    loaded, report, folder = _loaded(base), Report(), Path(name)
    if loaded.template is not None and (found := inspected(loaded.template.path, report)):
        say(report, write_theme(*found, loaded.template.path, folder / "theme.yaml", report))
    else:
        say(report, write_new(folder, base, loaded, report))
    if report.has_errors:
        sys.exit(1)


@themes.command(short_help="See which layouts of a PowerPoint template serve ours.")
@click.argument("template", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The theme file to write; if not given, one in this folder, named as the template.",
)
def inspect(template: Path, output: Path | None) -> None:
    """Print which of the layouts of TEMPLATE (.pptx, .potx) serves each of ours, and write a theme file to
    change it in: colours, fonts, and the layouts by their names.
    """
    from deckgen.diagnostics import Report
    from deckgen.themefile.ontemplate import inspected
    from deckgen.workshop.inspect import mapping_table, write_theme

    report = Report()
    found = inspected(template, report)
    for line in mapping_table(*found) if found else ():
        click.echo(line)
    target = output or Path(f"{template.stem}.yaml")
    say(report, write_theme(*found, template, target, report) if found else ())
    if report.has_errors:
        sys.exit(1)


@themes.command(short_help="See every layout and block in a theme.")
@click.argument("name")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path("preview"),
              show_default=True, help="The folder to write to.")  # fmt: skip
def preview(name: str, output: Path) -> None:
    """Build a deck with every layout and every block, in both formats, and a picture of all its slides.

    The picture is drawn by Chrome, Chromium or Edge; without one of them only the decks are written.
    """
    from deckgen.diagnostics import Report
    from deckgen.workshop.browser import find_browser
    from deckgen.workshop.preview import write_preview

    known_theme(name)
    browser, report = find_browser(), Report()
    try:
        written = write_preview(name, output, browser, report)
    except OSError as problem:
        raise click.ClickException(f"{problem}: the preview is not complete") from None
    if browser is None:
        click.echo(
            "no picture without Chrome, Chromium or Edge; DECKGEN_CHROMIUM names one elsewhere", err=True
        )
    say(report, written)
    if report.has_errors:
        sys.exit(1)


@themes.command(short_help="Find what is hard to read or out of place in a theme.")
@click.argument("name")
@click.option("--lang", "langs", multiple=True, metavar="TAG", default=("en",), show_default=True,
              help="A language whose letters the fonts should have; may be given several times.")  # fmt: skip
def check(name: str, langs: tuple[str, ...]) -> None:
    """Contrast of each pair of colours in use, letters that the fonts lack, and what else a theme's maker
    should mend, on pages of four sizes.

    \b
    Exit code 0: nothing found.
              1: something found.
    """
    from deckgen.diagnostics import Report
    from deckgen.text.exemplars import EXEMPLARS, letters_of
    from deckgen.workshop.check import check_theme

    known_theme(name)
    unknown = [lang for lang in langs if letters_of(lang) is None]
    if unknown:
        raise click.UsageError(
            f"deckgen does not know the letters of `{unknown[0]}`; it knows {', '.join(EXEMPLARS)}"
        )
    report = Report()
    check_theme(name, report, langs)
    say(report, ())
    if report.sorted():
        sys.exit(1)
    click.echo(f"{name}: nothing to mend")


def _loaded(name: str) -> Theme:
    """The theme of that name on a 16:9 page; ends the command where it has errors."""
    from deckgen.diagnostics import Report
    from deckgen.model import PAGE
    from deckgen.themefile import load_theme, theme_ref

    known_theme(name)
    report = Report()
    loaded = load_theme(theme_ref(name), PAGE, report)
    say(report, ())
    if loaded is None:
        sys.exit(1)
    return loaded
