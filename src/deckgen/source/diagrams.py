"""A `diagram` block as written → the flowchart that it is, or what is wrong with it, place by place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from deckgen.diagnostics import Severity, Span
from deckgen.model import FORMULA, Diagram, Run, Text
from deckgen.source.common import VISUAL, read_visual, without_alt
from deckgen.source.fields import Fields, kind_of
from deckgen.source.formulas import formula_at
from deckgen.source.scope import Scope, local_file
from deckgen.source.textfile import read_text_file
from deckgen.yamlnodes import Mapping, Node, Scalar
from deckgen.yamlnodes.nodes import Source

if TYPE_CHECKING:
    from deckgen.figures.diagrams.flowchart import Flowchart, Label
    from deckgen.figures.diagrams.problems import Problem

_KEYS: Final = (*VISUAL, "source", "file")

Place = Callable[[int, int], Span]
"""Where the characters at an offset stand, so many of them."""


def read_diagram(node: Node, key: Scalar, scope: Scope) -> Diagram | None:
    """The short form, the source, or the mapping form with `source` or `file`."""
    if isinstance(node, Scalar):
        diagram = _read(node.text, node.at, _folded(node), key.span, scope)
        if diagram is not None and not diagram.alt:
            without_alt(key.text, key.span, scope)
        return diagram
    if not isinstance(node, Mapping):
        hint = "write the flowchart under `diagram: |`, indented"
        message = f"`{key.text}` wants a flowchart in Mermaid's language, not {kind_of(node)}"
        scope.report.error("wrong-value", message, node.span, hint)
        return None
    fields = Fields(node, scope, f"`{key.text}`", _KEYS)
    diagram = _source(fields, key)
    described = diagram.alt if diagram else ""
    visual = read_visual(fields, key, described=bool(described))
    if diagram is None:
        return None
    if described and not visual["decorative"]:
        visual["alt"] = visual["alt"] or described
    return replace(diagram, **visual)


def _source(fields: Fields, key: Scalar) -> Diagram | None:
    """The diagram in `source`, or in the file that `file` names."""
    scope = fields.scope
    if fields.lacks("source") and fields.lacks("file"):
        scope.report.error("missing-key", f"`{key.text}` lacks `source` or `file`", key.span)
    if "source" in fields and "file" in fields:
        message = f"`{key.text}` has `source` or `file`, not both"
        scope.report.error("wrong-value", message, fields.span_of("file"))
        return None
    source = fields.scalar("source", "a flowchart")
    if source is not None:
        return _read(source.text, source.at, _folded(source), key.span, scope)
    file = fields.scalar("file", "a file")
    if file is None or file.misread:
        return None
    path = local_file(file.text, file.span, scope)
    text = read_text_file(path, file, scope) if path else None
    if text is None:
        return None
    shown = (scope.shown.parent / file.text).as_posix()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    scope.report.sources[shown] = text
    return _read(text, Source(shown, text).span, False, key.span, scope)


def _folded(scalar: Scalar) -> bool:
    """Whether YAML has made one line of several."""
    return scalar.style != "|" and "\n" in scalar.raw.strip()


def _read(text: str, place: Place, folded: bool, span: Span, scope: Scope) -> Diagram | None:
    """The diagram of a source whose characters stand at `place`; None where there are errors in it."""
    if folded:
        message = "written so, the lines of the diagram become one"
        hint = "write `|` after the colon, and the diagram below it"
        scope.report.error("folded-diagram", message, span, hint)
        return None
    from deckgen.figures.diagrams.parse import parse

    flowchart, problems = parse(text)
    for problem in problems:
        _tell(problem, place, scope)
    if flowchart is None or any(problem.severity is Severity.ERROR for problem in problems):
        return None
    _warn_of_directions(flowchart, place, scope)
    words = _Words(text, place, scope).of
    return Diagram(
        flowchart=flowchart,
        nodes=tuple(words(node.label) for node in flowchart.nodes),
        edges=tuple(words(edge.label) for edge in flowchart.edges),
        groups=tuple(words(group.label) for group in flowchart.groups),
        alt=flowchart.description,
        span=span,
    )


def _tell(problem: Problem, place: Place, scope: Scope) -> None:
    add = scope.report.error if problem.severity is Severity.ERROR else scope.report.warning
    add(problem.code, problem.message, place(problem.at, problem.length), *problem.hints)


def _warn_of_directions(flowchart: Flowchart, place: Place, scope: Scope) -> None:
    """Tell of groups that cannot have the direction that they ask for."""
    from deckgen.figures.diagrams.levels import ignored_directions

    ignored = ignored_directions(flowchart)
    for group in flowchart.groups:
        if group.id in ignored:
            message = f"`{group.id}` cannot have a direction of its own: edges from outside enter it"
            hint = "let the edges end at the subgraph instead of at nodes in it"
            scope.report.warning("diagram-ignored", message, place(group.at, len(group.id)), hint)


@dataclass(frozen=True, slots=True)
class _Words:
    """Reads the labels of a diagram whose source is `text`, and its characters at `place`."""

    text: str
    place: Place
    scope: Scope

    def of(self, label: Label | None) -> Text:
        """A label's runs, formulas among them."""
        if label is None:
            return ()
        from deckgen.figures.diagrams.emphasis import pieces
        from deckgen.figures.diagrams.labels import FORMULA as FORMULAS

        found: list[Run] = []
        at = label.at
        for n, part in enumerate(FORMULAS.split(label.text)):
            if n % 2:
                at = self.text.index(part, at)
                found.append(self._formula(part, at))
                at += len(part)
            elif part:
                words = pieces(replace(label, text=part))
                found += [Run(text, bold=bold, italic=italic) for text, bold, italic in words]
        return tuple(found)

    def _formula(self, part: str, at: int) -> Run:
        """The formula between `$$` at an offset; as written where there is none in it."""
        formula = formula_at(
            part[2:-2],
            lambda n: self.place(at + 2 + n, 1),
            self.scope.report,
            self.scope.found.macros,
            display=True,
        )
        return Run(FORMULA, formula=formula) if formula else Run(part)
