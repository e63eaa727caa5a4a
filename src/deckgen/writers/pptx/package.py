"""Parts with their content types and relationships → the bytes of an Open Packaging Conventions file."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable
from io import BytesIO

from deckgen import template
from deckgen.writers.pptx.markup import HEADER, R, attribute, quoted

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OPC_METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
PRESENTATION_ML = "application/vnd.openxmlformats-officedocument.presentationml"

DEFAULT_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}
"""Content types by file ending; every other part is named one by one."""

MEDIA_TYPES = {
    "svg": "image/svg+xml", "mp4": "video/mp4", "mov": "video/quicktime", "webm": "video/webm",
    "ogv": "video/ogg", "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "ogg": "audio/ogg",
    "weba": "audio/webm", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "fntdata": "application/x-fontdata",
}  # fmt: skip
"""Further ones, which stand in a file where there is such a part."""

PACKED = (
    "image/png", "image/jpeg", "image/gif", "video/", "audio/",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)  # fmt: skip
"""How the types of those parts begin that are compressed by themselves."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip entry can bear: a build leaves no trace of when it ran."""


class Relationships:
    """What one part refers to, each target once; ids are rId1, rId2 … in the order of asking.

    `kept` are those that it has already, of the part `source` of a template: they keep their ids, also
    where several lead to one target.
    """

    def __init__(self, kept: Iterable[template.Relationship] = (), source: str = "") -> None:
        self._targets = {r.id: _key(r.kind, relative(r, source), r.external) for r in kept}
        self._ids = {key: id for id, key in self._targets.items()}

    def __bool__(self) -> bool:
        return bool(self._targets)

    def to(self, kind: str, target: str, external: bool = False) -> str:
        """The id of the relationship to `target`: a path relative to the part, or an address."""
        key = _key(kind if "/" in kind else f"{R}/{kind}", target, external)
        if key not in self._ids:
            n = len(self._ids) + 1
            while f"rId{n}" in self._targets:
                n += 1
            self._ids[key] = f"rId{n}"
            self._targets[f"rId{n}"] = key
        return self._ids[key]

    def xml(self) -> str:
        """The relationships part."""
        rows = "".join(
            f'<Relationship Id="{quoted(rid)}" Type="{quoted(kind)}" Target="{quoted(target)}"{mode}/>'
            for rid, (kind, target, mode) in self._targets.items()
        )
        return f'{HEADER}<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'


def _key(kind: str, target: str, external: bool) -> tuple[str, str, str]:
    return kind, target, attribute("TargetMode", "External" if external else "")


def relative(to: template.Relationship, source: str) -> str:
    """The target of a relationship as the part `source` names it."""
    return to.target if to.external else beside(to.target, source)


def beside(part: str, source: str) -> str:
    """The path that leads from the part `source` to another."""
    there, here = part.split("/"), source.split("/")[:-1]
    common = len(posixpath.commonprefix([there[:-1], here]))
    return "../" * (len(here) - common) + "/".join(there[common:])


def relationships_part(source: str) -> str:
    """The name of the part that holds the relationships of `source`; "" is the package itself."""
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")


class Package:
    """The parts of a file, in the order in which they are added, after those kept of a template (`base`)."""

    def __init__(self, base: template.Package | None = None) -> None:
        self._base = base or template.Package({}, {})
        self.root = Relationships(self._base.references.get("", ()))
        self._parts: dict[str, str | bytes] = dict(self._base.parts)
        self._types = dict(self._base.types)
        self._numbers: dict[str, int] = {}
        for source, kept in self._base.references.items():
            if source:
                own = self._base.written.get(source) or Relationships(kept, source).xml()
                self._parts[relationships_part(source)] = own

    def add(
        self, name: str, content_type: str, xml: str | bytes, relationships: Relationships | None = None
    ) -> None:
        """Add an XML part (`name` without a leading slash), and what it refers to."""
        self._parts[name] = xml
        self._types[name] = content_type
        if relationships:
            self._parts[relationships_part(name)] = relationships.xml()

    def add_media(self, name: str, data: bytes) -> None:
        """Add a picture, film, sound or workbook, whose content type follows from its ending."""
        self._parts[name] = data

    def new(self, stem: str, ending: str) -> str:
        """The name of a further part: `stem` ("ppt/media/image"), the next number, the ending."""
        number = self._numbers[stem] = self._numbers.get(stem, self.last(stem)) + 1
        return f"{stem}{number}.{ending}"

    def last(self, stem: str) -> int:
        """The highest number after `stem` ("ppt/media/image") in the names of a template's parts, or 0."""
        number = re.compile(re.escape(stem) + r"(\d+)\.", re.IGNORECASE)
        found = map(number.match, self._base.parts)
        return max((int(match[1]) for match in found if match), default=0)

    def to_bytes(self) -> bytes:
        """The zip: content types first, fixed dates, no folder entries."""
        parts = {"[Content_Types].xml": self._content_types(), "_rels/.rels": self.root.xml(), **self._parts}
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, data in parts.items():
                entry = zipfile.ZipInfo(name, EPOCH)
                entry.create_system = 0  # the same bytes from every operating system
                entry.compress_type = zipfile.ZIP_STORED if self._is_packed(name) else zipfile.ZIP_DEFLATED
                archive.writestr(entry, data)
        return target.getvalue()

    def _is_packed(self, name: str) -> bool:
        """Whether a part is compressed as it is: a picture, a film, a workbook."""
        kind = self._types.get(name)
        if kind is None:
            return isinstance(self._parts.get(name), bytes) and not name.endswith(".rels")
        return kind.startswith(PACKED)

    def _content_types(self) -> str:
        endings = {_ending(name) for name in self._parts}
        types = {**DEFAULT_TYPES, **{e: t for e, t in MEDIA_TYPES.items() if e in endings}}
        for name, kind in self._base.types.items():
            if _ending(name):
                types.setdefault(_ending(name), kind)
        defaults = "".join(
            f'<Default Extension="{quoted(e)}" ContentType="{quoted(t)}"/>' for e, t in types.items()
        )
        overrides = "".join(
            f'<Override PartName="/{quoted(name)}" ContentType="{quoted(kind)}"/>'
            for name, kind in self._types.items()
            if types.get(_ending(name)) != kind
        )
        return f'{HEADER}<Types xmlns="{CONTENT_TYPES}">{defaults}{overrides}</Types>'


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1][1:].lower()
