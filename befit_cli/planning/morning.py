"""The morning of a session: what its lines are changed by, and what each change says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from befit_cli.evidence.progress import ADAPTED_BY, AGAIN_DAYS
from befit_cli.evidence.week import before_tune_up
from befit_cli.planning.dosing import dosed_line
from befit_cli.planning.draft import Line
from befit_cli.planning.record import Done, Log
from befit_cli.planning.restart import Restart
from befit_cli.planning.task import Task
from befit_cli.values import Adapted, AdaptedKey, Day, Load, Owned, SeasonWeek


class Morning(NamedTuple):
    """What is known on the morning of a session."""

    task: Task
    when: SeasonWeek
    log: Log
    day: date
    counts: bool
    """Whether the log is kept, so that R72 to R78 count."""
    gap: int
    """Days without training before it, for which it is less; 0 where it is as planned."""
    came_back: date | None
    """The day of the last session that came after as many days without training as ease it (R73);
    None where none did.
    """
    restart: Restart | None
    """The last time that the runner began again in the block (R74); None where they did not, or the
    log is not kept.
    """
    most: Load | None
    """The most load so soon after an illness (R75); None for as much as planned."""
    step: int
    """Which session after that illness it is, from 1."""
    ahead: Mapping[date, Collection[str]]
    """The days that are taken to be done, each with the ids of what counts as usual work then."""
    lines_ahead: Mapping[date, Mapping[str, Line]]
    """Under the Mondays of the weeks before that build and are taken to be done each form's most
    work.
    """

    def done(self, line: Line) -> list[Done]:
        """All of the line's exercise before that day."""
        return self.log.done(line.pick.exercise.id, self.day)

    def days_ahead(self, line: Line) -> list[date]:
        """The days before that one on which usual work of the line's exercise is taken to be done,
        in their order.
        """
        id_ = line.pick.exercise.id
        return [day for day, ids in self.ahead.items() if day < self.day and id_ in ids]

    def owned(self, line: Line) -> Owned | None:
        """The weights of the line's kit; None where nobody says them."""
        return self.log.weights.of(line.pick.kit)

    def was_eased(self, line: Line, done: Done) -> bool:
        """Whether what was done then was less for pain, or after days without training."""
        return self.log.was_eased(line.pick.exercise.id, line.pick.form, done)

    def came_back_to(self, done: Done) -> bool:
        """Whether what was done then was less after days without training (R73, R74)."""
        return self.log.came_back_to(done)

    def begun(self, line: Line) -> Line:
        """The line as its form begins."""
        stretch = self.when.stretch
        return dosed_line(self.task.athlete, line.pick, stretch, ramp=0, reached=None)

    @property
    def rests(self) -> bool:
        """Whether the week is an easier one, a tune-up race is near, or the runner has just come
        back.
        """
        when = self.when
        back = self.gap >= AGAIN_DAYS.low or self.most is not None
        near_race = before_tune_up(Day.of(self.day), when.runs, when.before, when.after)
        return when.ramp or not when.build or back or near_race

    def sleeps(self, line: Line) -> bool:
        """Whether that is so, or the line a light one: then nothing of it grows."""
        return line.light or self.rests


def because(key: AdaptedKey, **facts: object) -> Adapted:
    """What the log changed about a line, with its rule."""
    return Adapted(rule=ADAPTED_BY[key], key=key, facts=facts)
