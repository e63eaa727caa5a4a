"""The programs that render: where they are, and LibreOffice run apart from the user's own profile."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

REPOSITORY = Path(__file__).resolve().parents[2]

FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  {folders}
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def soffice() -> str | None:
    """LibreOffice's command, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def pdftoppm() -> str | None:
    """Poppler's command that turns a PDF into pictures, or None."""
    return shutil.which("pdftoppm")


def ooxml_validator() -> str | None:
    """The Open XML SDK's validator: DECKGEN_OOXML_VALIDATOR, the checkout's node_modules, or the PATH."""
    named = os.environ.get("DECKGEN_OOXML_VALIDATOR")
    local = REPOSITORY / "node_modules" / ".bin" / "ooxml-validator"
    if named or local.is_file():
        return named or str(local)
    return shutil.which("ooxml-validator")


def font_environment(fonts: Path | None, work: Path) -> dict[str, str]:
    """The environment in which a program sees the fonts of `fonts` beside the system's.

    The folders of DECKGEN_FONTS, which deckgen measures with, are added too.
    """
    folders = [str(fonts.resolve())] if fonts else []
    folders += [folder for folder in os.environ.get("DECKGEN_FONTS", "").split(os.pathsep) if folder]
    conf = work / "fonts.conf"
    entries = "".join(f"<dir>{escape(folder)}</dir>" for folder in folders)
    conf.write_text(FONTS_CONF.format(folders=entries, cache=escape(str(work / "fontcache"))), "utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(conf)} if folders else dict(os.environ)


def office_to_pdf(
    files: Sequence[Path], out: Path, fonts: Path | None = None, timeout: float = 600
) -> list[Path]:
    """Convert presentations to PDF files of the same stems in `out`, all in one run of LibreOffice.

    Stems must differ.  Raises RuntimeError when LibreOffice is missing or a file was not converted.
    """
    program = soffice()
    if program is None:
        raise RuntimeError("LibreOffice (soffice) is not installed")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="deckgen-office-") as folder:
        work = Path(folder)
        command = [program, f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(out), *map(str, files)]
        said = run(command, font_environment(fonts, work), timeout)
    made = [out / f"{file.stem}.pdf" for file in files]
    lost = [file.name for file in made if not file.is_file()]
    if lost:
        raise RuntimeError(f"LibreOffice made no {', '.join(lost)}: {said.strip()[-400:]}")
    return made


def run(command: Sequence[str], env: Mapping[str, str] | None = None, timeout: float = 600) -> str:
    """Run a program; what it wrote to both streams.  Raises RuntimeError when it fails."""
    done = subprocess.run(command, env=env, timeout=timeout, capture_output=True, text=True, check=False)
    if done.returncode:
        name, said = Path(command[0]).name, done.stderr.strip()[-400:]
        raise RuntimeError(f"{name} failed with exit code {done.returncode}: {said}")
    return done.stdout + done.stderr
