"""What a slide says of its text → the same, with what a template may say beside it set back.

A template's placeholders have more than our styles: space below paragraphs, fonts and sizes of bullets.
Where a slide changes what goes together with one of these, it has to say that one, too.
"""

from __future__ import annotations

_WHOLE = '<a:buSzPct val="100000"/>'

RESETS = (
    # The space between paragraphs, of which our styles have one length, stands above them alone.
    ("</a:spcBef>", '</a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'),
    ("<a:buFont ", f"{_WHOLE}<a:buFont "),
    # Numbers would come out of the font of the bullets that they replace.
    ("<a:buAutoNum ", f'{_WHOLE}<a:buFont typeface="+mn-lt"/><a:buAutoNum '),
)
"""What is written, and with what it goes together (DrawingML, CT_TextParagraphProperties, in its order)."""


def reset(xml: str) -> str:
    """The XML of a slide's shapes with all of that; an author's words hold no markup."""
    for written, whole in RESETS:
        xml = xml.replace(written, whole)
    return xml
