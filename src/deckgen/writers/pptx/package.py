"""Parts with their content types and relationships → the bytes of an Open Packaging Conventions file."""

from __future__ import annotations

import zipfile
from io import BytesIO

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

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip entry can bear: a build leaves no trace of when it ran."""


class Relationships:
    """What one part refers to, each target once; ids are rId1, rId2 … in the order of asking."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, str], str] = {}

    def __bool__(self) -> bool:
        return bool(self._ids)

    def to(self, kind: str, target: str, external: bool = False) -> str:
        """The id of the relationship to `target`: a path relative to the part, or an address."""
        key = (
            kind if "/" in kind else f"{R}/{kind}",
            target,
            attribute("TargetMode", "External" if external else ""),
        )
        return self._ids.setdefault(key, f"rId{len(self._ids) + 1}")

    def xml(self) -> str:
        """The relationships part."""
        rows = "".join(
            f'<Relationship Id="{rid}" Type="{kind}" Target="{quoted(target)}"{mode}/>'
            for (kind, target, mode), rid in self._ids.items()
        )
        return f'{HEADER}<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'


class Package:
    """The parts of a file, in the order in which they are added."""

    def __init__(self) -> None:
        self.root = Relationships()
        self._parts: dict[str, str | bytes] = {}
        self._types: dict[str, str] = {}

    def add(self, name: str, content_type: str, xml: str, relationships: Relationships | None = None) -> None:
        """Add an XML part (`name` without a leading slash), and what it refers to."""
        self._parts[name] = xml
        self._types[name] = content_type
        if relationships:
            folder, _, base = name.rpartition("/")
            self._parts[f"{folder}/_rels/{base}.rels"] = relationships.xml()

    def add_media(self, name: str, data: bytes) -> None:
        """Add a picture, film, sound or workbook, whose content type follows from its ending."""
        self._parts[name] = data

    def to_bytes(self) -> bytes:
        """The zip: content types first, fixed dates, no folder entries."""
        parts = {"[Content_Types].xml": self._content_types(), "_rels/.rels": self.root.xml(), **self._parts}
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, data in parts.items():
                entry = zipfile.ZipInfo(name, EPOCH)
                entry.create_system = 0  # the same bytes from every operating system
                # Pictures are compressed as they are.
                entry.compress_type = zipfile.ZIP_STORED if isinstance(data, bytes) else zipfile.ZIP_DEFLATED
                archive.writestr(entry, data)
        return target.getvalue()

    def _content_types(self) -> str:
        endings = {name.rpartition(".")[2] for name in self._parts}
        types = {**DEFAULT_TYPES, **{e: t for e, t in MEDIA_TYPES.items() if e in endings}}
        defaults = "".join(f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in types.items())
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._types.items()
        )
        return f'{HEADER}<Types xmlns="{CONTENT_TYPES}">{defaults}{overrides}</Types>'
