"""The jumps of a block's weeks -> no rung higher than the one whose turn it is by the weeks as they
really were.
"""

from __future__ import annotations

from msgspec.structs import replace

from befit_cli.evidence.load import heavy
from befit_cli.planning.dosing import at_step, dosed_line
from befit_cli.planning.draft import Draft, Drafts, Line
from befit_cli.planning.repertoire import Rung
from befit_cli.planning.sparing import keep_minutes
from befit_cli.planning.task import Task
from befit_cli.values import Day, SeasonWeek, Slot


class Jumps:
    """How far the weeks of a block have come with jumps as they really were: a stretch whose
    sessions had no room for its rung is followed by that rung, and not by the next (R25).
    """

    def __init__(self) -> None:
        self._first: int | None = None
        """The rung that the block's first jumps were to have."""
        self._before: int | None = None
        """The highest that a week of the stretches before had."""
        self._now: int | None = None
        """That of all build weeks so far."""

    def climb(self, task: Task, fullest: Drafts, drafts: Drafts, when: SeasonWeek) -> None:
        """Let no jump of the week be higher than the rung whose turn it is."""
        if when.number == when.stretch.first:
            self._before = self._now
        turn = self._turn(task, fullest)
        for draft in drafts:
            for line in _jumps(draft):
                rungs = _landing(task, line, draft.slot.day)
                place = _place(line, rungs)
                if place > turn:
                    place = turn
                    lower = _lower(task, fullest, draft.slot, line, rungs[turn])
                    draft.exchange(line, at_step(lower, when.step, ramp=task.ramp))
                    keep_minutes(drafts, draft)
                if when.build and not when.waits:
                    self._now = max(place, self._now or 0)

    def _turn(self, task: Task, fullest: Drafts) -> int:
        """The place of the rung whose turn it is in that stretch; 0 where it has no jump."""
        if self._before is not None:
            return self._before + 1
        for draft in fullest:
            for line in _jumps(draft):
                if self._first is None:
                    self._first = _place(line, _landing(task, line, draft.slot.day))
        return self._first or 0


def _jumps(draft: Draft) -> list[Line]:
    return [line for line in draft.lines if line.pick.form.contacts]


def _landing(task: Task, line: Line, day: Day) -> list[Rung]:
    """The rungs with landings that the athlete may do on that day of the line's exercise."""
    possible = task.repertoires.on(day).rungs_of(line.pick.exercise)
    return [rung for rung in possible if rung.form.contacts]


def _place(line: Line, rungs: list[Rung]) -> int:
    return [rung.form.name for rung in rungs].index(line.pick.form.name)


def _lower(task: Task, fullest: Drafts, slot: Slot, jump: Line, rung: Rung) -> Line:
    """A lower rung in the place of the jump, as it is in the stretch's fullest week."""
    pick = replace(
        jump.pick, form=rung.form, kit=rung.kit, heavy=heavy(rung.kit), harder=None, easier=None
    )
    lower = dosed_line(task.athlete, pick, task.stretch, ramp=task.ramp, reached=None)
    return replace(lower, sets=_sets_with_room(fullest, slot, jump, lower))


def _sets_with_room(fullest: Drafts, slot: Slot, jump: Line, lower: Line) -> int:
    """As many sets of the lower rung, for those of the jump, as its session has room for in the
    stretch's fullest week, and in all before it: so they are the same in all of its weeks. One at
    least.
    """
    for draft in fullest:
        others = [other for other in draft.lines if other.pick.exercise is not jump.pick.exercise]
        if draft.slot.number != slot.number or len(others) == len(draft.lines):
            continue
        for sets in range(jump.sets, 1, -1):
            changed = replace(draft, lines=(*others, replace(lower, sets=sets)))
            if changed.keeps_minutes:
                return sets
        return 1
    return jump.sets
