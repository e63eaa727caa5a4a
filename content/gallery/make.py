# ruff: noqa: E501  (paths of drawings are as long as they are)
"""Draws the pictures, the film and the sound of the gallery again: `uv run python content/gallery/make.py`.

The drawings are SVG; three of them are painted as PNG and JPEG too, as photographs would come.  The film
takes `ffmpeg`.
"""

from __future__ import annotations

import math
import struct
import subprocess
import tempfile
import wave
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image, ImageDraw

HERE = Path(__file__).parent
PAPER, INK, BLUE, AMBER, GREEN, SOFT = "#EEF2F6", "#16202E", "#0B5CAB", "#F0A202", "#00785A", "#B9C4D0"


def svg(width: int, height: int, body: str) -> str:
    """A drawing on paper."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><rect width="{width}" height="{height}" fill="{PAPER}"/>{body}</svg>\n'
    )


def line(x1: float, y1: float, x2: float, y2: float, color: str, width: float) -> str:
    return (
        f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{color}" stroke-width="{width}" '
        f'stroke-linecap="round" fill="none"/>'
    )


def pendulum() -> str:
    """A pendulum in five places, fainter the further from where it hangs."""
    body = line(220, 60, 420, 60, INK, 10)
    for angle in (-28, 28, -14, 14, 0):
        x, y = 320 + 330 * math.sin(math.radians(angle)), 60 + 330 * math.cos(math.radians(angle))
        faint = 1 - abs(angle) / 40
        body += f'<g opacity="{faint:.2f}">{line(320, 60, x, y, INK, 3)}'
        body += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="30" fill="{BLUE}"/></g>'
    return svg(
        640,
        480,
        body + f'<path d="M165 351A330 330 0 0 0 475 351" stroke="{AMBER}" stroke-width="4" fill="none"/>',
    )


def sundial() -> str:
    """A plate with its hours and the shadow of its gnomon."""
    body = f'<ellipse cx="320" cy="290" rx="240" ry="120" fill="#FFFFFF" stroke="{INK}" stroke-width="5"/>'
    for hour in range(7):
        turn = math.radians(180 - 30 * hour)
        x, y = math.cos(turn), -math.sin(turn)
        body += line(320 + 195 * x, 290 - 97 * y, 320 + 225 * x, 290 - 112 * y, INK, 5)
    body += f'<path d="M320 290L230 385L262 392Z" fill="{SOFT}"/><path d="M320 290L320 120L372 290Z" fill="{AMBER}"/>'
    return svg(640, 480, body + f'<circle cx="540" cy="90" r="44" fill="{AMBER}"/>')


def hourglass() -> str:
    """Sand, half of it through."""
    glass = "M210 80H430C430 190 340 210 334 240C340 270 430 290 430 400H210C210 290 300 270 306 240C300 210 210 190 210 80Z"
    body = f'<path d="{glass}" fill="#FFFFFF" stroke="{INK}" stroke-width="6"/>'
    body += f'<path d="M246 150H394C380 190 336 206 330 236H310C304 206 260 190 246 150Z" fill="{AMBER}"/>'
    body += f'<path d="M220 392C230 340 300 320 320 316C340 320 410 340 420 392Z" fill="{AMBER}"/>'
    return svg(
        640,
        480,
        body
        + line(320, 236, 320, 320, AMBER, 5)
        + line(190, 80, 450, 80, INK, 14)
        + line(190, 400, 450, 400, INK, 14),
    )


def quartz() -> str:
    """A tuning fork of quartz and the wave that it rings with."""
    points = [(60 + x, 240 - 70 * math.sin(x / 26)) for x in range(0, 521, 4)]
    wave_line = "M" + "L".join(f"{x:.0f} {y:.1f}" for x, y in points)
    body = f'<path d="{wave_line}" stroke="{BLUE}" stroke-width="5" fill="none"/>'
    return svg(
        640,
        480,
        body
        + f'<path d="M250 90V300A70 70 0 0 0 390 300V90H350V300A30 30 0 0 1 290 300V90Z" fill="{SOFT}" stroke="{INK}" stroke-width="5"/>'
        + line(320, 372, 320, 440, INK, 12),
    )


def atom() -> str:
    """A nucleus and three orbits."""
    body = "".join(
        f'<ellipse cx="320" cy="240" rx="220" ry="78" fill="none" stroke="{INK}" stroke-width="4" transform="rotate({turn} 320 240)"/>'
        for turn in (0, 60, 120)
    )
    body += f'<circle cx="320" cy="240" r="34" fill="{BLUE}"/>'
    for turn, x in ((0, 540), (60, 100), (120, 540)):
        body += f'<circle cx="{x}" cy="240" r="13" fill="{AMBER}" transform="rotate({turn} 320 240)"/>'
    return svg(640, 480, body)


def clock() -> str:
    """A face without numbers at ten past ten."""
    body = f'<circle cx="450" cy="450" r="400" fill="#FFFFFF" stroke="{INK}" stroke-width="24"/>'
    for minute in range(60):
        turn, long = math.radians(6 * minute), 60 if minute % 5 == 0 else 24
        x, y = math.sin(turn), -math.cos(turn)
        body += line(
            450 + (360 - long) * x,
            450 + (360 - long) * y,
            450 + 360 * x,
            450 + 360 * y,
            INK,
            14 if long > 30 else 5,
        )
    for turn, length, width, color in ((305, 210, 26, INK), (60, 310, 18, INK), (210, 330, 7, AMBER)):
        x, y = math.sin(math.radians(turn)), -math.cos(math.radians(turn))
        body += line(450, 450, 450 + length * x, 450 + length * y, color, width)
    return svg(900, 900, body + f'<circle cx="450" cy="450" r="26" fill="{INK}"/>')


def painted(drawing: str, width: int) -> Image.Image:
    """A drawing as pixels."""
    data = resvg_py.svg_to_bytes(svg_string=drawing, width=width)
    return Image.open(BytesIO(bytes(data))).convert("RGB")


def film(path: Path) -> None:
    """Two swings of a pendulum, 25 pictures a second, and the first of them as its poster."""
    with tempfile.TemporaryDirectory() as folder:
        for n in range(50):
            angle = math.radians(24) * math.cos(2 * math.pi * n / 25)
            picture = Image.new("RGB", (1280, 720), PAPER)
            draw = ImageDraw.Draw(picture)
            x, y = 640 + 480 * math.sin(angle), 80 + 480 * math.cos(angle)
            draw.line((440, 80, 840, 80), INK, 16)
            draw.line((640, 80, x, y), INK, 6)
            draw.ellipse((x - 54, y - 54, x + 54, y + 54), BLUE)
            small = picture.resize((640, 360), Image.Resampling.LANCZOS)
            small.save(f"{folder}/{n:03}.png")
            if n == 0:
                small.save(path.with_name("pendulum-film.png"), optimize=True)
        command = ["ffmpeg", "-y", "-loglevel", "error", "-framerate", "25", "-i", f"{folder}/%03d.png"]
        encode = [
            "-c:v",
            "libx264",
            "-pix_fmt",
            "yuv420p",
            "-crf",
            "28",
            "-movflags",
            "+faststart",
            "-bitexact",
        ]
        subprocess.run([*command, *encode, str(path)], check=True)


def ticking(path: Path) -> None:
    """Four ticks of a clock, half a second apart."""
    rate = 8000
    samples = [
        math.exp(-((n % 4000) / 60)) * math.sin(2 * math.pi * (1900 if (n // 4000) % 2 else 2400) * n / rate)
        for n in range(2 * rate)
    ]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"".join(struct.pack("<h", round(20_000 * s)) for s in samples))


def main() -> None:
    """Write all files beside this one."""
    for draw in (pendulum, sundial, hourglass, quartz, atom, clock):
        (HERE / f"{draw.__name__}.svg").write_text(draw(), "utf-8")
    painted(clock(), 900).save(HERE / "clock.png", optimize=True)
    painted(sundial(), 1280).save(HERE / "sundial.jpg", quality=88)
    painted(hourglass(), 1280).save(HERE / "hourglass.jpg", quality=88)
    film(HERE / "pendulum.mp4")
    ticking(HERE / "ticking.wav")


if __name__ == "__main__":
    main()
