"""A `chart` block as written → its numbers, and how they are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from deckgen.diagnostics import did_you_mean
from deckgen.figures.charts import FREE, ROUND, STACKABLE, Bounds, Chart, ChartType, Stacking
from deckgen.figures.numbers import check_format, parse_number
from deckgen.model import Chart as ChartBlock
from deckgen.model import Run, Text
from deckgen.source.chartchecks import drawable
from deckgen.source.chartdata import read_source, with_rows
from deckgen.source.chartseries import LARGEST, Choice, Numbers, read_choice, series_of, typed_format
from deckgen.source.common import VISUAL, read_visual
from deckgen.source.data import read_data_file
from deckgen.source.fields import Fields
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Mapping, Node, Scalar
from deckgen.yamlnodes import Sequence as List

_KEYS: Final = (
    *VISUAL, "type", "file", "data", "where", "x", "y", "by", "stacked", "title", "labels", "format",
    "emphasize", "axis",
)  # fmt: skip
_STACKING: Final = {"true": Stacking.STACKED, "false": Stacking.NONE, "percent": Stacking.PERCENT}

FEW: Final = 12
"""Names that a hint can list."""


class _Axis(NamedTuple):
    """An axis as the author wants it."""

    title: Text = ()
    bounds: Bounds = FREE


class _Looks(NamedTuple):
    """What a chart says besides its data."""

    type: ChartType
    stacking: Stacking
    labels: bool
    format: str
    x: _Axis
    y: _Axis


def read_chart(node: Node, key: Scalar, scope: Scope) -> ChartBlock | None:
    """The short form, a data file's name, or the mapping form."""
    if isinstance(node, List):
        hint = "write `chart: {data: {Year: [1920, 1930], Steel: [4.3, 5.9]}}`"
        message = "`chart` wants a data file or a mapping, not a list"
        scope.report.error("wrong-value", message, node.span, hint)
        return None
    mapping = node if isinstance(node, Mapping) else Mapping((), node.span)
    fields = Fields(mapping, scope, f"`{key.text}`", _KEYS)
    visual, looks, title = read_visual(fields, key), _looks(fields), fields.text("title")
    if isinstance(node, Scalar):
        table = with_rows(read_data_file(node, scope, scope.lang), node.span, scope)
    else:
        table = read_source(fields, key)
    choice = read_choice(fields, table) if table is not None else None
    chart = _chart(choice, looks, fields) if choice is not None else None
    if chart is None:
        return None
    x, y = _titles(chart, looks)
    return ChartBlock(chart=chart, title=title, x_title=x, y_title=y, span=key.span, **visual)


def _looks(fields: Fields) -> _Looks:
    kind = fields.choice("type", ChartType) or ChartType.COLUMN
    labels, code = fields.flag("labels") or False, _format(fields)
    x, y = _axes(fields, kind)
    return _Looks(kind, _stacking(fields, kind), labels, code, x, y)


def _stacking(fields: Fields, kind: ChartType) -> Stacking:
    scalar = fields.scalar("stacked", "`true` or `percent`")
    if scalar is None:
        return Stacking.NONE
    if scalar.text not in _STACKING:
        hints = did_you_mean(scalar.text, _STACKING)
        fields.wrong("stacked", "`true`, `false` or `percent`", scalar, *hints)
        return Stacking.NONE
    stacking = _STACKING[scalar.text]
    if stacking is not Stacking.NONE and kind not in STACKABLE:
        message = f"a {kind} chart cannot be stacked"
        hint = "`stacked` goes with column, bar, line and area"
        fields.scope.report.error("wrong-value", message, scalar.span, hint)
        return Stacking.NONE
    return stacking


def _format(fields: Fields) -> str:
    """A number format without fault, or ""."""
    code = fields.scalar("format", "a number format")
    problem = check_format(code.text) if code is not None else None
    if code is None or problem is None:
        return code.text if code is not None else ""
    hint = 'formats are such as "0.0", "#,##0" or "0.0%"'
    fields.scope.report.error("bad-format", problem, code.span, hint)
    return ""


