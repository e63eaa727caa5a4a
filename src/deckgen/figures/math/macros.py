"""Tokens with the author's own commands → tokens without: definitions are kept, calls are replaced."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from deckgen.figures.math.symbols import is_known
from deckgen.figures.math.tokens import HopelessError, Problem, Token, tokens

MOST_CALLS, MOST_TOKENS = 2_000, 20_000
"""How many calls of macros one formula may hold, and how many tokens they may come to: no more than any
formula that fits a slide, and few enough that no nest of definitions fills the memory."""

MOST_PARAMETERS = 9

_DEFINING = frozenset({"\\newcommand", "\\renewcommand", "\\providecommand", "\\def", "\\DeclareMathOperator",
                       "\\DeclareMathOperator*"})  # fmt: skip
_NAME = re.compile(r"\\(?:[A-Za-z]+|[^A-Za-z\s])")


@dataclass(frozen=True, slots=True)
class Macro:
    """A command of the author's: its body, how many parameters it has, the first one's default."""

    body: tuple[Token, ...]
    parameters: int = 0
    default: tuple[Token, ...] | None = None


Macros = dict[str, Macro]


@dataclass(slots=True)
class Stream:
    """Reads tokens one after another; what `peek` and `take` answer is never a macro."""

    source: str
    macros: Macros
    problems: list[Problem] = field(default_factory=list)
    _waiting: list[Token] = field(init=False)
    _calls: int = 0
    _made: int = 0

    def __post_init__(self) -> None:
        self._waiting = tokens(self.source)[::-1]

    def nested(self, given: list[Token]) -> Stream:
        """A stream of other tokens, with the same macros and problems."""
        made = Stream("", self.macros, self.problems)
        made._waiting, made._calls, made._made = given[::-1], self._calls, self._made
        return made

    # -- what the parser asks

    def peek(self, *, spaces: bool = False) -> Token | None:
        """The next token, None at the end; white space is passed over unless asked for."""
        while self._waiting:
            token = self._waiting[-1]
            if token.text == " " and not spaces:
                self._waiting.pop()
            elif token.text in _DEFINING and token.text not in self.macros:
                self._define(self._waiting.pop())
            elif token.text in self.macros:
                self._expand(self._waiting.pop())
            else:
                return token
        return None

    def take(self, *, spaces: bool = False) -> Token | None:
        """The next token, and on."""
        token = self.peek(spaces=spaces)
        if token is not None:
            self._waiting.pop()
        return token

    def next_is(self, text: str) -> bool:
        """Whether the next token is `text`."""
        token = self.peek()
        return token is not None and token.text == text

    def push(self, token: Token) -> None:
        """Put a token back."""
        self._waiting.append(token)

    def raw_group(self, owner: Token) -> list[Token]:
        """The tokens of the next argument, as written: between its braces, or one alone."""
        self._skip_spaces()
        if not self._waiting or self._waiting[-1].text == "}":
            self.fail("math-syntax", f"`{owner.text}` lacks an argument", owner)
        first = self._waiting.pop()
        return self._until("}", first, "{") if first.text == "{" else [first]

    def raw_option(self) -> list[Token] | None:
        """The tokens of an optional argument in square brackets, or None."""
        self._skip_spaces()
        if not self._waiting or self._waiting[-1].text != "[":
            return None
        return self._until("]", self._waiting.pop(), "")

    def words(self, owner: Token) -> str:
        """The next argument as plain characters."""
        return "".join(token.text for token in self.raw_group(owner)).strip()

    def note(self, code: str, message: str, at: Token, *hints: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, message, at.start, max(at.end, at.start + 1), hints))

    def fail(self, code: str, message: str, at: Token, *hints: str) -> None:
        """Note a problem that ends the reading."""
        self.note(code, message, at, *hints)
        raise HopelessError

    # -- definitions and calls

    def _skip_spaces(self) -> None:
        while self._waiting and self._waiting[-1].text == " ":
            self._waiting.pop()

    def _until(self, end: str, opening: Token, nested: str) -> list[Token]:
        """The tokens up to the `end` that belongs to `opening`."""
        found: list[Token] = []
        depth = 0
        while self._waiting:
            token = self._waiting.pop()
            if token.text == end and depth == 0:
                return found
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            found.append(token)
        self.fail("math-syntax", f"`{opening.text}` is not closed", opening)
        raise AssertionError

    def _define(self, owner: Token) -> None:
        """Keep what `\\newcommand` and its like define."""
        name = "".join(token.text for token in self.raw_group(owner))
        if not _NAME.fullmatch(name):
            hint = r"write `\newcommand{\R}{\mathbb{R}}`"
            self.fail("math-syntax", f"`{owner.text}` wants the name of a command", owner, hint)
        if owner.text == "\\newcommand" and is_known(name):
            hint = r"choose another name, or write `\renewcommand`"
            self.note("math-syntax", f"`{name}` is defined already", owner, hint)
        if owner.text.startswith("\\DeclareMathOperator"):
            operator = "\\operatorname" + owner.text.removeprefix("\\DeclareMathOperator")
            body = [replace(owner, text=t) for t in (operator, "{")]
            body += [*self.raw_group(owner), replace(owner, text="}")]
            self.macros[name] = Macro(tuple(body))
            return
        count, default = self._parameters(owner)
        self.macros[name] = Macro(tuple(self.raw_group(owner)), count, default)

    def _parameters(self, owner: Token) -> tuple[int, tuple[Token, ...] | None]:
        """How many parameters a definition has, and the default of the first."""
        if owner.text == "\\def":
            count = 0
            while self._waiting and self._waiting[-1].text == "#":
                del self._waiting[-2:]
                count += 1
            return min(count, MOST_PARAMETERS), None
        given = self.raw_option()
        if given is None:
            return 0, None
        text = "".join(token.text for token in given).strip()
        if text not in set("0123456789"):
            message = f"the number of a macro's parameters is 0 to 9, not `{text[:20]}`"
            self.fail("math-syntax", message, given[0] if given else owner)
        default = self.raw_option()
        return int(text), None if default is None else tuple(default)

    def _expand(self, call: Token) -> None:
        """Put a macro's body, its arguments filled in, in the place of its call."""
        macro = self.macros[call.text]
        self._calls += 1
        arguments: list[list[Token]] = []
        for n in range(macro.parameters):
            option = self.raw_option() if n == 0 and macro.default is not None else None
            if n == 0 and macro.default is not None:
                arguments.append(option if option is not None else list(macro.default))
            else:
                arguments.append(self.raw_group(call))
        made = self._filled(macro, arguments, call)
        self._made += len(made)
        self._check_size(self._made, call)
        self._waiting += made[::-1]

    def _check_size(self, made: int, call: Token) -> None:
        if self._calls > MOST_CALLS or made > MOST_TOKENS:
            hint = "does a macro call itself?"
            self.fail("math-too-large", f"`{call.text}` comes to too much, written out", call, hint)

    def _filled(self, macro: Macro, arguments: list[list[Token]], call: Token) -> list[Token]:
        made: list[Token] = []
        body = iter(macro.body)
        for token in body:
            if token.text != "#":
                made.append(replace(token, start=call.start, end=call.end))
                continue
            number = next(body, token).text
            if number.isascii() and number.isdigit() and 0 < int(number) <= len(arguments):
                made += arguments[int(number) - 1]
                self._check_size(len(made), call)
            else:
                self.fail("math-syntax", f"`{call.text}` has no parameter `#{number}`", call)
        return made
