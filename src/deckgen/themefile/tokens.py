"""Nodes of a theme or layout file → typed values; what is wrong with them → diagnostics."""

from __future__ import annotations

import re
from collections.abc import Sequence as Words
from dataclasses import dataclass

from deckgen.diagnostics import Report, did_you_mean
from deckgen.theme import COLOR_ROLES, ColorRef
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_HEX = re.compile(r"#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}")
_COLOR = re.compile(r"(?P<role>\w+)(?: (?P<way>lighter|darker) (?P<share>\d{1,3})%)?")
_NUMBER = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)")
_SECONDS = re.compile(r"(\d+(?:\.\d+)?)s?")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(%?)")

NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
"""What a style, a slot or a layout may be called: words of letters and digits, hyphens between."""

MOST = 10_000.0
"""No number of a theme is greater."""

LONGEST = 60
"""The seconds that a transition may take."""

_SIDES = (frozenset({"top", "height", "bottom"}), frozenset({"left", "width", "right", "columns"}))
"""What says of a place where it begins and ends, down and across the page."""

_ONE_OR_MORE = frozenset({"transition", "logo", "radius", "picture", "line"})
"""Keys that take a word alone, too, where a theme below has a mapping; in `fonts` and `tokens` all do."""


def merged(base: Mapping, over: Mapping, report: Report | None = None, group: str = "") -> Mapping:
    """`over` laid on `base`, mappings within mappings likewise; anything else replaces what it meets.

    Where `over` says by itself where a place begins and ends, it takes nothing of that from `base`.  With a
    `report`, what cannot stand in place of a mapping is told, and the mapping stays.  `group` is the key that
    both stand at.
    """
    given = {key.text for key, _ in over.entries}
    new = [side for side in _SIDES if len(side & given) > 1 or "columns" in side & given]
    gone = frozenset().union(*new)
    entries = {key.text: (key, value) for key, value in base.entries if key.text not in gone}
    for key, value in over.entries:
        below = entries.get(key.text)
        if below and isinstance(below[1], Mapping):
            if isinstance(value, Mapping):
                value = value if _replaces(value) else merged(below[1], value, report, key.text)
            elif report and not _stands_alone(key.text, value, group):
                Reader(report).wrong(value, key.text, "a mapping")
                continue
        entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), over.span)


def _stands_alone(key: str, value: Node, group: str) -> bool:
    """Whether a value can replace a mapping."""
    return isinstance(value, Scalar) and (key in _ONE_OR_MORE or group in {"fonts", "tokens"})


def _replaces(value: Mapping) -> bool:
    """Whether a mapping stands for itself: a font that is named anew takes nothing from the old one."""
    return value.get("name") is not None


def _bounds(least: float, most: float) -> str:
    """How a number's limits are said."""
    if most >= MOST:
        return "" if least <= -MOST else f" of {least:g} or more"
    return f" from {least:g} to {most:g}"


