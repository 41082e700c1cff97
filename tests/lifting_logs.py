"""Logs of lifting for the tests: small files in tests/data, and words of a column `Did`."""

from __future__ import annotations

import re
from datetime import UTC, date
from pathlib import Path

from strategies import CATALOGUE

from befit_cli.errors import UsageError
from befit_cli.log.imports import Imported, read_import
from befit_cli.values import Prescription
from befit_cli.values.history import Asked, Work

FOLDER = Path(__file__).parent / "data" / "logs"
LATER = date(2026, 12, 31)
FRIDAY = date(2026, 11, 20)

_WORDS = re.compile(r"([0-9]+(?:,[0-9]+)*)(?: ([0-9]+)kg)?")


def read_did(text: str, exercise: Prescription) -> tuple[Work, ...]:
    """As much of the grammar of `befit done` as a column needs to be read: `8,8,10 16kg`."""
    if text == "skip":
        return ()
    asked = Asked(sets=exercise.sets, reps=exercise.reps, hold_s=exercise.hold_s, left=exercise.rir)
    if not text:
        reps = (exercise.reps,) * exercise.sets if exercise.reps else ()
        hold_s = (exercise.hold_s,) * exercise.sets if exercise.hold_s else ()
        return (Work(form=exercise.form, asked=asked, reps=reps, hold_s=hold_s),)
    found = _WORDS.fullmatch(text)
    if not found:
        raise UsageError(f"'{text}' says nothing of an exercise.", "Write it as 8,8,10 16kg.")
    reps = tuple(map(int, found[1].split(",")))
    kg = (float(found[2]),) if found[2] else ()
    return (Work(form=exercise.form, asked=asked, reps=reps, kg=kg),)


def imported(
    content: bytes | str,
    *,
    file: str = "log.csv",
    today: date = LATER,
    kilograms: float | None = None,
    names: dict[str, str] | None = None,
) -> Imported:
    """What befit reads in the file."""
    return read_import(
        content.encode() if isinstance(content, str) else content,
        file,
        CATALOGUE,
        today=today,
        zone=UTC,
        kilograms=kilograms,
        names=names or {},
        read_did=read_did,
    )


def sample(name: str) -> bytes:
    """A file of tests/data."""
    return (FOLDER / name).read_bytes()
