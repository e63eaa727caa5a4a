"""How a page comes → `p:transition`, as PowerPoint writes it for itself and for older readers."""

from __future__ import annotations

from deckgen.model import Transition, TransitionKind

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
P159 = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"

_FAST, _MEDIUM = 0.5, 0.75
"""Up to how many seconds `spd` calls a transition fast or medium, where `p14:dur` is not read."""


def transition_xml(transition: Transition | None, rtl: bool) -> str:
    """`p:transition`, or nothing; where `rtl`, pages come from the left."""
    if transition is None or transition.kind is TransitionKind.NONE:
        return ""
    seconds = transition.duration or 0.0
    speed = "fast" if seconds <= _FAST else "med" if seconds <= _MEDIUM else "slow"
    shown, plain, requires = _effects(transition.kind, ' dir="r"' if rtl else "")
    namespace = f' xmlns:p159="{P159}"' if requires == "p159" else ""
    return (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:p14="{P14}"{namespace} Requires="{requires}">'
        f'<p:transition spd="{speed}" p14:dur="{round(seconds * 1000)}">{shown}</p:transition></mc:Choice>'
        f'<mc:Fallback><p:transition spd="{speed}">{plain}</p:transition></mc:Fallback></mc:AlternateContent>'
    )


def _effects(kind: TransitionKind, way: str) -> tuple[str, str, str]:
    """The effect, what stands for it in older readers, and the namespace that those who show it must know.

    Push, wipe and cover come from the right unless `way` says otherwise (ISO/IEC 29500-1, 19.5: the
    default of `dir` is "l", the side to which they move).
    """
    match kind:
        case TransitionKind.ZOOM:
            return '<p14:warp dir="in"/>', "<p:fade/>", "p14"
        case TransitionKind.MORPH:
            return '<p159:morph option="byObject"/>', "<p:fade/>", "p159"
        case TransitionKind.FADE:
            return "<p:fade/>", "<p:fade/>", "p14"
        case _:
            effect = f"<p:{kind}{way}/>"
            return effect, effect, "p14"
