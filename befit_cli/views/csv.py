"""A plan as a table for a spreadsheet: a row for each exercise.

The columns are named like the keys of the JSON. The file begins with a byte order mark: without it
Excel takes UTF-8 for the machine's own encoding, and every × and é for two other letters. Where a
spreadsheet would take a text for a formula, an apostrophe makes it text: a catalogue may come from
anybody, and a formula may open a page or run a program.
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
from befit_cli.views.content import Content

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
    "light": "exercise.light",
    "setup": "exercise.setup",
    "kg": "exercise.kg",
    "adapted": "adapted",
}
"""Each column's title, and where in a `_Row` its value is."""
_values = attrgetter(*_COLUMNS.values())

# Also behind blanks and quotes, which a spreadsheet takes away, in the wide signs of East Asia, and
# after a semicolon, at which a spreadsheet of many countries begins a new cell.
_FORMULA = re.compile(r"(?:^|(?<=;))(?=[\s\"']*[-=+@－＝＋＠])")


class _Row(NamedTuple):
    """An exercise, and what it stands in."""

    week: Week
    session: Session
    order: int
    """Its place in the session, from 1."""
    exercise: Prescription
    progress: str
    """How it goes on, as a sentence."""
    adapted: str
    """What the log changed about it, as a sentence."""


def render(content: Content) -> bytes:
    """The header and the rows, in UTF-8 with lines that end in CRLF (RFC 4180); a week without
    sessions has no row.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(_COLUMNS)
    for row in _rows(content.plan):
        writer.writerow(map(_cell, _values(row)))
    return table.getvalue().encode("utf-8-sig")


def _rows(plan: Plan) -> Iterator[_Row]:
    for week in plan.weeks:
        for session in week.sessions:
            for order, exercise in enumerate(session.exercises, 1):
                progress = sentences.progress(exercise)
                adapted = sentences.adapted(exercise)
                yield _Row(week, session, order, exercise, progress, adapted)


def _cell(value: object) -> str | int:
    """A number as it is, yes or no, or a text that no spreadsheet calculates; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):  # before the numbers, of which Python counts it as one
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return f"{value:g}"
    text = ", ".join(value) if isinstance(value, tuple) else str(value)
    return _FORMULA.sub("'", wording.plain(text))
