"""What the rules judge, read off a plan: load, jumps, landings, days before the race, and how the
places in it are named.

All is judged by the forms, days and weeks that a plan holds, whatever a session says of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from befit_cli.evidence.block import days_to_race, may_stand, race_day
from befit_cli.evidence.session import exercise_seconds, session_minutes
from befit_cli.evidence.week import highest
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Load,
    Phrase,
    Prescription,
    Session,
    Value,
    Week,
    phrase,
)

WHOLE = phrase("")
"""The place of what is true of a week, or a plan, as a whole."""


class MeasuredSession(NamedTuple):
    """A session with what its exercises make of it."""

    session: Session
    load: Load
    jumps: bool
    """Whether it has landings."""
    minutes: int
    """What it takes (R46)."""


class Case(Value, frozen=True):
    """One week of an athlete's plan, measured once for all the rules."""

    athlete: Athlete
    week: Week
    catalogue: Catalogue
    """What the plan was made from."""
    sessions: tuple[MeasuredSession, ...]
    exercises: tuple[tuple[Session, Prescription], ...]
    """Every exercise with the session it stands in, in the order of the plan."""


def case_of(athlete: Athlete, week: Week, catalogue: Catalogue) -> Case:
    """The week as the rules judge it."""
    return Case(athlete, week, catalogue, measured(week), tuple(exercises(week)))


def measured(week: Week) -> tuple[MeasuredSession, ...]:
    """The week's sessions by their exercises."""
    return tuple([_measured(session) for session in week.sessions])


def exercises(week: Week) -> Iterator[tuple[Session, Prescription]]:
    """Every exercise of the week with the session it stands in, in the order of the plan."""
    return ((session, exercise) for session in week.sessions for exercise in session.exercises)


def with_load(sessions: Iterable[MeasuredSession], *loads: Load) -> list[Session]:
    """The sessions of one of these loads."""
    return [measured.session for measured in sessions if measured.load in loads]


def with_jumps(sessions: Iterable[MeasuredSession]) -> list[Session]:
    """The sessions that have landings."""
    return [measured.session for measured in sessions if measured.jumps]


def race_on(athlete: Athlete, week: Week) -> date:
    """The race's date, or the Sunday that a block without one ends on."""
    return race_day(athlete.race_date, week.starts, week.of - week.number + 1)


def days_left(athlete: Athlete, week: Week, day: Day) -> int:
    """Calendar days from that day of the week to the race; negative after it."""
    return days_to_race(week.starts, day, race_on(athlete, week))


def may_be_kept(athlete: Athlete, week: Week, day: Day, exercise: Prescription) -> bool:
    """Whether that day is far enough from the race for the exercise (R36, R37, R38)."""
    days = days_left(athlete, week, day)
    return may_stand(athlete.race, days, exercise.load, jumps=exercise.contacts > 0)


def on(day: Day) -> Phrase:
    """`Monday`."""
    return phrase("{day}", day=day)


def at(session: Session, exercise: Prescription) -> Phrase:
    """`Monday, Squats`."""
    return phrase("{day}, {exercise}", day=session.day, exercise=exercise.name)


def in_week(number: int, where: Phrase = WHOLE) -> Phrase:
    """`week 3`, or `week 3 Monday, Squats`."""
    if where == WHOLE:
        return phrase("week {week}", week=number)
    return phrase("week {week} {where}", week=number, where=where)


def days(number: int) -> Phrase:
    """`1 day`, `2 days`."""
    if abs(number) == 1:
        return phrase("{number} day", number=number)
    return phrase("{number} days", number=number)


def _measured(session: Session) -> MeasuredSession:
    # Lists, for a generator costs more than the few exercises it would go through.
    loads = [exercise.load for exercise in session.exercises]
    landings = [exercise.contacts for exercise in session.exercises]
    seconds = [exercise_seconds(exercise) for exercise in session.exercises]
    return MeasuredSession(
        session=session,
        load=highest(loads),
        jumps=sum(landings) > 0,
        minutes=session_minutes(session.warm_up.minutes, seconds),
    )
