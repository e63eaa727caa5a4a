"""An HTML file → a picture of it, by the browser that the machine has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "msedge",
)  # fmt: skip
PLACES = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ),
}
"""Where browsers lie that are not on the PATH, by `sys.platform`."""

FLAGS = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-quic", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
)  # fmt: skip
PATIENCE = 120
"""Seconds after which a browser that has drawn nothing never will."""


def find_browser() -> str | None:
    """A browser that draws without a window: DECKGEN_CHROMIUM, else the first that is installed."""
    named = os.environ.get("DECKGEN_CHROMIUM")
    if named is not None:
        return shutil.which(named)
    return next(
        (found for name in (*NAMES, *PLACES.get(sys.platform, ())) if (found := shutil.which(name))), None
    )


def draw(page: Path, picture: Path, size: tuple[int, int], browser: str) -> None:
    """A PNG of the page in a window of `size` (px).  Raises OSError where the browser does not draw it."""
    # Chromium does not start within its sandbox where root runs it.
    unboxed = ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()
    with tempfile.TemporaryDirectory(prefix="deckgen-", ignore_cleanup_errors=True) as profile:
        command = [
            browser, *FLAGS, *unboxed, f"--user-data-dir={profile}", f"--screenshot={picture}",
            f"--window-size={size[0]},{size[1]}", page.resolve().as_uri(),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)
        except subprocess.SubprocessError as problem:
            raise OSError(f"{Path(browser).name} drew nothing") from problem
    if not picture.is_file():
        raise OSError(f"{Path(browser).name} drew nothing")
