"""Characters and fonts → widths, line breaks and sizes."""
