"""PowerPoint files are unpacked; what cannot be a template is told in one diagnostic that says what helps."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.template import Package
from deckgen.template.unpack import part_name, read_package
from tests.template.make import edited, made, parts, rels, saved, unzipped, zipped
from tests.template.reading import HERE, read
from tests.template.shapes import Master, ordinary


def package(data: bytes, folder: Path) -> Package:
    """The package of a file that reads without a word."""
    report = Report()
    found = read_package(saved(data, folder), HERE, report)
    assert report.sorted() == []
    assert found is not None
    return found


def refused(data: bytes, folder: Path, name: str = "brand.potx") -> str:
    """The one problem of a file that cannot be a template, as its author reads it."""
    found, said = read(data, folder, name)
    assert found is None
    (problem,) = said
    assert (problem.code, problem.span) == ("bad-template", HERE)
    assert problem.hints
    return problem.message


def test_parts_have_types_and_relationships(tmp_path: Path) -> None:
    entries = parts(ordinary())
    found = package(zipped(entries), tmp_path)
    layout = "ppt/slideLayouts/slideLayout2.xml"
    assert found.parts[layout] == str(entries[layout]).encode()
    assert found.types[layout].endswith("slideLayout+xml")
    assert found.related(layout, "slideMaster") == ["ppt/slideMasters/slideMaster1.xml"]
    assert found.related("", "officeDocument") == ["ppt/presentation.xml"]
    assert found.target("ppt/presentation.xml", "rId1") == "ppt/slideMasters/slideMaster1.xml"
    assert not [name for name in found.parts if name.endswith(".rels") or name.startswith("[")]


def test_targets_are_found_however_they_are_written(tmp_path: Path) -> None:
    """Absolute, with another case, with backslashes, with characters that are escaped in one place alone."""
    entries = dict(parts(Master()))
    entries["ppt/media/Wort Marke (ä).png"] = b"\x89PNG"
    entries["ppt/slideLayouts/_rels/slideLayout1.xml.rels"] = rels(
        ("slideMaster", "/PPT/slideMasters/SlideMaster1.xml"),
        ("image", "../media/Wort%20Marke%20(%C3%A4).png"),
        ("image", "..\\media\\wort marke (ä).png"),
        ("image", "../media/gone.png"),
        ("hyperlink", "mailto:office@example.org"),
    )
    found = package(zipped(entries), tmp_path)
    layout, picture = "ppt/slideLayouts/slideLayout1.xml", "ppt/media/Wort%20Marke%20(%C3%A4).png"
    assert found.related(layout, "slideMaster") == ["ppt/slideMasters/slideMaster1.xml"]
    assert found.related(layout, "image") == [picture, picture]
    assert found.parts[picture] == b"\x89PNG"
    assert [r.external for r in found.references[layout]] == [False, False, False, False, True]
    assert found.references[layout][3].target == "ppt/media/gone.png"


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("/ppt/a b.xml", "ppt/a%20b.xml"),
        ("ppt\\media\\image1.png", "ppt/media/image1.png"),
        ("ppt/../../etc/passwd", ""),
        ("ppt/./x", ""),
        ("ppt//x", ""),
        ("ppt/%2e%2e/x", ""),
        ("", ""),
    ],
)
def test_part_names_stay_inside_the_package(entry: str, name: str) -> None:
    assert part_name(entry) == name


def test_the_last_of_several_entries_counts(tmp_path: Path) -> None:
    entries = parts(Master())
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("ppt/theme/theme1.xml", "old")
        for name, content in entries.items():
            archive.writestr(name, content)
    assert package(out.getvalue(), tmp_path).parts["ppt/theme/theme1.xml"] != b"old"


def test_a_part_without_a_type_has_that_of_its_ending_or_is_left_out(tmp_path: Path) -> None:
    entries = {**parts(Master()), "ppt/media/logo.JPG": b"\xff\xd8", "ppt/media/notes.qqq": b"?"}
    found = package(zipped(entries), tmp_path)
    assert found.types["ppt/media/logo.JPG"] == "image/jpeg"
    assert "ppt/media/notes.qqq" not in found.parts


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint 97-2003"),
        (b"%PDF-1.7", "no PowerPoint file, or a damaged one"),
        (b"", "no PowerPoint file, or a damaged one"),
        (made(Master())[:-40], "no PowerPoint file, or a damaged one"),
        (zipped({"mimetype": "application/vnd.oasis", "content.xml": "<x/>"}), "OpenDocument"),
        (zipped({"Index/Document.iwa": "x"}), "Keynote"),
        (zipped({"a.txt": "x"}), "[Content_Types].xml is missing"),
        (made(), "no slide master"),
        (made(Master(layouts=())), "no slide layouts"),
    ],
)
def test_what_is_no_template_is_told_in_one_line(data: bytes, told: str, tmp_path: Path) -> None:
    assert told in refused(data, tmp_path)


def test_other_office_files_are_named(tmp_path: Path) -> None:
    data = edited(
        made(Master()),
        "[Content_Types].xml",
        lambda xml: xml.replace("presentationml.template", "wordprocessingml"),
    )
    assert "Word document" in refused(data, tmp_path)


def test_strict_files_are_named(tmp_path: Path) -> None:
    transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    data = edited(made(Master()), "_rels/.rels", lambda xml: xml.replace(transitional, strict))
    assert "Strict Open XML" in refused(data, tmp_path)


@pytest.mark.parametrize(
    "part",
    ["ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml",
     "ppt/theme/theme1.xml", "[Content_Types].xml", "ppt/_rels/presentation.xml.rels"],
)  # fmt: skip
def test_damaged_parts_are_named(part: str, tmp_path: Path) -> None:
    data = edited(made(Master()), part, lambda xml: xml[: len(xml) // 2])
    assert f"{part} is no well-formed XML" in refused(data, tmp_path)


def test_a_master_without_a_theme_is_told(tmp_path: Path) -> None:
    entries = unzipped(made(Master()))
    del entries["ppt/theme/theme1.xml"]
    assert "has no theme" in refused(zipped(entries), tmp_path)


def test_a_password_on_the_zip_is_told(tmp_path: Path) -> None:
    data = bytearray(made(Master()))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert "has a password" in refused(bytes(data), tmp_path)


def test_files_that_are_not_there_are_told(tmp_path: Path) -> None:
    report = Report()
    assert read_package(tmp_path / "none.potx", HERE, report) is None
    (problem,) = report.sorted()
    assert "cannot be read: no such file" in problem.message


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    bomb = {**parts(Master()), "ppt/media/image1.png": bytes(120_000_000)}
    assert "holds more than a template may" in refused(zipped(bomb), tmp_path)


def test_entities_are_not_expanded_and_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Confidential", "utf-8")
    doctype = f'<!DOCTYPE p [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    data = edited(
        made(Master()),
        "ppt/slideLayouts/slideLayout1.xml",
        lambda xml: xml.replace("?>\n", f"?>\n{doctype}").replace("<p:spTree>", "<p:spTree>&x;"),
    )
    found, _ = read(data, tmp_path)
    assert "Confidential" not in repr(found.masters if found else "")


def test_macros_are_left_out_with_a_word(tmp_path: Path) -> None:
    found, (said,) = read(made(Master(), main="template.macroEnabled"), tmp_path)
    assert found is not None
    assert said.code == "template-macros"


def test_relationships_of_another_kind_are_no_package(tmp_path: Path) -> None:
    data = edited(made(Master()), "_rels/.rels", lambda xml: xml.replace('officeDocument" T', 'other" T'))
    assert "holds no presentation" in refused(data, tmp_path)
