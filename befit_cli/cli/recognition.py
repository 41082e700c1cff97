"""What a file is that befit writes, or runners have, and that is no plan to read back."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from befit_cli.errors import BefitError

if TYPE_CHECKING:
    from pathlib import Path

_HEAD_BYTES = 2_000
_PLANS = (b"---", b"{")
"""How a plan begins, whatever its name: a saved plan may be called plan.txt."""
_CALENDAR = "a calendar"
_PAGE = "a page for a browser"
_TABLE = "a table for a spreadsheet"
_WORKOUT = "a file for a watch"
_TRACK = "a track of a run"
_BY_CONTENT = {
    b"BEGIN:VCALENDAR": _CALENDAR,
    b"<!doctype html": _PAGE,
    b"<html": _PAGE,
    b"week,phase,deload": _TABLE,
    b"<gpx": _TRACK,
    b"<trainingcenterdatabase": _TRACK,
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a file packed as zip, as spreadsheets are",
}
"""By what stands near the beginning, in any case."""
_BY_SUFFIX = {
    ".ics": _CALENDAR,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".csv": _TABLE,
    ".fit": _WORKOUT,
    ".gpx": _TRACK,
    ".tcx": _TRACK,
}


def refuse_what_is_no_plan(path: Path, content: bytes) -> None:
    """Raise BefitError where the file is known to be something else than a plan."""
    kind = _kind(PurePath(path).suffix.lower(), content[:_HEAD_BYTES])
    if kind:
        raise BefitError(
            f"{path} is {kind}, and befit reads plans from .md or .json, catalogues from .yaml.",
            "Give the plan in one of these; -o plan.md writes it so.",
        )


def _kind(suffix: str, head: bytes) -> str:
    """What the file is, in words; empty where it may be a plan."""
    begun = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begun.startswith(_PLANS):
        return ""
    # of a binary file the place counts: its first bytes are numbers
    if head[8:12] == b".FIT":
        return _WORKOUT
    lower = head.lower()
    for mark, kind in _BY_CONTENT.items():
        if mark.lower() in lower:
            return kind
    return _BY_SUFFIX.get(suffix, "")
