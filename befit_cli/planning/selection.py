"""Wishes -> exercises and their forms, each in a session.

The list of wishes is read from the top, and each takes the best exercise and session that what came
before leaves. Which minutes there are has no say, as long as they are enough for heavy work:
fitting takes of it what they hold.

A choice is made by one sum of `points`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from befit_cli.evidence.jumps import JUMP_SESSIONS_MAX
from befit_cli.evidence.load import LIGHT_LIFTS_MAX
from befit_cli.evidence.session import EXERCISES, may_share_family
from befit_cli.evidence.week import APART
from befit_cli.planning import points
from befit_cli.planning.pool import Pool
from befit_cli.planning.repertoire import JUMPS, Candidate
from befit_cli.planning.standing import NOTHING_STILL, Still
from befit_cli.planning.wishes import HEAVY_PURPOSES, Serve
from befit_cli.values import Day, Load, Need, Pick, Slot, Value

_SPARE = 2
"""Picks beyond the most that a session has, for those that the week's ceilings keep out."""

NOBODY_BEHIND: Mapping[tuple[int, str], int] = {}
"""For a week in which no session goes up a ladder before another."""


class Choice(Value, frozen=True, kw_only=True):
    """An exercise that a wish chose for a session."""

    wish: Serve
    slot: int
    """The session's place in the layout, from 0."""
    candidate: Candidate


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
        tired: Collection[Day] = (),
    ) -> None:
        """`before` is what the last stretch had, by the sessions' slots and the exercises' ids, and
        `still` the forms of it that would be the same there for too long. `behind` has under the
        places of sessions and the ids of what they wait with the places of those that go up first.
        `tired` are the days on which nothing jumps where another session may have jumps (R21b).
        """
        self._pools = pools
        self._still = still
        self._behind = behind
        self._still_forms = {form for _, form in still}
        self._before = before
        self._layout = layout
        self._jumpless = self._leaving_jumps(tired)
        self._jump_slots = _jump_slots(layout, self._jumpless)
        self._sessions: list[_Session]
        self._times: dict[str, int]
        self._needs: set[Need]
        self.settle(())

    def _leaving_jumps(self, tired: Collection[Day]) -> list[int]:
        """The places of the sessions on tired days where another may have jumps; else none."""
        days = enumerate([slot.day for slot in self._layout])
        leaving = [place for place, day in days if day in tired]
        for place, slot in enumerate(self._layout):
            if place in leaving or slot.load is Load.LOW:
                continue
            if self._pools[place].candidates(JUMPS, slot.load, light=False):
                return leaving
        return []

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
        if wish.purpose == JUMPS and slot in self._jumpless:
            return
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
        most_of_week = points.BEFORE
        if not heavy:
            most_of_week += points.ALSO * (len(Need) - len(self._needs))
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
                if self._behind and self._is_behind(slot, candidate):
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
            times = len(points.AGAIN)
        score = points.AGAIN[min(times, len(points.AGAIN) - 1)]
        if not heavy:
            score += points.ALSO * len(candidate.rung.needs - self._needs)
        number, form = self._layout[slot].number, candidate.pick.form.name
        before = (number, id_) in self._before
        # What stands still in one session is not new in another.
        if (number, form) in self._still or (form in self._still_forms and not before):
            score += points.STANDS_STILL
        elif before:
            score += points.BEFORE
        return score


def most_loaded_first(layout: tuple[Slot, ...]) -> list[int]:
    """The places of the sessions; of two with the same load the earlier day."""
    return sorted(range(len(layout)), key=lambda slot: -layout[slot].load.rank)


def _jump_slots(layout: tuple[Slot, ...], jumpless: Collection[int]) -> list[int]:
    """The sessions that may carry jumps: the most loaded ones, 2 at most and 2 days apart (R21),
    without those that leave them to others.
    """
    slots: list[int] = []
    for slot in most_loaded_first(layout):
        if layout[slot].load is Load.LOW or slot in jumpless:
            continue
        gaps = [layout[slot].day.apart(layout[other].day) for other in slots]
        if min(gaps, default=APART) >= APART:
            slots.append(slot)
    return slots[:JUMP_SESSIONS_MAX]
