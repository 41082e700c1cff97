"""What a file is by how it begins, and what marks a plan of befit's."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from befit_cli.errors import BefitError
from befit_cli.language import _, message

if TYPE_CHECKING:
    from pathlib import Path

BEFIT_TABLES = tuple([f"week{sign}phase{sign}deload" for sign in ",;\t"])
"""How the table begins that befit writes, by what stands between its cells."""

BEFIT_CALENDAR = "//befit//"
"""What stands in the name of the program that wrote a calendar of befit's."""
_COMMENT = "<!-- befit"
HEAD_BEGINS = rf"(?m)^{_COMMENT}\b.*$"
"""The line with which the comment begins that says whose plan a Markdown file is."""

HEAD_BYTES = 2_000
"""In which a file says what it is."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_PLANS = (b"---", b"{")
"""How a plan begins, whatever its name: a saved plan may be called plan.txt."""
_CALENDAR = message("a calendar")
_PAGE = message("a page for a browser")
_TABLE = message("a table for a spreadsheet")
_WORKOUT = message("a file for a watch")
_TRACK = message("a track of a run")
_PICTURE = message("a picture")
_BY_BEGIN = {
    b"%PDF-": message("a PDF"),
    b"PK\x03\x04": message("a file packed as zip, as spreadsheets are"),
    b"PK\x05\x06": message("a file packed as zip"),
    b"\xd0\xcf\x11\xe0": message("a spreadsheet or a text in Office's own format"),
    b"\x1f\x8b": message("a file packed as gzip"),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"{\\rtf": message("a text in a word processor's own format"),
}
_MARKUP = {
    b"<!doctype html": _PAGE,
    b"<html": _PAGE,
    b"<gpx": _TRACK,
    b"<trainingcenterdatabase": _TRACK,
    b"<?xml": message("a file in XML"),
}
"""What stands near the beginning of a text that begins with `<`, in small letters."""
_NO_PLANS = {
    b"begin:vcalendar": _CALENDAR,
    **{table.encode(): _TABLE for table in BEFIT_TABLES},
}
"""How a text begins that may have a running plan, and is none of befit's."""
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
    """Raise BefitError where the file is known to be something else than a plan of befit's."""
    head = _head(content)
    if head.startswith(_PLANS):
        return
    kind = foreign_kind(content) or _(_begun(head, _NO_PLANS))
    if not kind and _COMMENT.encode() not in content:
        kind = _(_BY_SUFFIX.get(PurePath(path).suffix.lower(), ""))
    if kind:
        raise BefitError(
            _(
                "{path} is {kind}, and befit reads plans from .md or .json, catalogues from .yaml.",
                path=path,
                kind=kind,
            ),
            _("Give the plan in one of these; -o plan.md writes it so."),
        )


def foreign_kind(content: bytes) -> str:
    """What the file is that has no plan of any kind, in words; empty where it may have one."""
    # of a binary file the place counts: its first bytes are numbers
    if content[8:12] == b".FIT":
        return _(_WORKOUT)
    kind = _begun(content, _BY_BEGIN)
    head = _head(content)
    # within a plan such a mark is a word of a title
    if kind or not head.startswith(b"<"):
        return _(kind)
    return _(next((kind for mark, kind in _MARKUP.items() if mark in head), ""))


def _begun(content: bytes, kinds: dict[bytes, str]) -> str:
    return next((kind for mark, kind in kinds.items() if content.startswith(mark)), "")


def _head(content: bytes) -> bytes:
    return content[:HEAD_BYTES].removeprefix(_BYTE_ORDER_MARK).lstrip().lower()
