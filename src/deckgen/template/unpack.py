"""The bytes of a .pptx or .potx file → a Package, or one diagnostic that says why it cannot be one."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, unquote

from deckgen.diagnostics import Report, Span
from deckgen.template.package import Package, Relationship
from deckgen.template.problems import UnreadableError, guarded
from deckgen.template.xml import STRICT, children, parse

_MOST_BYTES = 300_000_000
_MOST_PARTS = 20_000
_MOST_XML = 50_000_000
_MOST_UNPACKED = 600_000_000
_MOST_RATIO, _RATIO_FROM = 100, 100_000_000
"""A file that unpacks to more than the second number of bytes may not be packed tighter than the first."""

_OLE = b"\xd0\xcf\x11\xe0"
"""How a compound file begins: a .ppt, or a presentation behind a password ([MS-OFFCRYPTO], 2.3.4.4)."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IN_NAMES = "!$&'()*+,;=:@-._~/"
_TYPES = "%5bcontent_types%5d.xml"
"""The name of the content types in small letters; it is written with brackets, as no part's is."""

_DEFAULT_TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf",
    "svg": "image/svg+xml", "xml": "application/xml",
}  # fmt: skip
"""Types of parts for which the file gives none."""

_PRESENTATIONS = ("presentationml", "ms-powerpoint")
_OTHERS = {"wordprocessingml": "is a Word document", "ms-word": "is a Word document",
           "spreadsheetml": "is an Excel workbook", "ms-excel": "is an Excel workbook"}  # fmt: skip


def read_package(path: Path, span: Span | None, report: Report) -> Package | None:
    """The parts of the file at `path`; for one that is no presentation, None and a diagnostic at `span`."""
    return guarded(lambda: unpacked(path), path, span, report)


def unpacked(path: Path) -> Package:
    """The parts of a presentation file.  Raises UnreadableError."""
    data = _bytes(path)
    if data.startswith(_OLE):
        raise _old(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            files = _files(archive, len(data))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError):
        raise UnreadableError(
            "is no PowerPoint file, or a damaged one", "get a whole copy of it, and save it as .pptx or .potx"
        ) from None
    package = _package(files)
    _check_kind(package)
    return package


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnreadableError(
                f"has more than {_MOST_BYTES // 1_000_000} MB", "take its sample slides and films out of it"
            )
        return path.read_bytes()
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise UnreadableError(f"cannot be read: {reason}", "check its name and its rights") from None


def _old(data: bytes) -> UnreadableError:
    if _ENCRYPTED in data:
        return UnreadableError("has a password", "save it in PowerPoint without one")
    return UnreadableError(
        "is a file of PowerPoint 97-2003", "open it in PowerPoint or LibreOffice and save it as .pptx"
    )


def _files(archive: zipfile.ZipFile, packed: int) -> dict[str, bytes]:
    """The contents by part name; of entries of one name the last, as later ones replace earlier ones."""
    entries = {}
    for entry in archive.infolist():
        name = part_name(entry.filename)
        if name and not entry.is_dir():
            entries[name.lower()] = (name, entry)
    unpacked = sum(entry.file_size for _, entry in entries.values())
    too_dense = unpacked > max(_RATIO_FROM, _MOST_RATIO * packed)
    if len(entries) > _MOST_PARTS or unpacked > _MOST_UNPACKED or too_dense:
        raise UnreadableError(
            f"holds more than a template may: {len(entries)} parts, {unpacked // 1_000_000} MB",
            "take its sample slides and films out of it",
        )
    for name, entry in entries.values():
        if entry.file_size > _MOST_XML and name.lower().endswith((".xml", ".rels")):
            raise UnreadableError(f"has a part of more than {_MOST_XML // 1_000_000} MB of XML: {name}")
        if entry.flag_bits & 1:
            raise UnreadableError("has a password", "save it without one")
    return {name: archive.read(entry) for name, entry in entries.values()}


