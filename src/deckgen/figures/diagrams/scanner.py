"""A diagram's source → pieces of it, one after another, by patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLANKS = re.compile(r"[^\S\n]+")
_SPACES = re.compile(r"\s+")
_COMMENT = re.compile(r"%%[^\n]*")
_REST = re.compile(r"[^\n]*")


@dataclass(slots=True)
class Scanner:
    """A place in a text, and what stands there."""

    text: str
    at: int = 0

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern's match here, which is passed over."""
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def sees(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern's match here, which is not passed over."""
        return pattern.match(self.text, self.at)

    def takes(self, characters: str) -> bool:
        """Whether these characters stand here; then they are passed over."""
        found = self.text.startswith(characters, self.at)
        self.at += len(characters) if found else 0
        return found

    def blanks(self) -> bool:
        """Pass over blanks within the line; whether there were any."""
        return self.take(_BLANKS) is not None

    def spaces(self) -> None:
        """Pass over blanks and line ends."""
        self.take(_SPACES)

    def separators(self) -> None:
        """Pass over what stands between statements: blanks, line ends, `;` and comments."""
        while self.take(_SPACES) or self.takes(";") or self.take(_COMMENT):
            pass

    @property
    def at_end(self) -> bool:
        """Whether the text is used up."""
        return self.at >= len(self.text)

    @property
    def ends_statement(self) -> bool:
        """Whether a statement may end here."""
        return self.at_end or self.text[self.at] in "\n;" or self.text.startswith("%%", self.at)

    def skip_line(self) -> None:
        """Go on to the end of the line."""
        self.take(_REST)

    def word(self) -> str:
        """What stands here up to the next blank, to be shown."""
        found = re.compile(r"\S{1,24}").match(self.text, self.at)
        return found[0] if found else ""
