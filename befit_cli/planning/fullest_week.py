"""A stretch -> its fullest week, from which all of its weeks are made; and that week again, where
the runs or the runner of one week ask for something else.
"""

from __future__ import annotations

from collections.abc import Collection
from math import inf

from msgspec.structs import replace

from befit_cli.evidence.jumps import JUMPS_MINUTES
from befit_cli.evidence.load import LIGHT_LIFTS_MAX, dosed_load
from befit_cli.evidence.session import EXERCISES
from befit_cli.planning.deload import deload
from befit_cli.planning.dosing import take_step
from befit_cli.planning.draft import Drafts, Line, Lines, ramp_load
from befit_cli.planning.easier_lines import light_line
from befit_cli.planning.fitting import limits
from befit_cli.planning.holding import Lacking
from befit_cli.planning.offer import Offer
from befit_cli.planning.standing import NOTHING_STILL, Still
from befit_cli.planning.taper import taper
from befit_cli.planning.task import Task, must_cover, ramp_in
from befit_cli.planning.week_in_making import WeekInMaking
from befit_cli.values import Athlete, Load, SeasonWeek


def fullest_week(task: Task) -> Drafts:
    """The last and fullest week of the stretch: with other exercises in the place of what would be
    the same for too long (R29), where it holds no less for that.
    """
    offer = Offer(task)
    week = _read(offer, still=NOTHING_STILL)
    still = week.standing_still
    if not still:
        return week.grown()
    # All at once where that goes, else one after the other.
    whole = _read(offer, still=still)
    if whole.may_stand_for(week):
        return whole.grown()
    if len(still) == 1:
        return week.grown()
    changed = NOTHING_STILL
    for one in sorted(still):
        other = _read(offer, still=changed | {one})
        if other.may_stand_for(week):
            week, changed = other, changed | {one}
    return week.grown()


def _read(offer: Offer, *, still: Still) -> WeekInMaking:
    """The list of wishes, as far as the minutes hold it."""
    task = offer.task
    week = WeekInMaking(offer, still=still)
    # 1. What a sore spot needs.
    week.limit(task.athlete.minutes)
    week.read(week.relief, week.by_load, whole=True)
    # 2. Shorter sessions first: what those hold stays. Later stretches go on from that.
    first = task.stretch.number == 0
    for minutes in limits(task.athlete.minutes) if first else [task.athlete.minutes]:
        week.limit(minutes)
        week.read_all(whole=minutes == task.athlete.minutes)
    # 3. What the week must have and had no room so far.
    week.complete(week.musts)
    # 4. Squats and lunges in the sessions that had them, for which push-ups and the like give way.
    if week.keep_lifts():
        week.read_all(whole=True)
    # 5. Jumps, for which all but the main lifts make room: longer sessions never lose what shorter
    #    ones have (R23). What has made too much comes back.
    may_jump = week.jumps and task.athlete.minutes >= JUMPS_MINUTES
    if may_jump and week.complete([*week.musts, *week.jumps]):
        week.read_all(whole=True)
    # 6. A second set of what helps a sore spot: one a week would not.
    week.give_second_sets()
    return week


def lacking(task: Task, drafts: Drafts) -> Lacking:
    """What a week that is made from the task must have and could, and lacks."""
    week = WeekInMaking(Offer(task))
    for place, draft in enumerate(drafts):
        week.hold(place, draft.lines, limit=0)
    return week.lacking


