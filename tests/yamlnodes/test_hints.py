"""Lines that YAML misreads → hints that show the same line written properly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.yamlnodes.loading import read


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("- **Gains** in the west", '- "**Gains** in the west"'),
        ("- *it*", '- "*it*"'),
        ("- [link](x) and more", '- "[link](x) and more"'),
        ("- [x] done", '- "[x] done"'),
        ("- `code` first", '- "`code` first"'),
        ("- @name", '- "@name"'),
        ("- % of", '- "% of"'),
        ("- > 90", '- "> 90"'),
        ("- | x", '- "| x"'),
        ("- & c.", '- "& c."'),
        ("- &c more", '- "&c more"'),
        ("- !important", '- "!important"'),
        ("- ? why", '- "? why"'),
        ('- "Quoted" then more', "- '\"Quoted\" then more'"),
        ("- 'Tis", '- "\'Tis"'),
        ("- Note: this: that", '- "Note: this: that"'),
        ("- title: Capacity: what is it?", '- title: "Capacity: what is it?"'),
        ("title: Capacity: what is it?", 'title: "Capacity: what is it?"'),
        ("text: {{ name }}", 'text: "{{ name }}"'),
        ("text: {{ name }} and", 'text: "{{ name }} and"'),
        ("- Ranked #1", '- "Ranked #1"'),
        ("- **Key**: value", '- "**Key**: value"'),
        ("a: [b, `c`]", 'a: [b, "`c`"]'),
        ('- "C:\\beta"', "'C:\\beta'"),
        ('- "C:\\users"', "'C:\\users'"),
        ("- Gains\n  - sub", "`Gains:`"),
    ],
)
def test_hints_show_the_line_as_it_should_be(tmp_path: Path, line: str, hint: str) -> None:
    _, found, _ = read(tmp_path, line)
    assert len(found) == 1
    assert hint in found[0].hints[0]
    if hint.startswith(("-", "title", "text", "a:")):
        node, after, _ = read(tmp_path, hint)
        assert not after
        assert node is not None


@pytest.mark.parametrize(
    "text",
    [
        "- \"*it*\"\n- '[x] done'",
        'text: |\n  **bold**: `code`\n  - @name # not a comment\n  \ttab\n  {{ x }} "\nb: c',
        "a: [b, 'c', \"d: e\", {f: g}]  # flow",
        "a:\n  b: &x [1]\n  c: *x",
        "a: {text: b, items: [c,\n    d]}",
        'a: "b\n  c # d\n  e"',
        "a: b#c\nd: e:f\ng: 10%\nh: a & b\ni: x*y\nj: -k\nl: ?m",
        "- - a\n  - b",
        "%YAML 1.1\n---\na: b\n...\n",
    ],
)
def test_proper_yaml_is_read_in_silence(tmp_path: Path, text: str) -> None:
    node, found, _ = read(tmp_path, text)
    assert not found
    assert node is not None
