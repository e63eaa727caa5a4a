"""Placed text → `p:txBody`: paragraphs and runs that say only what their levels do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from deckgen.model import Baseline, Role, Run, characters
from deckgen.scene import PlacedFormula, PlacedParagraph, PlacedText
from deckgen.text.lines import Extents
from deckgen.theme import (
    SMALL_SIZE,
    SUB_SHIFT,
    SUPER_SHIFT,
    ColorRef,
    Font,
    FontRole,
    LevelStyle,
    TextStyle,
    TokenStyle,
)
from deckgen.writers.pptx import formulas, styles
from deckgen.writers.pptx.colors import scheme_color, solid
from deckgen.writers.pptx.markup import emu, escape, hundredths, quoted, share
from deckgen.writers.pptx.numbering import Numbering
from deckgen.writers.pptx.paragraphs import paragraph_properties

ACCENT, MUTED, LINK = ColorRef("accent1"), ColorRef("muted"), ColorRef("link")
WORDS = {Role.ACCENT: ACCENT, Role.MUTED: MUTED}
OWN_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr val="tx" '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"/></a:ext></a:extLst>'
)
"""Says of a link that it has the colour of its run (MS-ODRAWXML, `hlinkClr`)."""

PAGE_NUMBER_ID = "{6E1A4D0C-52B7-4C8E-9F3A-0B7D2C915E48}"
"""Any GUID will do for a field; one for all keeps builds alike."""

ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}


Claims = Callable[[LevelStyle], Extents]
"""What the font of a look claims of a line, in em."""


class Links(Protocol):
    """Turns an address, or `#` and a slide's id, into the attributes of `a:hlinkClick`."""

    def attributes(self, href: str) -> str:
        """Attributes with a leading space, or "" where there is nothing to link to."""
        ...


