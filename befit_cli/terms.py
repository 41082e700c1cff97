"""The words of the rules, read off a plan: load, jumps, landings, key runs, days before the race.

They are judged by the forms, days and weeks that a plan holds, whatever a session says of itself.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from befit_cli.guidelines import HIGH_LOAD_DAYS, JUMP_DAYS, MEDIUM_LOAD_DAYS, STRENGTH_DAYS, exercise_seconds, session_minutes
from befit_cli.model import Act, Athlete, Catalogue, Day, Load, Niggle, Prescription, Session, Value, Week

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    Found = Iterator[tuple[str, str, str]]
    """What a rule yields for each breach: where, what was found, and what is allowed."""


class Measured(NamedTuple):
    """A session with what its exercises make of it: its load, whether it has landings, and the minutes it takes (R46)."""

    session: Session
    load: Load
    jumps: bool
    minutes: int


class Asked(Value, frozen=True):
    """What a rule is asked about: one week of an athlete's plan, and the catalogue it was made from."""

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


def place(session: Session, exercise: Prescription) -> str:
    """`Monday, Squats`."""
    return f"{session.day.title}, {exercise.name}"


def days(number: int) -> str:
    """`1 day`, `2 days`."""
    return f"{number} day" if abs(number) == 1 else f"{number} days"


def highest(loads: Collection[Load]) -> Load:
    """The highest of the loads, low where there are none."""
    if Load.HIGH in loads:
        return Load.HIGH
    return Load.MEDIUM if Load.MEDIUM in loads else Load.LOW


def with_load(sessions: Iterable[Measured], *loads: Load) -> list[Session]:
    """The sessions of one of these loads."""
    return [measured.session for measured in sessions if measured.load in loads]


def with_jumps(sessions: Iterable[Measured]) -> list[Session]:
    """The sessions that have landings."""
    return [measured.session for measured in sessions if measured.jumps]


def bars_jumps(catalogue: Catalogue, niggle: Niggle) -> bool:
    """Whether the niggle bars all jumps: the catalogue marks an exercise that has landings as one to avoid (R22)."""
    rules = (exercise.niggles.get(niggle) for exercise in catalogue.exercises if any(form.contacts for form in exercise.ladder))
    return any(rule is not None and rule.act is Act.AVOID for rule in rules)


def landings(session: Session) -> int:
    """Landings of the whole session; both sides count where the dose is for each side."""
    return sum(exercise.sets * (exercise.reps or 0) * exercise.contacts * (2 if exercise.per_side else 1) for exercise in session.exercises)


def next_key_run(athlete: Athlete, day: Day) -> tuple[int, Day] | None:
    """How many days after that day the next hard or long run is, 1 to 7, and on which day; None for a week without one."""
    ahead = [(day.until(run) or 7, run) for run in Day if athlete.run_on(run)]
    return min(ahead, key=lambda run: run[0], default=None)


def race_day(athlete: Athlete, week: Week) -> date:
    """The race's date, or the Sunday that a block without one ends on."""
    return athlete.race_date or week.starts + timedelta(weeks=week.of - week.number + 1, days=-1)


def days_to_race(athlete: Athlete, week: Week, day: Day) -> int:
    """Calendar days from that day of the week to the race; negative after it."""
    return (race_day(athlete, week) - week.starts).days - day.rank


def may_stand(athlete: Athlete, week: Week, day: Day, exercise: Prescription) -> bool:
    """Whether that day is far enough from the race for the exercise (R36, R37, R38)."""
    left = days_to_race(athlete, week, day)
    return (
        left >= STRENGTH_DAYS[athlete.race]
        and (exercise.load is Load.LOW or left >= MEDIUM_LOAD_DAYS[athlete.race])
        and (exercise.load is not Load.HIGH or left >= HIGH_LOAD_DAYS[athlete.race])
        and (not exercise.contacts or left >= JUMP_DAYS[athlete.race])
    )
