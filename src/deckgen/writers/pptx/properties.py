"""What the author says of the deck as a whole → document properties."""

from __future__ import annotations

from deckgen.clock import fixed_time
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
    # The clock would make every build another.
    when = fixed_time()
    if when:
        made += "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when:%Y-%m-%dT%H:%M:%SZ}</dcterms:{name}>'
            for name in ("created", "modified")
        )
    return f"{HEADER}<cp:coreProperties {_NAMESPACES}>{made}</cp:coreProperties>"


def app_xml(scene: Scene, notes: int) -> str:
    """The application's own properties, in the order of their schema."""
    hidden = sum(page.slide.hidden for page in scene.pages)
    return (
        f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>deckgen</Application><Slides>{len(scene.pages)}</Slides><Notes>{notes}</Notes>"
        f"<HiddenSlides>{hidden}</HiddenSlides></Properties>"
    )
