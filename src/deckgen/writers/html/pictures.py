"""Placed pictures and QR codes → an `img` or `svg` that fills its box."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from deckgen.renditions import Renditions, pictures_in
from deckgen.scene import Crop, Picture, QrFigure, Scene
from deckgen.theme import ColorRef
from deckgen.writers.html.assets import data_uri
from deckgen.writers.html.inline import linked
from deckgen.writers.html.styles import Styles, number, px

BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
"""A transparent pixel: the source of an `img` whose picture a CSS rule paints."""


@dataclass(slots=True)
class Pictures:
    """The picture files of a scene; one that stands on several pages is carried once, by a rule."""

    renditions: Renditions
    uses: Counter[Path]
    _rules: dict[Path, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, scene: Scene, renditions: Renditions) -> Pictures:
        """Those of a scene, with how often each is placed."""
        return cls(renditions, Counter(pictures_in(scene)))

    def uri(self, path: Path) -> str:
        """A picture as a `data:` URI, upright and no larger than of use."""
        made = self.renditions.web(path)
        return data_uri(made.media_type, made.data)

    def rule(self, path: Path) -> str:
        """The class whose rule paints a picture as a background."""
        if path not in self._rules:
            self._rules[path] = (f"picture-{len(self._rules) + 1}", self.uri(path))
        return self._rules[path][0]

    def rules(self) -> list[tuple[str, str]]:
        """Classes and `data:` URIs of the pictures that rules paint."""
        return list(self._rules.values())

    def image(self, picture: Picture) -> Markup:
        """An `img` that fills its box, in its link."""
        shown = self.img(picture.image.path, picture.image.alt, picture.crop, picture.radius)
        return linked(picture.image.link, shown)

    def img(self, path: Path, alt: str, crop: Crop, radius: float = 0.0) -> Markup:
        """An `img` that fills its box with what `crop` leaves of a picture, its corners round."""
        left, top, right, bottom = crop
        position = f"{_percent(left, left + right)} {_percent(top, top + bottom)}"
        classes, rules = "", []
        if self.uses[path] > 1 or ((left or right) and (top or bottom)):
            classes, source = " " + self.rule(path), BLANK
            sides = number(100 / (1 - left - right)), number(100 / (1 - top - bottom))
            rules = [f"background-size:{sides[0]}% {sides[1]}%", f"background-position:{position}"]
        else:
            source = self.uri(path)
            rules = ["object-fit:cover", f"object-position:{position}"] if any(crop) else []
        rules += [f"border-radius:{px(radius)}"] if radius else []
        style = Markup(f' style="{";".join(rules)}"') if rules else ""
        return Markup('<img class="picture{}" src="{}" alt="{}"{}>').format(classes, source, alt, style)


def _percent(part: float, whole: float) -> str:
    return number(100 * part / whole if whole else 50) + "%"


def qr(figure: QrFigure, ink: ColorRef, paper: ColorRef, styles: Styles) -> Markup:
    """A code as a drawing, dark on light, in its link."""
    code = figure.code
    path = "".join("M" + "L".join(f"{x} {y}" for x, y in outline) + "z" for outline in code.outlines)
    svg = Markup(
        '<svg class="picture" viewBox="0 0 {0} {0}" role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<path fill="{2}" d="M0 0h{0}v{0}h-{0}z"/><path fill="{3}" d="{4}"/></svg>'
    ).format(code.size, figure.url, styles.color(paper), styles.color(ink), path)
    return linked(figure.url, svg)
