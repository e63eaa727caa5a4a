"""A Windows metafile → SVG."""


def metafile_svg(data: bytes) -> tuple[str, tuple[float, float]] | None:
    return None
