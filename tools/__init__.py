"""The project's own instruments: they render what deckgen wrote, and measure it."""
