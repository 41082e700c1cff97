"""The log as JSON: what was done against what was planned, by week, or one exercise over time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from befit_cli.log.lifts import Lift
from befit_cli.log.weeks import LoggedWeek
from befit_cli.values import Session, SessionLog


def render_weeks(weeks: Iterable[LoggedWeek]) -> str:
    """A list of weeks, each with its sessions."""
    return _written([_week(week) for week in weeks])


def render_lifts(lifts: Iterable[Lift]) -> str:
    """A list of the times that an exercise was done; `strength` is what could be lifted once, in
    kg.
    """
    return _written([_lift(lift) for lift in lifts])


def _week(week: LoggedWeek) -> dict[str, Any]:
    planned = [_planned(session) for session in week.planned]
    return {
        "starts": week.starts,
        "week": week.number,
        "away": week.away,
        "sessions": planned + [_session(logged) for logged in week.extra],
    }


def _planned(session: Session) -> dict[str, Any]:
    plan = {"slot": session.slot, "date": session.date, "minutes": session.minutes}
    done = None if session.done is None else _session(session.done)
    return {"planned": plan, **(done or {"date": None})}


def _session(logged: SessionLog) -> dict[str, Any]:
    return {
        "date": logged.date,
        "minutes": logged.minutes,
        "did": logged.did,
        "pain": logged.pain,
        "worse_next_morning": logged.worse_next_morning,
        "note": logged.note,
    }


def _lift(lift: Lift) -> dict[str, Any]:
    return {"date": lift.date, "strength": lift.strength, "work": lift.work}


def _written(data: list[dict[str, Any]]) -> str:
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"
