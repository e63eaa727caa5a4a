"""The names of LaTeX's symbols → their characters and kinds."""

from __future__ import annotations

from functools import cache

from deckgen.figures.math.tree import Kind

GREEK = """
alpha α beta β gamma γ delta δ epsilon ϵ zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ
omicron ο pi π rho ρ sigma σ tau τ upsilon υ phi ϕ chi χ psi ψ omega ω varepsilon ε vartheta ϑ varpi ϖ
varrho ϱ varsigma ς varphi φ varkappa ϰ digamma ϝ
"""
"""Drawn in italics."""

CAPITALS = """
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
"""

LETTERS = """
infty ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ daleth ℸ emptyset ∅
varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡
sphericalangle ∢ triangle △ square □ Box □ blacksquare ■ Diamond ◊ lozenge ◊ blacklozenge ⧫ bigstar ★
clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ surd √ prime ′ backprime ‵
imath ı jmath ȷ complement ∁ eth ð mho ℧ degree ° checkmark ✓ maltese ✠ pounds £ yen ¥ copyright ©
dag † ddag ‡ S § P ¶ % % # # $ $ & & _ _ ldots … dotsc … dotso … vdots ⋮ cdots ⋯ dotsb ⋯ dotsm ⋯
dotsi ⋯ ddots ⋱ iddots ⋰ circledR ® circledS Ⓢ Bbbk 𝕜 blacktriangle ▲ blacktriangledown ▼ triangledown ▽
diagup ╱ diagdown ╲ Finv Ⅎ Game ⅁ AA Å aa å ae æ AE Æ oe œ OE Œ o ø O Ø ss ß l ł L Ł
"""

BINARY = """
pm ± mp ∓ times × div ÷ cdot ⋅ centerdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ Cap ⋒ Cup ⋓ uplus ⊎
sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ barwedge ⊼ veebar ⊻ setminus ⧵ smallsetminus ∖ wr ≀ diamond ⋄
bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ oplus ⊕
ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋
rightthreetimes ⋌ curlywedge ⋏ curlyvee ⋎ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledast ⊛
circledcirc ⊚ circleddash ⊝ dotplus ∔ divideontimes ⋇ intercal ⊺
"""

RELATIONS = """
leq ≤ le ≤ geq ≥ ge ≥ leqslant ⩽ geqslant ⩾ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ neq ≠ ne ≠ equiv ≡ sim ∼
thicksim ∼ simeq ≃ approx ≈ thickapprox ≈ approxeq ≊ cong ≅ ncong ≇ propto ∝ varpropto ∝ asymp ≍ doteq ≐
doteqdot ≑ fallingdotseq ≒ risingdotseq ≓ circeq ≗ triangleq ≜ bumpeq ≏ Bumpeq ≎ eqcirc ≖ coloneqq ≔
coloneq ≔ eqqcolon ≕ backsim ∽ backsimeq ⋍ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽
precsim ≾ succsim ≿ nprec ⊀ nsucc ⊁ curlyeqprec ⋞ curlyeqsucc ⋟ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇
subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑ sqsubset ⊏
sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ notin ∉ ni ∋ owns ∋ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⟂
vdash ⊢ dashv ⊣ vDash ⊨ models ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢
between ≬ pitchfork ⋔ therefore ∴ because ∵ vartriangle △ vartriangleleft ⊲ vartriangleright ⊳
trianglelefteq ⊴ trianglerighteq ⊵ ntriangleleft ⋪ ntriangleright ⋫ leqq ≦ geqq ≧ lneq ⪇ gneq ⪈ lneqq ≨
gneqq ≩ nleq ≰ ngeq ≱ nless ≮ ngtr ≯ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷
lesseqgtr ⋚ gtreqless ⋛ nsim ≁ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒
Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼ longrightarrow ⟶
longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ hookrightarrow ↪
hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
leftrightharpoons ⇋ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣
leftarrowtail ↢ rightleftarrows ⇄ leftrightarrows ⇆ rightrightarrows ⇉ leftleftarrows ⇇ upuparrows ⇈
downdownarrows ⇊ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍ nleftrightarrow ↮ nLeftrightarrow ⇎
uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙
nwarrow ↖ dashrightarrow ⇢ dashleftarrow ⇠ curvearrowright ↷ curvearrowleft ↶ circlearrowright ↻
circlearrowleft ↺ multimap ⊸ Rrightarrow ⇛ Lleftarrow ⇚ upharpoonright ↾ upharpoonleft ↿ restriction ↾
vcentcolon ∶
"""

LARGE = """
sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄
bigsqcup ⨆
"""
"""Operators that grow in display style, and take limits there."""

INTEGRALS = """
int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫
"""
"""Operators that grow in display style, and have their bounds beside them."""

FUNCTIONS = """
arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh arcsec
arccsc arccot
"""

LIMIT_FUNCTIONS = {
    "det": "det", "gcd": "gcd", "inf": "inf", "lim": "lim", "max": "max", "min": "min", "Pr": "Pr",
    "sup": "sup", "argmax": "argmax", "argmin": "argmin",
    "limsup": "lim sup", "liminf": "lim inf", "injlim": "inj lim", "projlim": "proj lim",
}  # fmt: skip

OPENING = "{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ ulcorner ⌜"
CLOSING = "} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ urcorner ⌝"
FENCES = "| ‖ vert | Vert ‖ backslash \\"