def lighter_week(
    task: Task,
    fullest: Drafts,
    lighter: Collection[int],
    again: Task,
    *,
    lacked: Lacking,
    fill: bool = True,
) -> Drafts:
    """The fullest week where the runs of one week allow some of its sessions, by their slots'
    numbers, no more than the layout says: the same lifts, light, before anything else. The other
    sessions stay as they are; and where the week then lacks what it must have, more than it
    `lacked` before, all of it is read again, for the task `again`. Without `fill` nothing comes in
    for what goes.
    """
    week = WeekInMaking(Offer(task))
    places = [place for place, slot in enumerate(task.layout) if slot.number in lighter]
    # 1. What stays: everything in the other sessions, and what may be light in these. Sessions of
    #    no minutes take nothing in.
    stayed = {}
    for place, draft in enumerate(fullest):
        lines = draft.lines
        if place in places:
            day = task.layout[place].day
            lines = tuple([here for here in (task.on(line, day) for line in lines) if here])
            lines = _lightened(lines, task.layout[place].load, ramp=task.ramp > 0)
            stayed[place] = len(lines)
        week.hold(place, lines, limit=draft.limit if place in places else 0)
    # 2. What the week lacks now, and whatever makes a session of what has become too little, or has
    #    given way to that.
    if fill:
        week.read(week.musts, places, whole=True)
        week.insist(week.musts, places)
        for place in places:
            if len(week.drafts[place].lines) < max(EXERCISES.low, stayed[place]):
                for part in week.parts:
                    week.read(part, [place], whole=True)
        if any(lacks > lacked.get(purpose, 0) for purpose, lacks in week.lacking.items()):
            every = fullest_week(continued(again, fullest))
            return [replace(draft, lighter=True) for draft in every]
    return [
        replace(draft, limit=task.athlete.minutes, lighter=draft.slot.number in lighter)
        for draft in week.drafts
    ]


def week_of(
    athlete: Athlete,
    fullest: Drafts,
    when: SeasonWeek,
    known: list[Line],
    most_sets: float = inf,
    *,
    usual: Drafts | None = None,
) -> Drafts:
    """One week of the stretch whose fullest week that is: its step, or the deload or taper of it.

    `known` is what the block had before the stretch, the last first. An easier week eases no more
    than `most_sets`; `usual` is the fullest week of other weeks, where the runs of this one leave
    it less.
    """
    # The fullest week stays as it is: the other weeks, and the next stretch, are made from it.
    drafts = [replace(draft, kit=athlete.kit_on(draft.slot.day)) for draft in fullest]
    if when.season.late:
        # R39: so near to the race nothing new is begun.
        drafts = []
    take_step(drafts, when.step, ramp=ramp_in(when.season, when.stretch))
    if not when.build:
        # What an easier week takes over is judged by its days alone: the ramp is past.
        drafts = [replace(draft, ramp_most=None) for draft in drafts]
    if when.deload:
        deload(drafts, covers=must_cover(athlete), most_sets=most_sets)
    if when.taper:
        if usual is not None:
            usual = [replace(draft) for draft in usual]
            take_step(usual, when.step, ramp=ramp_in(when.season, when.stretch))
        taper(drafts, athlete.race, when, known, most_sets, usual=usual)
    return drafts


def continued(task: Task, fullest: Drafts) -> Task:
    """The task of a week that is read again, and keeps what it can of the stretch's own."""
    exercises = set()
    for draft in fullest:
        for line in draft.lines:
            exercises.add((draft.slot.number, line.pick.exercise.id))
    training = replace(task.stage.training, exercises=frozenset(exercises))
    return replace(task, stage=replace(task.stage, training=training))


def _lightened(lines: Lines, most: Load, *, ramp: bool) -> Lines:
    """What of a session may stay where its day has that load: lifts become light, as many as count
    as light, the main ones first. In the ramp every lift will be light.
    """
    kept: dict[int, Line] = {}
    light = sum(line.light for line in lines)
    for place, line in sorted(enumerate(lines), key=lambda placed: not placed[1].main):
        if _load(line) <= most:
            kept[place] = line
            continue
        lighter = light_line(line)
        if lighter is not None and light < LIGHT_LIFTS_MAX and _load(lighter) <= most:
            kept[place] = lighter
            light += 1
    standing = [kept[place] for place in sorted(kept)]
    while ramp and ramp_load(standing) > most:
        standing.remove([line for line in standing if line.can_be_light][-1])
    return tuple(standing)


def _load(line: Line) -> Load:
    return dosed_load(line.pick.form.load, light=line.light)
