"""A Page → its `section`: what is placed, in reading order, by the templates of its blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import assert_never

from jinja2 import Environment
from markupsafe import Markup

from deckgen.color import Hex
from deckgen.model import SlideKind
from deckgen.scene import (
    ChartFigure,
    Connector,
    FormulaFigure,
    Group,
    Media,
    Page,
    Part,
    Picture,
    Placed,
    PlacedText,
    QrFigure,
    Shape,
    Table,
)
from deckgen.slots import Box
from deckgen.theme import ColorRef
from deckgen.writers.html.backdrops import Backdrops
from deckgen.writers.html.builds import Fragments
from deckgen.writers.html.chart import chart_parts
from deckgen.writers.html.code import code_lines
from deckgen.writers.html.decorations import decoration
from deckgen.writers.html.flow import Language, flow, shared_language
from deckgen.writers.html.formulas import figure as formula_figure
from deckgen.writers.html.frames import framed, standing
from deckgen.writers.html.notes import notes
from deckgen.writers.html.parts import FIGURES, LISTED, TEMPLATES
from deckgen.writers.html.pictures import Pictures, qr
from deckgen.writers.html.players import Players
from deckgen.writers.html.styles import Styles, css_name, number, place
from deckgen.writers.html.table import TableMarkup, is_rtl_table, joined_tables
from deckgen.writers.html.transitions import page_rules, transition_attributes


@dataclass(slots=True)
class PageWriter:
    """Writes the pages of one scene; the others collect what they use."""

    environment: Environment
    styles: Styles
    pictures: Pictures
    players: Players
    backdrops: Backdrops
    _ids: set[str] = field(default_factory=set)
    _fragments: Fragments = field(default_factory=Fragments)

    def section(self, page: Page, following: Page | None = None) -> Markup:
        """The whole page; `following` is the next one that is not hidden."""
        self._fragments = Fragments.of(page.clicks)
        around = Language(page.lang, page.rtl)
        own, fill = self._fills(page)
        return Markup(
            self.environment.get_template("page.html.j2").render(
                page=page,
                layout=self.styles.layout(page.layout),
                rules=page_rules(page, following, own),
                transition=Markup(transition_attributes(page, following)),
                letterbox=fill,
                backdrop=self._backdrop(page),
                template=self.backdrops.behind(page),
                decorations=self._decorations(page),
                blocks=self._blocks(page, page.placed, around),
                notes=notes(page.slide.notes) if page.part[0] == 1 else [],
            )
        )

    def _decorations(self, page: Page) -> list[Markup]:
        return [decoration(one, page.inverse, self.styles, self.pictures) for one in page.layout.decorations]

    def _fills(self, page: Page) -> tuple[str | None, Hex]:
        """The fill that the slide itself asks for, in CSS, and the colour that the page has."""
        background = page.background
        if background is not None and background.color is not None:
            return background.color, background.color
        if background is not None and background.role is not None:
            ref = ColorRef(background.role)
            return self.styles.color(ref), self.styles.on(page.layout, ref, page.inverse)
        ground = page.layout.fill or ColorRef("background")
        return None, self.styles.on(page.layout, ground, page.inverse)

    def _backdrop(self, page: Page) -> Markup:
        """A picture behind the slide, under the veil that dims it."""
        background = page.background
        if background is None or background.inverse:
            background = page.layout.picture
        if background is None or background.image is None:
            return Markup("")
        name = self.pictures.rule(background.image)
        veil = Markup('<div style="background:rgb(0 0 0/{})"></div>').format(number(background.dim))
        return Markup('<div class="backdrop {}" aria-hidden="true">{}</div>').format(
            name, veil if background.dim else ""
        )

    def _blocks(self, page: Page, placed: tuple[Placed, ...], around: Language) -> list[Markup]:
        """All blocks in reading order; a caption is written where its figure stands."""
        captions: dict[int, Placed] = {}
        placed = joined_tables(placed)
        for item in placed:
            for owner in placed:
                if owner.part in FIGURES.get(item.part, ()) and _share_block(owner, item):
                    captions[id(owner)] = item
        inside = {id(caption) for caption in captions.values()}
        return [
            self._block(page, item, around, captions.get(id(item)))
            for item in placed
            if id(item) not in inside
        ]

    def _block(
        self, page: Page, item: Placed, around: Language,
        caption: Placed | None = None, inside: bool = False,
    ) -> Markup:  # fmt: skip
        template = self.environment.get_template(f"blocks/{TEMPLATES[item.part]}.html.j2")
        render = partial(
            template.render,
            caption=self._block(page, caption, around, inside=True) if caption else None,
            tag="figcaption" if inside else "div",
            opening=page.slide.kind is SlideKind.OPENING,
        )
        match item.content:
            case PlacedText() as text:
                return self._text(page, item, text, render, around)
            case Picture() as picture:
                return Markup(render(box=self._box(page, item), image=self.pictures.image(picture)))
            case Shape():
                return self._fragments.around(item.name, Markup(render(box=self._box(page, item))))
            case Group() if item.part is Part.TABLE:
                return self._table(page, item, render, around)
            case Group() as group if item.part is Part.DIAGRAM:
                return self._diagram(page, item, group, render, around)
            case Group() as group:
                return self._group(page, item, group, render, around)
            case Table():
                return self._table(page, item, render, around)
            case FormulaFigure() as formula:
                return Markup(render(box=self._box(page, item), formula=formula_figure(formula)))
            case ChartFigure() as chart:
                clicks = self._fragments.parts_of(item.name)
                parts = chart_parts(chart, self.styles, page.inverse, clicks)
                return Markup(render(box=self._box(page, item), **parts))
            case Connector():
                raise TypeError("an edge stands in a diagram")
            case Media() as media:
                return Markup(render(box=self._box(page, item), image=self._player(page, item.box, media)))
            case QrFigure() as figure:
                ink, paper = self.styles.theme.ink_and_paper(page.inverse)
                code = qr(figure, ink, paper, self.styles)
                return Markup(render(box=self._box(page, item), image=code))
            case _:
                assert_never(item.content)

    def _text(
        self, page: Page, item: Placed, text: PlacedText, render: Callable[..., str], around: Language
    ) -> Markup:
        own = shared_language(text.paragraphs, around)
        box = self._box(page, item, around.attributes(own.lang, own.rtl))
        if item.part is Part.CODE:
            return Markup(render(box=box, flow=partial(code_lines, text, self.styles, own)))
        clicks = self._fragments.parts_of(item.name)
        return Markup(render(box=box, flow=partial(flow, text, self.styles, own, clicks=clicks)))

    def _group(
        self, page: Page, item: Placed, group: Group, render: Callable[..., str], around: Language
    ) -> Markup:
        """Things that belong together; of an enumeration, its items as those of a list."""
        events = [child for child in group.children if child.part in LISTED]
        others = tuple(child for child in group.children if child.part not in LISTED)
        inner = render(
            events=[self._block(page, event, around) for event in events],
            blocks=self._blocks(page, others, around),
        )
        return self._fragments.around(item.name, Markup(inner), group=True)

    def _diagram(
        self, page: Page, item: Placed, group: Group, render: Callable[..., str], around: Language
    ) -> Markup:
        """Shapes and edges as one drawing, and over it the words as text."""
        from deckgen.writers.html.diagrams import described, drawing, words

        over = [self._block(page, child, around) for child in words(group)]
        box = Markup(f'{self._id(item)} class="slot" style="{place(item.box)}"') + described(item)
        inner = render(box=box, drawing=drawing(item, group, self.styles), blocks=over)
        return self._fragments.around(item.name, Markup(inner), group=True)

    def _table(self, page: Page, item: Placed, render: Callable[..., str], around: Language) -> Markup:
        own = replace(around, rtl=is_rtl_table(item))
        box = self._box(page, item, around.attributes(own.lang, own.rtl))
        table = TableMarkup(self.styles, self._fragments.comes).of(item, own)
        return Markup(render(box=box, table=table))

    def _box(self, page: Page, item: Placed, language: str = "") -> Markup:
        """The attributes of a placed element: its slot's class, and what differs from the slot."""
        slot = page.layout.slot(item.slot) if item.slot else None
        classes, rules = ["slot"], []
        if slot is not None:
            classes.append(f"slot-{css_name(slot.name)}")
        if slot is None or slot.box != item.box:
            rules.append(place(item.box))
        match item.content:
            case PlacedText(anchor=anchor, inset_end=inset, frame=frame):
                rules += framed(frame, item.box, self.styles) if frame else []
                if anchor != (slot.anchor if slot else "top"):
                    classes.append(f"anchor-{anchor}")
                if inset:
                    rules.append(f"padding-inline-end:{number(inset)}px")
            case Shape() as shape:
                rules += standing(shape, item.box, self.styles)
            case FormulaFigure(color=color):
                classes.append("anchor-middle")
                rules.append(f"color:{self.styles.color(color)}")
            case _:
                pass
        fragment, index = self._fragments.marks(item.name)
        classes += [fragment] if fragment else []
        style = f' style="{";".join(rules)}"' if rules else ""
        key = Markup(' data-id="{}"').format(item.key) if item.key else ""
        return Markup(f'{self._id(item)}{key} class="{" ".join(classes)}"{style}{index}{language}')

    def _player(self, page: Page, box: Box, media: Media) -> Markup:
        ground, sign = (
            self.styles.on(page.layout, ColorRef(role), page.inverse) for role in ("surface", "muted")
        )
        return self.players.player(media, box, (ground, sign))

    def _id(self, item: Placed) -> Markup:
        """The id that the author gave to a block, where the block begins."""
        for block in item.blocks:
            if block.id and block.id not in self._ids:
                self._ids.add(block.id)
                return Markup(' id="{}"').format(block.id)
        return Markup("")


def _share_block(a: Placed, b: Placed) -> bool:
    """Whether two things show the same block or, of one that is placed in parts, the same part."""
    return a.unit == b.unit and any(one is other for one in a.blocks for other in b.blocks)
