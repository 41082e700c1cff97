"""What the rules judge, read off a plan: load, jumps, landings, days before the race, and how the
places in it are named.

All is judged by the forms, days and weeks that a plan holds, whatever a session says of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from befit_cli.evidence.block import days_to_race, makes_sore, may_stand, race_day, ramp_of
from befit_cli.evidence.load import dosed_load, is_light, session_load
from befit_cli.evidence.niggles import TENDON_REPS
from befit_cli.evidence.progress import eased_by_log
from befit_cli.evidence.session import exercise_seconds, session_minutes
from befit_cli.evidence.sets import counts, total_counts
from befit_cli.evidence.week import before_tune_up, trains_otherwise
from befit_cli.values import (
    Act,
    Adapted,
    Athlete,
    Catalogue,
    Day,
    Fact,
    Form,
    Load,
    Niggle,
    NoteKey,
    Pattern,
    Phrase,
    Prescription,
    ReasonKey,
    Runs,
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


class Placed(NamedTuple):
    """An exercise with the session it stands in."""

    session: Session
    exercise: Prescription


Changed = tuple[Session, Prescription, Adapted]
"""An exercise with its session, and what the log changed about it."""


class Case(Value, frozen=True):
    """One week of an athlete's plan, measured once for all the rules."""

    athlete: Athlete
    week: Week
    catalogue: Catalogue
    """What the plan was made from."""
    sessions: tuple[MeasuredSession, ...]
    exercises: tuple[Placed, ...]
    """Every exercise, in the order of the plan."""
    adapted: tuple[Changed, ...]
    """Those that the log changed."""
    counts: dict[str, float]
    """What its sets count for together."""
    race_day: date
    """The race's date, or the Sunday that a block without one ends on."""
    ramp: bool
    """Whether it is a week of the ramp (R19)."""

    def days_left(self, day: Day) -> int:
        """Calendar days from that day of the week to the race; negative after it."""
        return days_to_race(self.week.starts, day, self.race_day)


def case_of(athlete: Athlete, week: Week, catalogue: Catalogue) -> Case:
    """The week as the rules judge it."""
    every = tuple(exercises(week))
    return Case(
        athlete,
        week,
        catalogue,
        sessions=measured(week),
        exercises=every,
        adapted=adapted(every),
        counts=total_counts([(counts(exercise), exercise.sets) for _, exercise in every]),
        race_day=race_on(athlete, week),
        ramp=in_ramp(athlete, week),
    )


def equipped(case: Case) -> Athlete:
    """The athlete with all the kit that the days of the week's sessions have together."""
    athlete = case.athlete
    if not athlete.kit_by_day:
        return athlete
    there = {thing for session in case.week.sessions for thing in athlete.kit_on(session.day)}
    return replace(athlete, kit=tuple(sorted(there)), kit_by_day={})


def measured(week: Week) -> tuple[MeasuredSession, ...]:
    """The week's sessions by their exercises."""
    return tuple([_measured(session) for session in week.sessions])


def exercises(week: Week) -> Iterator[Placed]:
    """Every exercise of the week, in the order of the plan."""
    for session in week.sessions:
        for exercise in session.exercises:
            yield Placed(session, exercise)


def adapted(every: Iterable[Placed]) -> tuple[Changed, ...]:
    """Those exercises that the log changed."""
    return tuple([(session, one, one.adapted) for session, one in every if one.adapted is not None])


Lines = dict[tuple[int, str], Placed]
"""Under slot and id."""


def lines(week: Week) -> Lines:
    """Each exercise of the week."""
    return {(placed.session.slot, placed.exercise.id): placed for placed in exercises(week)}


def stands_apart(athlete: Athlete, week: Week) -> bool:
    """Whether its sessions are not those of its stretch: its runner trains otherwise in that week,
    its runs or days off before it leave a session less, or the log asks for less.
    """
    if week.runner is not None and len(week.sessions) != athlete.sessions:
        return True
    if eased_by_log(week):
        return True
    return trains_otherwise(week.runner, athlete) or any(map(has_less_than_usual, week.sessions))


def by_log(*lines: Prescription) -> bool:
    """Whether the log changed any of these lines: then R70 to R78 judge it."""
    return any(line.adapted is not None for line in lines)


def has_less_than_usual(session: Session) -> bool:
    """Whether the session says that it has less than usual because of this week's runs, or after
    days without training.
    """
    return any(reason.key in _LESS for reason in session.reasons)


_LESS = frozenset({ReasonKey.LESS_ROOM, ReasonKey.FIRST_BACK})


def in_full(athlete: Athlete, weeks: Iterable[Week]) -> list[Week]:
    """Those of the weeks that do not stand apart: by them the others are judged."""
    return [week for week in weeks if not stands_apart(athlete, week)]


def with_load(sessions: Iterable[MeasuredSession], *loads: Load) -> list[Session]:
    """The sessions of one of these loads."""
    return [measured.session for measured in sessions if measured.load in loads]


def with_jumps(sessions: Iterable[MeasuredSession]) -> list[Session]:
    """The sessions that have landings."""
    return [measured.session for measured in sessions if measured.jumps]


