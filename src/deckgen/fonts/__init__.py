"""A family's name → its files, or what stands in for it; font files → those that a pptx carries."""