class TextWriter:
    """Writes the text of one deck.

    Most paragraphs and runs of a deck are formatted alike, so what they say of it is made once; looks
    and styles are told apart by identity, since the scene keeps them alive and shares them.  With
    `own_links`, links have the colour that their runs say, not the one that the colour map gives them;
    `words` are the colours of words with a role, `link` that of links.
    """

    def __init__(
        self,
        fonts: dict[FontRole, Font],
        mark: ColorRef,
        tokens: dict[str, TokenStyle] | None = None,
        own_links: bool = False,
        words: Mapping[Role, ColorRef] = WORDS,
        link: ColorRef = LINK,
    ) -> None:
        self.fonts, self._tokens, self._words = fonts, tokens or {}, words
        self._own_links, self._link = own_links or link != LINK, link
        self._highlight = f"<a:highlight>{scheme_color(mark)}</a:highlight>"
        self._paragraphs: dict[tuple[object, ...], str] = {}
        self._runs: dict[tuple[object, ...], tuple[str, str]] = {}
        self._lists: dict[tuple[int, int, int], str] = {}

    def body(
        self,
        text: PlacedText,
        base: TextStyle | None,
        properties: str,
        links: Links,
        *,
        gaps: Claims | None = None,
        rtl: bool = False,
    ) -> str:
        """`p:txBody`; `base` is the style that the placeholder inherits, None for a text box.

        With `gaps` there is room for its formulas, which are drawn over it.  `rtl`: its paragraphs run from
        right to left unless they say otherwise.
        """
        depth = max((p.level for p in text.paragraphs), default=0) + 1
        numbering = Numbering()
        made = "".join(self._paragraph(p, text, numbering, links, gaps, rtl) for p in text.paragraphs)
        style = self._list_style(text.style, base, depth)
        return f"<p:txBody>{properties}{style}{made or '<a:p/>'}</p:txBody>"

    def cell(self, text: PlacedText, base: TextStyle, links: Links, *, gaps: Claims | None = None) -> str:
        """The paragraphs of a table's cell, against the style that it has from its table."""
        own = replace(text, style=base)
        return "".join(self._paragraph(p, own, Numbering(), links, gaps) for p in own.paragraphs)

    def _list_style(self, style: TextStyle, base: TextStyle | None, depth: int) -> str:
        if style is base:
            return "<a:lstStyle/>"
        key = (id(style), id(base), depth)
        if key not in self._lists:
            self._lists[key] = styles.list_style(style, base, self.fonts, depth)
        return self._lists[key]

    def _paragraph(
        self,
        p: PlacedParagraph,
        text: PlacedText,
        numbering: Numbering,
        links: Links,
        gaps: Claims | None = None,
        rtl: bool = False,
    ) -> str:
        base = text.style.level(p.level)
        properties = self._paragraph_properties(p, base, numbering.start_at(p), rtl)
        runs = self._field(p, base, links) if text.field else self._runs_of(p, p.text, base, links, gaps)
        end = "" if runs else self._run(Run(""), p, base, links).replace("a:rPr", "a:endParaRPr")
        return f"<a:p>{properties}{runs}{end}</a:p>"

    def _paragraph_properties(self, p: PlacedParagraph, base: LevelStyle, start_at: int, rtl: bool) -> str:
        key = (id(p.look), id(base), p.level, p.rtl, type(p.marker), start_at, rtl)
        made = self._paragraphs.get(key)
        if made is None:
            made = self._paragraphs[key] = paragraph_properties(p, base, start_at, rtl)
        return made

    def _field(self, p: PlacedParagraph, base: LevelStyle, links: Links) -> str:
        """A page number that PowerPoint keeps: the leading digits are the field, the rest is text."""
        first, *others = p.text or (Run(""),)
        rest = first.text.lstrip("0123456789")
        number = first.text[: len(first.text) - len(rest)]
        shown = self._run(first, p, base, links)
        field = f'<a:fld id="{PAGE_NUMBER_ID}" type="slidenum">{shown}<a:t>{number}</a:t></a:fld>'
        after = (replace(first, text=rest), *others) if rest else tuple(others)
        return field + self._runs_of(p, after, base, links)

    def _runs_of(
        self,
        p: PlacedParagraph,
        runs: tuple[Run, ...],
        base: LevelStyle,
        links: Links,
        gaps: Claims | None = None,
    ) -> str:
        made = []
        waiting = iter(p.formulas)
        for run in cut_links(runs, p.lines):
            if run.formula and (placed := next(waiting, None)):
                made.append(self._gap(run, p, base, placed, gaps) if gaps else self._formula(run, p, base))
                continue
            if run.formula:  # in notes, which hold nothing but words
                run = replace(run, text=run.formula.text, formula=None)
            properties = self._run(run, p, base, links)
            for n, words in enumerate(run.text.replace("\r\n", "\n").split("\n")):
                if n:
                    made.append(f"<a:br>{properties}</a:br>")
                if words or not run.text:  # an empty run stays a run
                    made.append(f"<a:r>{properties}<a:t>{escape(words)}</a:t></a:r>")
        return "".join(made)

    def _formula(self, run: Run, p: PlacedParagraph, base: LevelStyle) -> str:
        """A formula among the runs."""
        shown = run_look(run, p.look, {}, self._words)
        color = self._link if run.href else shown.color
        attributes = f' lang="{quoted(run.lang or p.lang)}"'
        attributes += f' sz="{hundredths(shown.size)}"' if shown.size != base.size else ""
        return formulas.in_line(run, attributes, solid(color) if color != base.color else "")

    def _gap(
        self, run: Run, p: PlacedParagraph, base: LevelStyle, placed: PlacedFormula, claims: Claims
    ) -> str:
        """The gap that a formula's picture fills."""
        lang = f' lang="{quoted(run.lang or p.lang)}"'
        made = "".join(
            f"<a:r><a:rPr{lang}{attributes}/><a:t>{text}</a:t></a:r>"
            for attributes, text in formulas.gap(placed, p.look, claims(p.look))
        )
        end = next((end for end in p.lines if end > placed.at), 0)
        if characters(p.text)[placed.at + 1 : end].strip():
            return made
        # LibreOffice leaves the distance after a line's last character out of the line's width.
        held = self._run_parts(Run(""), replace(p.look, tracking=0.0), base, p.lang)
        return f"{made}<a:r><a:rPr{held[0]}>{held[1]}</a:rPr><a:t>{formulas.JOINER}</a:t></a:r>"

    def _run(self, run: Run, p: PlacedParagraph, base: LevelStyle, links: Links) -> str:
        """`a:rPr` of a run."""
        lang = run.lang or p.lang
        key = (
            id(p.look), id(base), run.bold, run.italic, run.code, run.struck, run.marked,
            run.baseline, run.roles, run.token, lang, bool(run.href),
        )  # fmt: skip
        made = self._runs.get(key)
        if made is None:
            made = self._runs[key] = self._run_parts(run, p.look, base, lang)
        attributes, inner = made
        link = links.attributes(run.href) if run.href else ""
        if link:
            colored = OWN_COLOR if self._own_links else ""
            inner += f"<a:hlinkClick{link}>{colored}</a:hlinkClick>" if colored else f"<a:hlinkClick{link}/>"
        return f"<a:rPr{attributes}>{inner}</a:rPr>" if inner else f"<a:rPr{attributes}/>"

    def _run_parts(self, run: Run, look: LevelStyle, base: LevelStyle, lang: str) -> tuple[str, str]:
        """Attributes and children, but for a link; these in the order of CT_TextCharacterProperties."""
        shown = run_look(run, look, self._tokens, self._words)
        attributes = f' lang="{quoted(lang)}"' + styles.run_attributes(shown, base)
        if shown.font == "mono":  # a program has no spelling to check
            attributes += ' noProof="1"'
        if run.struck:
            attributes += ' strike="sngStrike"'
        if run.baseline is not Baseline.NORMAL:
            shift = SUB_SHIFT if run.baseline is Baseline.SUB else SUPER_SHIFT
            attributes += f' baseline="{share(shift)}"'
        if run.href and self._own_links:
            shown = replace(shown, color=self._link)
        inner = solid(shown.color) if shown.color != base.color else ""
        inner += self._highlight if run.marked else ""
        inner += styles.font(shown.font, self.fonts) if shown.font != base.font else ""
        return attributes, inner