def part_name(name: str) -> str:
    """The part name that a zip entry or a target has; "" for what can be none.

    Some programs write backslashes, or characters that a part name has to write as %XX.
    """
    segments = unquote(name, errors="replace").replace("\\", "/").lstrip("/").split("/")
    if not all(segments) or any(not segment.strip(".") for segment in segments):
        return ""
    return quote("/".join(segments), safe=_IN_NAMES)


def _package(files: dict[str, bytes]) -> Package:
    """The files told apart: content types, relationships, parts."""
    names = {name.lower(): name for name in files}
    types = names.get(_TYPES)
    if types is None:
        raise _foreign(names)
    defaults, overrides = _content_types(files[types])
    parts, kinds = {}, {}
    for name, data in files.items():
        kind = overrides.get(name.lower()) or defaults.get(_ending(name)) or _DEFAULT_TYPES.get(_ending(name))
        if kind and name != types and not _is_relationships(name):
            parts[name], kinds[name] = data, kind
    known = {name.lower(): name for name in parts}
    references, written = {}, {}
    for source in ("", *parts):
        folder, base = posixpath.split(source)
        file = names.get(posixpath.join(folder, "_rels", f"{base}.rels").lower())
        found = _relationships(files[file], file, folder, known) if file else ()
        if found:
            references[source], written[source] = found, files[file or ""]
    return Package(parts, kinds, references, written)


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1][1:].lower()


def _is_relationships(name: str) -> bool:
    folder, base = posixpath.split(name.lower())
    return base.endswith(".rels") and posixpath.basename(folder) == "_rels"


def _content_types(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The types by ending and by part name, both in small letters (ECMA-376-2, 7.2.3)."""
    root = parse(data, "[Content_Types].xml")
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "")
                for e in children(root, "ct:Default")}  # fmt: skip
    overrides = {part_name(e.get("PartName", "")).lower(): e.get("ContentType", "")
                 for e in children(root, "ct:Override")}  # fmt: skip
    return defaults, overrides


def _relationships(data: bytes, file: str, folder: str, known: dict[str, str]) -> tuple[Relationship, ...]:
    """The relationships of a part in `folder`, with the names of their targets as the package has them."""
    found = []
    for element in children(parse(data, file), "rel:Relationship"):
        rid, kind, target = (element.get(name, "") for name in ("Id", "Type", "Target"))
        external = element.get("TargetMode") == "External" or bool(re.match(r"[a-z]{2,}:", target, re.I))
        if not external:
            target = _resolved(target, folder)
            target = known.get(target.lower(), target)
        if rid and kind and target:
            found.append(Relationship(rid, kind, target, external))
    return tuple(found)


def _resolved(target: str, folder: str) -> str:
    """The name of the part that a target leads to from `folder`; one above the root counts from there."""
    path = target.partition("#")[0].replace("\\", "/")
    if not path:
        return ""
    whole = posixpath.normpath(posixpath.join("/", folder, path))
    return part_name(whole)


def _check_kind(package: Package) -> None:
    """Refuse what is no presentation in the form that programs exchange."""
    main = [r for r in package.references.get("", ()) if r.of("officeDocument")]
    if any(r.kind.startswith(STRICT) for r in main):
        raise UnreadableError(
            "is saved as Strict Open XML",
            "save it in PowerPoint as `PowerPoint Presentation (*.pptx)` or `PowerPoint Template (*.potx)`",
        )
    kinds = [package.types.get(r.target, "") for r in main]
    if not any(word in kind for kind in kinds for word in _PRESENTATIONS):
        told = [says for kind in kinds for word, says in _OTHERS.items() if word in kind]
        raise UnreadableError(told[0] if told else "holds no presentation", "name a .pptx or .potx file")


def _foreign(names: Iterable[str]) -> UnreadableError:
    """What to say of a zip that is no Office file."""
    if "mimetype" in names and "content.xml" in names:
        return UnreadableError("is an OpenDocument file", "open it in LibreOffice and save it as .pptx")
    if any(name.endswith((".iwa", "index.apxl")) for name in names):
        return UnreadableError("is a Keynote file", "export it from Keynote to PowerPoint")
    return UnreadableError("is no PowerPoint file: [Content_Types].xml is missing")
