"""What a runner did of the sample week, and beside it: for the tests of what shows a log."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace
from sample_plan import sample_plan

from befit_cli.log.standing import place_of, with_what_was_done
from befit_cli.values import (
    History,
    Off,
    PlanPlace,
    Prescription,
    Session,
    SessionLog,
    TimeAway,
    Work,
)

PLAN = sample_plan()
WEEK = PLAN.weeks[0]
MONDAYS, WEDNESDAYS, FRIDAYS = WEEK.sessions
BEGAN = date(2026, 11, 23)


def place(slot: int, week: int = 1) -> PlanPlace:
    """The place of a session of the sample week."""
    return PlanPlace(began=BEGAN, week=week, slot=slot)


def as_asked(exercise: Prescription, **changes: Any) -> tuple[Work, ...]:
    """What is asked of an exercise, done, but for these changes."""
    reps = () if exercise.reps is None else (exercise.reps,) * exercise.sets
    hold_s = () if exercise.hold_s is None else (exercise.hold_s,) * exercise.sets
    work = Work(form=exercise.form, asked=exercise.asked, reps=reps, hold_s=hold_s)
    return (replace(work, **changes),)


def as_planned(session: Session, **changes: Any) -> SessionLog:
    """The session of the sample week, done as it was planned, but for these changes."""
    fields: dict[str, Any] = {
        "date": session.date,
        "plan": place_of(WEEK, session.slot),
        "minutes": session.minutes,
        "did": {exercise.id: as_asked(exercise) for exercise in session.exercises},
    }
    return SessionLog(**(fields | changes))


MONDAY = as_planned(MONDAYS)
SQUAT, BRIDGE, *_ = MONDAYS.exercises
WEDNESDAY = as_planned(
    WEDNESDAYS,
    date=date(2026, 11, 26),
    minutes=None,
    did={
        exercise.id: () if exercise.id == "side-leg-raises" else as_asked(exercise)
        for exercise in WEDNESDAYS.exercises
    },
    pain={"knee": 4},
    worse_next_morning=True,
    note="Slept badly.",
)
"""Done a day late, without one of its exercises."""
SATURDAY = SessionLog(
    date=date(2026, 11, 28),
    minutes=40,
    did={
        "squats": (Work(form="Barbell squat", reps=(5, 5, 4), kg=(60.0, 62.5, 65.0), left=1),),
        "planks": (Work(form="", hold_s=(45,), pain=2),),
    },
)
"""What another app says of a day without a session."""
ILL = TimeAway(first=date(2026, 11, 30), last=date(2026, 12, 4), why=Off.ILL)
HISTORY = History(sessions=(MONDAY, WEDNESDAY, SATURDAY), away=(ILL,))
DONE = with_what_was_done(PLAN, HISTORY)
"""The sample plan with what was done."""
