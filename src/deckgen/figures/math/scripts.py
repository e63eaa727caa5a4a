"""Bases with scripts, limits and accents → boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.figures.math.boxes import Box
from deckgen.figures.math.design import (
    ACCENT_GAP,
    ACCENTS,
    ARROW_PADDING,
    DRAWN_OUT,
    SHORTEST_ARROW,
    STRETCHED,
)
from deckgen.figures.math.letters import styled
from deckgen.figures.math.stretch import level
from deckgen.figures.math.tree import Accent, Arrow, Atom, Node, Row, Scripts

if TYPE_CHECKING:
    from deckgen.figures.math.typeset import Setter


def scripts(setter: Setter, node: Scripts) -> Box:
    """MathML Core, 3.4.1 (scripts at the corners) and 3.4.2 (limits)."""
    base = setter.node(node.base)
    sub = setter.smaller.cramp.node(node.sub) if node.sub is not None else None
    sup = setter.smaller.node(node.sup) if node.sup is not None else None
    if prime_count(node) and not node.limits:
        sup = prime_box(setter, node, base)
    if node.limits:
        return limits(setter, base, sub, sup, _is_large(setter, node.base))
    return _corners(setter, base, sub, sup, before=node.before)


def _raise(setter: Setter) -> str:
    """The constant by which superscripts are raised at least."""
    return "SUPERSCRIPT_SHIFT_UP_CRAMPED" if setter.cramped else "SUPERSCRIPT_SHIFT_UP"


def prime_count(node: Scripts) -> int:
    """How many primes the superscript is made of; 0 where it is anything else."""
    marks = node.sup.items if isinstance(node.sup, Row) else (node.sup,)
    return len(marks) if all(isinstance(mark, Atom) and mark.text == "′" for mark in marks) else 0


def prime_rise(setter: Setter, base: Box) -> float:
    """How far a script that neither rises nor falls much is raised over a base."""
    return max(
        setter.constant(_raise(setter)),
        base.ascent - setter.constant("SUPERSCRIPT_BASELINE_DROP_MAX"),
    )


def prime_box(setter: Setter, node: Scripts, base: Box) -> Box:
    """Primes: the font has them at full size, and where they belong over the line."""
    drawn = setter.text("′" * prime_count(node))
    rise = prime_rise(setter, base)
    return Box(drawn.width, max(drawn.ascent - rise, 0.0), 0.0, drawn.at(0.0, -rise))


def _is_large(setter: Setter, base: Node) -> bool:
    return isinstance(base, Atom) and base.large and setter.display


def _corners(setter: Setter, base: Box, sub: Box | None, sup: Box | None, *, before: bool) -> Box:
    down, up = _shifts(setter, base, sub, sup)
    after = setter.constant("SPACE_AFTER_SCRIPT")
    widths = [(sub.width - (0 if before else base.lean) if sub else 0.0), sup.width if sup else 0.0]
    room = max(widths) + after
    marks = list(base.at(room if before else 0.0))
    for script, shift, lean in ((sub, -down, base.lean), (sup, up, 0.0)):
        if script is not None:
            x = room - after - script.width if before else base.width - lean
            marks += script.at(max(x, 0.0), shift)
    ascents = [base.ascent, *([up + sup.ascent] if sup else []), *([sub.ascent - down] if sub else [])]
    descents = [base.descent, *([down + sub.descent] if sub else []), *([sup.descent - up] if sup else [])]
    return Box(base.width + room, max(ascents), max(descents), tuple(marks))


def _shifts(setter: Setter, base: Box, sub: Box | None, sup: Box | None) -> tuple[float, float]:
    """How far a subscript is lowered and a superscript raised."""
    get = setter.constant
    down = up = 0.0
    if sub is not None:
        down = max(
            get("SUBSCRIPT_SHIFT_DOWN"),
            sub.ascent - get("SUBSCRIPT_TOP_MAX"),
            base.descent + get("SUBSCRIPT_BASELINE_DROP_MIN"),
        )
    if sup is not None:
        up = max(
            get(_raise(setter)),
            sup.descent + get("SUPERSCRIPT_BOTTOM_MIN"),
            base.ascent - get("SUPERSCRIPT_BASELINE_DROP_MAX"),
        )
    if sub is not None and sup is not None:
        gap = up - sup.descent - (sub.ascent - down)
        missing = get("SUB_SUPERSCRIPT_GAP_MIN") - gap
        if missing > 0:
            lift = max(0.0, get("SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT") - (up - sup.descent))
            raised = min(missing, lift)
            up += raised
            down += missing - raised
    return down, up


def limits(setter: Setter, base: Box, sub: Box | None, sup: Box | None, large: bool) -> Box:
    get = setter.constant
    ascent, descent = base.ascent, base.descent
    width = max(box.width for box in (base, sub, sup) if box is not None)
    lean = base.lean / 2
    placed = [(base, 0.0, 0.0)]
    if sup is not None:
        gap = get("UPPER_LIMIT_GAP_MIN") if large else get("OVERBAR_VERTICAL_GAP")
        rise = gap + sup.descent
        rise = max(rise, get("UPPER_LIMIT_BASELINE_RISE_MIN")) if large else rise
        shift = base.ascent + rise
        extra = 0.0 if large else get("OVERBAR_EXTRA_ASCENDER")
        ascent = shift + sup.ascent + extra
        placed.append((sup, lean, shift))
    if sub is not None:
        gap = get("LOWER_LIMIT_GAP_MIN") if large else get("UNDERBAR_VERTICAL_GAP")
        fall = gap + sub.ascent
        fall = max(fall, get("LOWER_LIMIT_BASELINE_DROP_MIN")) if large else fall
        shift = base.descent + fall
        extra = 0.0 if large else get("UNDERBAR_EXTRA_DESCENDER")
        descent = shift + sub.descent + extra
        placed.append((sub, -lean, -shift))
    marks = tuple(m for box, dx, y in placed for m in box.at((width - box.width) / 2 + dx, y))
    return Box(width, ascent, descent, marks)


def accent(setter: Setter, node: Accent) -> Box:
    """A mark over or under a body; one that keeps its width stands over the middle of the letter's top."""
    body = (setter if node.stretches else setter.cramp).node(node.body)
    if node.stretches:
        mark = stretched(setter, node, body.width)
        whole = limits(setter, body, mark if node.under else None, None if node.under else mark, False)
        if node.mark not in DRAWN_OUT:
            return whole
        return Box(body.width, whole.ascent, whole.descent, whole.at((body.width - whole.width) / 2))
    mark = accent_mark(setter, node)
    get = setter.constant
    rise = max(body.ascent, get("ACCENT_BASE_HEIGHT")) + ACCENT_GAP * setter.size + mark.descent
    x = (body.width - mark.width) / 2
    width = max(body.width, mark.width)
    marks = (*body.at(max(-x, 0.0)), *mark.at(max(x, 0.0) + skew(setter, node.body), rise))
    return Box(width, rise + mark.ascent + get("OVERBAR_EXTRA_ASCENDER"), body.descent, marks)


