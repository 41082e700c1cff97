"""A week of a block, and what the log makes of it: what the tests of progress share."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY
from training_logs import as_asked

from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    AdaptedKey,
    Athlete,
    History,
    Kit,
    Level,
    Owned,
    Prescription,
    Race,
    Session,
    SessionLog,
    Week,
    Weights,
    Work,
)

BEGINNER = Athlete(race=Race.HALF, level=Level.BEGINNER, kit=(), minutes=30)
LONGER = replace(BEGINNER, minutes=45)
"""A beginner whose sessions have room for holds."""
ATHLETE = Athlete(
    race=Race.HALF,
    level=Level.INTERMEDIATE,
    kit=(Kit.BAND, Kit.BENCH, Kit.DUMBBELL, Kit.STEP),
    minutes=45,
)
SEASON = plan_season(ATHLETE, MONDAY, 16)
WEEK = 6
"""A build week of the strength phase: neither light nor easy."""
PLANNED = make_plan(ATHLETE, CATALOGUE, (SEASON[WEEK - 1],)).weeks[0]
FIRST = PLANNED.sessions[0]
DAY = FIRST.date
LIFT = next(line for line in FIRST.exercises if Kit.DUMBBELL in line.kit and line.contacts == 0)
BARE = next(
    line
    for line in FIRST.exercises
    if not line.kit and line.reps is not None and line.next and line.next.form
)
KNEE = next(line for line in FIRST.exercises if line.pattern == "lunge")
ROW = next(line for line in FIRST.exercises if line.pattern == "pull")
CALF = next(line for line in FIRST.exercises if line.pattern == "calf")
TWENTIES = Weights(owned={Kit.DUMBBELL: Owned(kg=(14.0, 16.0, 18.0, 20.0, 22.0, 24.0))})


def entry(days_before: int, *works: tuple[str, Work], **said: object) -> SessionLog:
    """An entry so many days before the session."""
    fields = {"did": {id_: (work,) for id_, work in works}, **said}
    return SessionLog(date=DAY - timedelta(days=days_before), **fields)  # type: ignore[arg-type]


def week(
    history: History,
    weights: Weights = TWENTIES,
    *,
    today: date = DAY,
    number: int = WEEK,
    athlete: Athlete = ATHLETE,
) -> Week:
    """A week as the log has it."""
    (one,) = make_plan(
        athlete,
        CATALOGUE,
        (plan_season(athlete, MONDAY, 16)[number - 1],),
        history=history,
        weights=weights,
        today=today,
    ).weeks
    return one


def session(*entries: SessionLog, weights: Weights = TWENTIES, **away: object) -> Session:
    """The first session of the week after these entries."""
    return week(
        History(sessions=tuple(sorted(entries, key=lambda one: one.date))), weights
    ).sessions[0]


def line_of(one: Session, planned: Prescription) -> Prescription | None:
    return next((line for line in one.exercises if line.id == planned.id), None)


def key_of(line: Prescription | None) -> AdaptedKey | None:
    """What the log changed about a line; None where nothing."""
    return None if line is None or line.adapted is None else line.adapted.key


def twice(line: Prescription, *works: Work) -> list[SessionLog]:
    """The line as it was done in the last sessions, the last three days before."""
    days = range(3 + 4 * (len(works) - 1), 0, -4)
    return [entry(day, (line.id, work)) for day, work in zip(days, works, strict=True)]


OVER = as_asked(LIFT, 20.0, 2)
AS_ASKED = as_asked(LIFT, 20.0)
UNDER = as_asked(LIFT, 20.0, -2)
ASKED_LEFT = LIFT.rir or 0


def left(work: Work, reserve: int) -> Work:
    return replace(work, left=reserve)
