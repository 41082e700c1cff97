"""A plan as a table for a spreadsheet: a row for each exercise.

The columns are named like the keys of the JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from befit_cli.log.standing import status_of
from befit_cli.values import Prescription, Session, Status, Week, once_if_same
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
    "done_sets": "done.sets",
    "done_reps": "done.reps",
    "done_hold_s": "done.hold_s",
    "done_kg": "done.kg",
    "done_left": "done.left",
    "safety": "safety",
    "session_status": "status",
    "session_off": "session.off",
}
"""Each column's title, and where in a `_Row` its value is."""
_values = attrgetter(*_COLUMNS.values())


class _Done(NamedTuple):
    """What the log has of an exercise, in whatever form of it; as it stands here, nothing."""

    sets: int | None = None
    """0 for one that was skipped."""
    reps: tuple[int, ...] = ()
    hold_s: tuple[int, ...] = ()
    kg: tuple[float, ...] = ()
    left: int | None = None
    """After the last set."""


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
    done: _Done
    safety: str
    """The plan's safety text: in each row, so that a row stays an exercise."""
    status: Status
    """Where its session stands on the day of writing."""


def render(content: Content) -> bytes:
    """The header and the rows; a week without sessions has no row."""
    return spreadsheet(_COLUMNS, map(_values, _rows(content)), content.separator)


def _rows(content: Content) -> Iterator[_Row]:
    plan = content.plan
    safety = " ".join(sentences.safety_lines(plan))
    for week in plan.weeks:
        for session in week.sessions:
            status = status_of(session, content.today)
            for order, exercise in enumerate(session.exercises, 1):
                progress = sentences.progress(exercise)
                adapted = sentences.adapted(exercise)
                done = _done(session, exercise)
                yield _Row(week, session, order, exercise, progress, adapted, done, safety, status)


def _done(session: Session, exercise: Prescription) -> _Done:
    if session.done is None or exercise.id not in session.done.did:
        return _Done()
    works = session.done.did[exercise.id]
    return _Done(
        sets=sum(work.sets for work in works),
        reps=tuple([reps for work in works for reps in work.reps]),
        hold_s=tuple([seconds for work in works for seconds in work.hold_s]),
        kg=once_if_same(tuple([kg for work in works for kg in work.kg_of_sets])),
        left=works[-1].left if works else None,
    )
