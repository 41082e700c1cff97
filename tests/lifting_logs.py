"""Logs of lifting for the tests: small files in tests/data."""

from __future__ import annotations

from datetime import UTC, date
from pathlib import Path

from strategies import CATALOGUE

from befit_cli.log.imports import Imported, read_import
from befit_cli.values import Units

FOLDER = Path(__file__).parent / "data" / "logs"
LATER = date(2026, 12, 31)
FRIDAY = date(2026, 11, 20)


def imported(
    content: bytes | str,
    *,
    file: str = "log.csv",
    today: date = LATER,
    file_units: Units | None = None,
    names: dict[str, str] | None = None,
) -> Imported:
    """What befit reads in the file."""
    return read_import(
        content.encode() if isinstance(content, str) else content,
        file,
        CATALOGUE,
        today=today,
        zone=UTC,
        units=Units.KG,
        file_units=file_units,
        names=names or {},
    )


def sample(name: str) -> bytes:
    """A file of tests/data."""
    return (FOLDER / name).read_bytes()
