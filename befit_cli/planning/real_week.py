"""A usual week of a block -> the week as it really is, whose runs, neighbours or runner may be
otherwise.

It has the exercises and doses of its stretch on its own days, and light where those carry no more;
who has other kit, minutes or wishes for a week has it read again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from befit_cli.evidence.progress import GENTLE_AFTER
from befit_cli.evidence.session import MORE_MINUTES
from befit_cli.evidence.warm_up import SHORT_SESSION
from befit_cli.evidence.week import before_long_run, trains_otherwise
from befit_cli.planning.draft import Drafts, Line, week_lines, week_sets
from befit_cli.planning.fullest_week import continued, fullest_week, lacking, lighter_week, week_of
from befit_cli.planning.notes import back_note, otherwise_notes, prerequisite_notes
from befit_cli.planning.placement import Layout, at_most
from befit_cli.planning.real_days import (
    FAR,
    Neighbours,
    fewer,
    lay,
    loaded,
    missed,
    with_another,
    with_other_kit,
)
from befit_cli.planning.real_jumps import Jumps
from befit_cli.planning.repertoire import refuse
from befit_cli.planning.sparing import bring_nothing_heavier, make_gentle, spare_legs
from befit_cli.planning.task import Task
from befit_cli.values import Athlete, Day, Load, Note, SeasonWeek


class RealWeeks:
    """The weeks of a block as they really are, one after the other: each is laid out beside the one
    before it as that stands.
    """

    def __init__(
        self,
        layout: Layout,
        was_done: Callable[[Sequence[date]], bool] = lambda _: True,
        by_log: Callable[[date, date], bool] = lambda _last, _day: False,
    ) -> None:
        """`was_done` says whether one of the sessions on these days was done, or may be yet;
        `by_log` whether a log tells the days between the last session and one after it.
        """
        self._layout = layout
        self._was_done = was_done
        self._by_log = by_log
        self._last = -FAR
        self._told: set[str] = set()
        self._jumps = Jumps()
        self._trained: date | None = None

    def week(
        self, task: Task, fullest: Drafts, drafts: Drafts, when: SeasonWeek, known: list[Line]
    ) -> tuple[SeasonWeek, Drafts, tuple[Note, ...]]:
        """The next week, which as usual had these drafts, with what it says of what is otherwise,
        and with a runner who has no more sessions than an illness leaves.

        It has the exercises and doses of its stretch, whose fullest week is `fullest`, unless it
        has less room or another runner; no other week learns of that.
        """
        athlete = task.athlete
        usual = _as_dosed(drafts)
        slots = usual
        runner = self._rested(when.runner or athlete, usual, when)
        # 1. What an illness takes is not made up.
        ill = missed(usual, runner, when, self._beside(when))
        if ill:
            runner = replace(runner, sessions=runner.sessions - len(ill))
            when = replace(when, runner=runner)
        if _does_otherwise(runner, athlete):
            # 2. Other kit, minutes or wishes: the list is read again, and keeps what it can.
            drafts = self._read_again(task, fullest, when, known, ill)
        else:
            # 3. Other runs or days: the same sessions, as many as there are days for, and light
            #    where their days carry no more.
            staying = _without(usual, ill)
            slots = lay(fewer(staying, runner, when), runner, when, self._beside(when))
            lighter = _lighter(usual, slots, when) | with_other_kit(usual, slots, runner)
            if len(slots) < runner.sessions and runner.sessions > athlete.sessions:
                slots = with_another(slots, runner, when)
            if slots != usual:
                drafts = _laid_out(task, fullest, usual, slots, lighter, when, known)
                if heavier := _heavier(drafts, slots):
                    # What eases the week on its own days leaves a session more than on its usual
                    # ones, and its day was chosen for those.
                    lighter |= heavier
                    drafts = _laid_out(task, fullest, usual, slots, lighter, when, known)
        # 4. It spares the legs beside its runs, and is light after days without training.
        spare_legs(drafts, athlete.race, when)
        trained_on = [draft.slot.day for draft in drafts if draft.lines]
        back = self._days_since_last(when, trained_on)
        gentle = back >= GENTLE_AFTER and not self._is_told(when, trained_on)
        if gentle:
            make_gentle(drafts)
        if not trains_otherwise(runner, athlete):
            self._jumps.climb(task, fullest, drafts, when)
        # 5. What the next week has to know, and what this one says.
        drafts.sort(key=lambda draft: draft.slot.day)
        real = _as_dosed(drafts)
        self._remember(real, when, back)
        notes = otherwise_notes(athlete, usual, slots, real, when, ill)
        if gentle:
            notes += (back_note(back),)
        return when, drafts, (*notes, *self._prerequisites(task, runner, drafts, when))

    def _read_again(
        self, task: Task, fullest: Drafts, when: SeasonWeek, known: list[Line], ill: set[int]
    ) -> Drafts:
        """The week of who its runner is then, without the sessions that an illness takes."""
        runner = when.runner or task.athlete
        loads = {draft.slot.number: draft.load for draft in fullest}
        wanted = at_most(task.layout, [loads[slot.number] for slot in task.layout])
        wanted = _without(wanted, ill)
        slots = lay(fewer(wanted, runner, when), runner, when, self._beside(when))
        if len(slots) < runner.sessions:
            slots = with_another(slots, runner, when)
        task = self._for(runner, replace(task, layout=slots))
        days = [slot.day for slot in task.layout]
        can = [line for line in known if any(task.on(line, day) for day in days)]
        full = fullest_week(continued(task, fullest))
        bring_nothing_heavier(full, fullest, known, when)
        return week_of(task.athlete, full, when, can, week_sets(fullest))

    def _rested(self, runner: Athlete, usual: Layout, when: SeasonWeek) -> Athlete:
        """The runner, who comes back from days without training on no day of a long run and on none
        before one, but for the days that the sessions stand on as always.
        """
        free = [day for day in runner.days if day >= (when.since or Day.MON)]
        if self._days_since_last(when, free) < GENTLE_AFTER:
            return runner
        runs = when.runs
        crowded = {day for day in Day if day in runs.long or before_long_run(runs, day, when.after)}
        crowded -= {slot.day for slot in usual}
        return replace(runner, days=tuple([day for day in runner.days if day not in crowded]))

    def _is_told(self, when: SeasonWeek, days: Collection[Day]) -> bool:
        """Whether a log tells the days without training before the first of these."""
        if self._trained is None:
            return False
        return self._by_log(self._trained, when.starts + timedelta(days=min(days).rank))

    def _days_since_last(self, when: SeasonWeek, days: Collection[Day]) -> int:
        """Days from the last session to the first of these days; 0 where there is none."""
        if self._trained is None or not days:
            return 0
        return (when.starts + timedelta(days=min(days).rank) - self._trained).days

    def _prerequisites(
        self, task: Task, runner: Athlete, drafts: Drafts, when: SeasonWeek
    ) -> list[Note]:
        """R25: what should be in place before a form that an earlier week had no room for."""
        # The first week of a stretch tells all of its own.
        opens = when.number <= when.stretch.opens
        told = set() if opens else self._told
        known = task.stage.training.forms
        notes = [] if opens else prerequisite_notes(runner, drafts, known=known, told=told)
        if not when.waits:
            self._told = told.union(line.pick.form.name for line in week_lines(drafts))
        return notes

    def _remember(self, real: Layout, when: SeasonWeek, back: int) -> None:
        """What the next week has to know of these sessions, the first after `back` days without."""
        self._last = max([-FAR, *[day - len(Day) for day in loaded(real)]])
        days = [when.starts + timedelta(days=slot.day.rank) for slot in real]
        # A light week in which nothing was done is none to go on from: it comes again.
        if days and (back < GENTLE_AFTER or self._was_done(days)):
            self._trained = days[-1]

    def _beside(self, when: SeasonWeek) -> Neighbours:
        """The loaded sessions beside the week; of the week after it, where that is as usual."""
        following = FAR
        if when.number < when.of and when.season.is_usual(when.number + 1):
            following = min([FAR, *[day + len(Day) for day in loaded(self._layout)]])
        return Neighbours(last=self._last, following=following)

    def _for(self, runner: Athlete, task: Task) -> Task:
        """The task for who the runner is in that week."""
        repertoires = task.repertoires
        if trains_otherwise(runner, task.athlete):
            refuse(runner)
            repertoires = repertoires.of(runner)
        layout = task.layout
        stage = task.stage
        if runner.minutes < task.athlete.minutes:
            stage = replace(stage, training=replace(stage.training, shorter=True))
        if runner.minutes < SHORT_SESSION:
            layout = at_most(layout, [Load.MEDIUM] * len(layout))
        return replace(
            task,
            athlete=replace(runner, sessions=len(layout)),
            repertoires=repertoires,
            stage=stage,
            layout=layout,
            ramp_most=[slot.load for slot in layout],
        )


def _as_dosed(drafts: Drafts) -> Layout:
    """The sessions of a week, each with the load that its exercises make."""
    return tuple([replace(draft.slot, load=draft.load) for draft in drafts if draft.lines])


def _without(layout: Layout, numbers: set[int]) -> Layout:
    return tuple([slot for slot in layout if slot.number not in numbers])


def _does_otherwise(runner: Athlete, athlete: Athlete) -> bool:
    """Whether the runner of one week has another kit, other minutes or other wishes, and not only
    other days or more sessions, or fewer.
    """
    return trains_otherwise(replace(runner, sessions=athlete.sessions), athlete)


def _with_layout(task: Task, layout: Layout) -> Task:
    """The task with the sessions of one week; in the ramp each has no more than it had."""
    numbers = [slot.number for slot in task.layout]
    most = dict(zip(numbers, task.ramp_most, strict=True))
    ramp_most = [most.get(slot.number, slot.load) for slot in layout]
    return replace(task, layout=layout, ramp_most=ramp_most)


def _laid_out(
    task: Task,
    fullest: Drafts,
    usual: Layout,
    slots: Layout,
    lighter: set[int],
    when: SeasonWeek,
    known: list[Line],
) -> Drafts:
    """The week, which would have the `usual` sessions, with those of `slots`."""
    layout = _merged(task.layout, usual, slots, lighter)
    full = _on_other_days(task, fullest, layout, slots, lighter, when)
    runner = when.runner or task.athlete
    return week_of(runner, full, when, known, week_sets(fullest), usual=fullest)


def _heavier(drafts: Drafts, slots: Layout) -> set[int]:
    """The numbers of the sessions that have more load than their days were chosen for."""
    laid = {slot.number: slot.load for slot in slots}
    return {
        draft.slot.number
        for draft in drafts
        if draft.lines and draft.load > laid.get(draft.slot.number, draft.load)
    }


def _on_other_days(
    task: Task,
    fullest: Drafts,
    layout: Layout,
    slots: Layout,
    lighter: set[int],
    when: SeasonWeek,
) -> Drafts:
    """The fullest week in the layout of one week, whose sessions were chosen as `slots`: those that
    are `lighter`, by their numbers, have no more than that allows.
    """
    moved = _with_layout(task, layout)
    full = _moved(fullest, moved)
    changed = lighter | {draft.slot.number for draft in full if not draft.lines}
    if not changed:
        return full
    return lighter_week(
        moved,
        full,
        changed,
        _again(moved, slots, when),
        lacked=lacking(task, fullest),
        fill=not when.taper,
    )


def _moved(fullest: Drafts, task: Task) -> Drafts:
    """The fullest week on the days of the task's layout, with an empty draft for what is new."""
    drafts = {draft.slot.number: draft for draft in fullest}
    moved = []
    for slot in task.layout:
        draft = drafts.get(slot.number)
        if draft is None:
            short = min(task.athlete.minutes, MORE_MINUTES)
            draft = replace(fullest[0], limit=short, lines=())
        moved.append(replace(draft, slot=slot))
    return moved


