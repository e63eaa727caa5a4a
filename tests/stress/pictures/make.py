"""Makes the pictures of the stress outline, one of each format; run once, the files are kept."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent


def gradient(width: int, height: int) -> Image.Image:
    """Three linear gradients in three directions, one a channel."""
    plain = Image.linear_gradient("L")
    channels = [plain.rotate(angle).resize((width, height)) for angle in (0, 90, 180)]
    return Image.merge("RGB", channels)


def main() -> None:
    """Write the four files."""
    gradient(320, 120).save(HERE / "wide.png", optimize=True)
    gradient(90, 240).save(HERE / "tall.jpg", quality=80)
    gradient(320, 180).save(HERE / "wide.webp", quality=70)
    gradient(40, 24).quantize(16).save(HERE / "tiny.gif")


if __name__ == "__main__":
    main()