def _axes(fields: Fields, kind: ChartType) -> tuple[_Axis, _Axis]:
    """`axis: {x: …, y: …}`: x is the axis of the categories, whichever way it lies."""
    node = fields.node("axis")
    if node is None:
        return _Axis(), _Axis()
    if not isinstance(node, Mapping):
        fields.wrong("axis", "a mapping with `x` and `y`", node, "write `axis: {y: Sales}`")
        return _Axis(), _Axis()
    if kind in ROUND:
        fields.scope.report.error("wrong-value", f"a {kind} has no axes", node.span)
        return _Axis(), _Axis()
    own = Fields(node, fields.scope, "`axis`", ("x", "y"))
    return _axis(own, "x", bounded=kind is ChartType.SCATTER), _axis(own, "y", bounded=True)


def _axis(fields: Fields, key: str, *, bounded: bool) -> _Axis:
    """The title of an axis, or a mapping with `title`, `min` and `max`; categories have no ends to set."""
    node = fields.node(key)
    if not isinstance(node, Mapping):
        return _Axis(fields.text(key))
    own = Fields(node, fields.scope, f"`axis.{key}`", ("title", "min", "max"))
    ends = Bounds(_number(own, "min"), _number(own, "max"))
    if not bounded and ends != FREE:
        where = own.span_of("min" if "min" in own else "max")
        message = "this axis shows the names of categories: it has no `min` and `max`"
        fields.scope.report.error("wrong-value", message, where)
        ends = FREE
    elif ends.minimum is not None and ends.maximum is not None and ends.minimum >= ends.maximum:
        message = f"`max` must be larger than `min`, which is {ends.minimum:g}"
        fields.scope.report.error("wrong-value", message, own.span_of("max"))
        ends = FREE
    return _Axis(own.text("title"), ends)


def _number(fields: Fields, key: str) -> float | None:
    scalar = fields.scalar(key, "a number")
    if scalar is None:
        return None
    value = parse_number(scalar.text, fields.scope.lang)
    if value is None or abs(value) > LARGEST:
        fields.wrong(key, "a number", scalar)
        return None
    return value


def _titles(chart: Chart, looks: _Looks) -> tuple[Text, Text]:
    """The axes' titles: where the author gave none, what a chart would not say otherwise."""
    x, y = looks.x.title, looks.y.title
    if not y and len(chart.series) == 1 and not chart.round and chart.series[0].name:
        y = (Run(chart.series[0].name),)
    if not x and chart.type is ChartType.SCATTER and chart.corner:
        x = (Run(chart.corner),)
    return x, y


def _chart(choice: Choice, looks: _Looks, fields: Fields) -> Chart | None:
    """The chart with its numbers; None, with diagnostics, where it cannot be drawn."""
    numbers = Numbers(choice.table, fields.scope)
    categories, series = series_of(choice, numbers, scatter=looks.type is ChartType.SCATTER)
    chart = Chart(
        looks.type, series, categories, choice.table.columns[choice.x], looks.stacking, looks.x.bounds,
        looks.y.bounds, looks.labels, looks.format or typed_format(choice),
    )  # fmt: skip
    chart = replace(chart, emphasized=_emphasized(fields, chart))
    if numbers.wrong or not drawable(chart, choice, fields):
        return None
    return chart


def _emphasized(fields: Fields, chart: Chart) -> frozenset[str]:
    """The names under `emphasize`: of series, or of categories where there is one series."""
    node = fields.node("emphasize")
    if node is None:
        return frozenset()
    known = {series.name for series in chart.series} if not chart.round else set()
    if len(chart.series) == 1:
        known |= set(chart.categories)
    found = set()
    for entry in node.items if isinstance(node, List) else (node,):
        if not isinstance(entry, Scalar) or entry.absent:
            fields.wrong("emphasize", "the names of series", entry)
        elif entry.text in known:
            found.add(entry.text)
        elif not entry.misread:
            names = sorted(known)
            hints = did_you_mean(entry.text, names) or (f"there are {', '.join(names[:FEW])}",)
            message = f"the chart has no series `{entry.text[:60]}`"
            fields.scope.report.error("unknown-series", message, entry.span, *hints)
    return frozenset(found)
