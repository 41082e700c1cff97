"""Sessions of a plan as somebody did them, and runners drawn with a seed who follow their plans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from random import Random

from msgspec.structs import replace
from strategies import CATALOGUE

from befit_cli.log.standing import place_of
from befit_cli.planning.planner import make_plan
from befit_cli.values import (
    Athlete,
    History,
    Kit,
    Prescription,
    Season,
    Session,
    SessionLog,
    TimeAway,
    Week,
    Weights,
    Work,
)


def as_asked(line: Prescription, kg: float | None = None, more: int = 0) -> Work:
    """The line as it was planned, with so many more in its last set."""
    sets = [line.reps or line.hold_s or 0] * line.sets
    sets[-1] = max(0, sets[-1] + more)
    weight = line.kg if kg is None else kg
    return Work(
        form=line.form,
        asked=line.asked,
        reps=tuple(sets) if line.reps is not None else (),
        hold_s=tuple(sets) if line.reps is None else (),
        kg=() if weight is None else (weight,),
    )


Pain = Callable[[int, Prescription], int | None]
Doing = Callable[[Prescription], Work | None]


def did(session: Session, week: Week, how: Doing = as_asked) -> SessionLog:
    """The entry of a session of a plan, each line done so; None for one that was skipped."""
    works = {line.id: how(line) for line in session.exercises}
    return SessionLog(
        date=session.date,
        plan=place_of(week, session.slot),
        minutes=session.minutes,
        did={id_: (work,) for id_, work in works.items() if work is not None},
    )


class Runner:
    """Somebody who does their plan week by week; each form has a weight or a number of repetitions
    that they could do at most, which grows.
    """

    def __init__(
        self, athlete: Athlete, season: Season, weights: Weights, seed: int, grows: float
    ) -> None:
        self.athlete = athlete
        self.season = season
        self.weights = weights
        self.history = History()
        self._random = Random(seed)  # noqa: S311
        self._grows = grows
        self._strength: dict[str, float] = {}
        self.weeks: list[Week] = []

    def train(
        self,
        *,
        misses: Callable[[int, date], bool] = lambda number, day: False,
        pain: Pain = lambda week, line: None,
        away: tuple[TimeAway, ...] = (),
    ) -> None:
        """Do the whole block, planned anew on the morning of each session."""
        number = 0
        for when in self.season:
            slots = (
                make_plan(
                    self.athlete,
                    CATALOGUE,
                    (when,),
                    history=self.history,
                    weights=self.weights,
                    today=when.starts,
                )
                .weeks[0]
                .sessions
            )
            shown = []
            for planned in slots:
                known = replace(
                    self.history, away=tuple([a for a in away if a.first < planned.date])
                )
                (week,) = make_plan(
                    self.athlete,
                    CATALOGUE,
                    (when,),
                    history=known,
                    weights=self.weights,
                    today=planned.date,
                ).weeks
                (session,) = [one for one in week.sessions if one.slot == planned.slot] or [None]
                if session is None:
                    continue
                shown.append(session)
                number += 1
                gone = any(
                    a.first <= session.date and (a.last is None or session.date <= a.last)
                    for a in away
                )
                if gone or misses(number, session.date):
                    self.history = known
                    continue
                entry = did(session, week, partial(self._done, when.number, pain))
                self.history = replace(known, sessions=(*known.sessions, entry))
            self.weeks.append(replace(week, sessions=tuple(shown)) if shown else week)

    def _done(self, week: int, pain: Pain, line: Prescription) -> Work:
        return self._work(line, pain(week, line))

    def _work(self, line: Prescription, pain: int | None) -> Work:
        """The line as it was asked, and in the last set as many as strength and the day give."""
        kg = line.kg
        if kg is None and self.weights.of(line.kit) is not None:
            kg = self._first_weight(line)
        if line.reps is None or line.rir is None:
            return replace(as_asked(line, kg), pain=pain)
        at_first = line.reps + line.rir + (0 if kg is None else 1)
        if line.form not in self._strength:
            self._strength[line.form] = at_first if kg is None else kg * (1 + at_first / 30)
        strength = self._strength[line.form]
        could = strength if kg is None else 30 * (strength / kg - 1)
        self._strength[line.form] = strength * (1 + self._grows * (1 if kg is None else 0.6))
        more = int(could - line.rir - line.reps + self._random.gauss(0, 0.7))
        more = 0 if line.light else max(-3, min(more, 4))
        return replace(as_asked(line, kg, more), pain=pain)

    def _first_weight(self, line: Prescription) -> float:
        owned = self.weights.of(line.kit)
        assert owned is not None
        guess = {Kit.BARBELL: 30.0, Kit.DUMBBELL: 12.0, Kit.KETTLEBELL: 12.0, Kit.MACHINE: 40.0}
        wanted = next((kg for kit, kg in guess.items() if kit in line.kit), 6.0)
        return owned.at_most(wanted, wanted) or owned.kg[0]
