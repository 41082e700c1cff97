"""A plan as a table for a spreadsheet: a row for each exercise.

The columns are named like the keys of the JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from befit_cli.values import Plan, Prescription, Session, Week
from befit_cli.views import sentences
from befit_cli.views.cells import spreadsheet
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
    """The header and the rows; a week without sessions has no row."""
    return spreadsheet(_COLUMNS, map(_values, _rows(content.plan)))


def _rows(plan: Plan) -> Iterator[_Row]:
    for week in plan.weeks:
        for session in week.sessions:
            for order, exercise in enumerate(session.exercises, 1):
                progress = sentences.progress(exercise)
                adapted = sentences.adapted(exercise)
                yield _Row(week, session, order, exercise, progress, adapted)
