"""Flowcharts in Mermaid's language: read, arranged in layers, and measured out.

Nothing is imported here, so that a deck without a diagram pays for none of it.
"""
