"""The masters and layouts of a template → SVG, for formats that cannot show them by themselves."""
