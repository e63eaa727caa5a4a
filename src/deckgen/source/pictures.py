"""An `image` or `gallery` as written → the picture files that it shows, and how."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from deckgen.diagnostics import Span
from deckgen.figures.imagefiles import ImageFile, read_image
from deckgen.model import CENTRE, Fit, Gallery, Image
from deckgen.source.common import VISUAL, VisualFields, read_visual, without_alt
from deckgen.source.fields import Fields, kind_of
from deckgen.source.inline_links import href
from deckgen.source.scope import Scope, local_file
from deckgen.source.variants import chosen
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_KEYS: Final = (*VISUAL, "src", "fit", "focus", "link")
_IN_GALLERY: Final = tuple(key for key in _KEYS if key not in ("width", "place", "incremental"))
_MOST_COLUMNS: Final = 12


def picture_file(scalar: Scalar, scope: Scope) -> tuple[Path, ImageFile] | None:
    """The file that `scalar` names and what its header says; an error where there is none such."""
    if scalar.misread:
        return None
    path = local_file(scalar.text, scalar.span, scope)
    if path is None:
        return None
    if path not in scope.found.images:
        scope.found.images[path] = read_image(path)
        _warn_of_dropped(scalar, scope.found.images[path], scope)
    image = scope.found.images[path]
    if isinstance(image, ImageFile):
        return path, image
    hint = "png, jpg, gif, webp and svg files can be shown"
    scope.report.error("bad-image", f"`{scalar.text[:80]}` {image}", scalar.span, hint)
    return None


def _warn_of_dropped(scalar: Scalar, image: ImageFile | str, scope: Scope) -> None:
    """What is left out of a drawing, told once for each."""
    if isinstance(image, ImageFile) and image.dropped:
        what = " and ".join(image.dropped)
        message = f"`{scalar.text[:80]}` holds {what}, which no slide shows: left out"
        scope.report.warning("svg-cleaned", message, scalar.span, "save it as plain SVG, or as PNG")


def read_picture(node: Node, key: Scalar, scope: Scope) -> Image | None:
    """The short form, a file's name, or the mapping form with `src`."""
    if isinstance(node, Scalar):
        found = picture_file(node, scope)
        without_alt(key.text, key.span, scope)
        return _image(*found, key.span) if found else None
    if not isinstance(node, Mapping):
        hint = "for several pictures use `gallery`"
        scope.report.error("wrong-value", f"`{key.text}` wants one file, not a list", node.span, hint)
        return None
    return _mapped(Fields(node, scope, f"`{key.text}`", _KEYS), key)


def _mapped(fields: Fields, key: Scalar, *, described: bool = False) -> Image | None:
    """A picture in its mapping form; `key` is where its place is told."""
    scope = fields.scope
    if fields.lacks("src"):
        scope.report.error("missing-key", f"`{key.text}` lacks `src`", key.span)
    src = fields.scalar("src", "a file")
    fit, link = fields.choice("fit", Fit) or Fit.CONTAIN, _link(fields)
    focus, visual = _focus(fields, fit), read_visual(fields, key, described=described)
    found = picture_file(src, scope) if src is not None else None
    if found is None:
        return None
    return replace(_image(*found, key.span), link=link, fit=fit, focus=focus, **visual)


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


def _focus(fields: Fields, fit: Fit) -> tuple[float, float]:
    """`focus: [0.5, 0.3]`: shares of the width and the height, from the top left corner."""
    node = fields.node("focus")
    if node is None:
        return CENTRE
    shares = [_share(entry) for entry in node.items] if isinstance(node, Sequence) else []
    found = [share for share in shares if share is not None]
    if len(found) != 2 or len(shares) != 2:
        wanted = "two numbers from 0 to 1, from the left and from the top"
        fields.wrong("focus", wanted, node, "write `focus: [0.5, 0.3]`")
        return CENTRE
    if fit is not Fit.COVER:
        message = "`focus` says what stays of a picture that is cut, and this one is shown whole"
        fields.scope.report.warning("no-effect", message, node.span, "add `fit: cover`, or leave it out")
    return found[0], found[1]


def _share(node: Node) -> float | None:
    try:
        value = float(node.text) if isinstance(node, Scalar) else -1.0
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def read_gallery(node: Node, key: Scalar, scope: Scope) -> Gallery | None:
    """The short form, a list of pictures, or the mapping form with `images`."""
    if isinstance(node, Scalar):
        hint = "for one picture use `image`; begin each of several with a dash"
        scope.report.error("wrong-value", f"`{key.text}` wants a list of files, not text", node.span, hint)
        return None
    if isinstance(node, Sequence):
        images = _images(node, scope, described=False)
        return Gallery(images=images, span=key.span) if images else None
    fields = Fields(node, scope, f"`{key.text}`", (*VISUAL, "images", "columns"))
    visual = read_visual(fields, key, described=True)
    columns = fields.whole("columns", 1, _MOST_COLUMNS)
    listed = fields.node("images")
    if listed is None:
        if fields.lacks("images"):
            scope.report.error("missing-key", f"`{key.text}` lacks `images`", key.span)
        return None
    if not isinstance(listed, Sequence):
        fields.wrong("images", "a list of files", listed, "begin each with a dash")
        return None
    if not listed.items:
        scope.report.error("empty-block", "`images` is empty", listed.span)
    described = bool(visual["alt"]) or visual["decorative"]
    images = _images(listed, scope, described=described)
    images = tuple(_described(image, n, len(images), visual) for n, image in enumerate(images, 1))
    return Gallery(images=images, columns=columns, span=key.span, **visual) if images else None


def _described(image: Image, n: int, count: int, whole: VisualFields) -> Image:
    """A picture without words of its own gets those of its gallery, and its number."""
    if image.alt or image.decorative:
        return image
    alt = f"{whole['alt']} ({n}/{count})" if whole["alt"] else ""
    return replace(image, alt=alt, decorative=whole["decorative"])


def _images(node: Sequence, scope: Scope, *, described: bool) -> tuple[Image, ...]:
    found = (_listed(entry, scope, described) for entry in chosen(node.items, scope))
    return tuple(image for image in found if image is not None)


def _listed(node: Node, scope: Scope, described: bool) -> Image | None:
    """One picture of a gallery; what is wrong with it is told where it stands."""
    key = Scalar("image", plain=True, span=node.span)
    if isinstance(node, Mapping):
        fields = Fields(node, scope, "a picture of a gallery", _IN_GALLERY)
        return _mapped(fields, key, described=described)
    if not isinstance(node, Scalar) or not node.text.strip():
        if not (isinstance(node, Scalar) and node.misread):
            shown = "an empty item" if isinstance(node, Scalar) else kind_of(node)
            scope.report.error("wrong-value", f"a gallery wants files, not {shown}", node.span)
        return None
    found = picture_file(node, scope)
    if not described:
        without_alt("image", node.span, scope)
    return _image(*found, node.span) if found else None
