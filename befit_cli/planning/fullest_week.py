"""A stretch -> its fullest week, from which all of its weeks are made; and that week again, where
the runs or the runner of one week ask for something else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import inf
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from befit_cli.evidence.coverage import (
    CALF_SETS_MIN,
    COVERAGE_MINUTES,
    LEG_MUSCLES,
    MUSCLE_SETS_MAX,
    in_order,
    served,
)
from befit_cli.evidence.jumps import JUMPS_MINUTES
from befit_cli.evidence.load import LIGHT_LIFTS_MAX, dosed_load
from befit_cli.evidence.session import EXERCISES
from befit_cli.evidence.sets import CALF, HARD
from befit_cli.evidence.week import SESSIONS, before_long_run, most_hard_sets
from befit_cli.planning.dosing import options, take_step
from befit_cli.planning.draft import (
    Draft,
    Drafts,
    Line,
    Lines,
    keep,
    ramp_load,
    week_counts,
    week_lines,
)
from befit_cli.planning.easing import deload, fresh_line, light_line, taper
from befit_cli.planning.fitting import Option, Reading, limits
from befit_cli.planning.placement import Layout
from befit_cli.planning.pool import Pool
from befit_cli.planning.repertoire import JUMPS, Repertoires
from befit_cli.planning.selection import Choice, Selection, most_loaded_first
from befit_cli.planning.standing import NOTHING_STILL, Stands, Still, stands_too_long
from befit_cli.planning.training import UNTRAINED, Training
from befit_cli.planning.wishes import Serve, Wish, relief_wishes, week_wishes
from befit_cli.values import (
    Athlete,
    Day,
    Load,
    Need,
    Pick,
    Season,
    SeasonWeek,
    Stretch,
    Value,
)

_CALF_SETS_MORE = 2
"""Calf sets by which a week may grow from stretch to stretch: tendons take their time."""

Lacking: TypeAlias = Mapping[str, int]
"""In how many sessions a week lacks what it must have, by the purpose of that."""


class Stage(Struct, frozen=True, kw_only=True):
    """How far a block has come."""

    training: Training = UNTRAINED
    hard_sets: int | None = None
    """Hard leg sets of its last fullest week; None before the first."""
    calf_sets: int = 0
    """Its calf sets."""
    calf_sessions: int = 0
    """In how many of its sessions those were."""
    stands: Stands = {}
    """What stands at its end, and for how long it has been the same."""


class Turns(Value, frozen=True, kw_only=True):
    """How the sessions of a week go up a ladder one after the other."""

    stays: Mapping[tuple[int, str], str] = {}
    """Under their places and the ids of exercises the forms that they go no further up than."""
    behind: Mapping[tuple[int, str], int] = {}
    """Of those that wait the places of the sessions that go first."""
    kept: Sequence[Serve] = ()
    """The wishes for what all of them go on with."""


class Task(Struct, frozen=True, kw_only=True):
    """What a stretch's fullest week is made from."""

    athlete: Athlete
    skills: Repertoires
    """What the athlete may do on each day."""
    season: Season
    stretch: Stretch
    stage: Stage
    """How far the block has come before the stretch."""
    layout: Layout
    """Its sessions, with the most load that each may have."""
    ramp_most: Sequence[Load]
    """The most load that each may have in the ramp (R19)."""

    def on(self, line: Line, day: Day) -> Line | None:
        """The line as the athlete may do it on that day: just so, with that kit, and with nothing
        that a niggle changes otherwise; None where they may not. Harder forms that ask for what is
        not there are none.
        """
        rungs = {}
        for skill in self.skills.on(day).skills:
            if skill.exercise.id == line.pick.exercise.id:
                rungs = {rung.form.name: rung for rung in skill.rungs}
        rung = rungs.get(line.pick.form.name)
        if rung is None or (rung.rules, rung.kit) != (line.pick.rules, line.pick.kit):
            return None
        harder = line.pick.harder
        if harder is None or harder.form.name in rungs:
            return line
        return replace(line, pick=replace(line.pick, harder=None))

    @property
    def ramp(self) -> int:
        """How many of the stretch's weeks are the ramp."""
        return ramp_in(self.season, self.stretch)


def ramp_in(season: Season, stretch: Stretch) -> int:
    """How many weeks of a stretch are its block's ramp (R19)."""
    return 0 if stretch.number else season.ramp


def must_cover(athlete: Athlete) -> bool:
    """R03: whether the week must have all that it should, whatever it costs."""
    if athlete.niggles or athlete.without or athlete.swap:
        return False
    return athlete.sessions * athlete.minutes >= COVERAGE_MINUTES


