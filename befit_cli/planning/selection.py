"""Wishes -> exercises and their forms, each in a session.

The list of wishes is read from the top, and each takes the best exercise and session that what came
before leaves. Which minutes there are has no say: fitting takes of it what they hold.

A choice is made by one sum of points. What each kind of point is worth stands here in one place,
because they mean something only beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from math import inf
from operator import attrgetter

from msgspec.structs import replace

from befit_cli.evidence.block import stays_out
from befit_cli.evidence.jumps import JUMP_SESSIONS_MAX, most_landings
from befit_cli.evidence.load import LIGHT_LIFTS_MAX, can_be_light, dosed_load, weighted
from befit_cli.evidence.session import EXERCISES, may_share_family
from befit_cli.evidence.week import APART, is_hard
from befit_cli.planning.repertoire import JUMPS, Candidate, Ladder, Repertoire, Rung, Skill
from befit_cli.planning.standing import NOTHING_STILL, Still
from befit_cli.planning.training import Training, climber, rung_now
from befit_cli.planning.wishes import HEAVY_PURPOSES, Serve
from befit_cli.values import (
    Athlete,
    Form,
    Level,
    Load,
    Need,
    Pattern,
    Pick,
    Role,
    Slot,
    Stretch,
    Value,
)

_SPARE = 2
"""Picks beyond the most that a session has, for those that the week's ceilings keep out."""

# Points of an exercise for an athlete, whatever it is wanted for.

_RELIEF = 40
"""For each niggle that it is first-line work for. More than for a main lift with its weight: what
helps comes before what is heavy.
"""
_TOUCHED = -10
"""For each niggle that changes it in another way: another exercise is rather taken, but a main lift
still goes before an accessory of the same load.
"""
_TOUCHED_HEAVY = -25
"""For each of those where the form is of high load: a sore spot has rather an easier lift."""
_FOCUS = 25
"""For the group that the athlete wants more of. Less than for a main lift, so the lifts stay."""
_STAND_IN = 8
"""For what a niggle would rather have than what it bars: enough between two that are alike."""
_SWAPPED = 100
"""For what the athlete would rather have: more than all else together."""

# Points of a form for what it is wanted for. Heavy wants, knee and hip, are what the main lifts are
# for.

_MAIN_LIFT = 30
"""For a main lift where the want is heavy. More than for any load and weight (25): no accessory
takes its place by being heavier.
"""
_LOAD = 10
"""For each step of load above low, where the want is heavy: heavy days are few, so they are used.
"""
_EASED_LIFT = -40
"""For a form below the base of its ladder where the want is heavy. More than a main lift with its
weight: rather another exercise whole than a lift made easy.
"""
_BALANCED = -20
"""For a squat on one leg where the want is heavy: balance ends it before strength does."""
_EASED = -15
"""The same for any other want. More than for level and weight together (11)."""
_WEIGHT = 5
"""Where weight can be added, for it can go on growing."""
_LEVEL = 3
"""For each step of level above beginner, where the want is not heavy: accessories have no load to
tell the harder form by. Even two steps are less than a repetition costs.
"""
_MOBILITY = -25
"""For mobility work: it fills a want only where no strength work does."""
_DONE = -12
"""For a form that has nothing left to grow in (R29, R31): another exercise rather takes its turn.
"""
_ALSO = 4
"""For each other need that the week lacks so far and the form serves as well; a main lift is chosen
for itself.
"""
_BEFORE = 9
"""For what the session had in the last stretch: it goes on. More than for once more in the week,
less than a form that has nothing left to grow in loses.
"""
_STANDS_STILL = -20
"""For what would be the same for too long (R29), beside having nothing left to grow in: even an
easier accessory takes its turn, and of the lifts one that is none of the main ones.
"""
_AGAIN = (0, -8, -40)
"""For what the week has not yet, has once, and has twice or more. A lift may stand twice: a main
lift is worth more than that beside an accessory. It stands in every session of three only where
nothing else does its work.
"""

_SCORE = attrgetter("score")

NOTHING_STAYS: Mapping[str, str] = {}
NOBODY_BEHIND: Mapping[tuple[int, str], int] = {}
"""For a session that goes up all ladders where it may, and for a week of such sessions."""


class Choice(Value, frozen=True, kw_only=True):
    """An exercise that a wish chose for a session."""

    wish: Serve
    slot: int
    """The session's place in the layout, from 0."""
    candidate: Candidate


