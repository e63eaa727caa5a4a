"""A scene on a template → the package that its slides go into: what the template keeps, and our parts."""

from __future__ import annotations

from deckgen import template
from deckgen.color import contrast
from deckgen.renditions import Renditions
from deckgen.scene import Scene
from deckgen.template import Master, Template
from deckgen.template.problems import UnreadableError
from deckgen.theme import Theme
from deckgen.writers.pptx import notes, presentation, table, theme_part
from deckgen.writers.pptx.base import kept, mended
from deckgen.writers.pptx.base_parts import presentation_onto, table_styles_onto
from deckgen.writers.pptx.exchange import Exchange
from deckgen.writers.pptx.fonts import embedded_fonts
from deckgen.writers.pptx.markup import attribute
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import Package, Relationships, beside
from deckgen.writers.pptx.slides import Names


def started(scene: Scene, renditions: Renditions, noted: bool) -> tuple[Package, Media, Names]:
    """The package and its media; the slides are named and still missing.  Where `noted`, they have notes."""
    source = _template(scene.theme)
    base = kept(source.package)
    (main, *_) = base.related("", "officeDocument")
    package = Package(base)
    first = package.last("ppt/slides/slide") + 1
    names = Names(
        {name: layout.part or "" for name, layout in scene.theme.layouts.items()},
        tuple(f"ppt/slides/slide{n}.xml" for n in range(first, first + len(scene.pages))),
        _notes_master(package, base, main, scene.theme) if noted else None,
    )
    relationships = Relationships(base.references.get(main, ()), main)
    slides = [beside(slide, main) for slide in names.slides]
    notes_master = beside(names.notes_master, main) if names.notes_master else None
    fonts = embedded_fonts(scene, package, relationships, main)
    xml = presentation_onto(base.parts[main], scene, relationships, slides, notes_master, fonts)
    for kind in (*presentation.PROPERTIES, "tableStyles"):
        relationships.to(kind, beside(f"ppt/{kind}.xml", main))
    package.add(main, presentation.CONTENT_TYPE, xml, relationships)
    package.add("ppt/tableStyles.xml", table.STYLES_TYPE, _table_styles(scene.theme, source.package, main))
    return package, Media(package, renditions), names


def _template(theme: Theme) -> Template:
    assert theme.template is not None
    return theme.template


def _table_styles(theme: Theme, package: template.Package, main: str) -> bytes:
    """The template's table styles and ours, of which one is for pages whose colours are exchanged."""
    name = theme.title or theme.name
    exchanged = Exchange(theme).exchanged(table.table_style(theme, table.EXCHANGED_ID, f"{name} 2"))
    own = {table.STYLE_ID: table.table_style(theme, table.STYLE_ID, name), table.EXCHANGED_ID: exchanged}
    fresh = table.table_styles_xml(theme).encode()
    for part in package.related(main, "tableStyles")[:1]:
        try:
            return table_styles_onto(mended(package.parts[part], part, ()), own)
        except UnreadableError:  # nothing of the template refers to them but tables on slides
            break
    return table_styles_onto(fresh, own)


def _notes_master(package: Package, base: template.Package, main: str, theme: Theme) -> str:
    """The template's own notes master; where it has none, one of ours with its colours and fonts."""
    own = base.related(main, "notesMaster")
    if own:
        return own[0]
    first = _template(theme).masters[0]
    name, copy = package.new("ppt/notesMasters/notesMaster", "xml"), package.new("ppt/theme/theme", "xml")
    relationships = Relationships(base.references.get(first.theme_part, ()), first.theme_part)
    package.add(copy, theme_part.CONTENT_TYPE, base.parts[first.theme_part], relationships)
    to_theme = Relationships()
    to_theme.to("theme", beside(copy, name))
    xml = notes.notes_master_xml(theme, _on_paper(first))
    package.add(name, notes.MASTER_CONTENT_TYPE, xml, to_theme)
    return name


def _on_paper(master: Master) -> str:
    """The attributes of a colour map that shows dark on light, whichever colours a master calls so."""
    pairs = [("dk1", "lt1"), ("dk2", "lt2")]
    if contrast(master.scheme["dk1"], "#FFFFFF") < contrast(master.scheme["lt1"], "#FFFFFF"):
        pairs = [(light, dark) for dark, light in pairs]
    (text, ground), (muted, surface) = pairs
    shown = {"bg1": ground, "tx1": text, "bg2": surface, "tx2": muted}
    others = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
    return "".join(attribute(*pair) for pair in {**shown, **{name: name for name in others}}.items()).strip()
