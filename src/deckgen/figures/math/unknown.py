"""Tokens that have no place in a formula, or not there → what is said of them."""

from __future__ import annotations

from functools import cache

from deckgen.diagnostics import did_you_mean
from deckgen.figures.math import symbols
from deckgen.figures.math.macros import Stream
from deckgen.figures.math.tokens import Token

STRAY = {
    "}": ("a `}` that closes nothing", r"write `\}` for the brace itself"),
    "&": ("a `&` outside a table of cells", r"write `\&` for the sign itself, or use `\begin{aligned}`"),
    "\\\\": ("a new line outside a table of cells", r"use `\begin{aligned}`, or the `math` block"),
    "\\end": (r"an `\end` without its `\begin`", ""),
    "\\right": (r"a `\right` without its `\left`", ""),
    "\\middle": (r"a `\middle` outside `\left` and `\right`", ""),
    "#": ("a `#` outside a definition", r"write `\#` for the sign itself"),
    "$": ("a `$` within a formula", r"write `\$` for the sign itself"),
}
"""Tokens that belong to something that is not there: what they are, and what to write."""

UNSUPPORTED = {
    "color": "colours are the theme's; set the words beside the formula in `[word]{.accent}`",
    "textcolor": "colours are the theme's; set the words beside the formula in `[word]{.accent}`",
    "label": "write `number: true` in the mapping form of `math`",
    "tag": "write `number: true` in the mapping form of `math`",
    "ref": "", "eqref": "", "hline": "leave the line out: a matrix has none in PowerPoint",
    "cancel": "PowerPoint can strike nothing out in a formula", "bcancel": "", "xcancel": "",
    "rm": r"write `\mathrm{…}`", "bf": r"write `\mathbf{…}`", "it": r"write `\mathit{…}`",
    "cal": r"write `\mathcal{…}`", "sf": r"write `\mathsf{…}`", "tt": r"write `\mathtt{…}`",
    "ce": "write chemical formulas as text: `H~2~O`", "includegraphics": "use the `image` block",
    "genfrac": r"write `\frac` or `\binom`", "sideset": r"write `\prescript{a}{b}{X}`",
    "scriptstyle": "", "scriptscriptstyle": "", "limits": r"it stands after an operator: `\sum\limits`",
    "nolimits": r"it stands after an operator: `\sum\nolimits`", "multicolumn": "", "rotatebox": "",
    "middle": "", "cr": r"write `\\`", "newline": r"write `\\`", "large": "", "Large": "", "tiny": "",
    "small": "", "url": "", "href": "", "(": "the `$` signs are enough", ")": "the `$` signs are enough",
    "[": "the `$$` signs are enough", "]": "the `$$` signs are enough",
}  # fmt: skip
"""Commands of LaTeX that have no place in a formula here, and what to write instead."""


def refuse_stray(stream: Stream, token: Token) -> None:
    """Note a token of `STRAY`; nothing can be read after it."""
    message, hint = STRAY[token.text]
    stream.fail("math-syntax", message, token, *([hint] if hint else []))


def refuse_command(stream: Stream, token: Token) -> None:
    """Note a command that deckgen does not have, or that nobody has."""
    name = token.text[1:]
    if name in UNSUPPORTED:
        hint = UNSUPPORTED[name]
        message = f"`{token.text}` cannot stand in a formula"
        stream.note("math-command", message, token, *([hint] if hint else []))
        return
    close = [hint.replace("`", "`\\", 1) for hint in did_you_mean(name, known_names())]
    stream.note("math-command", f"`{token.text}` is no command that deckgen knows", token, *close)


@cache
def known_names() -> tuple[str, ...]:
    """Every command, without its backslash."""
    from deckgen.figures.math.commands import COMMANDS

    return (
        *COMMANDS, *symbols.symbols(), *symbols.large(), *symbols.integrals(), *symbols.functions(),
        *symbols.LIMIT_FUNCTIONS,
    )  # fmt: skip