def _lighter(usual: Layout, slots: Layout, when: SeasonWeek) -> set[int]:
    """The numbers of the sessions that have less load than usual. In a taper those that moved count
    as such, for on another day the race may leave a session more than its runs do.
    """
    then = {slot.number: slot for slot in usual}
    lighter = set()
    for slot in slots:
        usually = then[slot.number]
        if slot.load < usually.load or (when.taper and slot != usually):
            lighter.add(slot.number)
    return lighter


def _again(task: Task, slots: Layout, when: SeasonWeek) -> Task:
    """The task of a week that is read again: its days were chosen for the loads of `slots`, and may
    carry no more.
    """
    laid = {slot.number: slot.load for slot in slots}
    most = [laid.get(slot.number, slot.load) for slot in task.layout]
    if when.ramp:
        # They are those of the ramp, in which what the stretch has is light.
        return replace(task, ramp_most=most)
    return replace(task, layout=at_most(task.layout, most))


def _merged(layout: Layout, usual: Layout, slots: Layout, lighter: set[int]) -> Layout:
    """The stretch's layout, with the sessions of one week where they stand in it, and without those
    that are gone; `usual` are those that the week would have.
    """
    now = {slot.number: slot for slot in slots}
    then = {slot.number for slot in usual}
    merged = []
    for slot in layout:
        if slot.number not in then:
            # The race leaves nothing of it in this week.
            merged.append(slot)
        elif slot.number in now:
            moved = now[slot.number]
            # What it may carry in the stretch is more than it has in an easier week.
            load = min(slot.load, moved.load) if slot.number in lighter else slot.load
            merged.append(replace(slot, day=moved.day, load=load))
    numbers = {slot.number for slot in layout}
    merged += [slot for slot in slots if slot.number not in numbers]
    return tuple(sorted(merged, key=lambda slot: slot.day))
