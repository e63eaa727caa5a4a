"""Numbers that keep least distances from one another → those of the least weighted length.

The network simplex method, as E. R. Gansner, E. Koutsofios, S. C. North and K.-P. Vo describe it in "A
Technique for Drawing Directed Graphs" (IEEE Transactions on Software Engineering 19, 1993): once for the
layers of a diagram, once for the places within them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

LOOKS = 30
"""How many edges with room for improvement are compared before one is taken."""

MOST_STEPS = 4000
"""Where the method stops improving; what it has by then is allowed, if not the best."""


@dataclass(frozen=True, slots=True)
class Bond:
    """`head` stands at least `least` after `tail`; each step that it stands further costs `weight`."""

    tail: int
    head: int
    least: int
    weight: int


def solve(count: int, bonds: list[Bond], *, centred: bool = False) -> list[int]:
    """The numbers 0 … `count` - 1 at their places, the smallest at 0.

    The bonds must have no cycle.  `centred` moves what could stand at several places for the same cost to
    the middle of them.
    """
    if not count:
        return []
    simplex = _Simplex(count, [*bonds, *_joins(count, bonds)])
    simplex.improve()
    if centred:
        simplex.centre()
    first = min(simplex.place)
    return [place - first for place in simplex.place]


def _joins(count: int, bonds: list[Bond]) -> list[Bond]:
    """Bonds without weight that tie together what nothing else does."""
    near: list[list[int]] = [[] for _ in range(count)]
    for bond in bonds:
        near[bond.tail].append(bond.head)
        near[bond.head].append(bond.tail)
    seen, joins = [False] * count, []
    for start in range(count):
        if seen[start]:
            continue
        if start:
            joins.append(Bond(0, start, -(10**6), 0))
        waiting, seen[start] = [start], True
        while waiting:
            for other in near[waiting.pop()]:
                if not seen[other]:
                    seen[other] = True
                    waiting.append(other)
    return joins


@dataclass(slots=True)
class _Simplex:
    """A spanning tree of tight bonds, exchanged bond by bond while that shortens the whole.

    `low` and `high` number the nodes in postorder: those of a subtree are the ones from `low` to `high` of
    its root.  `cut` is what a tree bond costs to lengthen; where it is negative, lengthening pays.
    """

    count: int
    bonds: list[Bond]
    place: list[int] = field(init=False)
    outs: list[list[int]] = field(init=False)
    ins: list[list[int]] = field(init=False)
    tree: list[int] = field(default_factory=list)
    branches: list[list[int]] = field(init=False)
    parent: list[int] = field(init=False)
    low: list[int] = field(init=False)
    high: list[int] = field(init=False)
    cut: dict[int, int] = field(default_factory=dict)
    _next: int = 0

    def __post_init__(self) -> None:
        n = self.count
        self.outs, self.ins = [[] for _ in range(n)], [[] for _ in range(n)]
        self.branches = [[] for _ in range(n)]
        self.parent, self.low, self.high = [-1] * n, [0] * n, [0] * n
        for i, bond in enumerate(self.bonds):
            self.outs[bond.tail].append(i)
            self.ins[bond.head].append(i)
        self.place = self._first_places()
        self._grow_tree()
        self._number(0, -1, 0)
        self._cut_values()

    def _first_places(self) -> list[int]:
        """Each as near to the front as its bonds allow."""
        place, waiting_for = [0] * self.count, [len(edges) for edges in self.ins]
        ready = [node for node, number in enumerate(waiting_for) if not number]
        for node in ready:
            for i in self.outs[node]:
                bond = self.bonds[i]
                place[bond.head] = max(place[bond.head], place[node] + bond.least)
                waiting_for[bond.head] -= 1
                if not waiting_for[bond.head]:
                    ready.append(bond.head)
        if len(ready) < self.count:
            raise ValueError("the bonds have a cycle")
        return place

    def _slack(self, i: int) -> int:
        bond = self.bonds[i]
        return self.place[bond.head] - self.place[bond.tail] - bond.least

    def _grow_tree(self) -> None:
        """A spanning tree of tight bonds: where it stops growing, all of it moves up to the nearest bond."""
        inside, grown = [False] * self.count, [0]
        inside[0] = True
        self._follow_tight(grown, inside, 0)
        while len(grown) < self.count:
            nearest, slack = -1, 0
            for i, bond in enumerate(self.bonds):
                if inside[bond.tail] != inside[bond.head]:
                    own = self._slack(i)
                    if nearest < 0 or own < slack:
                        nearest, slack = i, own
            bond = self.bonds[nearest]
            shift = slack if inside[bond.tail] else -slack
            for node in grown:
                self.place[node] += shift
            self._join(nearest)
            new = bond.head if inside[bond.tail] else bond.tail
            inside[new] = True
            grown.append(new)
            self._follow_tight(grown, inside, len(grown) - 1)

    def _follow_tight(self, grown: list[int], inside: list[bool], at: int) -> None:
        while at < len(grown):
            node = grown[at]
            at += 1
            for i in chain(self.outs[node], self.ins[node]):
                bond = self.bonds[i]
                other = bond.head if bond.tail == node else bond.tail
                if not inside[other] and not self._slack(i):
                    inside[other] = True
                    self._join(i)
                    grown.append(other)

    def _join(self, i: int) -> None:
        bond = self.bonds[i]
        self.tree.append(i)
        self.branches[bond.tail].append(i)
        self.branches[bond.head].append(i)

    def _number(self, root: int, parent: int, first: int) -> list[int]:
        """Number the subtree of `root`, which hangs on the bond `parent`, from `first` on; its postorder."""
        order: list[int] = []
        self.parent[root], self.low[root] = parent, first
        stack, number = [(root, iter(self.branches[root]))], first
        while stack:
            node, rest = stack[-1]
            for i in rest:
                if i == self.parent[node]:
                    continue
                bond = self.bonds[i]
                child = bond.head if bond.tail == node else bond.tail
                self.parent[child], self.low[child] = i, number
                stack.append((child, iter(self.branches[child])))
                break
            else:
                stack.pop()
                self.high[node] = number
                number += 1
                order.append(node)
        return order

    def _cut_values(self) -> None:
        """The cut value of each tree bond, from the leaves up: each follows from those below it."""
        for node in sorted(range(self.count), key=self.high.__getitem__):
            up = self.parent[node]
            if up < 0:
                continue
            sign = 1 if self.bonds[up].tail == node else -1
            total = 0
            for i in chain(self.outs[node], self.ins[node]):
                bond = self.bonds[i]
                own = 1 if (bond.tail == node) == (sign == 1) else -1
                total += own * bond.weight
                if i != up and self._below(i, node):
                    total -= own * self.cut[i]
            self.cut[up] = total

    def _below(self, i: int, node: int) -> bool:
        """Whether a bond of `node` is a tree bond to a child of it."""
        bond = self.bonds[i]
        other = bond.head if bond.tail == node else bond.tail
        return self.parent[other] == i

    def improve(self) -> None:
        """Exchange tree bonds while that pays."""
        for _ in range(MOST_STEPS):
            leaving = self._leaving()
            if leaving < 0:
                return
            entering = self._entering(leaving)
            if entering < 0:
                return
            self._exchange(leaving, entering)

    def _leaving(self) -> int:
        """The tree bond that gains most by lengthening, of the first few that gain."""
        best, found, size = -1, 0, len(self.tree)
        for step in range(size):
            at = (self._next + step) % size
            value = self.cut[self.tree[at]]
            if value < 0:
                if best < 0 or value < self.cut[best]:
                    best = self.tree[at]
                found += 1
                if found >= LOOKS:
                    self._next = at
                    break
        return best

    def _entering(self, leaving: int) -> int:
        """The bond of least slack that ties the two parts together again, against the one that leaves."""
        bond = self.bonds[leaving]
        tail_side = self.high[bond.tail] < self.high[bond.head]
        root = bond.tail if tail_side else bond.head
        low, high = self.low[root], self.high[root]
        best, least = -1, 0
        stack = [root]
        while stack:
            node = stack.pop()
            for i in self.ins[node] if tail_side else self.outs[node]:
                other = self.bonds[i].tail if tail_side else self.bonds[i].head
                if not low <= self.high[other] <= high:
                    slack = self._slack(i)
                    if best < 0 or slack < least:
                        best, least = i, slack
            stack.extend(self._children(node))
        return best

    def _children(self, node: int) -> list[int]:
        found = []
        for i in self.branches[node]:
            if i != self.parent[node]:
                bond = self.bonds[i]
                found.append(bond.head if bond.tail == node else bond.tail)
        return found

    def _exchange(self, leaving: int, entering: int) -> None:
        self._shift(leaving, self._slack(entering))
        value, bond = self.cut[leaving], self.bonds[entering]
        top = self._pass_on(bond.tail, bond.head, value)
        self._pass_on(bond.head, bond.tail, -value)
        self.cut[entering], self.cut[leaving] = -value, 0
        gone = self.bonds[leaving]
        self.branches[gone.tail].remove(leaving)
        self.branches[gone.head].remove(leaving)
        self.tree[self.tree.index(leaving)] = entering
        self.branches[bond.tail].append(entering)
        self.branches[bond.head].append(entering)
        self._number(top, self.parent[top], self.low[top])

    def _shift(self, bond: int, by: int) -> None:
        """Move the lower part of the tree at a tree bond so that the bond gets longer by `by`."""
        if not by:
            return
        tail, head = self.bonds[bond].tail, self.bonds[bond].head
        root, way = (tail, -by) if self.high[tail] < self.high[head] else (head, by)
        stack = [root]
        while stack:
            node = stack.pop()
            self.place[node] += way
            stack.extend(self._children(node))

    def _pass_on(self, node: int, other: int, value: int) -> int:
        """Change the cut values from `node` up to what is above `other` too; the node there."""
        while not self.low[node] <= self.high[other] <= self.high[node]:
            i = self.parent[node]
            bond = self.bonds[i]
            self.cut[i] += value if bond.tail == node else -value
            node = bond.head if bond.tail == node else bond.tail
        return node

    def centre(self) -> None:
        """Move each part that could move for nothing to the middle of where it could."""
        for i in self.tree:
            if not self.cut[i]:
                entering = self._entering(i)
                if entering >= 0 and self._slack(entering) > 1:
                    self._shift(i, self._slack(entering) // 2)
