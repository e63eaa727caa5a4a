"""Our templates, and a theme's in their place → the Jinja environment that renders them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from deckgen.extras import TemplateError
from deckgen.text.embed import css_string

PREFIX = "deckgen"
"""By `{% extends "deckgen/page.html.j2" %}` a theme's template is laid over ours."""

_PLAIN = (str, int, float, tuple, list, dict)


class _Sandbox(ImmutableSandboxedEnvironment):
    """A theme's templates read the data of a page, and call nothing but what we give them to call."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Products of numbers; not those that make a text as long as one likes."""
        if operator == "*" and isinstance(left, (int, float)) and isinstance(right, (int, float)):
            return left * right
        raise SecurityError(f"`{operator}` is for numbers alone")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, (Path, type)) or (callable(value) and not self.is_safe_callable(value)):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: Any) -> bool:
        if isinstance(obj, (partial, Macro, BlockReference, LoopContext)):
            return True
        return isinstance(getattr(obj, "__self__", None), _PLAIN) and super().is_safe_callable(obj)


def html_environment(folder: Path, overrides: tuple[Path, ...] = ()) -> Environment:
    """Jinja over the templates: what is HTML is escaped, what is CSS is not.

    Templates in `overrides` come before those of the same name in `folder`, and run in a sandbox.
    """
    ours = FileSystemLoader(folder)
    theirs: list[BaseLoader] = [FileSystemLoader(over) for over in overrides]
    kind: Callable[..., Environment] = _Sandbox if overrides else Environment
    environment = kind(
        loader=ChoiceLoader([*theirs, ours, PrefixLoader({PREFIX: ours})]) if overrides else ours,
        autoescape=lambda name: name is None or not name.endswith(".css.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters["css_string"] = css_string
    if overrides:
        environment.globals.clear()
    return environment


@contextmanager
def telling_of(overrides: tuple[Path, ...]) -> Iterator[None]:
    """What goes wrong in a theme's templates becomes a TemplateError at their line."""
    try:
        yield
    except Exception as problem:
        place = _place(problem, overrides)
        if place is None and not (overrides and isinstance(problem, JinjaError)):
            raise
        place = place or (overrides[0], 1)
        raise TemplateError(*place, str(problem) or type(problem).__name__) from problem


def _place(problem: Exception, overrides: tuple[Path, ...]) -> tuple[Path, int] | None:
    """The last line of a theme's template that had to do with a problem, if one had."""
    named = [(frame.f_code.co_filename, line) for frame, line in walk_tb(problem.__traceback__)]
    if isinstance(problem, TemplateSyntaxError) and problem.filename:
        named.append((problem.filename, problem.lineno))
    places = [(Path(file), line) for file, line in named]
    return next((place for place in reversed(places) if _inside(place[0], overrides)), None)


def _inside(file: Path, overrides: tuple[Path, ...]) -> bool:
    return any(file.is_relative_to(folder) for folder in overrides)
