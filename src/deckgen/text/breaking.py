"""The characters of a paragraph → the places at which one of its lines may end."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


class Break(NamedTuple):
    """A place where a line may end: before `text[offset]`.

    The spaces before `offset` hang over the edge and take no room.  `mandatory` says that the line
    ends there in any case (a "\\n" before `offset`, which takes no room either), `hyphen` that a
    line which ends there shows a hyphen (a soft hyphen before `offset`).

    A tuple rather than a dataclass: a deck has hundreds of thousands of them.
    """

    offset: int
    mandatory: bool = False
    hyphen: bool = False


# What follows allows fewer breaks than the Unicode line breaking algorithm (UAX #14) where browsers
# and office suites differ: a line then holds what it was measured to hold in all of them, and a
# paragraph never needs a line more than was predicted.

_SPACE = "[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f]"
_LETTER = r"[^\W\d_]"

# May not begin a line even after a space: closing punctuation, joiners, no-break spaces (UAX #14
# LB11-LB13), and closing quotes that end a word (LB15b).
_NOT_AFTER_SPACE = (
    "[\n!),./:;?\\]}\u00a0\u2007\u202f\u2060\ufeff\u200b\u200d…]|[»”’›](?:[\\s!),.:;?\\]}]|\\Z)"
)

# Opening brackets and quotes hold on to what follows them, across spaces too (LB14, LB15a).
_NOT_BEFORE_SPACE = "(?<![(\\[{¿¡„‚])(?<!\\s[«‹“‘])(?<!\\A[«‹“‘])"

# Ideographs, kana and full-width forms.  Hangul is not among them: LibreOffice breaks Korean between
# its words alone, browsers between syllables, too.
_WIDE = (
    "\u2e80-\u2fd5\u3000-\u30ff\u3105-\u312f\u31a0-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff01-\uff9f\U00020000-\U000323af"
)
_WIDE_OPEN = "（［｛〈《「『【〔〖〘〚〝｟｢"
_WIDE_CLOSE = "、。，．：；？！）］｝〉》」』】〕〗〙〛〞〟｠｡｣､･・\u3000"
# Kinsoku: small kana, sound and repetition marks never begin a line (JIS X 4051, "characters not
# starting a line").
_WIDE_BOUND = (
    "ヽヾゝゞ々〻ーｰ〜゠゛゜\u302a-\u302f\u3099\u309aﾞﾟぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯ"
)
_WIDE_SIGN = "％＄￡￥￦￠＃＆＠＊／＼｜～＝＋－＜＞＿＾｀＂＇"
_MARKS = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_EMOJI = "\u231a-\u23ff\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001faff"
_EMOJI_TAIL = "(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d[^\\s])*+"

_MAY_BEGIN = f"(?![{_WIDE_CLOSE}{_WIDE_BOUND}{_WIDE_SIGN}])[{_WIDE}]"
_WIDE_WORD = f"(?![{_WIDE_OPEN}{_WIDE_CLOSE}{_WIDE_SIGN}])[{_WIDE}][{_MARKS}]*+"
# LibreOffice breaks after closing punctuation only where a wide character stands before it.
_MAY_END = f"(?:{_WIDE_WORD}|(?<=[{_WIDE}])[{_WIDE_CLOSE}])"

# Thai, Lao, Khmer and Burmese write words without spaces, and renderers find their ends with
# dictionaries.  Without one, a break at every sixth syllable stands in: what it wastes at a line's
# end is on average more than the half word that a dictionary does.
_CLUSTER = (
    "[\u0e40-\u0e44\u0ec0-\u0ec4]?[\u0e01-\u0e2e\u0e81-\u0eae\u0edc-\u0edf\u1000-\u102a\u103f\u1780-\u17b3]"
    "(?:[\u0e2f-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebd\u0ec6-\u0ece\u102b-\u103e\u17b4-\u17d1\u17d3-\u17dd]"
    "|\u17d2[\u1780-\u17b3]|[\u1000-\u102a][\u1037\u1038]*\u103a[\u1037\u1038]*|\u1039[\u1000-\u102a])*+"
)

_SIMPLE = re.compile(r"[A-Za-z ]*", re.ASCII)
_SPACES = re.compile(" +")
_NARROW = (
    f"(?P<mandatory>\n)|(?P<hyphen>\u00ad(?!\\Z))|(?P<none>(?:https?://|www\\.)[!-~]+)"
    f"|{_NOT_BEFORE_SPACE}{_SPACE}++(?!{_NOT_AFTER_SPACE})"
    f"|(?<={_LETTER})(?<![\u0590-\u05ff])[-\u2010](?={_LETTER})"
    f"|(?<={_LETTER})[–—](?={_LETTER})|(?<=\\d)–(?=\\d)"
    f"|\u200b(?!\\s)|\u0f0b(?![\u0f0b-\u0f14\\s])"
)
# Looking at one character first halves the time that most texts take.
_BREAKS = re.compile(f"(?=[\n\u00adhw{_SPACE[1:-1]}\\-\u2010–—\u200b\u0f0b])(?:{_NARROW})")
_BREAKS_WIDE = re.compile(
    f"{_NARROW}|{_MAY_END}(?={_MAY_BEGIN})|{_WIDE_WORD}(?=[A-Za-z0-9])"
    f"|[A-Za-z0-9](?=(?![{_WIDE_OPEN}]){_MAY_BEGIN})"
    f"|[{_EMOJI}]{_EMOJI_TAIL}(?=[{_EMOJI}])|(?:{_CLUSTER}){{6}}(?={_CLUSTER})"
)
_HAS_WIDE = re.compile(f"[{_WIDE}{_EMOJI}\u0e01-\u0ece\u1000-\u103f\u1780-\u17dd]")


def opportunities(text: str, lang: str = "en") -> tuple[Break, ...]:
    """Where the lines of `text` may end, in order; the end of the text is not among them.

    `lang` is a BCP 47 tag: Korean breaks between its words, the ideographs in it, too.
    """
    if _SIMPLE.fullmatch(text):
        return tuple([Break(m.end()) for m in _SPACES.finditer(text) if m.end() < len(text)])
    wide = _HAS_WIDE.search(text) and lang.lower().split("-")[0] != "ko"
    pattern = _BREAKS_WIDE if wide else _BREAKS
    end = len(text)
    return tuple([
        Break(m.end(), m.lastgroup == "mandatory", m.lastgroup == "hyphen")
        for m in pattern.finditer(text)
        if m.lastgroup == "mandatory" or (m.end() < end and m.lastgroup != "none")
    ])  # fmt: skip


# Within a word that is wider than its line all renderers break after the first of these, LibreOffice
# after the second, too, but not behind a single letter (w/o); they break between any two characters only
# where neither is on the line.
_WITHIN_WORD = (re.compile(r"[-?\u2010–—…](?=\w)"), re.compile(r"(?<!\W\w)[!/\\|](?=\w)"))
_LONGEST_CLUSTER = 64


def forced_end(text: str, start: int, limit: int) -> int:
    """Where a line that begins at `start` ends in a word that is too wide for it.

    `text[start:limit]` is as much as fits.  The answer is the earliest of what renderers do, at least
    one character (grapheme cluster) after `start`, and never within one.
    """
    for pattern in _WITHIN_WORD:
        ends = [m.end() for m in pattern.finditer(text, start, limit + 1) if m.end() <= limit]
        if ends:
            return ends[-1]
    end = start
    for cluster in graphemes(text[start : limit + _LONGEST_CLUSTER]):
        if end > start and end + len(cluster) > limit:
            break
        end += len(cluster)
    return end


def graphemes(text: str) -> list[str]:
    """`text` cut into what a reader takes for one character (grapheme clusters, UAX #29).

    Never cut: base and combining marks, emoji sequences, flags, hangul jamo, conjuncts, "\\r\\n".
    """
    clusters: list[str] = []
    for char in text:
        if clusters and _joins(clusters[-1], char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


_VIRAMA = 9  # the canonical combining class of the signs that bind two consonants
_JOINERS = re.compile("[\u200c\u200d\u0e33\u0eb3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_JAMO = re.compile(
    "[\u1100-\u115f][\u1100-\u11a7\uac00-\ud7a3]"
    "|[\u1160-\u11a7\uac00-\ud7a3][\u1160-\u11ff]|[\u11a8-\u11ff]{2}"
)


def _joins(cluster: str, char: str) -> bool:
    """Whether `char` belongs to the cluster before it."""
    if char < "\u0300":
        return cluster == "\r" and char == "\n"
    if cluster[-1] in "\r\n":
        return False
    kind = unicodedata.category(char)
    if kind[0] == "M" or _JOINERS.match(char):
        return True
    last = cluster[-1]
    if kind == "So" and (last == "\u200d" or _FLAGS.fullmatch(cluster + char)):
        return True
    if kind == "Lo":
        return unicodedata.combining(last) == _VIRAMA or bool(_JAMO.match(last + char))
    return False