class Pool:
    """What the athlete may do in a stretch, and of it what is what a wish wants.

    `days_to_race` counts from the stretch's last day; `stays` has under the ids of exercises the
    forms that they stay at.
    """

    def __init__(
        self,
        athlete: Athlete,
        repertoire: Repertoire,
        stretch: Stretch,
        training: Training,
        *,
        days_to_race: float = inf,
        stays: Mapping[str, str] = NOTHING_STAYS,
    ) -> None:
        self._athlete = athlete
        self._climber = climber(athlete, stretch, training)
        self.jumps = repertoire.jumps and most_landings(athlete.level, stretch.place) > 0
        self._race = athlete.race
        self._days_to_race = days_to_race
        self._stays = stays
        self._by_purpose = repertoire.by_purpose
        self._skills = repertoire.skills
        self._now: dict[Ladder, tuple[Ladder, int] | None] = {}
        self._candidates: dict[tuple[str, Load, bool], tuple[Candidate, ...]] = {}

    def candidates(self, purpose: str, highest: Load, *, light: bool) -> tuple[Candidate, ...]:
        """All exercises for the purpose, best first; ties keep the catalogue's order.

        `light` says whether a form that is a class too hard may be done light.
        """
        key = (purpose, highest, light)
        known = self._candidates.get(key)
        if known is not None:
            return known
        found = []
        heavy = purpose in HEAVY_PURPOSES
        for ladder in self._by_purpose.get(purpose, ()):
            candidate = self._candidate(ladder, highest, light=light, heavy=heavy)
            if candidate is not None:
                found.append(candidate)
        found.sort(key=_SCORE, reverse=True)
        candidates = tuple(found)
        self._candidates[key] = candidates
        return candidates

    def has_another(self, pick: Pick, needs: Set[Need]) -> bool:
        """Whether there is another exercise than the pick's that serves all these needs."""
        for skill in self._skills:
            if skill.exercise.id == pick.exercise.id:
                continue
            now = self._of_now(Ladder(skill, skill.rungs))
            if now is None:
                continue
            ladder, place = now
            if ladder.rungs[place].needs >= needs:
                return True
        return False

    def standing(self, pick: Pick) -> Candidate:
        """What was picked before, as a candidate."""
        for skill in self._skills:
            for rung in skill.rungs:
                if skill.exercise.id == pick.exercise.id and rung.form.name == pick.form.name:
                    return Candidate(score=0, rung=rung, pick=pick)
        raise AssertionError("what was picked is in the repertoire")

    def _of_now(self, ladder: Ladder) -> tuple[Ladder, int] | None:
        """The ladder without what may not stand in the stretch's weeks, and the place of the rung
        whose turn it is; None where none may stand.
        """
        rungs = [rung for rung in ladder.rungs if rung.always or self._may_do(rung)]
        if len(rungs) < len(ladder.rungs):
            ladder = Ladder(ladder.skill, tuple(rungs))
        stays = self._stays.get(ladder.skill.exercise.id)
        if stays is not None:
            places = [place for place, rung in enumerate(rungs) if rung.form.name == stays]
            return (ladder, places[0]) if places else None
        return (ladder, rung_now(self._climber, ladder.skill, rungs)) if rungs else None

    def before_hard(self, slot: int, id_: str, highest: Load) -> tuple[Form, Form | None] | None:
        """The form of an exercise that a session of at most that load had, where it would go up to
        one whose sets are hard leg sets and those of its own were not (R33); and the form between
        that another session has come to, where it would be the first beyond that.
        """
        known = self._climber.training.forms
        for skill in self._skills:
            now = self._of_now(Ladder(skill, skill.rungs)) if skill.exercise.id == id_ else None
            if now is None:
                continue
            ladder, place = now
            form = ladder.rungs[place].form
            below = [rung.form for rung in ladder.rungs[:place] if rung.form.name in known]
            own = [one for one in below if slot in known[one.name]]
            if not own or _is_hard(own[-1]) or not _may_carry(highest, form, light=True):
                return None
            between = None
            if form.name not in known and below[-1] is not own[-1]:
                form = between = below[-1]
            return (own[-1], between) if _is_hard(form) else None
        return None

    def _may_do(self, rung: Rung) -> bool:
        form = rung.form
        if form.contacts and not self._may_jump(form):
            return False
        return not (form.race_weeks and stays_out(form.race_weeks, self._race, self._days_to_race))

    def _may_jump(self, form: Form) -> bool:
        """R25: who has hopped in warm-ups needs no landing drill, a beginner apart."""
        drill = form.level is Level.BEGINNER and self._climber.level is not Level.BEGINNER
        return self.jumps and not (drill and self._climber.training.hops)

    def _candidate(
        self, ladder: Ladder, highest: Load, *, light: bool, heavy: bool
    ) -> Candidate | None:
        """The exercise as a session of at most that load has it: its rung of now, light where that
        is enough, before an easier one.
        """
        if ladder not in self._now:
            self._now[ladder] = self._of_now(ladder)
        now = self._now[ladder]
        if now is None:
            return None
        ladder, place = now
        key = (place, highest, light, heavy)
        if key not in ladder.known:
            ladder.known[key] = _rated(self._athlete, ladder, *key)
        candidate = ladder.known[key]
        if candidate is not None and self._climber.training.done(candidate.rung.form.name):
            return replace(candidate, score=candidate.score + _DONE)
        return candidate


