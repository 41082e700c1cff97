"""One exercise in the log, session by session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from befit_cli.values import History, SessionLog, Value, Work


class Lift(Value, frozen=True, kw_only=True):
    """A form of the exercise, as it was done on a day."""

    date: date
    work: Work

    @property
    def most(self) -> int:
        """The most repetitions of a set, or seconds of a hold."""
        return max(self.work.reps or self.work.hold_s, default=0)

    @property
    def heaviest(self) -> float | None:
        """What one implement weighed at most, in kg; None without weight."""
        return max(self.work.kg, default=None)


def lifts(history: History, exercise: str) -> tuple[Lift, ...]:
    """What was done of the exercise with that id, by date."""
    found = [lift for session in history.sessions for lift in _of_session(session, exercise)]
    return tuple(sorted(found, key=lambda lift: lift.date))


def _of_session(session: SessionLog, exercise: str) -> Iterator[Lift]:
    for work in session.did.get(exercise, ()):
        if work.sets:
            yield Lift(date=session.date, work=work)
