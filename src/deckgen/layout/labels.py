"""A language → what deckgen calls a remark that is set apart ("Note", "Theorem")."""

from __future__ import annotations

from deckgen.model import CalloutKind

_WORDS = {
    "ar": "ملاحظة نصيحة تحذير مهم مثال تمرين سؤال حل تعريف مبرهنة برهان",
    "bg": "Бележка Съвет Предупреждение Важно Пример Упражнение Въпрос Решение Определение Теорема "
    "Доказателство",
    "ca": "Nota Consell Advertència Important Exemple Exercici Pregunta Solució Definició Teorema "
    "Demostració",
    "cs": "Poznámka Tip Varování Důležité Příklad Cvičení Otázka Řešení Definice Věta Důkaz",
    "da": "Bemærk Tip Advarsel Vigtigt Eksempel Øvelse Spørgsmål Løsning Definition Sætning Bevis",
    "de": "Hinweis Tipp Warnung Wichtig Beispiel Aufgabe Frage Lösung Definition Satz Beweis",
    "el": "Σημείωση Συμβουλή Προειδοποίηση Σημαντικό Παράδειγμα Άσκηση Ερώτηση Λύση Ορισμός Θεώρημα Απόδειξη",
    "en": "Note Tip Warning Important Example Exercise Question Solution Definition Theorem Proof",
    "es": "Nota Consejo Advertencia Importante Ejemplo Ejercicio Pregunta Solución Definición Teorema "
    "Demostración",
    "et": "Märkus Nõuanne Hoiatus Oluline Näide Harjutus Küsimus Lahendus Definitsioon Teoreem Tõestus",
    "fa": "نکته راهنمایی هشدار مهم مثال تمرین پرسش پاسخ تعریف قضیه اثبات",
    "fi": "Huomautus Vinkki Varoitus Tärkeää Esimerkki Harjoitus Kysymys Ratkaisu Määritelmä Lause Todistus",
    "fr": "Remarque Conseil Attention Important Exemple Exercice Question Solution Définition Théorème "
    "Démonstration",
    "he": "הערה טיפ אזהרה חשוב דוגמה תרגיל שאלה פתרון הגדרה משפט הוכחה",
    "hr": "Napomena Savjet Upozorenje Važno Primjer Vježba Pitanje Rješenje Definicija Teorem Dokaz",
    "hu": "Megjegyzés Tipp Figyelmeztetés Fontos Példa Feladat Kérdés Megoldás Definíció Tétel Bizonyítás",
    "is": "Athugið Ábending Viðvörun Mikilvægt Dæmi Æfing Spurning Lausn Skilgreining Setning Sönnun",
    "it": "Nota Suggerimento Attenzione Importante Esempio Esercizio Domanda Soluzione Definizione Teorema "
    "Dimostrazione",
    "ja": "注 ヒント 警告 重要 例 演習 問い 解答 定義 定理 証明",
    "ko": "참고 팁 경고 중요 예 연습 질문 풀이 정의 정리 증명",
    "lt": "Pastaba Patarimas Įspėjimas Svarbu Pavyzdys Pratimas Klausimas Sprendimas Apibrėžimas Teorema "
    "Įrodymas",
    "lv": "Piezīme Padoms Brīdinājums Svarīgi Piemērs Vingrinājums Jautājums Atrisinājums Definīcija Teorēma "
    "Pierādījums",
    "nb": "Merk Tips Advarsel Viktig Eksempel Oppgave Spørsmål Løsning Definisjon Teorem Bevis",
    "nl": "Opmerking Tip Waarschuwing Belangrijk Voorbeeld Oefening Vraag Oplossing Definitie Stelling "
    "Bewijs",
    "nn": "Merk Tips Åtvaring Viktig Døme Oppgåve Spørsmål Løysing Definisjon Teorem Bevis",
    "pl": "Uwaga Wskazówka Ostrzeżenie Ważne Przykład Ćwiczenie Pytanie Rozwiązanie Definicja Twierdzenie "
    "Dowód",
    "pt": "Nota Dica Atenção Importante Exemplo Exercício Pergunta Solução Definição Teorema Demonstração",
    "ro": "Notă Sfat Avertisment Important Exemplu Exercițiu Întrebare Soluție Definiție Teoremă "
    "Demonstrație",
    "ru": "Примечание Совет Предупреждение Важно Пример Упражнение Вопрос Решение Определение Теорема "
    "Доказательство",
    "sk": "Poznámka Tip Varovanie Dôležité Príklad Cvičenie Otázka Riešenie Definícia Veta Dôkaz",
    "sl": "Opomba Nasvet Opozorilo Pomembno Primer Vaja Vprašanje Rešitev Definicija Izrek Dokaz",
    "sr": "Напомена Савет Упозорење Важно Пример Вежба Питање Решење Дефиниција Теорема Доказ",
    "sv": "Anmärkning Tips Varning Viktigt Exempel Övning Fråga Lösning Definition Sats Bevis",
    "tr": "Not İpucu Uyarı Önemli Örnek Alıştırma Soru Çözüm Tanım Teorem İspat",
    "uk": "Примітка Порада Попередження Важливо Приклад Вправа Питання Розв’язання Означення Теорема "
    "Доведення",
    "zh": "说明 提示 警告 重要 示例 练习 问题 解答 定义 定理 证明",
    "zh-hant": "說明 提示 警告 重要 範例 練習 問題 解答 定義 定理 證明",
}
"""The kinds in the order of `CalloutKind`, by language."""

_SAME = {"no": "nb", "bs": "hr", "sr-latn": "hr", "zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant"}
"""Languages that go by another's words."""

LANGUAGES = tuple(_WORDS)


def label(kind: CalloutKind, lang: str) -> str:
    """What a remark of this kind is called in a language (a BCP 47 tag); in English where we do not know."""
    tag = lang.lower()
    while tag:
        words = _WORDS.get(_SAME.get(tag, tag))
        if words:
            return words.split()[list(CalloutKind).index(kind)]
        tag = tag.rpartition("-")[0]
    return label(kind, "en")