def cut_links(runs: tuple[Run, ...], lines: tuple[int, ...]) -> Iterator[Run]:
    """The runs, links that take several lines cut where these end.

    LibreOffice sets a link as one field: broken by itself, its lines stand too close and break elsewhere.
    """
    at = 0
    for run in runs:
        end = at + len(run.text)
        cuts = [line for line in lines if at < line < end] if run.href else []
        for start, stop in pairwise([at, *cuts, end]):
            yield replace(run, text=run.text[start - at : stop - at]) if cuts else run
        at = end


def run_look(
    run: Run, look: LevelStyle, tokens: dict[str, TokenStyle], words: Mapping[Role, ColorRef] = WORDS
) -> LevelStyle:
    """How a run looks in a paragraph that looks like `look`; `tokens` colour code, `words` roles."""
    color = next((color for role, color in words.items() if role in run.roles), look.color)
    color = tokens[run.token].color if run.token in tokens else color
    return replace(
        look,
        bold=look.bold or run.bold,
        italic=look.italic or run.italic,
        font="mono" if run.code else look.font,
        size=look.size * SMALL_SIZE if Role.SMALL in run.roles else look.size,
        color=color,
        caps=look.caps and not run.code,
    )


def body_properties(text: PlacedText, rtl: bool) -> str:
    """`a:bodyPr` of a text in a box or a shape of its own."""
    left, top, right, bottom = text.frame.padding if text.frame else (0.0, 0.0, 0.0, 0.0)
    left, right = (left + text.inset_end, right) if rtl else (left, right + text.inset_end)
    return text_box_properties(text.anchor, (left, top, right, bottom))


def text_box_properties(
    anchor: str, padding: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
) -> str:
    """`a:bodyPr` with `padding` (pt: left, top, right, bottom), at its own size whatever stands in it."""
    insets = zip(("lIns", "tIns", "rIns", "bIns"), padding, strict=True)
    sides = "".join(f' {side}="{emu(inset)}"' for side, inset in insets)
    attributes = f'{sides} rtlCol="0" anchor="{ANCHORS[anchor]}"'
    return f'<a:bodyPr wrap="square"{attributes}><a:noAutofit/></a:bodyPr>'
