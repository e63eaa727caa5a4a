"""A `video` or `audio` block as written → the film or sound that it plays, and how."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from deckgen.diagnostics import Span
from deckgen.figures.clips import ENDINGS, ClipFile, read_clip
from deckgen.model import WIDE, Audio, Clip, Image, Video
from deckgen.source.common import COMMON, VISUAL, read_common, read_visual, without_alt
from deckgen.source.fields import Fields
from deckgen.source.inline_links import href
from deckgen.source.pictures import picture_file
from deckgen.source.scope import Scope, local_file
from deckgen.yamlnodes import Mapping, Node, Scalar

_Kind = Literal["video", "audio"]
_OWN: Final = ("src", "poster", "autoplay", "loop", "start")
_MOST_BYTES: Final = 500_000_000
_WEB = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_TIME = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,6}(?:\.\d{1,3})?)\s*s?")
_OFFICE: Final = frozenset({"video/mp4", "video/quicktime", "audio/mpeg", "audio/mp4", "audio/wav"})
"""What PowerPoint plays on every machine (its supported formats, as Microsoft lists them)."""
_WORDS: Final = {"video": "film", "audio": "sound"}


def read_video(node: Node, key: Scalar, scope: Scope) -> Video | None:
    """The short form, a file or an address, or the mapping form with `src`."""
    if isinstance(node, Scalar):
        without_alt(key.text, key.span, scope)
        clip = _source(node, "video", scope)
        return Video(clip=clip, span=key.span) if clip else None
    fields = _mapping(node, key, scope, VISUAL)
    if fields is None:
        return None
    clip, visual = _clip(fields, key, "video"), read_visual(fields, key)
    return Video(clip=clip, span=key.span, **visual) if clip else None


def read_audio(node: Node, key: Scalar, scope: Scope) -> Audio | None:
    """The short form, a file or an address, or the mapping form with `src`."""
    if isinstance(node, Scalar):
        clip = _source(node, "audio", scope)
        return Audio(clip=clip, span=key.span) if clip else None
    fields = _mapping(node, key, scope, (*COMMON, "caption"))
    if fields is None:
        return None
    clip, caption, common = _clip(fields, key, "audio"), fields.text("caption"), read_common(fields)
    return Audio(clip=clip, caption=caption, span=key.span, **common) if clip else None


def _mapping(node: Node, key: Scalar, scope: Scope, known: tuple[str, ...]) -> Fields | None:
    if isinstance(node, Mapping):
        return Fields(node, scope, f"`{key.text}`", (*known, *_OWN))
    scope.report.error("wrong-value", f"`{key.text}` wants one file, not a list", node.span)
    return None


def _clip(fields: Fields, key: Scalar, kind: _Kind) -> Clip | None:
    if fields.lacks("src"):
        fields.scope.report.error("missing-key", f"`{key.text}` lacks `src`", key.span)
    src = fields.scalar("src", "a file")
    poster, start = _poster(fields), _start(fields)
    autoplay, loop = fields.flag("autoplay") or False, fields.flag("loop") or False
    clip = _source(src, kind, fields.scope) if src is not None else None
    if clip is None:
        return None
    return replace(clip, poster=poster, autoplay=autoplay, loop=loop, start=start)


def _poster(fields: Fields) -> Image | None:
    scalar = fields.scalar("poster", "a picture's file")
    found = picture_file(scalar, fields.scope) if scalar is not None else None
    if found is None:
        return None
    path, file = found
    span = fields.span_of("poster")
    return Image(path=path, pixels=file.pixels, media_type=file.media_type, dpi=file.dpi, span=span)


def _start(fields: Fields) -> float:
    """Where playing begins: seconds (`90`, `90s`), or minutes and seconds (`1:30`)."""
    scalar = fields.scalar("start", "a time")
    if scalar is None:
        return 0.0
    match = _TIME.fullmatch(scalar.text.strip())
    if match is None:
        fields.wrong("start", "a time such as `90` or `1:30`", scalar)
        return 0.0
    hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _source(scalar: Scalar, kind: _Kind, scope: Scope) -> Clip | None:
    """The file or the address that `scalar` names; an error where there is none such."""
    if scalar.misread:
        return None
    if _WEB.match(scalar.text.strip()):
        return _on_web(scalar, kind, scope)
    path = local_file(scalar.text, scalar.span, scope)
    if path is None:
        return None
    if path not in scope.found.clips:
        scope.found.clips[path] = _read(path)
    found = scope.found.clips[path]
    if isinstance(found, str):
        hint = "mp4 (H.264) for films and mp3 for sounds play everywhere"
        scope.report.error("bad-media", f"`{scalar.text[:80]}` {found}", scalar.span, hint)
        return None
    return _of_file(path, found, scalar, kind, scope)


def _read(path: Path) -> ClipFile | str:
    found = read_clip(path)
    if isinstance(found, ClipFile) and path.stat().st_size > _MOST_BYTES:
        return f"is larger than {_MOST_BYTES // 1_000_000} MB, which no presentation carries well"
    return found


def _of_file(path: Path, file: ClipFile, scalar: Scalar, kind: _Kind, scope: Scope) -> Clip | None:
    if file.moving != (kind == "video"):
        other: _Kind = "video" if file.moving else "audio"
        message = f"`{scalar.text[:80]}` is a {_WORDS[other]}"
        scope.report.error("bad-media", message, scalar.span, f"write it under `{other}`")
        return None
    if file.media_type not in _OFFICE:
        _warn_of_format(file.media_type.partition("/")[2], scalar.span, kind, scope)
    return Clip(path=path, media_type=file.media_type, pixels=file.pixels or WIDE)


def _warn_of_format(name: str, span: Span, kind: _Kind, scope: Scope) -> None:
    better = {"video": "mp4 (H.264)", "audio": "mp3 or m4a"}[kind]
    shown = {"webm": "WebM", "ogg": "Ogg"}[name]
    message = f"PowerPoint does not play {shown} on every machine; a browser does"
    scope.report.warning("media-format", message, span, f"save it as {better}")


def _on_web(scalar: Scalar, kind: _Kind, scope: Scope) -> Clip | None:
    """What stands at an address: a file by its ending, or else a page."""
    address = href(scalar.text, scalar.span, scope.report)
    if address is None:
        return None
    ending = Path(urlsplit(address).path).suffix.lower().lstrip(".")
    media_type = ENDINGS.get(ending)
    if media_type is not None and not media_type.startswith(kind):
        other = media_type.partition("/")[0]
        message = f"a {_WORDS[other]} stands at this address"
        scope.report.error("bad-media", message, scalar.span, f"write it under `{other}`")
        return None
    return Clip(url=address, media_type=media_type)
