"""What all commands share: whether a theme exists, and how they say what they have to say."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from deckgen.diagnostics import Report


def known_theme(name: str | None) -> None:
    """A usage error for a theme that does not exist."""
    if name is None:
        return
    from deckgen.diagnostics import did_you_mean
    from deckgen.themefile import theme_names

    if name not in theme_names() and not os.path.exists(name):  # noqa: PTH110  (takes every name)
        hint = "".join(f"; {h}" for h in did_you_mean(name, theme_names()))
        known = ", ".join(theme_names())
        raise click.UsageError(f"there is no theme `{name}` (there are {known}){hint}")


def say(report: Report, written: tuple[Path, ...]) -> None:
    """The diagnostics on stderr, the files written on stdout, a tally."""
    from deckgen import terminal

    for diagnostic in report.sorted():
        click.echo(terminal.draw(diagnostic, report), err=True)
    for path in written:
        click.echo(path)
    counted = terminal.tally(report)
    if counted:
        click.echo(f"{counted}; nothing was written" if report.has_errors else counted, err=True)
