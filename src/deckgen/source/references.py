"""`references` as written, or a BibTeX file → the works that a deck may cite, and those that it does."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from deckgen.diagnostics import Span
from deckgen.figures.citations import Name, Style, Work, name_of
from deckgen.source.citing import References
from deckgen.source.fields import Fields, kind_of
from deckgen.source.inline_links import href
from deckgen.source.scope import Scope, local_file
from deckgen.yamlnodes import Mapping, Scalar, Sequence

_OWN: Final = ("style", "file")
_FIELDS: Final = {
    "title": "title", "year": "year", "date": "year", "journal": "container", "booktitle": "container",
    "container": "container", "publisher": "publisher", "institution": "publisher", "school": "publisher",
    "organization": "publisher", "volume": "volume", "number": "number", "issue": "number", "pages": "pages",
    "edition": "edition", "note": "note", "howpublished": "note", "url": "url", "doi": "doi",
}  # fmt: skip
"""Fields of BibTeX (and their names elsewhere), and what each is to a `Work`."""

_IGNORED: Final = (
    "type",
    "address",
    "month",
    "isbn",
    "issn",
    "abstract",
    "keywords",
    "series",
    "chapter",
    "lang",
)
_LARGEST: Final = 4_000_000


def read_references(fields: Fields, lang: str) -> References:
    """The value of `references`: a file, or works by their keys, perhaps with a `style` and a `file`."""
    found = References(lang=lang)
    node = fields.node("references")
    if isinstance(node, Mapping):
        _mapped(node, fields.scope, found)
    elif node is not None:
        scalar = fields.scalar("references", "a .bib file or a mapping of works")
        if scalar is not None:
            _file(scalar, fields.scope, found)
    return found


def _mapped(node: Mapping, scope: Scope, found: References) -> None:
    for key, value in node.entries:
        if key.text in _OWN and isinstance(value, Scalar):
            own = Fields(Mapping(((key, value),), node.span), scope, "`references`", _OWN)
            if key.text == "style":
                found.style = own.choice("style", Style) or found.style
            elif (scalar := own.scalar("file", "a .bib file")) is not None:
                _file(scalar, scope, found)
        elif isinstance(value, Mapping):
            found.works[key.text] = _work(key, value, scope)
        else:
            hint = f"write `{key.text[:40]}: {{author: …, title: …, year: …}}`"
            message = f"a reference is a mapping of fields, not {kind_of(value)}"
            scope.report.error("wrong-value", message, value.span, hint)


def _work(key: Scalar, node: Mapping, scope: Scope) -> Work:
    known = (*_FIELDS, *_IGNORED, "author", "editor")
    fields = Fields(node, scope, f"the reference `{key.text[:40]}`", known)
    values = {
        name: fields.words(own) for own, name in _FIELDS.items() if own in fields and not fields.lacks(own)
    }
    if "url" in values and "url" in fields:
        values["url"] = href(values["url"], fields.span_of("url"), scope.report) or ""
    if not fields.keys:
        scope.report.error("empty-value", f"the reference `{key.text[:40]}` is empty", key.span)
    return Work(key=key.text, names=_names(fields, "author"), editors=_names(fields, "editor"), **values)


def _names(fields: Fields, key: str) -> tuple[Name, ...]:
    """One name, several with "and" between, or a list of them."""
    node = fields.node(key)
    if isinstance(node, Sequence):
        scalars = [item for item in node.items if isinstance(item, Scalar)]
        for item in node.items:
            if not isinstance(item, Scalar):
                fields.wrong(key, "a name or a list of names", item)
        return tuple(name_of(fields.scope.fill(scalar).text) for scalar in scalars)
    text = fields.words(key)
    return tuple(name_of(part) for part in text.split(" and ") if part.strip())


def _file(scalar: Scalar, scope: Scope, found: References) -> None:
    """The works of a BibTeX file."""
    path = local_file(scalar.text, scalar.span, scope)
    if path is None:
        return
    if path.suffix.lower() != ".bib":
        scope.report.error("wrong-value", "`references` wants a .bib file", scalar.span)
        return
    try:
        from pybtex import database, errors, scanner
    except ImportError:
        hint = 'install it: pip install "deckgen-slides[bib]"'
        scope.report.error("needs-extra", "reading a .bib file takes the extra `bib`", scalar.span, hint)
        return
    text = _bib_text(path, scalar, scope)
    if text is None:
        return
    try:
        with errors.capture() as problems:
            bib = database.parse_string(text, "bibtex")
    except (scanner.PybtexSyntaxError, database.BibliographyDataError, ValueError) as problem:
        _broken(problem, path, scalar, scope)
        return
    for noticed in problems:
        _broken(noticed, path, scalar, scope)
    for key, read in bib.entries.items():
        found.works.setdefault(key, _bib_work(key, read))


def _bib_text(path: Path, scalar: Scalar, scope: Scope) -> str | None:
    try:
        data = path.read_bytes()
        if len(data) > _LARGEST:
            scope.report.error("file-size", f"`{scalar.text[:80]}` has more than 4 MB", scalar.span)
            return None
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        hint = "save it as UTF-8"
        scope.report.error("file-unreadable", f"`{scalar.text[:80]}` is no UTF-8 text", scalar.span, hint)
        return None


def _broken(problem: Exception, path: Path, scalar: Scalar, scope: Scope) -> None:
    """A syntax error of BibTeX at its line, as far as the parser knows it."""
    line = getattr(problem, "lineno", None)
    shown = (scope.shown.parent / scalar.text).as_posix()
    where = Span(shown, line) if line else scalar.span
    words = str(problem).split(": ", 1)[-1].splitlines()[0][:200] if str(problem) else "is broken"
    scope.report.error("bad-bibliography", f"`{path.name}`: {words}", where)


def _bib_work(key: str, read: object) -> Work:
    """An entry of BibTeX, its LaTeX accents and dashes decoded."""
    values: dict[str, str] = {}
    for own, name in _FIELDS.items():
        text = read.fields.get(own, "")  # type: ignore[attr-defined]
        if text and name not in values:
            values[name] = _decoded(text) if name not in ("url", "doi") else text.strip()
    if "year" in values:
        values["year"] = values["year"][:4] if values["year"][:4].isdigit() else values["year"]
    persons = {role: _bib_names(read, role) for role in ("author", "editor")}
    return Work(key=key, names=persons["author"], editors=persons["editor"], **values)


def _bib_names(read: object, role: str) -> tuple[Name, ...]:
    people = read.persons.get(role, [])  # type: ignore[attr-defined]
    return tuple(
        Name(
            _decoded(" ".join((*person.prelast_names, *person.last_names, *person.lineage_names))),
            _decoded(" ".join((*person.first_names, *person.middle_names))),
        )
        for person in people
    )


def _decoded(text: str) -> str:
    from pybtex.richtext import Text as RichText

    return " ".join(str(RichText.from_latex(text)).replace("--", "–").split())
