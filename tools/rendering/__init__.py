"""Decks → pictures and measured lines, by LibreOffice and by Chromium."""
