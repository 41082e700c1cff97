"""A plan, and what was done of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.values import (
    Day,
    History,
    Load,
    Plan,
    PlanPlace,
    Session,
    SessionLog,
    Status,
    WarmUp,
    Week,
)

if TYPE_CHECKING:
    from datetime import date


def with_what_was_done(plan: Plan, history: History) -> Plan:
    """The plan, each of its sessions with what the log has of it: what was logged for its place in
    the block, else what was done on its day for no plan's session, else why that day is off.
    """
    if not (history.sessions or history.away):
        return plan
    by_place: dict[PlanPlace, SessionLog] = {}
    by_day: dict[date, SessionLog] = {}
    for logged in history.sessions:
        if logged.plan is None:
            by_day[logged.date] = logged
        else:
            by_place[logged.plan] = logged
    weeks = [_week(week, by_place, by_day, history) for week in plan.weeks]
    return replace(plan, weeks=tuple(weeks))


def unplanned(day: date) -> Session:
    """A session of that day of which nothing was planned."""
    return Session(
        slot=0,
        day=Day.of(day),
        date=day,
        load=Load.LOW,
        minutes=0,
        reasons=(),
        with_run=None,
        warm_up=WarmUp(minutes=0, steps=()),
        exercises=(),
    )


def place_of(week: Week, slot: int) -> PlanPlace:
    """Which session of its block the week's session in that slot is."""
    return PlanPlace(began=week.began, week=week.number, slot=slot)


def status_of(session: Session, today: date | None) -> Status:
    """Where the session stands today; where nobody says when that is, none is past."""
    if session.done is not None:
        return Status.DONE if session.done.works else Status.SKIPPED
    if today is None or session.date >= today:
        return Status.PLANNED
    return Status.PAST if session.off is None else Status.MISSED


def _week(
    week: Week,
    by_place: dict[PlanPlace, SessionLog],
    by_day: dict[date, SessionLog],
    history: History,
) -> Week:
    sessions = []
    for session in week.sessions:
        logged = by_place.get(place_of(week, session.slot)) or by_day.get(session.date)
        off = history.off(session.date)
        if logged is None:
            sessions.append(replace(session, off=off[-1]) if off else session)
        else:
            sessions.append(replace(session, done=logged))
    return replace(week, sessions=tuple(sessions))
