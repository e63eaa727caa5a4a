"""A number of slides → an outline of that many, with bullets, columns, pictures and notes.

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


def slide(number: int) -> list[str]:
    """The YAML lines of one slide: bullets, two columns or a picture beside bullets, by turns."""
    lines = [f"  - title: {phrase(number, 4)} {number}"]
    match number % 3:
        case 0:
            lines += ["    bullets:", *bullets(number, 5, "      ")]
        case 1:
            lines += ["    columns:"]
            for side in ("Before", "After"):
                lines += [f"      - title: {side}", "        bullets:"]
                lines += bullets(number + len(side), 3, "          ")
        case _:
            lines += ["    bullets:", *bullets(number, 3, "      ")]
            lines += [f"    image: {{src: picture{number % PICTURES}.png, alt: Picture {number}}}"]
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
