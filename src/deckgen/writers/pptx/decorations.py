"""What layouts draw behind their pages → shapes, pictures and words of a layout's or a slide's shape tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from deckgen.decorations import Decoration, Emblem, Shape, Words
from deckgen.scene import UNCUT
from deckgen.theme import Theme
from deckgen.writers.pptx import styles
from deckgen.writers.pptx.context import DECORATIVE, plain_shape, transform
from deckgen.writers.pptx.geometry import geometry, shape_look
from deckgen.writers.pptx.markup import escape, quoted
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import Relationships
from deckgen.writers.pptx.pictures import RECTANGLE, drawing_blip
from deckgen.writers.pptx.text import text_box_properties


@dataclass(frozen=True, slots=True)
class Decorator:
    """Draws the decorations of one part, a layout or a slide, whose `relationships` lead to its pictures.

    `attributes` go into each `p:nvPr`; `inverse` says which file of two is shown.
    """

    theme: Theme
    media: Media
    relationships: Relationships
    inverse: bool
    attributes: str = ""

    def draw(self, id: int, drawn: Decoration) -> str:
        """One decoration, which screen readers pass over."""
        match drawn.content:
            case Shape() as shape:
                look = shape_look(shape, drawn.box)
                return plain_shape(id, drawn.name, transform(drawn.box, shape.flip) + look, self.attributes)
            case Emblem() as emblem:
                return self._picture(id, drawn, emblem)
            case Words() as words:
                return self._words(id, drawn, words)
            case _:
                assert_never(drawn.content)

    def _named(self, id: int, drawn: Decoration) -> str:
        return f'<p:cNvPr id="{id}" name="{quoted(drawn.name)}">{DECORATIVE}</p:cNvPr>'

    def _picture(self, id: int, drawn: Decoration, emblem: Emblem) -> str:
        fill = drawing_blip(emblem.on(self.inverse), UNCUT, self.media, self.relationships)
        return (
            f"<p:pic><p:nvPicPr>{self._named(id, drawn)}<p:cNvPicPr>"
            f'<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr{self.attributes}/></p:nvPicPr>'
            f"<p:blipFill>{fill}</p:blipFill><p:spPr>{transform(drawn.box)}{RECTANGLE}</p:spPr></p:pic>"
        )

    def _words(self, id: int, drawn: Decoration, words: Words) -> str:
        look = styles.levels(self.theme.styles[words.style], None, self.theme.fonts, 1)
        run = f'<a:r><a:rPr lang="en"/><a:t>{escape(words.text)}</a:t></a:r>'
        return (
            f'<p:sp><p:nvSpPr>{self._named(id, drawn)}<p:cNvSpPr txBox="1"/><p:nvPr{self.attributes}/>'
            f"</p:nvSpPr><p:spPr>{transform(drawn.box)}{geometry('rect')}<a:noFill/></p:spPr><p:txBody>"
            f"{text_box_properties(words.anchor)}<a:lstStyle>{look}</a:lstStyle><a:p>{run}</a:p>"
            f"</p:txBody></p:sp>"
        )
