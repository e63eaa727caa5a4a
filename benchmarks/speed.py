"""Outlines of growing length → CPU time and peak memory of `deckgen build`, beside a plain script.

Every figure is the second of two runs (bytecode compiled, files in the page cache), read from the
child process's own resource usage.  Usage: python -m benchmarks.speed [--sizes 10,100,1000,5000]
[--plain-up-to 1000]
"""

from __future__ import annotations

import argparse
import itertools
import math
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.material import write_outline

REPOSITORY = Path(__file__).resolve().parents[1]
DECKGEN = Path(sys.executable).parent / "deckgen"
PLAIN = REPOSITORY / "benchmarks" / "plain_python_pptx.py"


@dataclass(frozen=True, slots=True)
class Usage:
    """What a run took: CPU seconds (user and system) and peak memory in MiB."""

    seconds: float
    mebibytes: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s, {self.mebibytes:.0f} MiB"


def used(command: Sequence[str | Path], runs: int = 2) -> Usage:
    """Run a command `runs` times and measure the last.  Raises RuntimeError when it fails."""
    usage = Usage(0.0, 0.0)
    # The first run leaves its bytecode behind, as it does for a user.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(runs):
        quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        words = [str(word) for word in command]
        child = os.posix_spawn(words[0], words, environment, file_actions=quiet)
        _, status, spent = os.wait4(child, 0)
        if os.waitstatus_to_exitcode(status):
            raise RuntimeError(f"failed: {' '.join(words)}")
        usage = Usage(spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024)
    return usage


@dataclass(frozen=True, slots=True)
class Row:
    """The figures for one length of outline; the plain script's where it was run."""

    slides: int
    both: Usage
    pptx: Usage
    plain: Usage | None
    plain_without_notes: Usage | None

    def cells(self) -> list[str]:
        """The row of the printed table."""
        ratios = [f"{self.both.seconds / p.seconds:.2f}" if p else "–" for p in self.plains]
        plains = [str(p) if p else "–" for p in self.plains]
        return [f"{self.slides:,}", str(self.both), str(self.pptx), *plains, *ratios]

    @property
    def plains(self) -> tuple[Usage | None, Usage | None]:
        """The plain script's figures, with and without notes."""
        return self.plain, self.plain_without_notes


def measure(slides: int, folder: Path, plain: bool) -> Row:
    """Build one outline in every way."""
    outline = write_outline(folder, slides)
    target = folder / "plain.pptx"
    script: list[str | Path] = [sys.executable, PLAIN, outline, target]
    return Row(
        slides,
        both=used([DECKGEN, "build", outline, "-o", folder]),
        pptx=used([DECKGEN, "build", outline, "-t", "pptx", "-o", folder]),
        plain=used(script) if plain else None,
        plain_without_notes=used([*script, "--without-notes"]) if plain else None,
    )


def exponent(small: Row, large: Row) -> float:
    """n in "time grows with slides to the n" between two lengths, both formats."""
    return math.log(large.both.seconds / small.both.seconds) / math.log(large.slides / small.slides)


HEAD = (
    "slides", "both formats", "pptx alone", "plain script", "plain, no notes", "both ÷ plain", "÷ no notes",
)  # fmt: skip


def print_table(rows: Sequence[Row]) -> None:
    """Print the figures as a Markdown table, and how the time grows."""
    print("| " + " | ".join(HEAD) + " |")
    print("|" + " ---: |" * len(HEAD))
    for row in rows:
        print("| " + " | ".join(row.cells()) + " |")
    print()
    hundred = next((row for row in rows if row.slides == 100), None)
    if hundred and rows[-1].slides > 100:
        print(f"Growth exponent, 100 to {rows[-1].slides:,}: {exponent(hundred, rows[-1]):.2f}")
    for small, large in itertools.pairwise(rows):
        print(f"Growth exponent, {small.slides:,} to {large.slides:,}: {exponent(small, large):.2f}")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10,100,1000,5000")
    parser.add_argument("--plain-up-to", type=int, default=1000, metavar="SLIDES")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="deckgen-speed-") as folder:
        rows = [
            measure(size, Path(folder) / str(size), size <= options.plain_up_to)
            for size in sorted(int(word) for word in options.sizes.split(","))
        ]
        print_table(rows)
        lecture = used([DECKGEN, "build", REPOSITORY / "content" / "outline.yaml", "-o", folder], 3)
    shown = used([DECKGEN, "--help"], 3)
    print(f"The lecture, both formats: {lecture}")
    print(f"deckgen --help: {shown.seconds:.3f} s, {shown.mebibytes:.0f} MiB")


if __name__ == "__main__":
    main()