def fullest_week(task: Task) -> Drafts:
    """The last and fullest week of the stretch: with other exercises in the place of what would be
    the same for too long (R29), where it holds no less for that.
    """
    offer = _Offer(task)
    week = _read(offer, still=NOTHING_STILL)
    still = week.standing_still
    if not still:
        return week.grown()
    # All at once where that goes, else one after the other.
    whole = _read(offer, still=still)
    if whole.holds_no_less_than(week):
        return whole.grown()
    if len(still) == 1:
        return week.grown()
    changed = NOTHING_STILL
    for one in sorted(still):
        other = _read(offer, still=changed | {one})
        if other.holds_no_less_than(week):
            week, changed = other, changed | {one}
    return week.grown()


def _read(offer: _Offer, *, still: Still) -> _Week:
    """The list of wishes, as far as the minutes hold it."""
    task = offer.task
    week = _Week(offer, still=still)
    # 1. What a sore spot needs.
    week.limit(task.athlete.minutes)
    week.read(week.relief, week.in_order, whole=True)
    # 2. Shorter sessions first: what those hold stays. Later stretches go on from that.
    first = task.stretch.number == 0
    for minutes in limits(task.athlete.minutes) if first else [task.athlete.minutes]:
        week.limit(minutes)
        week.read_all(whole=minutes == task.athlete.minutes)
    # 3. What the week must have and had no room so far.
    week.complete(week.musts)
    # 4. Jumps, for which all but the main lifts make room: longer sessions never lose what shorter
    #    ones have (R23). What has made too much comes back.
    if week.jumps and task.athlete.minutes >= JUMPS_MINUTES:
        before = keep(week.drafts)
        week.complete([*week.musts, *week.jumps])
        if keep(week.drafts) != before:
            week.read_all(whole=True)
    return week


def lacking(task: Task, drafts: Drafts) -> Lacking:
    """What a week that is made from the task must have and could, and lacks."""
    week = _Week(_Offer(task))
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
    week = _Week(_Offer(task))
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
    for place in places if fill else []:
        if len(week.drafts[place].lines) < max(EXERCISES.low, stayed[place]):
            for part in week.parts:
                week.read(part, [place], whole=True)
    if fill and any(lacks > lacked.get(purpose, 0) for purpose, lacks in week.lacking.items()):
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
        standing.remove([line for line in standing if line.lift][-1])
    return tuple(standing)


def _pools(task: Task, turns: Turns) -> list[Pool]:
    """What each session may have; those with the same kit share a pool, unless one of them stays
    behind another.
    """
    shared: dict[object, Pool] = {}
    pools = []
    for place, slot in enumerate(task.layout):
        skills = task.skills.on(slot.day)
        stays = {id_: form for (one, id_), form in turns.stays.items() if one == place}
        key = (id(skills), *stays.items())
        pool = shared.get(key)
        if pool is None:
            pool = shared[key] = Pool(
                task.athlete.on(slot.day),
                skills,
                task.stretch,
                task.stage.training,
                days_to_race=task.season.days_to_race(task.stretch),
                stays=stays,
            )
        pools.append(pool)
    return pools


def _turns(task: Task, pools: Sequence[Pool]) -> Turns:
    """Who goes first where several sessions would go up to a form whose sets are hard: the most
    loaded one, and in each of the next stretches another follows it to where it has been (R33).
    What is meant for a sore spot stays in all of them meanwhile.
    """
    stays: dict[tuple[int, str], str] = {}
    behind: dict[tuple[int, str], int] = {}
    first: dict[str, int] = {}
    kept: list[Serve] = []
    had = sorted(task.stage.training.exercises)
    for place in most_loaded_first(task.layout):
        slot = task.layout[place]
        for id_ in [id_ for number, id_ in had if number == slot.number]:
            step = pools[place].before_hard(slot.number, id_, slot.load)
            if step is None:
                continue
            form, between = step
            if id_ in first:
                stays[place, id_], behind[place, id_] = form.name, first[id_]
                continue
            first[id_] = place
            if between is not None:
                stays[place, id_] = between.name
            sessions = [number for number, one in had if one == id_]
            for need in in_order(served(form)) if form.only_for else ():
                kept.append(Serve(purpose=need, sessions=1, must=True))
                kept.append(Serve(purpose=need, sessions=len(sessions)))
    return Turns(stays=stays, behind=behind, kept=kept)


def _ramp_most(task: Task) -> Sequence[Load | None]:
    """The most load of each session in the ramp; none is asked where the stretch has no ramp."""
    if not task.ramp:
        return [None] * len(task.layout)
    return [min(slot.load, most) for slot, most in zip(task.layout, task.ramp_most, strict=True)]


def _calf_room(stage: Stage) -> int:
    """How many calf sets lifts and jumps leave room for: as many as the week has had, and until it
    has what R08 asks for as many as it may grow to.
    """
    return max(stage.calf_sets, min(stage.calf_sets + _CALF_SETS_MORE, CALF_SETS_MIN))