def _is_hard(form: Form) -> bool:
    return is_hard(form.load, form.pattern)


def _rated(
    athlete: Athlete, ladder: Ladder, place: int, highest: Load, light: bool, heavy: bool
) -> Candidate | None:
    """The rung at that place for such a session, or the highest below it that the session may
    carry, whatever the athlete has trained.
    """
    skill, rungs = ladder.skill, ladder.rungs
    while not _may_carry(highest, rungs[place].form, light=light):
        place -= 1
        # An easier jump than the one whose turn it is would be no jump to train by (R25).
        if place < 0 or skill.power:
            return None
    rung = rungs[place]
    pick = _pick(skill, rungs, place, highest, light=light)
    score = _favour(athlete, skill) + _score(skill, rung, pick, heavy=heavy)
    score += _RELIEF * len(rung.first_line)
    touched = len(rung.rules) - len(rung.first_line)
    score += touched * (_TOUCHED_HEAVY if rung.form.load is Load.HIGH else _TOUCHED)
    once = heavy and athlete.level is not Level.BEGINNER and _is_soon_easy(rung)
    return Candidate(score=score, rung=rung, pick=pick, once=once)


def _pick(
    skill: Skill, rungs: tuple[Rung, ...], place: int, highest: Load, *, light: bool, ahead: int = 2
) -> Pick:
    """The rung as a pick, with so many of the harder ones that such a session may have."""
    rung = rungs[place]
    harder = None
    if ahead and place + 1 < len(rungs):
        following = rungs[place + 1]
        if _may_carry(highest, following.form, light=light):
            harder = _pick(skill, rungs, place + 1, highest, light=light, ahead=ahead - 1)
    return Pick(
        exercise=skill.exercise,
        form=rung.form,
        kit=rung.kit,
        heavy=rung.heavy,
        light=rung.form.load.rank > highest.rank,
        harder=harder,
        easier=rungs[place - 1].form if place else None,
        first_line=rung.first_line,
        rules=rung.rules,
    )


def _may_carry(highest: Load, form: Form, *, light: bool) -> bool:
    """Whether a session of at most that load has room for the form; `light` says that it may be
    done light.
    """
    over = form.load.rank - highest.rank
    return over <= 0 or (light and over == 1 and can_be_light(form))


def _is_soon_easy(rung: Rung) -> bool:
    """Whether two legs have no more than the body to carry, and no sore spot asks for that."""
    return not (weighted(rung.form) or rung.form.per_side or rung.rules)


def _favour(athlete: Athlete, skill: Skill) -> int:
    """How well an exercise suits the athlete, whatever it is wanted for."""
    favour = 0
    if skill.exercise.group is athlete.focus:
        favour += _FOCUS
    if skill.stand_in:
        favour += _STAND_IN
    if any(skill.exercise.id == instead for _, instead in athlete.swap):
        favour += _SWAPPED
    return favour


def _score(skill: Skill, rung: Rung, pick: Pick, *, heavy: bool) -> int:
    """How well a form does by itself for what is wanted, be that heavy or not."""
    exercise = skill.exercise
    base = exercise.ladder[exercise.base]
    has_weight = weighted(rung.form)
    # A form with weight in it that is for the same people is no worse than the base.
    as_good = has_weight and rung.form.level is base.level
    eased = rung.place < exercise.base and not as_good
    score = 0
    if heavy:
        if exercise.role is Role.MAIN:
            score += _MAIN_LIFT
        score += _LOAD * dosed_load(rung.form.load, light=pick.light).rank
        if eased:
            score += _EASED_LIFT
        if rung.form.per_side and rung.form.pattern is Pattern.SQUAT:
            score += _BALANCED
    else:
        score += _LEVEL * rung.form.level.rank
        if eased:
            score += _EASED
    if has_weight:
        score += _WEIGHT
    if exercise.role is Role.MOBILITY:
        score += _MOBILITY
    return score


