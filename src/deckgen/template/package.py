"""The bytes of an Open Packaging Conventions file → its parts, their types and what they refer to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to by `id`: `kind` is the relationship's type (a URI), `target` a part's name or,
    where `external`, an address."""

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """Parts by name, without a leading slash ("ppt/presentation.xml"), each as the file has it.

    `types` has the content type of each part, `references` the relationships of each part that has any
    ("" for the package's own); parts that are relationships stand in neither.
    """

    parts: dict[str, bytes]
    types: dict[str, str]
    references: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)
