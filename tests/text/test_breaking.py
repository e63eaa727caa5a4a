"""Where lines may end in the scripts of the world, and what is never cut in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.breaking import Break, forced_end, graphemes, opportunities


def pieces(text: str, lang: str = "en") -> str:
    """`text` with "|" where a line may end, "‖" where it must, "¬" where a hyphen would show."""
    cut, start = "", 0
    for found in opportunities(text, lang):
        cut += text[start : found.offset].rstrip("\n\u00ad")
        cut += "‖" if found.mandatory else "¬" if found.hyphen else "|"
        start = found.offset
    return cut + text[start:]


CASES = [
    # spaces
    ("", ""),
    ("word", "word"),
    ("two words", "two |words"),
    ("two  spaces  ", "two  |spaces  "),
    (" led", " |led"),
    ("a\tb\u2009c", "a\t|b\u2009|c"),
    ("10\u00a0kg or 10\u202fkg", "10\u00a0kg |or |10\u202fkg"),
    ("a \u00a0b", "a \u00a0b"),
    ("one\u2060two three", "one\u2060two |three"),
    # punctuation that keeps to its word
    ("Quoi ? Non !", "Quoi ? |Non !"),
    ("« mot » et", "« mot » |et"),
    ("say “well” (or not) [so]", "say |“well” |(or |not) |[so]"),
    ("„Wort“ und »Wort« und", "„Wort“ |und |»Wort« |und"),
    ("a / b … c", "a / |b … |c"),
    ("50 % of", "50 |% |of"),
    # hyphens and dashes
    ("well-known", "well-|known"),
    ("self\u2010governing", "self\u2010|governing"),
    ("1939-08-23 and B-2", "1939-08-23 |and |B-2"),
    ("1917–1939", "1917–|1939"),
    ("Moscow–Berlin", "Moscow–|Berlin"),
    ("word—word", "word—|word"),
    ("a – b — c", "a |– |b |— |c"),
    ("-5 and --flag", "-5 |and |--flag"),
    ("кто-то που-που", "кто-|то |που-|που"),
    ("בית-ספר", "בית-ספר"),
    # invisible signs
    ("Staats\u00adbürger\u00adschaft", "Staats¬bürger¬schaft"),
    ("a\u200bb", "a\u200b|b"),
    ("one\ntwo\n", "one‖two‖"),
    ("one \n\ntwo", "one ‖‖two"),
    # addresses and paths stay whole
    ("see https://a.org/b-c/d?e=f-g now", "see |https://a.org/b-c/d?e=f-g |now"),
    ("www.well-known.org or", "www.well-known.org |or"),
    ("and/or a.b,c:d;e", "and/or |a.b,c:d;e"),
    # ideographs, kana, hangul
    ("日本語", "日|本|語"),
    ("「日本」です。次", "「日|本」|で|す。|次"),
    ("キャット、スーパー", "キャッ|ト、|スー|パー"),
    ("人々（中）", "人々|（中）"),
    ("日本ABC語", "日|本|ABC|語"),
    ("12月3日", "12|月|3|日"),
    ("使用abc，可以", "使|用|abc，可|以"),
    ("見https://a.org/b 見", "見|https://a.org/b |見"),
    ("か\u3099き", "か\u3099|き"),
    ("대한민국 만세", "대한민국 |만세"),
    # emoji
    ("😀😀", "😀|😀"),
    ("👩‍👩‍👧👍🏽", "👩‍👩‍👧|👍🏽"),
    ("❤️❤️", "❤️|❤️"),
    # right to left, Indic
    ("سلام عليكم", "سلام |عليكم"),
    ("शुरू में था", "शुरू |में |था"),
]


@pytest.mark.parametrize(("text", "cut"), CASES, ids=[ascii(text) for text, _ in CASES])
def test_opportunities(text: str, cut: str) -> None:
    assert pieces(text) == cut


def test_korean_breaks_between_words_alone() -> None:
    assert pieces("大韓民國 만세", "ko-KR") == "大韓民國 |만세"
    assert pieces("大韓", "kok") == "大|韓"
    assert pieces("大韓 만세", "ja") == "大|韓 |만세"


@pytest.mark.parametrize(
    "text", ["ราชอาณาจักรไทยเป็นประเทศที่ตั้งอยู่ในเอเชีย", "ມະນຸດທຸກຄົນເກີດມາມີອິດສະຫຼະພາບ", "មនុស្សទាំងអស់កើតមកមានសេរីភាព"]
)
def test_scripts_without_spaces_break_between_syllables(text: str) -> None:
    starts = [text[found.offset] for found in opportunities(text)]
    assert len(starts) >= 2
    assert not set(starts) & set("ะาำๆฯັິີະາ្ាិីុ็่้")
    ends = [text[found.offset - 1] for found in opportunities(text)]
    assert not set(ends) & set("เแโใไເແໂໃໄ្")


GRAPHEMES: list[tuple[str, list[str]]] = [
    ("abc", ["a", "b", "c"]),
    ("e\u0301a", ["e\u0301", "a"]),
    ("👩‍👩‍👧👍🏽", ["👩‍👩‍👧", "👍🏽"]),
    ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
    ("❤️x", ["❤️", "x"]),
    ("각\u1100\u1161\u11a8", ["각", "\u1100\u1161\u11a8"]),
    ("क्षि", ["क्षि"]),
    ("กำที่", ["กำ", "ที่"]),
    ("a\r\nb", ["a", "\r\n", "b"]),
    ("\n\u0301", ["\n", "\u0301"]),
    ("葛\U000e0100城", ["葛\U000e0100", "城"]),
    ("🏴\U000e0067\U000e007f!", ["🏴\U000e0067\U000e007f", "!"]),
]


@pytest.mark.parametrize(("text", "clusters"), GRAPHEMES)
def test_graphemes(text: str, clusters: list[str]) -> None:
    assert graphemes(text) == clusters


FORCED = [
    # text, start, as much as fits, where the line ends
    ("abcdefgh", 0, 5, 5),
    ("abcdefgh", 5, 8, 8),
    ("abcdefgh", 0, 0, 1),
    ("https://abc/defghi", 0, 15, 12),
    ("https://abc/defghi", 12, 17, 17),
    ("https://a-b/c/defg", 0, 15, 10),
    ("https://a?b=c&defg", 0, 15, 10),
    ("ab/", 0, 3, 3),
    ("x12/34567", 0, 7, 4),
    ("ae\u0301e\u0301e\u0301", 0, 4, 3),
    ("👩‍👩‍👧👩‍👩‍👧", 0, 3, 5),
]


@pytest.mark.parametrize(("text", "start", "limit", "end"), FORCED)
def test_forced_end(text: str, start: int, limit: int, end: int) -> None:
    assert forced_end(text, start, limit) == end


some_text = st.text(
    st.sampled_from("ab-–—/ \n\u00a0\u00ad\u200b日本。「ーกเา각👩\u200d🇩🏽e\u0301?!「") | st.characters()
)


@given(some_text, st.sampled_from(["en", "ko", "ja", ""]))
def test_breaks_rise_and_stand_inside_the_text(text: str, lang: str) -> None:
    found = opportunities(text, lang)
    offsets = [one.offset for one in found]
    assert offsets == sorted(set(offsets))
    assert all(0 < one.offset < len(text) or one.mandatory for one in found)
    assert [one.offset for one in found if one.mandatory] == [
        n + 1 for n, ch in enumerate(text) if ch == "\n"
    ]


@given(some_text)
def test_no_break_beside_a_joiner_or_before_a_mark(text: str) -> None:
    for found in opportunities(text):
        after = text[found.offset : found.offset + 1]
        if not found.mandatory:
            assert after not in ("\u00a0", "\u202f", "\u2060", "\u200d", "。", "ー")
            assert text[found.offset - 1] not in "\u00a0\u202f\u2060「"


@given(some_text)
def test_graphemes_lose_nothing(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert all(graphemes(text))


@given(st.text(st.sampled_from("ab/-?e\u0301日👩\u200d"), min_size=1), st.data())
def test_a_forced_end_moves_on_and_keeps_clusters(text: str, data: st.DataObject) -> None:
    start = 0
    while start < len(text):
        limit = data.draw(st.integers(start, len(text)))
        end = forced_end(text, start, limit)
        assert start < end <= max(limit, start + len(graphemes(text[start:])[0]))
        start = end


def test_a_break_says_what_it_is() -> None:
    assert opportunities("a b\u00adc\nd") == (Break(2), Break(4, hyphen=True), Break(6, mandatory=True))
