"""The written file, read back with lxml: words, structure, languages, and nothing from outside."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from deckgen.model import ListBlock, Quote, Run, plain
from deckgen.resources import templates
from deckgen.scene import Content, Group, Part, Picture, Placed, PlacedText, Scene
from deckgen.slots import Box
from deckgen.writers.html import write
from deckgen.writers.html.styles import Styles
from tests.writers.scenes import image, paragraph, sample_scene, text

HOSTILE = '</script></style><script>alert("x")</script><!--{{ title }} & co.'


@pytest.fixture(scope="module")
def scene() -> Scene:
    return sample_scene()


@pytest.fixture(scope="module")
def document(scene: Scene) -> Any:
    return parsed(write(scene))


def parsed(data: bytes) -> Any:
    """A written file as an lxml tree."""
    return html.document_fromstring(data.decode("utf-8"))


def texts(content: Content) -> Iterator[str]:
    """The words of each paragraph of a placed thing."""
    match content:
        case PlacedText(paragraphs=paragraphs):
            for item in paragraphs:
                yield "".join(run.text for run in item.text).replace("\n", "")
        case Group(children=children):
            for child in children:
                yield from texts(child.content)
        case Picture(image=shown):
            yield plain(shown.caption)
        case _:
            return


def one(element: Any, path: str) -> Any:
    """The one element that an XPath finds."""
    (found,) = element.xpath(path)
    return found


def with_blocks(scene: Scene, page: int, *placed: Placed) -> Scene:
    """The scene with other things on one page."""
    pages = list(scene.pages)
    pages[page] = replace(pages[page], placed=placed)
    return replace(scene, pages=tuple(pages))


def test_twice_the_same_scene_gives_the_same_bytes(scene: Scene) -> None:
    assert write(scene) == write(sample_scene())


def test_a_section_for_each_page_in_order(scene: Scene, document: Any) -> None:
    sections = document.xpath("//div[@class='slides']/section")
    assert [s.get("id") for s in sections] == [page.id for page in scene.pages]
    assert [s.get("aria-label") for s in sections] == [page.title for page in scene.pages]
    assert [s.get("lang") for s in sections] == [page.lang for page in scene.pages]
    assert [s.get("dir") for s in sections] == ["rtl" if page.rtl else "ltr" for page in scene.pages]
    hidden = [s.get("id") for s in sections if s.get("data-visibility") == "uncounted"]
    assert hidden == [page.id for page in scene.pages if page.slide.hidden] == ["numbers"]


@pytest.mark.parametrize("dark", [False, True])
def test_every_word_of_the_scene_is_on_its_page(dark: bool) -> None:
    scene = sample_scene(dark)
    document = parsed(write(scene))
    for page, section in zip(scene.pages, document.xpath("//section"), strict=True):
        expected = [words for placed in page.placed for words in texts(placed.content) if words]
        found = [p.text_content() for p in section.xpath(".//p[@class] | .//h1 | .//h2 | .//h3")]
        found = [words for words in found if words]
        assert sorted(found) == sorted(expected)


def test_headings_by_rank(document: Any) -> None:
    assert [h.text_content() for h in document.xpath("//h1")] == ["From world revolutionto the pact"]
    assert [h.text_content() for h in document.xpath("//section[@id='sides']//h2")] == ["Two sides"]
    assert [h.text_content() for h in document.xpath("//section[@id='sides']//h3")] == ["Moscow", "Berlin"]


def test_a_picture_and_its_caption_are_one_figure(document: Any) -> None:
    figure = one(document, "//section[@id='picture']//figure")
    assert one(figure, ".//img").get("alt") == "A blue plane with an amber corner"
    assert one(figure, "./figcaption").text_content() == "A caption"


def test_pictures_carry_their_alternatives_and_links(document: Any) -> None:
    tall = one(document, "//section[@id='beside']//img")
    assert tall.get("alt") == 'A tall "green" one & more'
    assert tall.getparent().get("href") == "https://example.org/tall"
    assert tall.get("src").startswith("data:image/jpeg;base64,")
    alternatives = [img.get("alt") for img in document.xpath("//section[@id='gallery']//img")]
    assert alternatives[0] == ""
    assert one(document, "//section[@id='gallery']//a").get("href") == "#plan"


def test_a_quote_and_its_source_are_one_figure(scene: Scene) -> None:
    quote = Quote(text=text("Peace"), by=text("Lenin"))
    style = scene.theme.styles["quote"]
    content = PlacedText(style, (paragraph("Peace", style),))
    source = PlacedText(style, (paragraph("Lenin", style),))
    changed = with_blocks(
        scene, 2,
        Placed("Quote", Part.QUOTE, Box(56, 100, 400, 80), content, None, (quote,)),
        Placed("Source", Part.SOURCE, Box(56, 200, 400, 40), source, None, (quote,)),
    )  # fmt: skip
    figure = one(parsed(write(changed)), "//section[@id='plan']//figure")
    assert one(figure, "./blockquote").text_content() == "Peace"
    assert one(figure, "./figcaption").text_content() == "Lenin"


def test_a_timeline_is_an_ordered_list_of_its_events(document: Any) -> None:
    events = document.xpath("//section[@id='timeline']//ol[@class='timeline']/li")
    assert [[p.text_content() for p in event.xpath(".//p")] for event in events] == [
        ["1921", "Treaty of Riga"],
        ["1934", "League of Nations"],
    ]


def test_what_carries_no_meaning_is_hidden_from_readers(document: Any) -> None:
    drawn = document.xpath("//section//div[not(normalize-space()) and not(.//img | .//br)]")
    assert drawn
    assert all(div.xpath("ancestor-or-self::*[@aria-hidden='true']") for div in drawn)


def test_notes_stand_on_the_first_page_of_a_slide(document: Any) -> None:
    opening = one(document, "//section[@id='opening']/aside[@class='notes']")
    assert [child.tag for child in opening] == ["p", "ul", "p"]
    assert one(opening, "./ul/li/ol/li").text_content() == "Below"
    assert one(opening, ".//strong").text_content() == "Béla Kun"
    assert len(document.xpath("//section[@id='long']/aside")) == 1
    assert document.xpath("//section[@id='long-2']/aside") == []


def test_the_head_describes_the_deck(document: Any) -> None:
    named = {meta.get("name"): meta.get("content") for meta in document.xpath("//meta[@name]")}
    assert named["author"] == "A. Lecturer, B. Assistant"
    assert named["keywords"] == "history, diplomacy"
    assert named["description"] == "A sample."
    assert named["generator"] == "deckgen"
    assert document.findtext(".//title") == "Revolution & pact"
    assert (document.get("lang"), document.get("dir")) == ("en", "ltr")


def test_nothing_comes_from_outside(document: Any) -> None:
    loaded = document.xpath("//@src | //link/@href | //@srcset | //@poster")
    assert all(value.startswith("data:") for value in loaded)
    styles = "".join(document.xpath("//style/text()"))
    assert "@import" not in styles
    urls = re.findall(r"url\(\s*['\"]?([^)]{0,12})", styles)
    assert urls
    assert all(url.startswith("data:") for url in urls)


def test_a_picture_on_many_pages_is_carried_once(scene: Scene) -> None:
    one_image, placed = image("tall.jpg"), []
    placed = [
        Placed(f"Image {n}", Part.PICTURE, Box(10 * n, 10, 100, 200), Picture(one_image), None, (one_image,))
        for n in range(1, 6)
    ]
    before = len(write(with_blocks(scene, 2, placed[0])))
    assert len(write(with_blocks(scene, 2, *placed))) - before < 5 * 300


def test_fonts_are_inside_with_the_line_box_of_the_pptx(document: Any) -> None:
    styles = "".join(document.xpath("//style/text()"))
    faces = re.findall(r"@font-face \{(.*?)\}", styles, re.DOTALL)
    assert {re.search(r'font-family: "(.*?)"', face)[1] for face in faces} >= {"Arial"}  # type: ignore[index]
    for face in faces:
        assert "src: url(data:font/ttf;base64,AAEA" in face
        assert "ascent-override: 100%" in face
        assert "descent-override: 0%" in face


def test_an_authors_words_never_become_markup(scene: Scene) -> None:
    style = scene.theme.styles["text"]
    words = PlacedText(style, (paragraph((Run(HOSTILE, href="https://example.org/\"'><b>"),), style),))
    block = ListBlock(items=(), id='"><b>')
    shown = replace(image("tall.jpg", alt=HOSTILE))
    changed = with_blocks(
        scene, 2,
        Placed("Text", Part.TEXT, Box(0, 0, 500, 100), words, None, (block,)),
        Placed("Image", Part.PICTURE, Box(0, 200, 50, 100), Picture(shown), None, (shown,)),
    )  # fmt: skip
    pages = tuple(replace(p, title=HOSTILE) for p in changed.pages)
    deck = replace(
        scene.deck, title=text(HOSTILE), authors=(text(HOSTILE),), keywords=HOSTILE, description=HOSTILE
    )
    scripts = len(parsed(write(scene)).xpath("//script"))
    document = parsed(write(replace(changed, deck=deck, pages=pages)))
    assert len(document.xpath("//script")) == scripts
    assert document.findtext(".//title") == HOSTILE
    assert {m.get("content") for m in document.xpath("//meta[@name='author' or @name='keywords']")} == {
        HOSTILE
    }
    section = one(document, "//section[@id='plan']")
    assert section.get("aria-label") == HOSTILE
    assert one(section, ".//p").text_content() == HOSTILE
    assert one(section, ".//img").get("alt") == HOSTILE
    assert section.xpath(".//b") == []


def test_an_edited_template_is_used(scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(templates() / "html", folder / "html")
    (folder / "html" / "blocks" / "column-title.html.j2").write_text('<div{{ box }}>{{ flow("h4") }}</div>')
    monkeypatch.setattr("deckgen.writers.html.deck.templates", lambda: folder)
    titles = parsed(write(scene)).xpath("//section[@id='sides']//h4")
    assert [title.text_content() for title in titles] == ["Moscow", "Berlin"]


@pytest.mark.parametrize("dark", [False, True])
def test_inverse_pages_exchange_light_and_dark(dark: bool) -> None:
    scene = sample_scene(dark)
    css = "".join(parsed(write(scene)).xpath("//style/text()"))
    root = re.search(r":root \{(.*?)\}", css, re.DOTALL)
    inverse = re.search(r"\.inverse \{(.*?)\}", css, re.DOTALL)
    assert root is not None and inverse is not None
    values, exchanged = (dict(re.findall(r"(--[\w-]+): (#\w{6});", found[1])) for found in (root, inverse))
    assert values["--background"] == exchanged["--text"] == scene.theme.colors["background"]
    assert values["--text"] == exchanged["--background"]
    assert values.keys() == exchanged.keys()


def test_capitals_and_tracking_are_rules_of_the_style() -> None:
    scene = sample_scene()
    styles = Styles(scene.theme)
    look = replace(scene.theme.styles["title"].level(0), caps=True, tracking=1.25)
    name = styles.look("title", 0, look)
    (rules,) = [rules for known, rules, _ in styles.looks() if known == name]
    assert {"text-transform:uppercase", "letter-spacing:1.25px"} <= set(rules.split(";"))
