"""What the author says of the deck as a whole → document properties."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from deckgen.model import plain
from deckgen.scene import Scene
from deckgen.writers.pptx.markup import HEADER, escape

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_xml(scene: Scene) -> str:
    """Core properties (ECMA-376 part 2): title, authors and so on; dates only where the build has one."""
    deck = scene.deck
    fields = {
        "dc:title": scene.title,
        "dc:subject": plain(deck.subtitle),
        "dc:creator": "; ".join(plain(author) for author in deck.authors),
        "cp:keywords": deck.keywords,
        "dc:description": deck.description,
        "dc:language": deck.lang,
    }
    made = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items() if value)
    when = build_time()
    if when:
        made += "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>'
            for name in ("created", "modified")
        )
    return f"{HEADER}<cp:coreProperties {_NAMESPACES}>{made}</cp:coreProperties>"


def build_time() -> str | None:
    """The date of SOURCE_DATE_EPOCH; without it None: the clock would make every build another."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(given), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None


def app_xml(scene: Scene, notes: int) -> str:
    """The application's own properties, in the order of their schema."""
    hidden = sum(page.slide.hidden for page in scene.pages)
    return (
        f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>deckgen</Application><Slides>{len(scene.pages)}</Slides><Notes>{notes}</Notes>"
        f"<HiddenSlides>{hidden}</HiddenSlides></Properties>"
    )
