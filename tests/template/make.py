"""Masters, layouts and shapes as XML → the bytes of a PowerPoint file, and what tests do to such files."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from tests.template.shapes import PACKAGE, PRESENTATION_ML, A, Layout, Master, P, R

_NAMES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def made(
    *masters: Master, page: tuple[float, float] = (960, 540), default: str = "", slides: tuple[int, ...] = (),
    main: str = "template",
) -> bytes:  # fmt: skip
    """A file of these masters.  `default` is what stands in `p:defaultTextStyle`; `slides` has a sample slide
    for the number of each layout, counted from 1 through all masters."""
    return zipped(parts(*masters, page=page, default=default, slides=slides, main=main))


def parts(
    *masters: Master, page: tuple[float, float] = (960, 540), default: str = "", slides: tuple[int, ...] = (),
    main: str = "template",
) -> dict[str, str | bytes]:  # fmt: skip
    """The entries of that file by name."""
    found: dict[str, str | bytes] = {}
    links: list[tuple[str, str]] = []
    first, master_ids = 1, ""
    for m, master in enumerate(masters, 1):
        found |= _master(master, m, first)
        links.append(("slideMaster", f"slideMasters/slideMaster{m}.xml"))
        master_ids += f'<p:sldMasterId id="{2147483648 + 1000 * m}" r:id="rId{m}"/>'
        first += len(master.layouts)
    for n, layout in enumerate(slides, 1):
        found[f"ppt/slides/slide{n}.xml"] = _part(
            "sld", "", "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        )
        found[f"ppt/slides/_rels/slide{n}.xml.rels"] = rels(
            ("slideLayout", f"../slideLayouts/slideLayout{layout}.xml")
        )
        links.append(("slide", f"slides/slide{n}.xml"))
    slide_ids = "".join(
        f'<p:sldId id="{255 + n}" r:id="rId{len(masters) + n}"/>' for n in range(1, len(slides) + 1)
    )
    width, height = (round(side * 12700) for side in page)
    found["ppt/presentation.xml"] = (
        f"{_HEADER}<p:presentation {_NAMES}><p:sldMasterIdLst>{master_ids}</p:sldMasterIdLst>"
        + (f"<p:sldIdLst>{slide_ids}</p:sldIdLst>" if slides else "")
        + f'<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="6858000" cy="9144000"/>'
        + (f"<p:defaultTextStyle>{default}</p:defaultTextStyle>" if default else "")
        + "</p:presentation>"
    )
    found["ppt/_rels/presentation.xml.rels"] = rels(*links)
    found["_rels/.rels"] = rels(("officeDocument", "ppt/presentation.xml"))
    return {"[Content_Types].xml": _content_types(found, main), **found}


def _master(master: Master, m: int, first: int) -> dict[str, str | bytes]:
    found: dict[str, str | bytes] = {}
    for n, layout in enumerate(master.layouts, first):
        found[f"ppt/slideLayouts/slideLayout{n}.xml"] = _layout(layout)
        found[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = rels(
            ("slideMaster", f"../slideMasters/slideMaster{m}.xml")
        )
    ids = "".join(
        f'<p:sldLayoutId id="{2147483648 + 1000 * m + n}" r:id="rId{n}"/>'
        for n in range(1, len(master.layouts) + 1)
    )
    mapped = " ".join(f'{name}="{color}"' for name, color in master.colors.items())
    rest = (
        f"<p:clrMap {mapped}/>"
        + (f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>" if ids else "")
        + (f"<p:txStyles>{master.styles}</p:txStyles>" if master.styles else "")
    )
    shapes = master.background, *master.shapes
    found[f"ppt/slideMasters/slideMaster{m}.xml"] = _part("sldMaster", "", rest, *shapes)
    found[f"ppt/slideMasters/_rels/slideMaster{m}.xml.rels"] = rels(
        *(("slideLayout", f"../slideLayouts/slideLayout{first + n}.xml") for n in range(len(master.layouts))),
        ("theme", f"../theme/theme{m}.xml"),
    )
    found[f"ppt/theme/theme{m}.xml"] = _theme(master)
    return found


def _layout(layout: Layout) -> str:
    mapped = " ".join(f'{name}="{color}"' for name, color in (layout.colors or {}).items())
    override = f"<a:overrideClrMapping {mapped}/>" if mapped else "<a:masterClrMapping/>"
    kind = f' type="{layout.type}"' if layout.type else ""
    xml = _part("sldLayout", f"{kind}{layout.attributes}", f"<p:clrMapOvr>{override}</p:clrMapOvr>",
                layout.background, *layout.shapes)  # fmt: skip
    return xml.replace("<p:cSld>", f'<p:cSld name="{layout.name}">', 1)


def _part(root: str, attributes: str, rest: str, background: str = "", *shapes: str) -> str:
    own = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return (
        f"{_HEADER}<p:{root} {_NAMES}{attributes}><p:cSld>{background}<p:spTree>{own}{''.join(shapes)}"
        f"</p:spTree></p:cSld>{rest}</p:{root}>"
    )


def _theme(master: Master) -> str:
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in master.scheme.items()
    )
    heading, body = (
        f'<a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface=""/>' for family in master.fonts
    )
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{plain}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{_HEADER}<a:theme xmlns:a="{A}" name="{master.theme}"><a:themeElements><a:clrScheme name="C">'
        f'{colors}</a:clrScheme><a:fontScheme name="F"><a:majorFont>{heading}</a:majorFont><a:minorFont>'
        f'{body}</a:minorFont></a:fontScheme><a:fmtScheme name="S"><a:fillStyleLst>{plain * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    )


def rels(*targets: tuple[str, str]) -> str:
    """A relationships part: rId1, rId2 … of these kinds ("slideLayout") and targets."""
    rows = "".join(f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>'
                   for n, (kind, target) in enumerate(targets, 1))  # fmt: skip
    return f'{_HEADER}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _content_types(found: Mapping[str, str | bytes], main: str) -> str:
    kinds = {"presentation": f"{main}.main", "slideMaster": "slideMaster", "slideLayout": "slideLayout",
             "slide": "slide", "theme": ""}  # fmt: skip
    rows = ""
    for name in found:
        stem = re.sub(r"\d*\.xml$", "", name.rpartition("/")[2])
        if not name.endswith(".rels") and stem in kinds:
            kind = f"{PRESENTATION_ML}.{kinds[stem]}+xml" if kinds[stem] else (
                "application/vnd.openxmlformats-officedocument.theme+xml")  # fmt: skip
            rows += f'<Override PartName="/{name}" ContentType="{kind}"/>'
    return (
        f'{_HEADER}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{rows}</Types>'
    )


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    """The zip of these entries."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def saved(data: bytes, folder: Path, name: str = "brand.potx") -> Path:
    """The path of a file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The file with one part's XML changed; a change that changes nothing is a mistake of the test."""
    entries = unzipped(data)
    before = entries[part].decode("utf-8")
    entries[part] = change(before).encode("utf-8")
    assert entries[part].decode("utf-8") != before, part
    return zipped(entries)


def unzipped(data: bytes) -> dict[str, bytes]:
    """The entries of a file by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
