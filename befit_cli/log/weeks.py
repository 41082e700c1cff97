"""What was done against what was planned, by week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from befit_cli.values import History, Off, Session, SessionLog, TimeAway, Value, Week, monday_of

_WEEK = timedelta(weeks=1)


class LoggedWeek(Value, frozen=True, kw_only=True):
    """One week of the log."""

    starts: date
    """Its Monday."""
    number: int | None
    """Its place in the block; None for a week outside it."""
    planned: tuple[Session, ...]
    """Its sessions, each with what was done of it; none for a week outside the block."""
    extra: tuple[SessionLog, ...]
    """What was done in it beside them, by date."""
    away: tuple[Off, ...]
    """Why days of it were off."""

    @property
    def logged(self) -> tuple[SessionLog, ...]:
        """All that was logged for it."""
        of_plan = [session.done for session in self.planned if session.done]
        return (*of_plan, *self.extra)

    @property
    def done(self) -> int:
        """How many sessions were done, whole or in part."""
        return len([logged for logged in self.logged if logged.works])

    @property
    def beside(self) -> int:
        """How many of them were not planned."""
        return len([logged for logged in self.extra if logged.works])

    @property
    def sets(self) -> int:
        """How many sets were done."""
        return sum(logged.sets for logged in self.logged)

    @property
    def minutes(self) -> int:
        """Minutes of what was done: as logged, else of a planned session the share of the sets that
        were done.
        """
        of_plan = sum(_minutes(session) for session in self.planned)
        return of_plan + sum(logged.minutes or 0 for logged in self.extra)

    @property
    def planned_sets(self) -> int:
        """How many sets were planned."""
        return sum(session.sets for session in self.planned)

    @property
    def planned_minutes(self) -> int:
        """How many minutes were planned."""
        return sum(session.minutes for session in self.planned)

    @property
    def pains(self) -> dict[str, int]:
        """The worst pain of each joint that hurt."""
        worst: dict[str, int] = {}
        for logged in self.logged:
            for joint, pain in logged.pain.items():
                worst[joint] = max(pain, worst.get(joint, 0))
        return worst


def logged_weeks(weeks: Iterable[Week], history: History, today: date) -> tuple[LoggedWeek, ...]:
    """Every week from the first of the log, or of the block where that is earlier, to this one, or
    to the last of both where that is earlier.

    `weeks` are those of the block, each session with what was done of it.
    """
    planned = {week.starts: week for week in weeks if week.starts <= today}
    of_plan = [session.done for week in planned.values() for session in week.sessions]
    extra: dict[date, list[SessionLog]] = {}
    for logged in sorted(history.sessions, key=lambda logged: logged.date):
        if logged not in of_plan and logged.date <= today:
            extra.setdefault(monday_of(logged.date), []).append(logged)
    mondays = [*planned, *extra]
    for time in history.away:
        if time.first <= today:
            mondays += [monday_of(time.first), monday_of(min(time.last or today, today))]
    found = []
    monday = min(mondays, default=date.max)
    while monday <= max(mondays, default=date.min):
        week = planned.get(monday)
        off = {time.why for time in history.away if _in_week(time, monday)}
        found.append(
            LoggedWeek(
                starts=monday,
                number=None if week is None else week.number,
                planned=() if week is None else week.sessions,
                extra=tuple(extra.get(monday, ())),
                away=tuple(sorted(off)),
            )
        )
        monday += _WEEK
    return tuple(found)


def _in_week(time: TimeAway, monday: date) -> bool:
    return time.first < monday + _WEEK and (time.last is None or time.last >= monday)


def _minutes(session: Session) -> int:
    if session.done is None:
        return 0
    if session.done.minutes is not None:
        return session.done.minutes
    return min(session.minutes, round(session.minutes * session.done.sets / session.sets))