@dataclass(slots=True)
class Reader:
    """Reads fields of mappings; a missing field gives the default, a wrong one a diagnostic as well."""

    report: Report

    def known(self, node: Mapping, keys: Words[str]) -> None:
        """Report each key that is none of `keys`."""
        for key, _ in node.entries:
            if key.text not in keys:
                hints = did_you_mean(key.text, keys)
                self.report.error("unknown-token", f"`{key.text}` is not a key here", key.span, *hints)

    def mapping(self, node: Mapping | None, key: str, keys: Words[str] | None = None) -> Mapping | None:
        """The mapping at `key`, its own keys checked against `keys`."""
        value = node.get(key) if node else None
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self.wrong(value, key, "a mapping")
            return None
        if keys is not None:
            self.known(value, keys)
        return value

    def named(self, group: Mapping | None, what: str) -> list[tuple[Scalar, Mapping]]:
        """The entries of a group whose names are the author's own, each of them a mapping."""
        found = []
        for key, value in group.entries if group else ():
            if not NAME.fullmatch(key.text):
                wanted = "letters and digits, with hyphens between words"
                message = f"`{key.text[:40]}` cannot be the name of {what}: it takes {wanted}"
                self.report.error("theme-name", message, key.span)
            elif not isinstance(value, Mapping):
                self.report.error("theme-value", f"`{key.text}`, {what}, takes a mapping", value.span)
            else:
                found.append((key, value))
        return found

    def text(self, node: Mapping | None, key: str, default: str) -> str:
        """The characters at `key`."""
        value = node.get(key) if node else None
        if value is None:
            return default
        if not isinstance(value, Scalar):
            self.wrong(value, key, "a text")
            return default
        return value.text

    def number(
        self, node: Mapping | None, key: str, default: float, least: float = -MOST, most: float = MOST
    ) -> float:
        """The number at `key`, from `least` to `most`."""
        value = node.get(key) if node else None
        if value is None:
            return default
        match = _NUMBER.fullmatch(value.text) if isinstance(value, Scalar) else None
        if match and least <= float(match[0]) <= most:
            return float(match[0])
        self.wrong(value, key, f"a number{_bounds(least, most)}")
        return default

    def seconds(self, node: Mapping | None, key: str) -> float | None:
        """The duration at `key` in seconds, with or without its unit ("0.6s"); None where there is none."""
        value = node.get(key) if node else None
        if value is None:
            return None
        match = _SECONDS.fullmatch(value.text) if isinstance(value, Scalar) else None
        if match is None or float(match[1]) > LONGEST:
            self.wrong(value, key, f"a duration up to {LONGEST}s, such as 0.6s")
            return None
        return float(match[1])

    def flag(self, node: Mapping | None, key: str, default: bool) -> bool:
        """`true` or `false` at `key`."""
        return self.choice(node, key, ("true", "false"), "true" if default else "false") == "true"

    def choice(self, node: Mapping | None, key: str, words: Words[str], default: str) -> str:
        """One of `words` at `key`."""
        value = node.get(key) if node else None
        if value is None:
            return default
        if isinstance(value, Scalar) and value.text in words:
            return value.text
        self.wrong(value, key, "one of " + ", ".join(words))
        return default

    def hex(self, node: Mapping | None, key: str) -> str:
        """The colour "#RRGGBB" at `key` (also given as "#RGB")."""
        value = node.get(key) if node else None
        if isinstance(value, Scalar) and _HEX.fullmatch(value.text):
            digits = value.text[1:]
            return "#" + ("".join(d * 2 for d in digits) if len(digits) == 3 else digits).upper()
        if value is None:
            where = node.span if node else None
            self.report.error("theme-value", f"the theme has no colour `{key}`", where)
        else:
            self.wrong(value, key, 'a colour such as "#0B5CAB"')
        return "#000000"

    def color(self, node: Mapping | None, key: str, default: ColorRef) -> ColorRef:
        """A role, "accent1", perhaps tinted, "accent1 lighter 60%"."""
        value = node.get(key) if node else None
        return default if value is None else self.tint(value, key) or default

    def tint(self, value: Node, key: str) -> ColorRef | None:
        """The role, perhaps tinted, that a node names."""
        match = _COLOR.fullmatch(value.text) if isinstance(value, Scalar) else None
        if match is None or match["role"] not in COLOR_ROLES:
            role = value.text.split(" ")[0] if isinstance(value, Scalar) else ""
            wanted = "a colour role, perhaps `lighter 60%` or `darker 25%`"
            self.wrong(value, key, wanted, *did_you_mean(role, COLOR_ROLES))
            return None
        share = int(match["share"] or 0) / 100
        way = match["way"]
        return ColorRef(match["role"], share if way == "lighter" else 0.0, share if way == "darker" else 0.0)

    def lengths(self, node: Mapping, key: str, whole: Words[float], k: float) -> tuple[float, ...] | None:
        """A list of lengths at `key`: pt × `k`, or a share ("40%") of the entry of `whole` beside it."""
        value = node.get(key)
        if value is None:
            return None
        items = value.items if isinstance(value, Sequence) else (value,)
        found = [self._length(item, whole[i % len(whole)], k) for i, item in enumerate(items)]
        if len(items) != len(whole) or None in found:
            wanted = "a length in pt or %" if len(whole) == 1 else f"{len(whole)} lengths in pt or %"
            self.wrong(value, key, wanted)
            return None
        return tuple(n for n in found if n is not None)

    @staticmethod
    def _length(node: Node, whole: float, k: float) -> float | None:
        match = _LENGTH.fullmatch(node.text) if isinstance(node, Scalar) else None
        if match is None:
            return None
        return float(match[1]) / 100 * whole if match[2] else float(match[1]) * k

    def share(self, node: Mapping | None, key: str) -> float | None:
        """A share from 0 to 1 at `key`, also written as a percentage; None where there is none."""
        value = node.get(key) if node else None
        if value is None:
            return None
        share = self._length(value, 1.0, 1.0)
        if share is None or not 0 <= share <= 1:
            self.wrong(value, key, "a share such as 0.4 or 40%")
            return None
        return share

    def wrong(self, node: Node, key: str, wanted: str, *hints: str) -> None:
        """Report what `key` takes instead of what it has."""
        if not (isinstance(node, Scalar) and node.misread):
            self.report.error("theme-value", f"`{key}` takes {wanted}", node.span, *hints)
