"""A language → the letters that its texts cannot do without, beside those of English."""

from __future__ import annotations

_TONES = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"

EXEMPLARS: dict[str, str] = {
    "af": "áâèéêëîïôöúû", "ar": _ARABIC, "az": "çəğıöşü", "be": _RUSSIAN.replace("и", "і").replace("щ", "ў"),
    "bg": _RUSSIAN.replace("ё", "").replace("ы", "").replace("э", ""), "bs": "čćđšž", "ca": "àçéèíïóòúü·",
    "cs": "áčďéěíňóřšťúůýž", "cy": "âêîôûŵŷ", "da": "æøåé", "de": "äöüß", "en": "",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", "eo": "ĉĝĥĵŝŭ", "es": "áéíñóúü¿¡", "et": "äõöüšž",
    "eu": "ñç",
    "fa": _ARABIC.replace("ك", "").replace("ى", "") + "پچژکگی", "fi": "äåöšž", "fo": "áðíóúýæø",
    "fr": "àâæçéèêëîïôœùûüÿ«»", "ga": "áéíóú", "gl": "áéíñóúü", "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "hi": "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह", "hr": "čćđšž", "hu": "áéíóöőúüű",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ", "id": "", "is": "áðéíóúýþæö", "it": "àèéìòóù",
    "ja": "あいうえおかきくけこんアイウエオカキクケコン日本語", "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "kk": _RUSSIAN + "әғқңөұүһі", "ko": "가나다라마바사아자차카타파하한국어", "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш", "ms": "", "mt": "ċġħż", "nb": "æøå",
    "nl": "éëïóö", "nn": "æøå", "no": "æøå", "pl": "ąćęłńóśźż", "pt": "ãáàâçéêíóôõú", "ro": "ăâîșț",
    "ru": _RUSSIAN, "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšž", "sq": "çë",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџшčćđšž", "sv": "åäö", "sw": "",
    "th": "กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอฮะาำิีึืุู", "tr": "çğıöşü",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’", "vi": _TONES, "zh": "的一是不了人我在有他这中大来上国",
}  # fmt: skip
"""By BCP 47 primary language; small letters stand for their capitals, too."""

ENGLISH = "abcdefghijklmnopqrstuvwxyz0123456789.,:;!?()-–—'\"‘’“”…&%/+"


def letters_of(lang: str) -> str | None:
    """The letters of a language by its BCP 47 tag, those of English among them; None for unknown ones."""
    known = EXEMPLARS.get(lang.lower().split("-")[0])
    return None if known is None else ENGLISH + known
