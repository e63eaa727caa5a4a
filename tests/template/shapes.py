"""What small templates are made of: masters, layouts and placeholders, a line of XML each.

`make.made(Master(…))` gives the bytes of a file that PowerPoint opens; `ordinary()` is a usual master.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PRESENTATION_ML = "application/vnd.openxmlformats-officedocument.presentationml"

COLORS = {"dk1": "102030", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "EEEEEE", "accent1": "C00000",
          "accent2": "0070C0", "accent3": "00B050", "accent4": "FFC000", "accent5": "7030A0",
          "accent6": "808080", "hlink": "0563C1", "folHlink": "954F72"}  # fmt: skip
MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **{n: n for n in list(COLORS)[4:]}}
DARK = {**MAP, "bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
"""A colour map with light and dark exchanged."""

Place = tuple[float, float, float, float]


@dataclass(frozen=True)
class Layout:
    """A layout: shapes as XML, `background` a `p:bg`, `colors` a colour map of its own."""

    name: str
    shapes: tuple[str, ...] = ()
    type: str = ""
    background: str = ""
    colors: dict[str, str] | None = None
    attributes: str = ""


@dataclass(frozen=True)
class Master:
    """A master with its layouts and its theme; `styles` is what stands in `p:txStyles`."""

    layouts: tuple[Layout, ...] = (Layout("Blank", type="blank"),)
    shapes: tuple[str, ...] = ()
    styles: str = ""
    background: str = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    colors: dict[str, str] = field(default_factory=lambda: MAP)
    scheme: Mapping[str, str] = field(default_factory=lambda: COLORS)
    fonts: tuple[str, str] = ("Georgia", "Arial")
    theme: str = "Brand"


def placeholder(
    type_: str = "", idx: int | None = None, at: Place | None = None, body: str = "", levels: str = "",
    mark: str = "", rot: int = 0,
) -> str:  # fmt: skip
    """A `p:sp` that is a placeholder; `at` in pt, `body` the attributes and content of `a:bodyPr`
    ("anchor='b'>…"), `levels` what stands in `a:lstStyle`, `mark` further attributes of `p:ph`."""
    place = xfrm(at, rot) if at else ""
    kind = (f' type="{type_}"' if type_ else "") + (f' idx="{idx}"' if idx is not None else "")
    number = 100 + (idx or 0) + len(type_)
    prompt = '<a:r><a:rPr lang="en"/><a:t>Click</a:t></a:r>'
    words = '<a:endParaRPr lang="en"/>' if type_ in ("dt", "ftr") else prompt  # as PowerPoint has them
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{type_ or "Content"} {number}"/><p:cNvSpPr/>'
        f"<p:nvPr><p:ph{kind}{mark}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>"
        f"<a:bodyPr {body}{'' if '>' in body else '/>'}<a:lstStyle>{levels}</a:lstStyle>"
        f"<a:p>{words}</a:p></p:txBody></p:sp>"
    )


def xfrm(at: Place, rot: int = 0) -> str:
    """An `a:xfrm` of a box in pt, turned by `rot` degrees."""
    x, y, w, h = (round(n * 12700) for n in at)
    turned = f' rot="{rot * 60000}"' if rot else ""
    return f'<a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def group(outside: Place, inside: Place, *shapes: str) -> str:
    """A `p:grpSp` whose shapes' coordinates `inside` lie at `outside`."""
    x, y, w, h = (round(n * 12700) for n in inside)
    child = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/></a:xfrm>'
    return (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="90" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{xfrm(outside).replace('</a:xfrm>', child)}</p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )


def level(n: int, attributes: str = "", inner: str = "", run: str = "") -> str:
    """An `a:lvlNpPr`: its attributes, its bullets and spacing, and its `a:defRPr` ("sz='2400'>…")."""
    character = f"<a:defRPr {run}{'</a:defRPr>' if '>' in run else '/>'}"
    return f"<a:lvl{n}pPr {attributes}>{inner}{character}</a:lvl{n}pPr>"


TITLE = placeholder("title", at=(60, 30, 840, 80), body="anchor='ctr'")
BODY = placeholder("body", 1, at=(60, 130, 840, 340))
DATE = placeholder("dt", 2, at=(60, 500, 200, 28), mark=' sz="half"')
FOOTER = placeholder("ftr", 3, at=(320, 500, 320, 28), mark=' sz="quarter"')
NUMBER = placeholder("sldNum", 4, at=(700, 500, 200, 28), mark=' sz="quarter"')
FURNITURE = (placeholder("dt", 10), placeholder("ftr", 11), placeholder("sldNum", 12))

_TITLE_LEVEL = level(1, "", "<a:buNone/>", 'sz="4000"><a:latin typeface="+mj-lt"/>')
_OTHER_LEVEL = level(1, "", "", 'sz="1400"')
STYLES = (
    f"<p:titleStyle>{_TITLE_LEVEL}</p:titleStyle>"
    "<p:bodyStyle>"
    + "".join(
        level(
            n, f'marL="{228600 * n}" indent="-228600"',
            '<a:spcBef><a:spcPts val="600"/></a:spcBef><a:buChar char="•"/>', f'sz="{2800 - 400 * n}"',
        )
        for n in range(1, 4)
    )
    + f"</p:bodyStyle><p:otherStyle>{_OTHER_LEVEL}</p:otherStyle>"
)  # fmt: skip
"""Titles of 40 pt in the heading font, bullets of 24, 20 and 16 pt, furniture of 14 pt."""


def ordinary() -> Master:
    """A master with the layouts that most templates have, each with the furniture."""
    half, other = (60, 130, 410, 340), (490, 130, 410, 340)
    return Master(
        shapes=(TITLE, BODY, DATE, FOOTER, NUMBER),
        styles=STYLES,
        layouts=(
            Layout("Title Slide", (placeholder("ctrTitle", at=(120, 120, 720, 150), body="anchor='b'"),
                                   placeholder("subTitle", 1, at=(120, 290, 720, 100)), *FURNITURE), "title"),
            Layout("Title and Content", (placeholder("title"), placeholder(idx=1), *FURNITURE), "obj"),
            Layout("Section Header", (placeholder("title", at=(60, 180, 840, 120), body="anchor='b'"),
                                      placeholder("body", 1, at=(60, 310, 840, 80)), *FURNITURE), "secHead"),
            Layout("Two Content", (placeholder("title"), placeholder(idx=1, at=half),
                                   placeholder(idx=2, at=other), *FURNITURE), "twoObj"),
            Layout("Title Only", (placeholder("title"), *FURNITURE), "titleOnly"),
            Layout("Blank", FURNITURE, "blank"),
        ),
    )  # fmt: skip
