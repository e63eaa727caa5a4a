"""A `qr` block as written → the address that its code holds."""

from __future__ import annotations

from typing import Final

from deckgen.figures.qr import MOST_BYTES
from deckgen.model import Qr
from deckgen.source.common import COMMON, CommonFields, read_common
from deckgen.source.fields import Fields
from deckgen.source.inline_links import href
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Mapping, Node, Scalar

_KEYS: Final = (*COMMON, "url", "caption")


def read_qr(node: Node, key: Scalar, scope: Scope) -> Qr | None:
    """The short form, an address, or the mapping form with `url`."""
    if isinstance(node, Scalar):
        url = _address(node, scope)
        return Qr(url=url, span=key.span) if url else None
    if not isinstance(node, Mapping):
        scope.report.error("wrong-value", f"`{key.text}` wants one link, not a list", node.span)
        return None
    fields = Fields(node, scope, f"`{key.text}`", _KEYS)
    if fields.lacks("url"):
        scope.report.error("missing-key", f"`{key.text}` lacks `url`", key.span)
    scalar, caption = fields.scalar("url", "an address"), fields.text("caption")
    common: CommonFields = read_common(fields)
    url = _address(scalar, scope) if scalar is not None else None
    return Qr(url=url, caption=caption, span=key.span, **common) if url else None


def _address(scalar: Scalar, scope: Scope) -> str | None:
    """The address as it is encoded: one that a telephone can follow, and short enough for a code."""
    if scalar.misread:
        return None
    if scalar.text.strip().startswith("#"):
        message = "a QR code leads to a web or mail address: a telephone knows no slide"
        scope.report.error("bad-link", message, scalar.span)
        return None
    address = href(scalar.text, scalar.span, scope.report)
    if address is not None and len(address.encode()) > MOST_BYTES:
        message = f"the address has {len(address)} characters, more than a QR code holds"
        scope.report.error("bad-link", message, scalar.span)
        return None
    return address
