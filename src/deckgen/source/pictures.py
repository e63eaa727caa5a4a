"""An `image` block as written → the picture file that it shows, and how."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from deckgen.diagnostics import Span
from deckgen.model import Fit, Image
from deckgen.source.common import LATER, VISUAL, read_visual, without_alt
from deckgen.source.fields import Fields
from deckgen.source.images import ImageFile, read_image
from deckgen.source.inline_links import href
from deckgen.source.scope import Scope, holds_variable, local_file
from deckgen.yamlnodes import Mapping, Node, Scalar

_KEYS: Final = (*VISUAL, "src", "fit", "link")


def picture_file(scalar: Scalar, scope: Scope) -> tuple[Path, ImageFile] | None:
    """The file that `scalar` names and what its header says; an error where there is none such."""
    if scalar.misread:
        return None
    if holds_variable(scalar, scope):
        return None
    path = local_file(scalar.text, scalar.span, scope)
    if path is None:
        return None
    if path not in scope.found.images:
        scope.found.images[path] = read_image(path)
    image = scope.found.images[path]
    if isinstance(image, ImageFile):
        return path, image
    _unusable(scalar, image, scope)
    return None


def _unusable(scalar: Scalar, problem: str, scope: Scope) -> None:
    if problem == "svg":
        message = "SVG pictures are not in this version yet"
        scope.report.error("not-yet", message, scalar.span, "save it as PNG")
        return
    hint = "png, jpg, gif and webp files can be shown"
    scope.report.error("bad-image", f"`{scalar.text[:80]}` {problem}", scalar.span, hint)


def read_picture(node: Node, key: Scalar, scope: Scope) -> Image | None:
    """The short form, a file's name, or the mapping form with `src`."""
    if isinstance(node, Scalar):
        found = picture_file(node, scope)
        without_alt(key.text, key.span, scope)
        return _image(*found, key.span) if found else None
    if not isinstance(node, Mapping):
        hint = "for several pictures use `columns` or `content:`"
        scope.report.error("wrong-value", f"`{key.text}` wants one file, not a list", node.span, hint)
        return None
    return _mapped(node, key, scope)


def _mapped(node: Mapping, key: Scalar, scope: Scope) -> Image | None:
    fields = Fields(node, scope, f"`{key.text}`", _KEYS, (*LATER, "focus"))
    if fields.lacks("src"):
        scope.report.error("missing-key", f"`{key.text}` lacks `src`", key.span)
    src = fields.scalar("src", "a file")
    fit, link, visual = fields.choice("fit", Fit), _link(fields), read_visual(fields, key)
    found = picture_file(src, scope) if src is not None else None
    if found is None:
        return None
    return replace(_image(*found, key.span), link=link, fit=fit or Fit.CONTAIN, **visual)


def _image(path: Path, file: ImageFile, span: Span) -> Image:
    return Image(path=path, pixels=file.pixels, media_type=file.media_type, dpi=file.dpi, span=span)


def _link(fields: Fields) -> str | None:
    """Where a click on the picture leads: a web or mail address, or `#` and a slide's id."""
    scalar = fields.scalar("link", "an address")
    if scalar is None:
        return None
    if scalar.text.startswith("#"):
        fields.scope.found.links.append((scalar.text[1:], scalar.at(1)))
    return href(scalar.text, scalar.span, fields.scope.report)
