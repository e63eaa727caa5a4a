"""LaTeX → formulas, and formulas → MathML, Office Math, pictures and plain text."""
