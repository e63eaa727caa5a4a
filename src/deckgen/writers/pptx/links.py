"""Addresses in text and on pictures → relationships of the part in which they stand."""

from __future__ import annotations

import re
from urllib.parse import quote

from deckgen.writers.pptx.package import Relationships

# RFC 3986: reserved and unreserved characters, and the sign of an escape.
_LEGAL = "!#$%&'()*+,-./:;=?@_~[]"
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"^([a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?)([^/?#:]+)", re.IGNORECASE)


def legal_uri(address: str) -> str:
    """The address with everything escaped that a URI may not hold (RFC 3986); hosts by IDNA."""
    found = _HOST.match(address)
    if found and not found[2].isascii():
        address = found[1] + _ascii_host(found[2]) + address[found.end() :]
    return quote(_BARE_PERCENT.sub("%25", address.strip()), safe=_LEGAL)


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host  # left to be escaped


class PartLinks:
    """The links of one slide or notes page; `slides` gives a target's part, relative to this one."""

    def __init__(self, relationships: Relationships, slides: dict[str, str]) -> None:
        self._relationships = relationships
        self._slides = slides

    def attributes(self, href: str) -> str:
        """The attributes of `a:hlinkClick`; "" for a slide that is not in the deck."""
        if not href.startswith("#"):
            rid = self._relationships.to("hyperlink", legal_uri(href), external=True)
            return f' r:id="{rid}"'
        part = self._slides.get(href[1:])
        if part is None:
            return ""
        rid = self._relationships.to("slide", part)
        return f' r:id="{rid}" action="ppaction://hlinksldjump"'
