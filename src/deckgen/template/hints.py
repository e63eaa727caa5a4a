"""What a template's layout is called, and of which kind it says it is → points for and against it."""

from __future__ import annotations

import re

from deckgen.template.model import Layout

KINDS = {
    "opening": {"title"},
    "section": {"secHead"},
    "title-body": {"obj", "tx"},
    "title-only": {"titleOnly"},
    "blank": {"blank"},
    "columns": {"twoObj", "twoColTx"},
    "comparison": {"twoTxTwoObj"},
    "media": {"obj", "chart", "tbl", "dgm"},
    "text-media": {"twoObj", "txAndObj", "txAndChart", "txAndMedia", "txAndClipArt"},
    "media-text": {"twoObj", "objAndTx", "chartAndTx", "mediaAndTx", "clipArtAndTx"},
}
"""The ST_SlideLayoutTypes of each of our layouts."""

WORDS = {
    "opening": r"title slide|titelfolie|titelseite|opening|\bcover|\btitre$|de titre|portada|t[íi]tulo d|"
    r"\bcapa\b|copertina|titeldia|\brubrikbild|标题幻灯片|標題投影片|表紙|タイトル スライド|титульн",
    "section": r"section|abschnitt|kapitel|chapter|divider|trenn|secci[oó]n|se[çc][ãa]o|sezione|s[ée]para|"
    r"interti|avsnitt|раздел|节标题|章節|セクション",
    "title-body": r"content|inhalt|contenu|contenido|conte[úu]do|contenuto|bullet|aufz[äa]hl|"
    r"内容|コンテンツ|объект",
    "title-only": r"title only|nur titel|titre seul|s[óo]lo el t[íi]tulo|s[óo] t[íi]tulo|"
    r"solo titolo|仅标题|タイトルのみ",
    "blank": r"blank|\bleer|\bvide\b|vac[íi]o|vazio|en blanco|em branco|vuot|пуст|空白|白紙",
    "columns": r"two|zwei|deux|\bdos\b|duas|dois|\bdue\b|2 |column|spalt|两栏|2 つの",
    "comparison": r"compar|vergleich|confronto|比较|比較|сравн",
    "media": r"content|inhalt|contenu|contenido|conte[úu]do|picture|bild|image",
}
"""What layouts for each of our purposes are called; title-only and content layouts above all by Office."""

AGAINST = re.compile(
    r"closing|thank|danke|merci|gracias|obrigad|\bend\b|\bschluss|\bkontakt|contact|quote|zitat|citation|"
    r"\bcode\b|\blogo\b|notes|agenda|disclaimer|instruc|guide|example|beispiel|backup|vertical|caption|demo|video|"
    r"team|quiz|timeline|org chart",
    re.IGNORECASE,
)
"""Words that name a purpose which is none of ours."""

KIND, WORD, OTHER = 15.0, 12.0, -15.0


def hint(name: str, layout: Layout) -> float:
    """Points for and against a layout as our layout `name`, by its kind and its name."""
    points = KIND if layout.type in KINDS.get(name, ()) else 0.0
    words = WORDS.get(name)
    if words and re.search(words, layout.name, re.IGNORECASE):
        points += WORD
    return points + (OTHER if AGAINST.search(layout.name) else 0.0)
