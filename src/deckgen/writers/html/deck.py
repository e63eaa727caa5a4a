"""A Scene → the bytes of a lecture.html: pages, rules, fonts, pictures and reveal.js in one file."""

from __future__ import annotations

import json
from math import ceil
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from deckgen.figures.math.design import STYLESHEET
from deckgen.model import plain
from deckgen.renditions import Output, Renditions, renditions_of
from deckgen.resources import templates
from deckgen.scene import Page, Scene
from deckgen.text.embed import fonts_of
from deckgen.theme import ColorRef
from deckgen.writers.html.assets import (
    data_uri,
    font_format,
    reveal,
    script_safe,
    scripts,
    style_safe,
)
from deckgen.writers.html.backdrops import Backdrops
from deckgen.writers.html.environment import html_environment, telling_of
from deckgen.writers.html.page import PageWriter
from deckgen.writers.html.pictures import Pictures
from deckgen.writers.html.players import Players
from deckgen.writers.html.styles import ANCHORS, ASCENT, DESCENT, SCRIPTS, Styles, px
from deckgen.writers.html.table import table_rules


def write(scene: Scene, renditions: Renditions | None = None) -> bytes:
    """The whole file in UTF-8.  The same scene gives the same bytes."""
    return output(scene, renditions or renditions_of(scene)).content


def output(scene: Scene, renditions: Renditions) -> Output:
    """The file, and the films beside it that are too large to be carried inside.

    Raises OSError where a picture or film can no longer be read, TemplateError where a template of the
    theme is wrong.
    """
    overrides = scene.theme.extras.folders
    with telling_of(overrides):
        return _output(scene, renditions, html_environment(templates() / "html", overrides))


def _output(scene: Scene, renditions: Renditions, environment: Environment) -> Output:
    pictures = Pictures.of(scene, renditions)
    backdrops = Backdrops.of(scene)
    writer = PageWriter(environment, Styles(scene.theme), pictures, Players(pictures), backdrops)
    sections = [writer.section(page, after) for page, after in followed(scene.pages)]
    html = environment.get_template("deck.html.j2").render(
        scene=scene,
        title=scene.title,
        author=", ".join(plain(author) for author in scene.deck.authors),
        rtl=from_the_right(scene),
        drawings=backdrops.definitions,
        sections=sections,
        css=Markup(style_safe(stylesheet(environment, scene, writer.styles, writer.pictures))),
        reveal_css=Markup(style_safe(reveal("reveal.css"))),
        scripts=[Markup(script) for script in scripts()],
        config=Markup(script_safe(json.dumps(config(scene)))),
    )
    return Output(html.encode("utf-8"), writer.players.beside, backdrops.undrawn)


def from_the_right(scene: Scene) -> bool:
    """Whether the deck goes on from right to left."""
    return bool(scene.pages and scene.pages[0].rtl)


def followed(pages: tuple[Page, ...]) -> list[tuple[Page, Page | None]]:
    """Each page and the next one that is not hidden."""
    after: Page | None = None
    pairs: list[tuple[Page, Page | None]] = []
    for page in reversed(pages):
        pairs.append((page, after))
        after = after if page.slide.hidden else page
    return pairs[::-1]


def stylesheet(environment: Environment, scene: Scene, styles: Styles, pictures: Pictures) -> str:
    """The rules of a deck, after its pages have said what they use."""
    width, height = scene.theme.page
    fonts = fonts_of(scene)
    rules = environment.get_template("deck.css.j2").render(
        width=px(width),
        height=px(height),
        page=f"{width:g}pt {height:g}pt",
        faces=[(face, *_face_source(face.data)) for face in fonts.faces],
        fonts=list(fonts.stacks.items()),
        rtl=from_the_right(scene),
        mono=scene.theme.fonts["mono"],
        on_light=scene.theme.hex(ColorRef("accent1"), inverse=scene.theme.dark),
        dark=scene.theme.dark,
        on_dark=scene.theme.hex(ColorRef("accent1"), inverse=not scene.theme.dark),
        marks={flag: styles.color(ref) for flag, ref in scene.theme.marks.items()},
        tokens=styles.tokens(),
        slots=styles.slots(),
        tables=table_rules(styles),
        looks=styles.looks(),
        pictures=pictures.rules(),
        math=STYLESHEET if any(face.own_metrics for face in fonts.faces) else "",
        ascent=ASCENT,
        descent=DESCENT,
        anchors=ANCHORS,
        scripts=SCRIPTS,
        colors=styles.colors(inverse=False),
        inverse=styles.colors(inverse=True),
        recolored=styles.recolored(),
    )
    return f"{rules}\n{scene.theme.extras.css}" if scene.theme.extras.css else rules


def _face_source(data: bytes) -> tuple[str, str]:
    media_type, css_format = font_format(data)
    return data_uri(media_type, data), css_format


def config(scene: Scene) -> dict[str, Any]:
    """reveal.js's settings: one page size, scaled by transform alone, places named in the address.

    The page is as many px wide and high as it is pt, in whole ones: no window is half a pixel wide.
    """
    width, height = scene.theme.page
    return {
        "width": ceil(width),
        "height": ceil(height),
        "margin": 0,
        "center": False,
        "minScale": 0.05,
        "maxScale": 10,
        "hash": True,
        "respondToHashChanges": True,
        "navigationMode": "linear",
        "rtl": from_the_right(scene),
        "progress": True,
        "controls": True,
        "controlsTutorial": False,
        "controlsLayout": "edges",
        "controlsBackArrows": "visible",
        "slideNumber": False,
        "overview": True,
        "help": True,
        "touch": True,
        "scrollActivationWidth": None,
        "pdfSeparateFragments": False,
        "transition": "none",
        "backgroundTransition": "none",
    }
