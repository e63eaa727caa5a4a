"""A theme's own templates: what they may do, and what is said of those that do more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.extras import Extras, TemplateError
from deckgen.scene import Scene
from deckgen.writers.html import write
from tests.writers.scenes import sample_scene


def overridden(folder: Path, template: str, name: str = "page.html.j2") -> Scene:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(template, encoding="utf-8")
    scene = sample_scene()
    return replace(scene, theme=replace(scene.theme, extras=Extras(".mine { color: red }", (folder,))))


def after(block: str) -> str:
    return f'{{% extends "deckgen/page.html.j2" %}}\n{{% block after %}}\n{block}\n{{% endblock %}}\n'


def test_a_block_of_ours_is_filled_and_rules_come_last(tmp_path: Path) -> None:
    html = write(overridden(tmp_path, after("<i>{{ page.title | upper }}</i>"))).decode()
    assert html.count("<i>") >= len(sample_scene().pages)
    assert html.index(".mine { color: red }") > html.index("@media print")


def test_a_template_of_a_block_stands_in_place_of_ours(tmp_path: Path) -> None:
    scene = overridden(tmp_path, '<div{{ box }} data-mine>{{ flow("h2") }}</div>', "blocks/title.html.j2")
    assert "data-mine" in write(scene).decode()


def test_what_a_template_writes_of_an_author_is_escaped(tmp_path: Path) -> None:
    scene = overridden(tmp_path, after("<i>{{ page.title }}</i>"))
    hostile = replace(scene.pages[0], title="<script>alert(1)</script>")
    assert "<i><script>" not in write(replace(scene, pages=(hostile, *scene.pages[1:]))).decode()


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("{{ page.slide.span.file.__class__ }}", 3),
        ("{{ ().__class__.__mro__[1].__subclasses__() }}", 3),
        ("{{ page.layout.slot('title') }}", 3),
        ("\n{{ missing }}", 4),
        ("{{ page.title * 100000000 }}", 3),
        ("{{ 'a' ** 9 }}", 3),
        ("{{ '{0.__class__}'.format(page) }}", 3),
        ("{% for i in range(9) %}{% endfor %}", 3),
        ("{% include '/etc/hostname' %}", 3),
        ("{% include '../secret' %}", 3),
        ("{{ 1 / 0 }}", 3),
        ("{% block x %}", 4),
        ("{{ page.title | nothing }}", 3),
    ],
)
def test_what_a_template_may_not_do_is_told_at_its_line(tmp_path: Path, block: str, line: int) -> None:
    with pytest.raises(TemplateError) as problem:
        write(overridden(tmp_path, after(block)))
    assert problem.value.path == tmp_path / "page.html.j2"
    assert problem.value.line == line
    assert str(problem.value)


def test_a_template_that_holds_itself_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="recursion"):
        write(overridden(tmp_path, after("{% include 'page.html.j2' %}")))
