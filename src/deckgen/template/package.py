"""What an Open Packaging Conventions file holds: its parts, their types and what they refer to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to by `id`: `kind` is the relationship's type (a URI), `target` a part's name or,
    where `external`, an address.  A target that is no part of the package is missing from the file."""

    id: str
    kind: str
    target: str
    external: bool = False

    def of(self, kind: str) -> bool:
        """Whether its type ends in "/" and `kind` ("slideLayout")."""
        return self.kind.endswith(f"/{kind}")


@dataclass(frozen=True, slots=True)
class Package:
    """Parts by name, without a leading slash ("ppt/presentation.xml"), each as the file has it.

    `types` has the content type of each part, `references` the relationships of each part that has any
    ("" for the package's own); parts that are relationships stand in neither, but as the file has them in
    `written`, by the parts whose they are.  Names are written as
    part names have to be (ECMA-376-2, 6.2.2.2): characters that are not allowed there are percent-encoded.
    """

    parts: dict[str, bytes]
    types: dict[str, str]
    references: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)
    written: dict[str, bytes] = field(default_factory=dict)

    def related(self, part: str, kind: str) -> list[str]:
        """The parts, all in the package, that a part refers to by relationships of a kind ("slideLayout")."""
        return [r.target for r in self.references.get(part, ())
                if r.of(kind) and not r.external and r.target in self.parts]  # fmt: skip

    def target(self, part: str, rid: str | None) -> str | None:
        """The part, if it is in the package, that a relationship of `part` by this id leads to."""
        found = (r.target for r in self.references.get(part, ()) if r.id == rid and not r.external)
        return next((name for name in found if name in self.parts), None)
