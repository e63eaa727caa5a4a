"""A number of slides → an outline of that many: of ten, four of words and pictures, six of rarer kinds.

The text is drawn by chance with fixed seeds, so that every run measures the same outline.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from PIL import Image

VOCABULARY = 4000
"""How many different words there are; their frequencies follow Zipf's law, as in real text."""

PICTURES = 12
"""How many different picture files the slides share."""


def words() -> list[str]:
    """The vocabulary: words of one to four syllables."""
    chance = Random("vocabulary")
    syllables = [a + b + c for a in "bdgklmprstv" for b in "aeiou" for c in ("", "", "n", "r", "st")]
    return ["".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 4)))) for _ in range(VOCABULARY)]


WORDS = words()


def phrase(seed: int, length: int) -> str:
    """Some words, one of them bold now and then."""
    chance = Random(seed)
    chosen = [WORDS[int(VOCABULARY ** chance.random()) - 1] for _ in range(length)]
    if seed % 4 == 0:
        chosen[length // 2] = f"**{chosen[length // 2]}**"
    return " ".join(chosen).capitalize()


def bullets(seed: int, count: int, indent: str) -> list[str]:
    """Lines of a YAML list."""
    return [f"{indent}- {phrase(seed * 11 + i, 5 + (seed + i) % 5)}" for i in range(count)]


def columns(number: int) -> list[str]:
    """Two titled columns of bullets."""
    lines = ["    columns:"]
    for side in ("Before", "After"):
        lines += [f"      - title: {side}", "        bullets:"]
        lines += bullets(number + len(side), 3, "          ")
    return lines


def picture(number: int) -> list[str]:
    """A picture beside bullets."""
    shown = f"    image: {{src: picture{number % PICTURES}.png, alt: Picture {number}}}"
    return ["    bullets:", *bullets(number, 3, "      "), shown]


def table(number: int) -> list[str]:
    """A table of six rows and four columns, two of numbers."""
    chance = Random(number)
    rows = [
        f'        - [{phrase(number * 7 + i, 2)}, "{chance.random() * 900:.1f}", '
        f'"{chance.randrange(4000):,}", {phrase(number * 5 + i, 3)}]'
        for i in range(6)
    ]
    return ["    table:", "      rows:", "        - [Name, Share, Number, Remark]", *rows]


def chart(number: int) -> list[str]:
    """Columns of two series over five years."""
    chance = Random(number)
    lines = [
        "    chart:",
        "      alt: Two series",
        "      data:",
        "        Year: [2021, 2022, 2023, 2024, 2025]",
    ]
    for name in ("North", "South"):
        values = ", ".join(f"{chance.random() * 100:.1f}" for _ in range(5))
        lines.append(f"        {name}: [{values}]")
    return lines


def code(number: int) -> list[str]:
    """Eight lines of Python."""
    names = [WORDS[(number * 13 + i) % VOCABULARY] for i in range(4)]
    body = [f"def {names[0]}(values: list[float], {names[1]}: int = {number}) -> float:",
            f'    """Return the {names[2]} of the values."""', "    total = 0.0", "    for value in values:",
            f"        if value > {names[1]}:", f"            total += value * {number % 9}.5  # {names[3]}",
            "    return total / len(values)", f"print({names[0]}([1, 2, {number}]))"]  # fmt: skip
    return ["    code:", "      lang: python", "      source: |", *(f"        {line}" for line in body)]


def formula(number: int) -> list[str]:
    """A formula over bullets, one of which has another in its line."""
    n = number % 50 + 1
    return [
        f"    math: '\\int_0^{{{n}}} \\frac{{x^{n}}}{{\\sqrt{{1 + x^2}}}}\\,dx = "
        f"\\sum_{{k=0}}^{{\\infty}} a_{{k}} {n}^k'",
        "    bullets:", *bullets(number, 2, "      "), f"      - where $a_k = k^{{{n}}}$ for all $k$",
    ]  # fmt: skip


def diagram(number: int) -> list[str]:
    """Five nodes and as many edges."""
    a, b, c, d, e = (WORDS[(number * 17 + i) % VOCABULARY] for i in range(5))
    source = ["flowchart LR", f"  a[{a}] --> b{{{b}}}", f"  b -- yes --> c({c})", f"  b -- no --> d[{d}]",
              f"  c --> e([{e}])", "  d --> e"]  # fmt: skip
    return [
        "    diagram:",
        "      alt: A process",
        "      source: |",
        *(f"        {line}" for line in source),
    ]


def remark(number: int) -> list[str]:
    """Bullets that come click by click, and a callout."""
    words = phrase(number + 3, 8)
    return ["    incremental: true", "    bullets:", *bullets(number, 3, "      "),
            f'    callout: {{kind: note, text: "{words}"}}']  # fmt: skip


def words_alone(number: int) -> list[str]:
    """Five bullets."""
    return ["    bullets:", *bullets(number, 5, "      ")]


KINDS = (words_alone, columns, picture, words_alone, table, chart, code, formula, diagram, remark)


def slide(number: int) -> list[str]:
    """The YAML lines of one slide, of the ten kinds by turns."""
    lines = [f"  - title: {phrase(number, 4)} {number}", *KINDS[number % len(KINDS)](number)]
    notes = ". ".join(phrase(number * 3 + i, 9) for i in range(3))
    return [*lines, "    notes: |", f"      {notes}.", "", f"      {phrase(number + 5, 12)}."]


def write_outline(folder: Path, slides: int) -> Path:
    """Write `outline.yaml` and its pictures into `folder`; the path of the outline."""
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(PICTURES):
        picture = Image.linear_gradient("L").resize((480, 360)).rotate(i * 30)
        Image.merge("RGB", (picture, picture.rotate(90), picture.rotate(180))).save(
            folder / f"picture{i}.png", compress_level=9
        )
    lines = ["title: A lecture to measure", "author: A. Lecturer", "slides:"]
    for number in range(1, slides + 1):
        lines += slide(number)
    path = folder / "outline.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
