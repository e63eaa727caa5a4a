"""What both formats draw from: formulas, charts, diagrams, code, numbers, each free of theme and page."""