def accent_mark(setter: Setter, node: Accent) -> Box:
    """The glyph of an accent that keeps its width, in a box as wide as its ink or its advance."""
    glyph = setter.font.shaped(ACCENTS.get(node.mark, node.mark))[0]
    box = setter.text(ACCENTS.get(node.mark, node.mark))
    if glyph.advance:
        return box
    width = -glyph.left * setter.size
    return Box(width, box.ascent, box.descent, box.at(width))


def skew(setter: Setter, body: Node) -> float:
    """How far the top of a slanted letter lies right of its middle."""
    if not isinstance(body, Atom) or len(body.text) != 1:
        return 0.0
    glyph = setter.font.shaped(styled(body.text, body.variant))[0]
    return setter.font.top_accent(glyph.id) * setter.size - glyph.advance * setter.size / 2


def stretched(setter: Setter, node: Accent, width: float) -> Box:
    """A brace, bar, hat or arrow as wide as its body, set as small as a script."""
    return level(setter.font, STRETCHED.get(node.mark, node.mark), setter.smaller.size, width)


def arrow(setter: Setter, node: Arrow) -> Box:
    """An arrow as long as what stands over and under it."""
    above, below = arrow_parts(setter, node)
    length = arrow_length(setter, node)
    drawn = level(setter.font, node.mark, setter.size, length)
    base = Box(length, drawn.ascent, drawn.descent, drawn.at((length - drawn.width) / 2))
    return limits(setter, base, below, above, False)


def arrow_parts(setter: Setter, node: Arrow) -> tuple[Box | None, Box | None]:
    """What stands over and under an arrow."""
    small = setter.smaller
    above = small.node(node.above) if node.above is not None else None
    return above, small.cramp.node(node.below) if node.below is not None else None


def arrow_length(setter: Setter, node: Arrow) -> float:
    """The length of an arrow, in em of the formula."""
    texts = [box.width for box in arrow_parts(setter, node) if box is not None]
    return max(SHORTEST_ARROW * setter.size, *(w + 2 * ARROW_PADDING * setter.size for w in texts))
