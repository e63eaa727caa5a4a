"""A table → its first rows and the rest, each under the names of the columns."""

from __future__ import annotations

from dataclasses import replace

from deckgen.model import Table


def cut_table(block: Table, count: int) -> tuple[Table, Table]:
    """The first `count` rows below the header, and the others; the columns of both are alike."""
    whole, end = block.whole or block, block.header + count
    head = _part(block, range(end), whole)
    tail = _part(block, [*range(block.header), *range(end, len(block.rows))], whole)
    return replace(head, more=0), replace(tail, id=None)


def _part(block: Table, rows: range | list[int], whole: Table) -> Table:
    """The rows of these numbers, with what is said of their cells."""
    at = {row: n for n, row in enumerate(rows)}
    return replace(
        block,
        rows=tuple(block.rows[row] for row in rows),
        numbers={(at[r], c): number for (r, c), number in block.numbers.items() if r in at},
        emphasized=frozenset((at[r], c) for r, c in block.emphasized if r in at),
        whole=whole,
    )
