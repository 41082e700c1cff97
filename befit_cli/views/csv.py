"""A plan as a table for a spreadsheet: a row for each exercise.

The columns are named like the keys of the JSON. The file begins with a byte order mark, without
which Excel reads no UTF-8, and where a spreadsheet would take a text for a formula, an apostrophe
makes it text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from befit_cli.values import Plan, Prescription, Session, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording

_COLUMNS = {
    "week": "week.number",
    "phase": "week.phase",
    "deload": "week.deload",
    "taper": "week.taper",
    "date": "session.date",
    "day": "session.day",
    "with_run": "session.with_run",
    "session_load": "session.load",
    "session_minutes": "session.minutes",
    "order": "order",
    "id": "exercise.id",
    "name": "exercise.name",
    "form": "exercise.form",
    "group": "exercise.group",
    "pattern": "exercise.pattern",
    "role": "exercise.role",
    "load": "exercise.load",
    "kit": "exercise.kit",
    "sets": "exercise.sets",
    "reps": "exercise.reps",
    "hold_s": "exercise.hold_s",
    "per_side": "exercise.per_side",
    "rir": "exercise.rir",
    "rest_s": "exercise.rest_s",
    "contacts": "exercise.contacts",
    "cue": "exercise.cue",
    "niggle_note": "exercise.niggle_note",
    "progress": "progress",
}
_values = attrgetter(*_COLUMNS.values())

# Also after a semicolon, at which a spreadsheet of many countries begins a new cell.
_FORMULA = re.compile(r"(?:^|(?<=;))(?=[\s\"']*[-=+@－＝＋＠])")


class _Row(NamedTuple):
    week: Week
    session: Session
    order: int
    exercise: Prescription
    progress: str


def render(plan: Plan) -> bytes:
    """The header and the rows, in UTF-8 with lines that end in CRLF (RFC 4180); a week without
    sessions has no row.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(_COLUMNS)
    writer.writerows(map(_cell, _values(row)) for row in _rows(plan))
    return table.getvalue().encode("utf-8-sig")


def _rows(plan: Plan) -> Iterator[_Row]:
    for week in plan.weeks:
        for session in week.sessions:
            for order, exercise in enumerate(session.exercises, 1):
                yield _Row(week, session, order, exercise, sentences.progress(exercise))


def _cell(value: object) -> str | int:
    """A number as it is, yes or no, or a text that no spreadsheet calculates; nothing for None."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    text = ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return _FORMULA.sub("'", wording.plain(text))