class _Session:
    """What has been chosen for one session, told in what a choice asks of it."""

    def __init__(self) -> None:
        self.number = 0
        self.light = 0
        """How many of its exercises are light."""
        self.purposes: set[str] = set()
        self.exercises: set[str] = set()
        self.forms: set[str] = set()
        self.families: set[str] = set()
        """Those of which it may have no other exercise (R07)."""
        self.free_families: set[str] = set()
        """Those of which it may have other prehab and mobility."""

    def add(self, candidate: Candidate) -> None:
        """Take what was chosen."""
        pick = candidate.pick
        self.number += 1
        self.light += pick.light
        self.purposes |= candidate.rung.purposes
        self.exercises.add(pick.exercise.id)
        self.forms.add(pick.form.name)
        families = self.free_families if _is_free(pick) else self.families
        families.add(pick.form.family)

    def clashes(self, pick: Pick) -> bool:
        """Whether it has the exercise or its like (R07), or a form that bears its name."""
        family = pick.form.family
        if pick.exercise.id in self.exercises or pick.form.name in self.forms:
            return True
        return family in self.families or (family in self.free_families and not _is_free(pick))


def _is_free(pick: Pick) -> bool:
    return may_share_family(pick.exercise.role, pick.exercise.role)


_KeptSelection = tuple[list[_Session], dict[str, int], set[Need]]


