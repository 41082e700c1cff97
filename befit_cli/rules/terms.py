"""The words of the rules, read off a plan: load, jumps, landings, key runs, days before the race.

They are judged by the forms, days and weeks that a plan holds, whatever a session says of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from befit_cli.evidence.block import days_to_race, may_stand, race_day
from befit_cli.evidence.session import exercise_seconds, session_minutes
from befit_cli.evidence.week import highest
from befit_cli.values import Athlete, Catalogue, Day, Load, Prescription, Session, Value, Week

if TYPE_CHECKING:
    Found = Iterator[tuple[str, str, str]]
    """What a rule yields for each breach: where, what was found, and what is allowed."""


class Measured(NamedTuple):
    """A session with what its exercises make of it: its load, whether it has landings, and the
    minutes it takes (R46).
    """

    session: Session
    load: Load
    jumps: bool
    minutes: int


class Asked(Value, frozen=True):
    """What a rule is asked about: one week of an athlete's plan, and the catalogue it was made
    from.
    """

    athlete: Athlete
    week: Week
    catalogue: Catalogue
    sessions: tuple[Measured, ...]
    exercises: tuple[tuple[Session, Prescription], ...]


def asked(athlete: Athlete, week: Week, catalogue: Catalogue) -> Asked:
    """The week, measured once for all the rules."""
    return Asked(athlete, week, catalogue, measured(week), tuple(exercises(week)))


def measured(week: Week) -> tuple[Measured, ...]:
    """The week's sessions by their exercises."""
    return tuple([_measured(session) for session in week.sessions])


def _measured(session: Session) -> Measured:
    return Measured(
        session=session,
        load=highest([exercise.load for exercise in session.exercises]),
        jumps=sum([exercise.contacts for exercise in session.exercises]) > 0,
        minutes=session_minutes(session.warm_up.minutes, map(exercise_seconds, session.exercises)),
    )


def exercises(week: Week) -> Iterator[tuple[Session, Prescription]]:
    """Every exercise of the week with the session it stands in, in the order of the plan."""
    return ((session, exercise) for session in week.sessions for exercise in session.exercises)


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


def place(session: Session, exercise: Prescription) -> str:
    """`Monday, Squats`."""
    return f"{session.day.title}, {exercise.name}"


def days(number: int) -> str:
    """`1 day`, `2 days`."""
    return f"{number} day" if abs(number) == 1 else f"{number} days"


def with_load(sessions: Iterable[Measured], *loads: Load) -> list[Session]:
    """The sessions of one of these loads."""
    return [measured.session for measured in sessions if measured.load in loads]


def with_jumps(sessions: Iterable[Measured]) -> list[Session]:
    """The sessions that have landings."""
    return [measured.session for measured in sessions if measured.jumps]
