"""A film or sound on a slide → the time nodes that play it, as PowerPoint writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

VOLUME = 80_000
"""How loud, in thousandths of a per cent, where nothing is said: as PowerPoint inserts films."""

_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'


def player(shape: int, kind: Literal["video", "audio"], ids: Iterator[int], *, loop: bool) -> str:
    """A click on the shape plays and pauses it; and the node of the film or sound itself."""
    return _toggled(shape, ids) + _media(shape, kind, ids, loop)


def called(shape: int, command: str, ids: Iterator[int], trigger: str) -> str:
    """An effect that gives a film a command (`playFrom(0.0)`, `togglePause`); `trigger` is its node type."""
    own, behaviour = next(ids), next(ids)
    preset = 2 if command == "togglePause" else 1
    return (
        f'<p:par><p:cTn id="{own}" presetID="{preset}" presetClass="mediacall" presetSubtype="0" fill="hold" '
        f'nodeType="{trigger}">{_NOW}<p:childTnLst><p:cmd type="call" cmd="{command}"><p:cBhvr>'
        f'<p:cTn id="{behaviour}" dur="1" fill="hold"/>{_target(shape)}</p:cBhvr></p:cmd></p:childTnLst>'
        "</p:cTn></p:par>"
    )


def _toggled(shape: int, ids: Iterator[int]) -> str:
    """A sequence of its own, which a click on the shape sets off, and the next click again."""
    click = f'<p:cond evt="onClick" delay="0">{_target(shape)}</p:cond>'
    sequence, outer, inner = next(ids), next(ids), next(ids)
    effect = called(shape, "togglePause", ids, "clickEffect")
    for node in (inner, outer):
        inside = f"{_NOW}<p:childTnLst>{effect}</p:childTnLst>"
        effect = f'<p:par><p:cTn id="{node}" fill="hold">{inside}</p:cTn></p:par>'
    return (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{sequence}" restart="whenNotActive" fill="hold" '
        f'evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst>{click}</p:stCondLst>'
        f'<p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync><p:childTnLst>{effect}</p:childTnLst>'
        f"</p:cTn><p:nextCondLst>{click}</p:nextCondLst></p:seq>"
    )


def _media(shape: int, kind: Literal["video", "audio"], ids: Iterator[int], loop: bool) -> str:
    """The node that stands for the film itself; a sound ends when the presenter stops all sounds."""
    repeat = ' repeatCount="indefinite"' if loop else ""
    stops = ""
    if kind == "audio":
        stops = (
            '<p:endCondLst><p:cond evt="onStopAudio" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
            "</p:endCondLst>"
        )
    return (
        f'<p:{kind}><p:cMediaNode vol="{VOLUME}"><p:cTn id="{next(ids)}"{repeat} fill="hold" display="0">'
        f'<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>{stops}</p:cTn>{_target(shape)}'
        f"</p:cMediaNode></p:{kind}>"
    )


def _target(shape: int) -> str:
    return f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>'
