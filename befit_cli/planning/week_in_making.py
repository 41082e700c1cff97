"""A stretch's fullest week while its list of wishes is read."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from befit_cli.evidence.coverage import (
    CALF_SETS_MIN,
    CALF_SETS_MORE,
    LEG_MUSCLES,
    MUSCLE_SETS_MAX,
    MUSCLE_SETS_MIN,
)
from befit_cli.evidence.jumps import wants_no_jumps
from befit_cli.evidence.load import HEAVY
from befit_cli.evidence.sets import CALF, HARD
from befit_cli.evidence.week import SESSIONS, most_hard_sets
from befit_cli.planning.draft import Drafts, Line, Lines, keep, week_counts, week_lines
from befit_cli.planning.fitting import Ceilings, Option, Reading
from befit_cli.planning.holding import Holding, Lacking, holding
from befit_cli.planning.offer import Offer
from befit_cli.planning.repertoire import JUMPS
from befit_cli.planning.selection import Choice, Selection, most_loaded_first
from befit_cli.planning.standing import NOTHING_STILL, Still, stands_too_long
from befit_cli.planning.task import Stage, Task, must_cover
from befit_cli.planning.wishes import Serve, Wish, kept_lifts, relief_wishes, week_wishes
from befit_cli.values import Athlete, Day, Load, Need

_LIFTS_MINUTES = 30
"""Minutes of a session from which a squat with weight is worth a set of its calf work. Shorter ones
hold too few sets of either, and without weight a squat takes longer than a row has room beside.
"""
_THIGHS = "quadriceps"
_STANDS = Serve(purpose="", sessions=0)
"""The wish of what is there already."""


class WeekInMaking:
    """The week, all that it has taken, and all that it might take."""

    def __init__(self, offer: Offer, *, still: Still = NOTHING_STILL) -> None:
        self._offer = offer
        self._task = task = offer.task
        athlete, stage = task.athlete, task.stage
        self.by_load = most_loaded_first(task.layout)
        """The places of the sessions, the most loaded first."""
        self.relief = relief_wishes(athlete)
        """What a sore spot needs."""
        self.parts = week_wishes(
            athlete,
            task.stretch,
            jumps=offer.jumps,
            had=stage.had,
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
        self._lifts = kept_lifts(stage.had)
        self._selection = Selection(
            offer.pools,
            task.layout,
            stage.training.exercises,
            still=still,
            behind=offer.turns.behind,
            tired=_tired_days(task),
        )
        self._in_vain: set[tuple[object, ...]] = set()
        self._reading = Reading(
            task.layout,
            ramp_most=_ramp_most(task),
            race=athlete.race,
            ceilings=_ceilings(athlete, stage),
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
        core, third = self.by_load[: SESSIONS.low], self.by_load[SESSIONS.low :]
        for part in self.parts:
            for places in filter(None, (core, third)):
                self.read(part, places, whole=whole)

    def insist(self, wishes: Sequence[Serve], places: Sequence[int]) -> None:
        """Let in what the week must have, at the cost of what it need not have."""
        for wish in wishes:
            self._insist(wish, places)

    def keep_lifts(self) -> bool:
        """Let in squats and lunges for as many sessions as had them, at the cost of no leg work
        unless the thighs lack them; False where that changes nothing.
        """
        before = keep(self.drafts)
        for wish in self._lifts:
            self._insist(wish, self.by_load, leg_work=self._lacks_thighs)
        return keep(self.drafts) != before

    def give_second_sets(self) -> None:
        """Give a second set to what helps a sore spot, for which what the week need not have gives
        way, and no lift.
        """
        self._reading.give_second_sets()
        self._selection.settle(self._reading.taken)

    def complete(self, wishes: Sequence[Serve]) -> bool:
        """Let in what is wished for, at the cost of what the week need not have; else in the place
        of what stands beside its main lifts. False where that changes nothing.
        """
        before = keep(self.drafts)
        self.insist(wishes, self.by_load)
        self._exchange(wishes)
        return keep(self.drafts) != before

    @property
    def _lacks_thighs(self) -> bool:
        """R04: whether the thighs have too few sets, with weights in sessions that hold them."""
        athlete = self._task.athlete
        if athlete.minutes < _LIFTS_MINUTES or HEAVY.isdisjoint(athlete.every_kit):
            return False
        return week_counts(self.drafts).get(_THIGHS, 0) < MUSCLE_SETS_MIN

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

    def may_stand_for(self, other: WeekInMaking) -> bool:
        """Whether it holds no less than a week with what would be the same for too long, in lifts
        that are no easier.
        """
        now, then = self.holding, other.holding
        return now.is_no_less_than(then) and now.is_no_easier_than(then) and now.grows_within(then)

    @property
    def holding(self) -> Holding:
        """What it holds by now."""
        return holding(self.drafts, self.lacking)

    def grown(self) -> Drafts:
        """The sessions, where what stood still for want of room has grown."""
        self._reading.grow_on()
        return self.drafts

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
                    self.insist([wish, *wishes], self.by_load)
                    if len(self._selection.lacking(wishes)) < len(lacking):
                        self._exchange(wishes)
                        return
                    self._reading.put_back(kept)
                    self._selection.put_back(chosen)

    def _serves_alone(self, line: Line) -> set[Need]:
        """The needs that nothing else in the week serves."""
        others = [other.serves for other in week_lines(self.drafts) if other is not line]
        return set(line.serves).difference(*others)

    def _insist(self, wish: Serve, places: Sequence[int], *, leg_work: bool = True) -> None:
        leg_work = wish.relief or (leg_work and must_cover(self._task.athlete))
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
            others = map(self._offer.option, self._selection.others(wish, place))
            if self._reading.insist(wish, place, others, leg_work=leg_work):
                self._selection.settle(self._reading.taken)
                lacking -= 1
            else:
                self._in_vain.add(attempt)


def _ramp_most(task: Task) -> Sequence[Load | None]:
    """The most load of each session in the ramp; none is asked where the stretch has no ramp."""
    if not task.ramp:
        return [None] * len(task.layout)
    return [min(slot.load, most) for slot, most in zip(task.layout, task.ramp_most, strict=True)]


def _tired_days(task: Task) -> list[Day]:
    """R21b: the days of its sessions on which jumps find tired legs, or leave them."""
    race, runs = task.athlete.race, task.season.usual
    days = [slot.day for slot in task.layout]
    return [day for day in days if wants_no_jumps(race, runs, day, None, None)]


def _ceilings(athlete: Athlete, stage: Stage) -> Ceilings:
    """R04 and, once there was a week before, R33."""
    ceilings: dict[str, float] = dict.fromkeys(LEG_MUSCLES, MUSCLE_SETS_MAX[athlete.level])
    if stage.hard_sets is not None:
        ceilings[HARD] = most_hard_sets(stage.hard_sets)
        ceilings[CALF] = stage.calf_sets + CALF_SETS_MORE
    return ceilings


def _calf_room(stage: Stage) -> int:
    """How many calf sets lifts and jumps leave room for: as many as the week has had, and until it
    has what R08 asks for as many as it may grow to.
    """
    return max(stage.calf_sets, min(stage.calf_sets + CALF_SETS_MORE, CALF_SETS_MIN))


def _is_beside(line: Line) -> bool:
    """Whether it is neither a main lift nor there for a sore spot."""
    return not (line.main_lift or line.pick.first_line)
