"""One exercise in the log, session by session."""

from __future__ import annotations

from collections.abc import Iterator

from befit_cli.evidence.progress import best_estimate
from befit_cli.values import Date, History, SessionLog, Value, Work


class Lift(Value, frozen=True, kw_only=True):
    """A form of the exercise, as it was done on a day."""

    date: Date
    work: Work

    @property
    def most(self) -> int:
        """The most repetitions of a set, or seconds of a hold."""
        return max(self.work.reps or self.work.hold_s)

    @property
    def strength(self) -> float | None:
        """What could be lifted once, in kg of one implement, by the best of its sets; None where
        nothing was lifted.
        """
        most = best_estimate(self.work, self.work.left or 0)
        return None if most is None else round(most, 1)


def lifts(history: History, exercise: str) -> tuple[Lift, ...]:
    """What was done of the exercise with that id, by date."""
    found = [lift for session in history.sessions for lift in _of_session(session, exercise)]
    return tuple(sorted(found, key=lambda lift: lift.date))


def _of_session(session: SessionLog, exercise: str) -> Iterator[Lift]:
    for work in session.did.get(exercise, ()):
        if work.sets:
            yield Lift(date=session.date, work=work)