def runs_around(week: Week) -> tuple[Runs, Runs, Runs]:
    """The runs of the week, of the one before it and of the one after it."""
    return week.runs, week.runs_before or week.runs, week.runs_after or week.runs


def tunes_up(week: Week, day: Day) -> bool:
    """Whether that day is soon before a tune-up race (R12c)."""
    return before_tune_up(day, *runs_around(week))


def in_ramp(athlete: Athlete, week: Week) -> bool:
    """Whether the week is one of its block's ramp (R19), by the length of the block."""
    return week.place <= ramp_weeks_of(athlete, week)


def ramp_weeks_of(athlete: Athlete, week: Week) -> int:
    """How many weeks of its block are the ramp."""
    return ramp_of(athlete.race, week.training_weeks, race_on(athlete, week))


def race_on(athlete: Athlete, week: Week) -> date:
    """The race's date, or the Sunday that a block without one ends on."""
    return race_day(athlete.race_date, week.starts, week.of - week.number + 1)


def days_left(athlete: Athlete, week: Week, day: Day) -> int:
    """Calendar days from that day of the week to the race; negative after it."""
    return days_to_race(week.starts, day, race_on(athlete, week))


def may_be_kept(athlete: Athlete, week: Week, day: Day, exercise: Prescription) -> bool:
    """Whether that day is far enough from the race for the exercise as dosed (R36, R37, R38)."""
    return _may_stand(athlete, week, day, exercise, exercise.load)


def may_be_kept_light(athlete: Athlete, week: Week, day: Day, exercise: Prescription) -> bool:
    """Whether it is far enough for the exercise, be it light; jumps never are."""
    load = dosed_load(exercise.full_load, light=not exercise.contacts)
    return _may_stand(athlete, week, day, exercise, load)


def _may_stand(athlete: Athlete, week: Week, day: Day, exercise: Prescription, load: Load) -> bool:
    """Whether that day is far enough from the race for the exercise, had it that load."""
    days = days_left(athlete, week, day)
    jumps = exercise.contacts > 0
    return may_stand(athlete.race, days, load, jumps=jumps, sore=leaves_sore(exercise))


def leaves_sore(exercise: Prescription) -> bool:
    """Whether it lunges or lowers slowly (R38)."""
    return makes_sore(exercise.pattern, exercise.full_load, exercise.seconds_per_rep)


def helps(form: Form, niggle: Niggle) -> bool:
    """Whether the form is first-line work for the niggle (R59)."""
    rule = form.niggles.get(niggle)
    return rule is not None and rule.act is Act.FIRST_LINE


def first_line(catalogue: Catalogue, exercise: Prescription, niggle: Niggle) -> bool:
    """Whether the exercise, in its form, is that."""
    form = catalogue.form(exercise.id, exercise.form)
    return form is not None and helps(form, niggle)


def tendon_work(athlete: Athlete, catalogue: Catalogue, exercise: Prescription) -> bool:
    """Whether it is first-line calf work for a sore tendon of the athlete's (R59)."""
    if exercise.pattern is not Pattern.CALF:
        return False
    sore = [niggle for niggle in athlete.niggles if niggle in TENDON_REPS]
    return any(first_line(catalogue, exercise, niggle) for niggle in sore)


def said(weeks: Iterable[Week]) -> set[NoteKey]:
    """What the notes of these weeks say."""
    return {note.key for week in weeks for note in week.notes}


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


def sessions(number: int) -> Phrase:
    """`1 session`, `2 sessions`."""
    if number == 1:
        return phrase("{number} session", number=number)
    return phrase("{number} sessions", number=number)


def number_of_exercises(number: int) -> Phrase:
    """`1 exercise`, `2 exercises`."""
    if number == 1:
        return phrase("{exercises} exercise", exercises=number)
    return phrase("{exercises} exercises", exercises=number)


def number_of_sets(number: float) -> Phrase:
    """`1 set`, `1.5 sets`, `2 sets`."""
    if number == 1:
        return phrase("{sets:g} set", sets=number)
    return phrase("{sets:g} sets", sets=number)


def listed(words: Sequence[Fact]) -> Phrase:
    """`dumbbell, box`."""
    first, *others = words
    if not others:
        return phrase("{word}", word=first)
    return phrase("{first}, {others}", first=first, others=listed(others))


def minutes_with(session: Session, exercises: Sequence[Prescription]) -> int:
    """What the session would take with these exercises (R46)."""
    seconds = [exercise_seconds(one, first=place == 0) for place, one in enumerate(exercises)]
    return session_minutes(session.warm_up.minutes, seconds)


def _measured(session: Session) -> MeasuredSession:
    # Lists, for a generator costs more than the few exercises it would go through.
    work = [(one.full_load, one.light and is_light(one), one.sets) for one in session.exercises]
    landings = [one.contacts for one in session.exercises]
    return MeasuredSession(
        session=session,
        load=session_load(work),
        jumps=sum(landings) > 0,
        minutes=minutes_with(session, session.exercises),
    )