def _is_beside(line: Line) -> bool:
    """Whether it is neither a main lift nor there for a sore spot."""
    return not (line.main_lift or line.pick.first_line)


def _jumps(week: Drafts) -> int:
    """The week's sets of jumps."""
    return sum([line.sets for line in week_lines(week) if line.pick.form.contacts])


def _minutes_at_top(draft: Draft) -> int:
    """The minutes of a session where its lifts have grown as far as they go."""
    lines = [replace(line, at=line.top) if line.lift else line for line in draft.lines]
    return replace(draft, lines=tuple(lines)).minutes


def _load(line: Line) -> Load:
    return dosed_load(line.pick.form.load, light=line.light)


class _Offer:
    """What the sessions of a task may have, the same however often its week is read."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.pools = _pools(task, Turns())
        self.turns = _turns(task, self.pools)
        if self.turns.stays:
            self.pools = _pools(task, self.turns)
        self._lines: dict[tuple[int, Pick], list[Line]] = {}

    def option(self, choice: Choice) -> Option:
        """What was chosen, as the session does it."""
        task = self.task
        key = choice.slot, choice.candidate.pick
        lines = self._lines.get(key)
        if lines is None:
            slot = task.layout[choice.slot]
            lines = options(
                task.athlete,
                choice.candidate.pick,
                task.stretch,
                ramp=task.ramp,
                slot=slot.number,
                training=task.stage.training,
                stays=(choice.slot, choice.candidate.pick.exercise.id) in self.turns.stays,
            )
            if before_long_run(task.season.usual, slot.day):
                lines = [fresh_line(line) for line in lines]
            self._lines[key] = lines
        return Option(choice, lines)


class _Week:
    """A stretch's fullest week while its list of wishes is read."""

    def __init__(self, offer: _Offer, *, still: Still = NOTHING_STILL) -> None:
        self._offer = offer
        self._task = task = offer.task
        athlete, stretch, stage = task.athlete, task.stretch, task.stage
        ceilings: dict[str, float] = dict.fromkeys(LEG_MUSCLES, MUSCLE_SETS_MAX[athlete.level])
        if stage.hard_sets is not None:
            ceilings[HARD] = most_hard_sets(stage.hard_sets)
            ceilings[CALF] = stage.calf_sets + _CALF_SETS_MORE
        self.in_order = most_loaded_first(task.layout)
        """The places of the sessions, the most loaded first."""
        self.relief = relief_wishes(athlete)
        """What a sore spot needs."""
        jumps = any(pool.jumps for pool in offer.pools)
        self.parts = week_wishes(
            athlete,
            stretch,
            jumps=jumps,
            calf_sessions=stage.calf_sessions,
            kept=offer.turns.kept,
        )
        """The list, in its parts."""
        self.musts = [
            wish for wish in (*self.relief, *self.parts[0]) if isinstance(wish, Serve) and wish.must
        ]
        """What the week must have."""
        self.jumps = [
            replace(wish, sessions=1)
            for wish in self.parts[0]
            if isinstance(wish, Serve) and wish.purpose == JUMPS
        ]
        """Jumps in one of its sessions, in the power phase."""
        self._selection = Selection(
            self._offer.pools,
            task.layout,
            stage.training.exercises,
            still=still,
            behind=offer.turns.behind,
        )
        self._in_vain: set[tuple[object, ...]] = set()
        self._reading = Reading(
            task.layout,
            ramp_most=_ramp_most(task),
            race=athlete.race,
            ceilings=ceilings,
            calf_room=_calf_room(stage),
        )

    @property
    def drafts(self) -> Drafts:
        """The sessions as they are now."""
        return self._reading.week

    def limit(self, minutes: int) -> None:
        """Let every session take so many minutes."""
        self._reading.limit(minutes)

    def hold(self, place: int, lines: Lines, *, limit: int) -> None:
        """Give a session these lines, and so many minutes."""
        standing = []
        for line in lines:
            candidate = self._offer.pools[place].standing(line.pick)
            standing.append(Option(Choice(wish=_STANDS, slot=place, candidate=candidate), [line]))
        self._reading.hold(place, standing, limit=limit)
        self._selection.settle(self._reading.taken)

    def read(self, wishes: Sequence[Wish], places: Sequence[int], *, whole: bool) -> None:
        """Take what fits of the wishes into these sessions; `whole` says that they will not grow
        longer.
        """
        full = {place for place in places if self.drafts[place].full}
        for wish in wishes:
            options = []
            if isinstance(wish, Serve) and len(full) < len(places):
                for choice in self._selection.choose(wish, places):
                    # What is chosen for a session that has no room more is never taken, but for the
                    # others it counts as chosen.
                    if self.drafts[choice.slot].full:
                        full.add(choice.slot)
                    else:
                        options.append(self._offer.option(choice))
            self._reading.take(wish, options, whole=whole)
        self._selection.settle(self._reading.taken)

    def read_all(self, *, whole: bool) -> None:
        """Take what fits of the whole list. Of each part of it the two most loaded sessions take
        first, and a third one adds to what two would have held.
        """
        core, third = self.in_order[: SESSIONS.low], self.in_order[SESSIONS.low :]
        for part in self.parts:
            for places in filter(None, (core, third)):
                self.read(part, places, whole=whole)

    def insist(self, wishes: Sequence[Serve], places: Sequence[int]) -> None:
        """Let in what the week must have, at the cost of what it need not have."""
        for wish in wishes:
            self._insist(wish, places)

    def complete(self, wishes: Sequence[Serve]) -> None:
        """Let in what is wished for, at the cost of what the week need not have; else in the place
        of what stands beside its main lifts.
        """
        self.insist(wishes, self.in_order)
        self._exchange(wishes)

    def _exchange(self, wishes: Sequence[Serve]) -> None:
        """Let in what the week still lacks in the place of something beside its main lifts that it
        needs as well, where another session, or a shorter exercise, can do that instead: what has
        grown over a long block may leave no other room.
        """
        lacking = self._selection.lacking(wishes)
        # What a sore spot lacks has no other place: all else has given way to it already.
        for wish in [wish for wish in lacking if not wish.relief]:
            for draft in self.drafts:
                for line in filter(_is_beside, draft.lines):
                    kept, chosen = self._reading.keep(), self._selection.keep()
                    self._reading.drop(draft, line)
                    self._selection.settle(self._reading.taken)
                    self.insist([wish, *wishes], self.in_order)
                    if len(self._selection.lacking(wishes)) < len(lacking):
                        self._exchange(wishes)
                        return
                    self._reading.put_back(kept)
                    self._selection.put_back(chosen)

    @property
    def lacking(self) -> Lacking:
        """What it must have and could, and lacks."""
        having = self._selection.having
        wishes = self._selection.lacking(self.musts)
        return {wish.purpose: wish.sessions - having(wish.purpose) for wish in wishes}

    @property
    def standing_still(self) -> Still:
        """What would be the same for too long, and could be exchanged for something else that does
        what nothing else in the week does.
        """
        still = stands_too_long(self._task.stage.stands, self._task.stretch)
        found = set()
        for place, draft in enumerate(self.drafts):
            for line in draft.lines:
                one = (draft.slot.number, line.pick.form.name)
                if one in still:
                    needs = self._serves_alone(line)
                    if self._offer.pools[place].has_another(line.pick, needs):
                        found.add(one)
        return frozenset(found)

    def _serves_alone(self, line: Line) -> set[Need]:
        """The needs that nothing else in the week serves."""
        others = [other.serves for other in week_lines(self.drafts) if other is not line]
        return set(line.serves).difference(*others)

    def holds_no_less_than(self, other: _Week) -> bool:
        """Whether it lacks nothing more of what it must have, has as many hard sets, calf sets and
        sets of jumps, and none of its sessions is too short for what its lifts will grow to.
        """
        lacks, others = self.lacking, other.lacking
        if any(number > others.get(purpose, 0) for purpose, number in lacks.items()):
            return False
        then, now = week_counts(other.drafts), week_counts(self.drafts)
        if any(now.get(name, 0) < then.get(name, 0) for name in (HARD, CALF)):
            return False
        if _jumps(self.drafts) < _jumps(other.drafts):
            return False
        pairs = zip(self.drafts, other.drafts, strict=True)
        return all(
            _minutes_at_top(new) <= max(old.limit, _minutes_at_top(old)) for new, old in pairs
        )

    def grown(self) -> Drafts:
        """The sessions, where what stood still for want of room has grown."""
        self._reading.grow_on()
        return self.drafts

    def _insist(self, wish: Serve, places: Sequence[int]) -> None:
        lacking = wish.sessions - self._selection.having(wish.purpose)
        for place in places:
            if lacking <= 0:
                return
            if self._selection.has(place, wish.purpose):
                continue
            # It is tried again and again, mostly in a week that has changed back.
            attempt = (*keep(self.drafts), place, wish)
            if attempt in self._in_vain:
                continue
            leg_work = must_cover(self._task.athlete) or wish.relief
            others = map(self._offer.option, self._selection.others(wish, place))
            if self._reading.insist(wish, place, others, leg_work=leg_work):
                self._selection.settle(self._reading.taken)
                lacking -= 1
            else:
                self._in_vain.add(attempt)


_STANDS = Serve(purpose="", sessions=0)
"""The wish of what is there already."""
