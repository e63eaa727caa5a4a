"""A page's clicks → `p:timing`: the animations that build a slide, and the list of what is built in parts.

Everything is nested as PowerPoint nests it: a root, its main sequence, in it a `p:par` for each click with a
second one for its moment and a third for each effect (ISO/IEC 29500-1, 19.5; the attributes of effects, which
the standard leaves open, as PowerPoint writes them).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from deckgen.scene import ChartFigure, Click, Effect, FormulaFigure, Media, Placed, PlacedText, Shape
from deckgen.writers.pptx.playing import called

TimeNode = Callable[[Iterator[int]], str]
"""A node beside the main sequence (a film's `p:video`), made when it is told which ids are free."""

FADE = 10
"""`presetID` of PowerPoint's Fade, among entrances and exits alike."""

MILLISECONDS = 200
"""How long a fade takes: as long as reveal.js takes."""

ALL = -4
"""What PowerPoint writes for all categories of a chart's series; the standard says nothing of it."""

PLAY = "playFrom(0.0)"

_WHEN = '<p:stCondLst><p:cond delay="{}"/></p:stCondLst>'
_NOW = _WHEN.format(0)
_SEEK = '<p:{0}CondLst><p:cond evt="{1}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:{0}CondLst>'
_STEPS = _SEEK.format("prev", "onPrev") + _SEEK.format("next", "onNext")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A placed thing and the id of the shape that shows it."""

    id: int
    placed: Placed


def timing_xml(
    clicks: Sequence[Click], drawn: Mapping[str, Drawn], beside: Sequence[TimeNode] = (),
    playing: Sequence[int] = (),
) -> str:  # fmt: skip
    """`p:timing` of a slide, or nothing.  `drawn` has the shapes by the names of what they show.

    `playing` are the shapes whose film or sound plays as soon as the slide is there.
    """
    if not clicks and not beside:
        return ""
    return _Timing(drawn).xml(clicks, beside, playing)


@dataclass(slots=True)
class _Timing:
    """One slide's time nodes, numbered in the order of the document."""

    drawn: Mapping[str, Drawn]
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    builds: dict[tuple[int, int], str] = field(default_factory=dict)

    def xml(self, clicks: Sequence[Click], beside: Sequence[TimeNode], playing: Sequence[int]) -> str:
        root = next(self.ids)
        inner = self._main(clicks, playing) if clicks or playing else ""
        inner += "".join(node(self.ids) for node in beside)
        builds = f"<p:bldLst>{''.join(self.builds.values())}</p:bldLst>" if self.builds else ""
        node = f'<p:cTn id="{root}" dur="indefinite" restart="never" nodeType="tmRoot">'
        return (
            f"<p:timing><p:tnLst><p:par>{node}<p:childTnLst>{inner}</p:childTnLst></p:cTn></p:par></p:tnLst>"
            f"{builds}</p:timing>"
        )

    def _main(self, clicks: Sequence[Click], playing: Sequence[int]) -> str:
        node = next(self.ids)
        inner = self._start(node, playing) if playing else ""
        inner += "".join(map(self._click, clicks))
        return (
            f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{node}" dur="indefinite" nodeType="mainSeq">'
            f"<p:childTnLst>{inner}</p:childTnLst></p:cTn>{_STEPS}</p:seq>"
        )

    def _start(self, sequence: int, playing: Sequence[int]) -> str:
        """What plays when the main sequence begins, without a click."""
        outer, moment = next(self.ids), next(self.ids)
        plays = [
            called(shape, PLAY, self.ids, "withEffect" if n else "afterEffect")
            for n, shape in enumerate(playing)
        ]
        begun = f'<p:cond evt="onBegin" delay="0"><p:tn val="{sequence}"/></p:cond>'
        when = f'<p:stCondLst><p:cond delay="indefinite"/>{begun}</p:stCondLst>'
        return _par(outer, when, _par(moment, _NOW, "".join(plays)))

    def _click(self, click: Click) -> str:
        outer, moment = next(self.ids), next(self.ids)
        effects = [
            self._effect(one, n == 0) for n, one in enumerate(one for e in click for one in _single(e))
        ]
        effects += [
            called(self.drawn[effect.target].id, PLAY, self.ids, "withEffect")
            for effect in click
            if not effect.exit and plays_itself(self.drawn[effect.target].placed)
        ]
        return _par(outer, _WHEN.format("indefinite"), _par(moment, _NOW, "".join(effects)))

    def _effect(self, effect: Effect, first: bool) -> str:
        """One effect on one shape, paragraph or series: it fades in or out."""
        shown = self.drawn[effect.target]
        target = f"<p:tgtEl>{_target(shown.id, effect)}</p:tgtEl>"
        group = self._group(shown, effect)
        own = next(self.ids)
        behaviour = self._goes(target) if effect.exit else self._comes(target)
        return (
            f'<p:par><p:cTn id="{own}" presetID="{FADE}" presetClass="{"exit" if effect.exit else "entr"}" '
            f'presetSubtype="0" fill="hold"{group} nodeType="{"click" if first else "with"}Effect">'
            f"{_NOW}<p:childTnLst>{behaviour}</p:childTnLst></p:cTn></p:par>"
        )

    def _comes(self, target: str) -> str:
        return self._set(target, 0, "visible") + self._fade(target, "in")

    def _goes(self, target: str) -> str:
        return self._fade(target, "out") + self._set(target, MILLISECONDS - 1, "hidden")

    def _set(self, target: str, delay: int, value: str) -> str:
        return (
            f'<p:set><p:cBhvr><p:cTn id="{next(self.ids)}" dur="1" fill="hold">{_WHEN.format(delay)}</p:cTn>'
            f"{target}<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
            f'<p:to><p:strVal val="{value}"/></p:to></p:set>'
        )

    def _fade(self, target: str, way: str) -> str:
        return (
            f'<p:animEffect transition="{way}" filter="fade"><p:cBhvr>'
            f'<p:cTn id="{next(self.ids)}" dur="{MILLISECONDS}"/>{target}</p:cBhvr></p:animEffect>'
        )

    def _group(self, shown: Drawn, effect: Effect) -> str:
        """` grpId="…"` of an effect that has an entry in the build list; the entry is made on the way.

        A shape's effects are told apart by it: what makes it come is the first, what makes it go another.
        """
        number = 1 if effect.exit and (shown.id, 0) in self.builds else 0
        entry = _build(shown, effect, number)
        if entry:
            self.builds.setdefault((shown.id, number), entry)
        return f' grpId="{number}"' if entry else ""


def plays_itself(placed: Placed) -> bool:
    """Whether a film or sound inside the file begins without being asked to."""
    content = placed.content
    return isinstance(content, Media) and content.block.clip.autoplay and content.block.clip.path is not None


def _par(id: int, when: str, inner: str) -> str:
    return f'<p:par><p:cTn id="{id}" fill="hold">{when}<p:childTnLst>{inner}</p:childTnLst></p:cTn></p:par>'


def _single(effect: Effect) -> Iterator[Effect]:
    """An effect on several paragraphs as one on each: PowerPoint animates them one by one."""
    if effect.paragraphs is None:
        yield effect
        return
    for n in range(*effect.paragraphs):
        yield Effect(effect.target, paragraphs=(n, n + 1), exit=effect.exit)


def _target(id: int, effect: Effect) -> str:
    if effect.paragraphs is not None:
        n = effect.paragraphs[0]
        return f'<p:spTgt spid="{id}"><p:txEl><p:pRg st="{n}" end="{n}"/></p:txEl></p:spTgt>'
    if effect.series is not None:
        series = f'<a:chart seriesIdx="{effect.series}" categoryIdx="{ALL}" bldStep="series"/>'
        return f'<p:spTgt spid="{id}"><p:graphicEl>{series}</p:graphicEl></p:spTgt>'
    return f'<p:spTgt spid="{id}"/>'


def _build(shown: Drawn, effect: Effect, number: int) -> str:
    """The entry of the build list for a shape; pictures, groups, tables and edges have none."""
    attributes = f'spid="{shown.id}" grpId="{number}"'
    match shown.placed.content:
        case ChartFigure():
            parts = "<p:bldAsOne/>"
            if effect.series is not None:
                parts = '<p:bldSub><a:bldChart bld="series" animBg="0"/></p:bldSub>'
            return f"<p:bldGraphic {attributes}>{parts}</p:bldGraphic>"
        case PlacedText(frame=frame):
            how = ' build="p"' if effect.paragraphs else ' animBg="1"' if frame else ""
            return f"<p:bldP {attributes}{how}/>"
        case Shape():
            return f'<p:bldP {attributes} animBg="1"/>'
        case FormulaFigure():
            return f"<p:bldP {attributes}/>"
        case _:
            return ""
