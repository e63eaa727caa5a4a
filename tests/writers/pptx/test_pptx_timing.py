"""Clicks as PowerPoint's own time nodes, and transitions as its own elements."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Literal

import pytest
from lxml import etree

from deckgen.model import Clip, Transition, TransitionKind, Video
from deckgen.scene import Content, Effect, Frame, Group, Media, Part, Placed, PlacedText, Shape
from deckgen.slots import Box
from deckgen.theme import ColorRef, LevelStyle, TextStyle
from deckgen.writers.pptx.markup import ROOT_NS
from deckgen.writers.pptx.playing import player
from deckgen.writers.pptx.timing import Drawn, TimeNode, timing_xml
from deckgen.writers.pptx.transitions import MC, P14, P159, transition_xml
from tests.writers.pptx.reading import NS

TEXT = PlacedText(TextStyle("body", (LevelStyle(20),)), ())
FRAMED = PlacedText(TextStyle("body", (LevelStyle(20),)), (), frame=Frame(fill=ColorRef("surface")))
SHAPE = Shape(ColorRef("accent1"))
NAMESPACES = NS | {"mc": MC, "p14": P14, "p159": P159}


def drawn(**contents: Content) -> dict[str, Drawn]:
    """Shapes with ids from 2 on."""
    box = Box(0, 0, 10, 10)
    return {
        name: Drawn(n, Placed(name, Part.TEXT, box, content))
        for n, (name, content) in enumerate(contents.items(), 2)
    }


def parsed(xml: str) -> Any:
    return etree.fromstring(f"<r {ROOT_NS}>{xml}</r>")


def find(tree: Any, path: str) -> list[Any]:
    found = tree.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return found


def test_what_is_not_built_has_no_timing() -> None:
    assert timing_xml((), {}) == ""


def test_nodes_are_numbered_in_the_order_of_the_document() -> None:
    clicks = ((Effect("a", (0, 3)), Effect("b")), (Effect("b", exit=True),))
    tree = parsed(timing_xml(clicks, drawn(a=TEXT, b=SHAPE)))
    ids = [int(n) for n in find(tree, "//p:cTn/@id")]
    assert ids == list(range(1, len(ids) + 1))
    assert find(tree, "//p:cTn/@nodeType")[:2] == ["tmRoot", "mainSeq"]
    assert find(tree, "//p:seq/*/p:cond/@evt") == ["onPrev", "onNext"]


def test_each_click_is_nested_as_powerpoint_nests_it() -> None:
    tree = parsed(timing_xml(((Effect("a"), Effect("b")), (Effect("b", exit=True),)), drawn(a=TEXT, b=SHAPE)))
    clicks = find(tree, "//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par")
    assert [find(c, "p:cTn/p:stCondLst/p:cond/@delay") for c in clicks] == [["indefinite"], ["indefinite"]]
    effects = "p:cTn/p:childTnLst/p:par/p:cTn/p:childTnLst/p:par/p:cTn"
    assert [find(c, f"{effects}/@nodeType") for c in clicks] == [
        ["clickEffect", "withEffect"], ["clickEffect"],
    ]  # fmt: skip
    assert [find(c, f"{effects}/@presetClass") for c in clicks] == [["entr", "entr"], ["exit"]]


def test_paragraphs_are_animated_one_by_one_and_listed_once() -> None:
    tree = parsed(timing_xml(((Effect("a", (0, 2)),), (Effect("a", (2, 3)),)), drawn(a=TEXT)))
    assert find(tree, "//p:set//p:pRg/@st") == find(tree, "//p:set//p:pRg/@end") == ["0", "1", "2"]
    (build,) = find(tree, "//p:bldLst/p:bldP")
    assert dict(build.attrib) == {"spid": "2", "grpId": "0", "build": "p"}


def test_a_fade_sets_visibility_first_in_and_last_out() -> None:
    tree = parsed(timing_xml(((Effect("a"),), (Effect("a", exit=True),)), drawn(a=SHAPE)))
    comes, goes = find(tree, "//p:cTn[@presetClass]/p:childTnLst")
    assert [etree.QName(child).localname for child in comes] == ["set", "animEffect"]
    assert [etree.QName(child).localname for child in goes] == ["animEffect", "set"]
    assert find(comes, "p:set/p:to/p:strVal/@val") == ["visible"]
    assert find(goes, "p:set/p:to/p:strVal/@val") == ["hidden"]
    assert find(goes, "p:set//p:cond/@delay") == ["199"]


def test_what_a_shape_is_decides_its_entry_in_the_build_list() -> None:
    shapes = drawn(a=TEXT, b=FRAMED, c=SHAPE, d=Group(()))
    clicks = tuple((Effect(name),) for name in shapes)
    tree = parsed(timing_xml(clicks, shapes))
    assert [dict(b.attrib) for b in find(tree, "//p:bldLst/*")] == [
        {"spid": "2", "grpId": "0"},
        {"spid": "3", "grpId": "0", "animBg": "1"},
        {"spid": "4", "grpId": "0", "animBg": "1"},
    ]
    assert [e.get("grpId") for e in find(tree, "//p:cTn[@presetClass]")] == ["0", "0", "0", None]


def test_the_effects_of_one_shape_are_told_apart() -> None:
    tree = parsed(timing_xml(((Effect("a"),), (Effect("a", exit=True),)), drawn(a=SHAPE)))
    assert find(tree, "//p:bldLst/p:bldP/@grpId") == ["0", "1"]
    assert find(tree, "//p:cTn/@grpId") == ["0", "1"]
    tree = parsed(timing_xml(((Effect("a", exit=True),),), drawn(a=SHAPE)))
    assert find(tree, "//p:cTn/@grpId") == ["0"]


def test_other_nodes_stand_beside_the_main_sequence() -> None:
    def film(ids: Any) -> str:
        return f'<p:video><p:cMediaNode><p:cTn id="{next(ids)}"/></p:cMediaNode></p:video>'

    tree = parsed(timing_xml(((Effect("a"),),), drawn(a=TEXT), (film,)))
    root = find(tree, "//p:cTn[@nodeType='tmRoot']/p:childTnLst/*")
    assert [etree.QName(node).localname for node in root] == ["seq", "video"]
    assert max(map(int, find(tree, "//@id"))) == int(find(tree, "//p:video//@id")[0])
    assert find(parsed(timing_xml((), {}, (film,))), "//p:seq") == []


@pytest.mark.parametrize(
    ("kind", "effect", "fallback", "requires"),
    [
        ("fade", "p:fade", "p:fade", "p14"),
        ("push", "p:push", "p:push", "p14"),
        ("wipe", "p:wipe", "p:wipe", "p14"),
        ("cover", "p:cover", "p:cover", "p14"),
        ("zoom", "p14:warp[@dir='in']", "p:fade", "p14"),
        ("morph", "p159:morph[@option='byObject']", "p:fade", "p159"),
    ],
)
def test_each_kind_is_powerpoints_own(kind: str, effect: str, fallback: str, requires: str) -> None:
    transition = Transition(kind=TransitionKind(kind), duration=0.7)
    tree = parsed(transition_xml(transition, rtl=False))
    assert find(tree, "mc:AlternateContent/mc:Choice/@Requires") == [requires]
    assert find(tree, f"mc:AlternateContent/mc:Choice/p:transition[@p14:dur='700']/{effect}")
    assert find(tree, f"mc:AlternateContent/mc:Fallback/p:transition[@spd='med']/{fallback}")


def test_pages_come_from_where_one_reads_on() -> None:
    push = Transition(kind=TransitionKind.PUSH, duration=0.4)
    assert find(parsed(transition_xml(push, rtl=True)), "//p:push/@dir") == ["r", "r"]
    assert find(parsed(transition_xml(push, rtl=False)), "//p:push/@dir") == []
    assert find(parsed(transition_xml(push, rtl=False)), "//p:transition/@spd") == ["fast", "fast"]
    assert transition_xml(None, rtl=False) == ""


FILM = Media(Video(clip=Clip(path=Path("a.mp4"), media_type="video/mp4", autoplay=True, loop=True)))


def beside(shape: int, kind: Literal["video", "audio"] = "video") -> TimeNode:
    return partial(player, shape, kind, loop=kind == "video")


def test_a_film_plays_and_pauses_at_a_click_on_it() -> None:
    tree = parsed(timing_xml((), {}, [beside(7)]))
    assert find(tree, "//p:cTn/@nodeType") == ["tmRoot", "interactiveSeq", "clickEffect"]
    assert find(tree, "//p:seq//p:cond[@evt='onClick']/p:tgtEl/p:spTgt/@spid") == ["7", "7"]
    assert find(tree, "//p:cmd/@cmd") == ["togglePause"]
    assert find(tree, "//p:video/p:cMediaNode/p:tgtEl/p:spTgt/@spid") == ["7"]
    assert find(tree, "//p:video/p:cMediaNode/p:cTn/@repeatCount") == ["indefinite"]
    ids = [int(n) for n in find(tree, "//p:cTn/@id")]
    assert ids == list(range(1, len(ids) + 1))


def test_sounds_end_with_all_others() -> None:
    tree = parsed(timing_xml((), {}, [beside(7, "audio")]))
    assert find(tree, "//p:audio//p:cTn/p:endCondLst/p:cond/@evt") == ["onStopAudio"]
    assert find(tree, "//p:audio//p:cTn/@repeatCount") == []


def test_what_plays_by_itself_begins_with_the_main_sequence() -> None:
    tree = parsed(timing_xml((), {}, [beside(7), beside(8)], [7, 8]))
    (begun,) = find(tree, "//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par")
    assert find(begun, "p:cTn/p:stCondLst/p:cond[@evt='onBegin']/p:tn/@val") == find(
        tree, "//p:cTn[@nodeType='mainSeq']/@id"
    )
    assert find(begun, ".//p:cmd[@cmd='playFrom(0.0)']//p:spTgt/@spid") == ["7", "8"]
    assert find(begun, ".//p:cTn[@presetClass='mediacall']/@nodeType") == ["afterEffect", "withEffect"]


def test_what_is_built_plays_when_it_comes() -> None:
    tree = parsed(
        timing_xml(((Effect("film"),), (Effect("film", exit=True),)), drawn(film=FILM), [beside(2)])
    )
    first, second = find(tree, "//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par")
    assert find(first, ".//p:cmd/@cmd") == ["playFrom(0.0)"]
    assert find(second, ".//p:cmd/@cmd") == []