class Selection:
    """A week while wishes choose for it: each of its sessions from its own pool."""

    def __init__(
        self,
        pools: Sequence[Pool],
        layout: tuple[Slot, ...],
        before: frozenset[tuple[int, str]],
        *,
        still: Still = NOTHING_STILL,
        behind: Mapping[tuple[int, str], int] = NOBODY_BEHIND,
    ) -> None:
        """`before` is what the last stretch had, by the sessions' slots and the exercises' ids, and
        `still` the forms of it that would be the same there for too long. `behind` has under the
        places of sessions and the ids of what they wait with the places of those that go up first.
        """
        self._pools = pools
        self._still = still
        self._behind = behind
        self._still_forms = {form for _, form in still}
        self._before = before
        self._layout = layout
        self._jump_slots = _jump_slots(layout)
        self._sessions: list[_Session]
        self._times: dict[str, int]
        self._needs: set[Need]
        self.settle(())

    def choose(self, wish: Serve, slots: Sequence[int]) -> Iterator[Choice]:
        """What a wish chooses for some of the sessions: an exercise for each of so many sessions
        that have none for its purpose yet, as far as there are any.
        """
        without = self._without(wish.purpose)
        lacking = wish.sessions - (len(self._sessions) - len(without))
        if lacking <= 0:
            return
        places = self._jump_slots if wish.purpose == JUMPS else slots
        open_slots = [slot for slot in places if slot in slots and slot in without]
        while lacking > 0 and open_slots:
            choice = self._best(wish, open_slots)
            if choice is None:
                return
            self._add(choice)
            open_slots.remove(choice.slot)
            lacking -= 1
            yield choice

    def keep(self) -> _KeptSelection:
        """What `put_back` needs to undo what is settled from now on."""
        return self._sessions, self._times, self._needs

    def put_back(self, kept: _KeptSelection) -> None:
        """Give the week what it had when it was kept; nothing was chosen since."""
        self._sessions, self._times, self._needs = kept

    def settle(self, taken: Iterable[Choice]) -> None:
        """Forget what was chosen and not taken."""
        self._sessions = [_Session() for _ in self._layout]
        self._times = {}
        self._needs = set()
        for choice in taken:
            self._add(choice)

    def has(self, slot: int, purpose: str) -> bool:
        """Whether the session has something for the purpose."""
        return purpose in self._sessions[slot].purposes

    def having(self, purpose: str) -> int:
        """How many sessions have something for the purpose."""
        return len(self._sessions) - len(self._without(purpose))

    def _without(self, purpose: str) -> list[int]:
        """The sessions that have nothing for the purpose."""
        return [slot for slot, its in enumerate(self._sessions) if purpose not in its.purposes]

    def lacking(self, wishes: Iterable[Serve]) -> list[Serve]:
        """The wishes that fewer sessions serve than they ask for, of those that could be served."""
        found = []
        for wish in wishes:
            slots = range(len(self._layout))
            if self.having(wish.purpose) < wish.sessions and any(
                self._candidates(wish, slot) for slot in slots
            ):
                found.append(wish)
        return found

    def others(self, wish: Serve, slot: int) -> Iterator[Choice]:
        """All that the wish may have in that session, the best first, whatever it clashes with."""
        for candidate in self._candidates(wish, slot):
            yield Choice(wish=wish, slot=slot, candidate=candidate)

    def _add(self, choice: Choice) -> None:
        self._sessions[choice.slot].add(choice.candidate)
        id_ = choice.candidate.pick.exercise.id
        self._times[id_] = self._times.get(id_, 0) + 1
        self._needs |= choice.candidate.rung.needs

    def _candidates(self, wish: Serve, slot: int) -> tuple[Candidate, ...]:
        light = self._sessions[slot].light < LIGHT_LIFTS_MAX
        return self._pools[slot].candidates(wish.purpose, self._layout[slot].load, light=light)

    def _best(self, wish: Serve, open_slots: list[int]) -> Choice | None:
        """The best exercise for the purpose and the session to have it: a main lift where it can be
        heaviest, all else where there is least so far; what waits for another session, waits.
        """
        heavy = wish.purpose in HEAVY_PURPOSES
        most_of_week = _BEFORE
        if not heavy:
            most_of_week += _ALSO * (len(Need) - len(self._needs))
        best: tuple[int, Candidate] | None = None
        best_key: tuple[int, int, int] | None = None
        for slot in open_slots:
            session = self._sessions[slot]
            if session.number >= EXERCISES.high + _SPARE:
                continue
            number = -session.number
            for candidate in self._candidates(wish, slot):
                most = candidate.score + most_of_week
                most_key = (most, number, -slot) if heavy else (number, most, -slot)
                # They come best first, so nothing behind can be better either.
                if best_key is not None and most_key <= best_key:
                    break
                if session.clashes(candidate.pick):
                    continue
                if self._is_behind(slot, candidate):
                    continue
                score = candidate.score + self._of_week(candidate, slot, heavy=heavy)
                key = (score, number, -slot) if heavy else (number, score, -slot)
                if best_key is None or key > best_key:
                    best, best_key = (slot, candidate), key
        if best is None:
            return None
        slot, candidate = best
        return Choice(wish=wish, slot=slot, candidate=candidate)

    def _is_behind(self, slot: int, candidate: Candidate) -> bool:
        """Whether another session is to have the exercise first, and has it not yet."""
        id_ = candidate.pick.exercise.id
        first = self._behind.get((slot, id_))
        return first is not None and id_ not in self._sessions[first].exercises

    def _of_week(self, candidate: Candidate, slot: int, *, heavy: bool) -> int:
        """What a candidate is worth more, or less, for what the week has and had."""
        id_ = candidate.pick.exercise.id
        times = self._times.get(id_, 0)
        if times and candidate.once:
            times = len(_AGAIN)
        score = _AGAIN[min(times, len(_AGAIN) - 1)]
        if not heavy:
            score += _ALSO * len(candidate.rung.needs - self._needs)
        number, form = self._layout[slot].number, candidate.pick.form.name
        before = (number, id_) in self._before
        # What stands still in one session is not new in another.
        if (number, form) in self._still or (form in self._still_forms and not before):
            score += _STANDS_STILL
        elif before:
            score += _BEFORE
        return score


def most_loaded_first(layout: tuple[Slot, ...]) -> list[int]:
    """The places of the sessions; of two with the same load the earlier day."""
    return sorted(range(len(layout)), key=lambda slot: -layout[slot].load.rank)


def _jump_slots(layout: tuple[Slot, ...]) -> list[int]:
    """The sessions that may carry jumps: the most loaded ones, 2 at most and 2 days apart (R21)."""
    slots: list[int] = []
    for slot in most_loaded_first(layout):
        if layout[slot].load is Load.LOW:
            continue
        gaps = [layout[slot].day.apart(layout[other].day) for other in slots]
        if min(gaps, default=APART) >= APART:
            slots.append(slot)
    return slots[:JUMP_SESSIONS_MAX]