ACCENTS = {
    "hat": "̂", "check": "̌", "tilde": "̃", "acute": "́", "grave": "̀", "dot": "̇", "ddot": "̈", "dddot": "⃛",
    "breve": "̆", "bar": "̄", "vec": "⃗", "mathring": "̊",
}  # fmt: skip
"""The combining characters of accents that keep their width."""

WIDE_OVER = {
    "widehat": "̂", "widetilde": "̃", "widecheck": "̌", "overline": "‾", "overbrace": "⏞", "overrightarrow": "→",
    "overleftarrow": "←", "overleftrightarrow": "↔", "overbracket": "⎴",
}  # fmt: skip
WIDE_UNDER = {
    "underline": "_", "underbrace": "⏟", "underrightarrow": "→", "underleftarrow": "←",
    "underleftrightarrow": "↔", "underbracket": "⎵",
}  # fmt: skip

ARROWS = {
    "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒", "xLeftarrow": "⇐",
    "xLeftrightarrow": "⇔", "xmapsto": "↦", "xhookrightarrow": "↪", "xhookleftarrow": "↩",
    "xrightleftharpoons": "⇌",
}  # fmt: skip

SPACES = {
    ",": 3 / 18, "thinspace": 3 / 18, ":": 4 / 18, ">": 4 / 18, "medspace": 4 / 18, ";": 5 / 18,
    "thickspace": 5 / 18, "!": -3 / 18, "negthinspace": -3 / 18, "negmedspace": -4 / 18,
    "negthickspace": -5 / 18, "enspace": 0.5, "quad": 1.0, "qquad": 2.0, " ": 0.25, "space": 0.25,
    "nobreakspace": 0.25,
}  # fmt: skip
"""Widths in em."""

DOTS = frozenset("…⋯⋮⋱⋰")

CHARACTERS = {
    "+": ("+", Kind.BIN), "-": ("−", Kind.BIN), "*": ("∗", Kind.BIN), "/": ("/", Kind.ORD),
    "=": ("=", Kind.REL),
    "<": ("<", Kind.REL), ">": (">", Kind.REL), ":": (":", Kind.REL), ",": (",", Kind.PUNCT),
    ";": (";", Kind.PUNCT), "!": ("!", Kind.CLOSE), "?": ("?", Kind.CLOSE), "(": ("(", Kind.OPEN),
    "[": ("[", Kind.OPEN), ")": (")", Kind.CLOSE), "]": ("]", Kind.CLOSE), "|": ("|", Kind.ORD),
    ".": (".", Kind.ORD), '"': ("″", Kind.ORD), "@": ("@", Kind.ORD), "`": ("‘", Kind.ORD),
}  # fmt: skip
"""What a character of the keyboard stands for in a formula (The TeXbook, appendix B)."""


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


@cache
def symbols() -> dict[str, tuple[str, Kind]]:
    """Each symbol's character and kind, by its name without the backslash."""
    found: dict[str, tuple[str, Kind]] = {}
    for text, kind in (
        (GREEK, Kind.ORD), (CAPITALS, Kind.ORD), (LETTERS, Kind.ORD), (BINARY, Kind.BIN),
        (RELATIONS, Kind.REL), (OPENING, Kind.OPEN), (CLOSING, Kind.CLOSE), (FENCES, Kind.ORD),
        ("colon : dotsc …", Kind.PUNCT),
    ):  # fmt: skip
        found |= {name: (char, kind) for name, char in _pairs(text).items()}
    for name in ("ldots", "dotsc", "dotso", "cdots", "dotsb", "dotsm", "dotsi", "ddots"):
        found[name] = (found[name][0], Kind.INNER)
    return found


@cache
def by_character() -> dict[str, Kind]:
    """The kind of each character that has a name, for those that an author writes directly."""
    found = dict(reversed(symbols().values()))
    return found | dict.fromkeys((*large().values(), *integrals().values()), Kind.OP)


@cache
def greek() -> frozenset[str]:
    """The characters that LaTeX draws in italics without being asked."""
    return frozenset(_pairs(GREEK).values())


@cache
def functions() -> frozenset[str]:
    """The names that LaTeX sets upright, whose bounds stand beside them."""
    return frozenset(FUNCTIONS.split())


@cache
def large() -> dict[str, str]:
    """The operators that grow and take limits, by name."""
    return _pairs(LARGE)


@cache
def integrals() -> dict[str, str]:
    """The operators that grow and take none."""
    return _pairs(INTEGRALS)


@cache
def delimiters() -> dict[str, str]:
    """What may stand after `\\left`, `\\right` and `\\big`, as written, and its character."""
    found = {"(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", ".": "", "<": "⟨", ">": "⟩"}
    for text in (OPENING, CLOSING, FENCES):
        found |= {"\\" + name: char for name, char in _pairs(text).items()}
    arrows = ("uparrow", "downarrow", "updownarrow", "Uparrow", "Downarrow", "Updownarrow")
    return found | {"\\" + name: symbols()[name][0] for name in arrows}


def is_known(name: str) -> bool:
    """Whether a command, with its backslash, has a meaning of its own."""
    from deckgen.figures.math.commands import COMMANDS

    bare = name.removeprefix("\\")
    return bare in COMMANDS or bare in symbols()
