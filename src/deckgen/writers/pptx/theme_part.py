"""A theme's colours and fonts → the DrawingML theme part."""

from __future__ import annotations

from deckgen.scene import Scene
from deckgen.theme import Font, Theme
from deckgen.writers.pptx.colors import theme_slots
from deckgen.writers.pptx.markup import HEADER, A, quoted
from deckgen.writers.pptx.styles import typeface

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"

# The three intensities that styles refer to (DrawingML, fmtScheme): all plain, since a theme's
# face lies in its colours, type and layouts.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
    for width in (9525, 12700, 19050)
)
_FORMATS = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINES}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)

ORDER = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
)  # fmt: skip


def theme_xml(scene: Scene) -> str:
    """The whole part: twelve colours, heading and body fonts, plain formats."""
    theme = scene.theme
    name = quoted(theme.title or theme.name)
    others = "".join(f'<a:{kind} typeface="{quoted(scene.scripts.get(kind, ""))}"/>' for kind in ("ea", "cs"))
    return (
        f'{HEADER}<a:theme xmlns:a="{A}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{_colors(theme)}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_font("major", theme.fonts["heading"], others)}'
        f"{_font('minor', theme.fonts['body'], others)}</a:fontScheme>{_FORMATS}"
        f"</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _colors(theme: Theme) -> str:
    by_slot = {slot: theme.colors[role] for role, slot in theme_slots(theme).items()}
    entries = [(slot, by_slot[slot]) for slot in ORDER]
    entries.append(("folHlink", theme.colors["link"]))  # a link keeps its contrast once it is followed
    return "".join(f'<a:{slot}><a:srgbClr val="{color[1:].upper()}"/></a:{slot}>' for slot, color in entries)


def _font(kind: str, font: Font, others: str) -> str:
    return f"<a:{kind}Font><a:latin{typeface(font)}/>{others}</a:{kind}Font>"
