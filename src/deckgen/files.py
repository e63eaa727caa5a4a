"""Contents → files on disk, each whole or as it was before."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from deckgen.diagnostics import Report, Span


def write_all(contents: Mapping[Path, bytes | Path], report: Report) -> tuple[Path, ...]:
    """Write every file through a temporary one beside it; all are complete before the first is replaced.

    A content is bytes, or a file of which a copy is made.  A target that cannot be written is an error,
    and then none is changed.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            try:
                staged[path] = _stage(path, content)
            except OSError as problem:
                _refused(path, problem, report)
                return ()
        return _replace(staged, report)
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink()


def _stage(path: Path, content: bytes | Path) -> Path:
    """The content in a temporary file in the target's folder, on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(21, "is a folder", str(path))
    if path.exists():
        if not path.stat().st_mode & stat.S_IWUSR:  # replacing it would work, and surprise its owner
            raise PermissionError(13, "is read-only", str(path))
        with path.open("r+b"):  # Windows refuses here where the file is open in PowerPoint
            pass
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        if isinstance(content, Path):
            with content.open("rb") as source:
                shutil.copyfileobj(source, file)
        else:
            file.write(content)
        file.flush()
        os.fsync(file.fileno())
    umask = os.umask(0)
    os.umask(umask)
    Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask)
    return Path(name)


def _replace(staged: dict[Path, Path], report: Report) -> tuple[Path, ...]:
    written = []
    for path, temporary in staged.items():
        try:
            temporary.replace(path)
        except OSError as problem:
            _refused(path, problem, report)
            break
        written.append(path)
    return tuple(written) if len(written) == len(staged) else ()


def _refused(path: Path, problem: OSError, report: Report) -> None:
    report.error(
        "cannot-write",
        f"cannot write {path}: {(problem.strerror or str(problem)).lower()}",
        Span(str(path)),
        "close it if it is open in another program, or choose another place with -o",
    )
