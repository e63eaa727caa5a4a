"""What the columns of a table need → how wide each of them is."""

from __future__ import annotations

from collections.abc import Sequence


def content_widths(least: Sequence[float], natural: Sequence[float], room: float) -> list[float]:
    """Widths that come to `room` at most: of their content where all of it has room on its lines.

    `least` is the width of a column's widest word, `natural` of its widest line, not broken.  Where there
    is not room for all, columns with little in them keep their lines whole, and the others share the
    rest; no word is broken before all columns are as narrow as their words.
    """
    if sum(natural) <= room:
        return list(natural)
    if sum(least) >= room:
        return [each * room / sum(least) for each in least]
    widths = list(least)
    waiting = set(range(len(natural)))
    left = room
    while waiting:
        even = left / len(waiting)
        fitting = [i for i in waiting if natural[i] <= even]
        fitting = [i for i in fitting if left - natural[i] >= sum(least[j] for j in waiting if j != i)]
        if not fitting:
            break
        narrowest = min(fitting, key=lambda i: natural[i])
        widths[narrowest] = natural[narrowest]
        left -= natural[narrowest]
        waiting.remove(narrowest)
    spare = left - sum(least[i] for i in waiting)
    wanted = sum(natural[i] - least[i] for i in waiting)
    for i in waiting:
        widths[i] = least[i] + (natural[i] - least[i]) * spare / wanted
    return widths


def shared_widths(
    shares: Sequence[float | None], least: Sequence[float], natural: Sequence[float], room: float
) -> list[float]:
    """Widths that come to `room` exactly: the given shares (0-1) of it, the rest by content.

    Where every column has a share, the shares are taken in proportion.
    """
    given = sum(share for share in shares if share is not None)
    if all(share is not None for share in shares):
        return [room * (share or 0.0) / given for share in shares]
    free = [i for i, share in enumerate(shares) if share is None]
    rest = room * max(1 - given, 0.02 * len(free))
    own = content_widths([least[i] for i in free], [natural[i] for i in free], rest)
    stretch = rest / sum(own) if sum(own) else 1.0
    widths = [room * share if share is not None else 0.0 for share in shares]
    for i, width in zip(free, own, strict=True):
        widths[i] = width * stretch
    return [width * room / sum(widths) for width in widths]
