"""LaTeX source → tokens, each with the place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A command with its backslash (`\\frac`, `\\,`) or one character; white space is one space.

    `start` and `end` are offsets in the formula's source; a token from a macro's body has those of the call.
    """

    text: str
    start: int
    end: int

    @property
    def is_command(self) -> bool:
        """Whether it begins with a backslash."""
        return self.text[0] == "\\" and len(self.text) > 1


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with `source[start:end]`, under a stable code, and what to write instead."""

    code: str
    message: str
    start: int
    end: int
    hints: tuple[str, ...] = ()


class HopelessError(Exception):
    """Raised, after a problem was noted, where a formula cannot be read on."""


_TOKENS = re.compile(r"\\[A-Za-z]+\*?|\\.|%[^\n]*\n?|\s+|.", re.DOTALL)
_STARRED = frozenset({"\\operatorname*", "\\\\*", "\\hspace*", "\\DeclareMathOperator*"})


def tokens(source: str) -> list[Token]:
    """All tokens of `source`, comments left out (`%` to the end of its line)."""
    found: list[Token] = []
    for match in _TOKENS.finditer(source):
        text = match[0]
        if text[0] == "%":
            continue
        start, end = match.span()
        if text.isspace():
            found.append(Token(" ", start, end))
        elif text[-1] == "*" and len(text) > 2 and text not in _STARRED:
            found += [Token(text[:-1], start, end - 1), Token("*", end - 1, end)]
        else:
            found.append(Token("\\ " if text == "\\\n" else text, start, end))
    return found
