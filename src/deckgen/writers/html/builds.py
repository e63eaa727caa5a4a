"""A page's clicks → what makes its elements fragments, which reveal.js shows click by click."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from deckgen.scene import Click


@dataclass(slots=True)
class Fragments:
    """The clicks, counted from 0, at which the things of one page come and go, by their names.

    A fragment is hidden, it takes its room from the beginning: nothing moves when it comes.
    """

    comes: dict[str, int] = field(default_factory=dict)
    goes: dict[str, int] = field(default_factory=dict)
    parts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, clicks: Iterable[Click]) -> Fragments:
        """The fragments of a page."""
        made = cls()
        for n, click in enumerate(clicks):
            for effect in click:
                if effect.paragraphs is not None:
                    own = made.parts.setdefault(effect.target, {})
                    own.update(dict.fromkeys(range(*effect.paragraphs), n))
                elif effect.series is not None:
                    made.parts.setdefault(effect.target, {})[effect.series] = n
                else:
                    (made.goes if effect.exit else made.comes)[effect.target] = n
        return made

    def parts_of(self, name: str) -> Mapping[int, int]:
        """The clicks at which paragraphs of a box, or series of a chart, come by themselves."""
        return self.parts.get(name, {})

    def marks(self, name: str) -> tuple[str, str]:
        """The class and the attribute (with its leading space) of a thing that comes at a click; else ""."""
        comes = self.comes.get(name)
        return ("", "") if comes is None else ("fragment", f' data-fragment-index="{comes}"')

    def around(self, name: str, drawn: Markup, *, group: bool = False) -> Markup:
        """What is drawn of a thing, in an element that goes when the thing does.

        Of a `group`, which has no element of its own, also in one that comes when it does.
        """
        comes, goes = self.comes.get(name) if group else None, self.goes.get(name)
        if comes is not None:
            drawn = Markup(f"<div{part(comes)}>{drawn}</div>")
        if goes is not None:
            drawn = Markup(f"<div{part(goes, 'fade-out')}>{drawn}</div>")
        return drawn


def part(click: int | None, classes: str = "") -> str:
    """The class and index of an element that comes at a click, or is there from the beginning (None)."""
    if click is None:
        return f' class="{classes}"' if classes else ""
    return f' class="{classes}{" " if classes else ""}fragment" data-fragment-index="{click}"'
