"""SOURCE_DATE_EPOCH → the time of a build that must be the same whenever it runs."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def fixed_time() -> datetime | None:
    """The time that SOURCE_DATE_EPOCH (seconds, UTC) gives a build; None where it gives none."""
    try:
        return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), UTC)
    except (ValueError, OverflowError, OSError):
        return None
