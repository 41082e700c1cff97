"""The list of wishes -> a week inside its minutes (R45): it is read from the top, and what fits is
taken.

It is read for shorter sessions first, ten minutes apart, and what those hold stays: so a longer
session is a shorter one with more in it, and nothing is ever trimmed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import inf

from msgspec.structs import replace

from befit_cli.evidence.jumps import jump_sets, leg_sets
from befit_cli.evidence.session import MINUTES, MINUTES_USED
from befit_cli.evidence.sets import CALF, HARD
from befit_cli.planning.dosing import still_line
from befit_cli.planning.draft import (
    Draft,
    Drafts,
    Kept,
    Line,
    clash,
    keep,
    needed_calves,
    needed_for,
    needed_lines,
    put_back,
    week_counts,
    week_lines,
)
from befit_cli.planning.repertoire import JUMPS
from befit_cli.planning.selection import Choice
from befit_cli.planning.stretch_dose import sore_tendon
from befit_cli.planning.wishes import Grow, Rest, Serve, Wish
from befit_cli.values import Load, Pick, Race, Slot

Ceilings = Mapping[str, float]
"""The most that a week's sets may count for a leg muscle (R04), or as hard leg sets (R33)."""

_MINUTES_STEP = 10
"""Minutes by which a session may be asked to be longer and never holds less."""
_LEG_WORK = frozenset({HARD, CALF})
_REST_STEP = 15
"""Seconds by which rest grows: less nobody times."""


class Option:
    """A line that a wish chose for a session, and others for where that does not fit."""

    __slots__ = ("choice", "lines")

    def __init__(self, choice: Choice, lines: list[Line]) -> None:
        self.choice = choice
        self.lines = lines
        """The line, then what is done instead where it does not fit: less of the same, or the next
        form at its beginning.
        """


_KeptReading = tuple[Kept, list[Option], list[Option]]
"""The lines of a week that is read, the options it was offered, and those that it took."""


class Reading:
    """A week while the list is read."""

    def __init__(
        self,
        layout: tuple[Slot, ...],
        *,
        ramp_most: Sequence[Load | None],
        race: Race,
        ceilings: Ceilings,
        calf_room: int = 0,
    ) -> None:
        """`calf_room` is how many calf sets lifts and jumps leave room for."""
        self.week: Drafts = []
        for slot, most in zip(layout, ramp_most, strict=True):
            self.week.append(Draft(slot=slot, limit=0, ramp_most=most))
        self._options: list[Option] = []
        self._race = race
        self._ceilings = ceilings
        self._calf_room = calf_room
        self._taken: list[Option] = []
        self._counts: dict[str, float] = {}
        self._counted = True
        self._asked_of: Kept = []
        self._stays: dict[tuple[int, bool, bool], set[Pick]] = {}
        self._least: dict[tuple[Hashable, ...], Draft] = {}
        """What was left of a session where all that may had given way to a line in vain: what has
        no room in that either need not be tried.
        """

    def limit(self, minutes: int) -> None:
        """Let every session take so many minutes."""
        for draft in self.week:
            draft.limit = minutes

    def hold(self, slot: int, options: list[Option], *, limit: int) -> None:
        """Give a session what the first line of each of these options says, and so many minutes."""
        draft = self.week[slot]
        draft.limit = limit
        draft.lines = tuple([option.lines[0] for option in options])
        self._options += options
        self._look_again()

    def take(self, wish: Wish, options: list[Option], *, whole: bool) -> None:
        """Take all that fits of a wish, and of what it chose.

        `whole` says that the sessions will not grow longer: then what does not fit may be done
        otherwise.
        """
        self._options += options
        if not self._counted:
            self._counts = week_counts(self.week)
            self._counted = True
        if isinstance(wish, Serve):
            for option in options:
                self._let_in(option, whole=whole)
        elif isinstance(wish, Grow):
            self._grow(wish)
        elif whole or not wish.longest:
            for draft in self.week:
                _lengthen_rests(draft, wish)

    @property
    def taken(self) -> list[Choice]:
        """The choices that are in the week."""
        return [option.choice for option in self._taken]

    def insist(self, wish: Serve, slot: int, options: Iterable[Option], *, leg_work: bool) -> bool:
        """Let in the first of the options that a wish has for a session, for which other work gives
        way, leg work only where that is said, a main lift only to a must, and none that the week
        needs; False where even that makes room for none of them. What is no must, nor jumps,
        keeps the week's ceilings.
        """
        draft = self.week[slot]
        kept = draft.lines
        before = {} if _may_pass(wish) else week_counts(self.week)
        week = (*keep(self.week), slot, wish.relief, wish.must, leg_work)
        stays = self._staying(slot, relief=wish.relief, must=wish.must)
        for option in options:
            for line in option.lines:
                alike = [other for other in kept if clash(other.pick, line.pick)]
                if not stays.isdisjoint([other.pick for other in alike]):
                    continue
                # What is like it goes first.
                rest = tuple([other for other in kept if other not in alike]) if alike else kept
                # Then the same gives way to all that the week may need for the same.
                tried = (week, rest, needed_for(line))
                least = self._least.get(tried)
                if least is not None and not least.holds(line):
                    continue
                draft.lines = rest
                if self._make_room(wish, slot, line, leg_work=leg_work):
                    if _may_pass(wish) or self._keeps_ceilings(before):
                        self._options.append(option)
                        self._look_again()
                        return True
                else:
                    draft.remove(line)
                    self._least[tried] = replace(draft)
                draft.lines = kept
        return False

    def give_second_sets(self) -> None:
        """Give a second set to what helps a sore spot beside lifts and calves; for which other work
        beside those gives way, or else its own growth.
        """
        for slot, draft in enumerate(self.week):
            for line in draft.lines:
                if line.pick.first_line and line.sets == 1 and not _is_leg_work(line):
                    self._give_second_set(slot, line)

    def _give_second_set(self, slot: int, line: Line) -> None:
        self._counts = week_counts(self.week)
        if line.sets_range.high == 1 or not self._has_room(line, 1, must=False):
            return
        draft = self.week[slot]
        kept = draft.lines
        for grows in (line, still_line(line)):
            draft.exchange(line, replace(grows, sets=2))
            if self._gives_way(slot):
                self._look_again()
                return
            draft.lines = kept

    def _gives_way(self, slot: int) -> bool:
        """Whether a session fits once what nobody needs of it, and no sore spot, has given way."""
        draft = self.week[slot]
        while not draft.fits:
            others = [other for other in draft.lines if not other.pick.first_line]
            if not _give(draft, others, self._staying(slot), leg_work=False):
                return False
        return True

    def _make_room(self, wish: Serve, slot: int, line: Line, *, leg_work: bool) -> bool:
        """Put a line into a session, and let there give way to it what may; False where that is not
        enough.
        """
        draft = self.week[slot]
        draft.add(line)
        while not draft.fits:
            others = [other for other in draft.lines if other is not line]
            # What goes may have been one of two that the week needs one of.
            stays = self._staying(slot, relief=wish.relief, must=wish.must)
            if not _give(draft, others, stays, leg_work=leg_work):
                return False
        return True

    def keep(self) -> _KeptReading:
        """What `put_back` needs to undo whatever is now tried."""
        return keep(self.week), list(self._options), list(self._taken)

    def put_back(self, kept: _KeptReading) -> None:
        """Give the week what it had when it was kept."""
        lines, self._options, self._taken = kept
        put_back(self.week, lines)
        self._counted = False

    def drop(self, draft: Draft, line: Line) -> None:
        """Take a line out of its session."""
        draft.remove(line)
        self._look_again()

    def _staying(self, slot: int, *, relief: bool = False, must: bool = False) -> set[Pick]:
        """What of a session does not give way to a wish for a sore spot, to a must, or to what is
        neither.
        """
        # It is asked again and again of one week, while more is tried in it.
        week = keep(self.week)
        if week != self._asked_of:
            self._asked_of = week
            self._stays.clear()
        key = (slot, relief, must)
        known = self._stays.get(key)
        if known is None:
            known = self._stays[key] = self._all_staying(slot, relief=relief, must=must)
        return known

    def _all_staying(self, slot: int, *, relief: bool, must: bool) -> set[Pick]:
        lines = self.week[slot].lines
        # By their picks: a line that gains or loses a set is another line.
        needed = {line.pick for line in needed_lines(self.week)}
        stays = {line.pick for line in lines if _relieves(line, needed)}
        if not relief:
            # Only to what a sore spot needs what the week needs gives way.
            stays.update(needed, [line.pick for line in needed_calves(self.week)])
        if not must:
            # What is no must takes no main lift's place.
            stays.update([line.pick for line in lines if line.main_lift])
        return stays

    def grow_on(self) -> None:
        """Let grow again what stood still where a session was full, and now there is room."""
        for option in self._options:
            if len(option.lines) == 1:
                continue
            draft = self.week[option.choice.slot]
            for line in draft.lines:
                for fuller in option.lines:
                    if fuller.pick is line.pick and fuller.at > line.at:
                        grown = replace(fuller, sets=line.sets, rest_s=line.rest_s)
                        if _exchange(draft, line, grown):
                            break

    def _let_in(self, option: Option, *, whole: bool) -> None:
        draft = self.week[option.choice.slot]
        # What is done instead must not keep the line itself out of a longer session.
        lines = option.lines if whole else option.lines[:1]
        for line in lines:
            if draft.clashes(line) or not draft.holds(line):
                continue
            if self._has_room(line, line.sets, must=option.choice.wish.must):
                draft.add(line)
                self._count(line, line.sets)
                self._taken.append(option)
                self._add_jumps()
                return

    def _grow(self, wish: Grow) -> None:
        """A set to each in turn, so that all have two before one has three."""
        growing = []
        for draft in self.week:
            for line in draft.lines:
                if line.sets < _most_sets(draft, line, wish) and _grows(line, wish):
                    growing.append((draft, line))
        while growing:
            fewest = min([line.sets for _, line in growing])
            still = []
            for draft, line in growing:
                if line.sets > fewest:
                    still.append((draft, line))
                    continue
                more = self._add_set(draft, line)
                if more is None:
                    continue
                self._add_jumps()
                if more.sets < _most_sets(draft, more, wish):
                    still.append((draft, more))
            growing = still

    def _add_set(self, draft: Draft, line: Line) -> Line | None:
        """The line with a set more, where its dose, the session and the week have room for it."""
        # Most are tried in a session that is full, and there it is enough to know that.
        if line.sets >= line.sets_range.high or line.set_s > draft.spare_s:
            return None
        more = replace(line, sets=line.sets + 1)
        if not self._has_room(line, 1, must=False) or not _exchange(draft, line, more):
            return None
        self._count(line, 1)
        return more

    def _add_jumps(self) -> None:
        """R23: jumps keep their share of the leg sets, as those grow."""
        jumps = [
            (draft, line) for draft in self.week for line in draft.lines if line.pick.form.contacts
        ]
        if not jumps:
            return
        legs, sets = leg_sets([(line.pick.form, line.sets) for line in week_lines(self.week)])
        if sets < jump_sets(self._race, legs).low:
            draft, line = min(jumps, key=lambda jump: jump[1].sets)
            self._add_set(draft, line)

    def _has_room(self, line: Line, sets: int, *, must: bool) -> bool:
        """Whether the week may have so many sets more of the line (R04, R33)."""
        if must:
            return True
        for name, share in line.counts:
            most = self._ceilings.get(name, inf)
            if name == HARD and not line.calf:
                # Lifts and jumps leave the calves theirs.
                most -= max(0.0, self._calf_room - self._counts.get(CALF, 0.0))
            if self._counts.get(name, 0.0) + sets * share > most:
                return False
        return True

    def _keeps_ceilings(self, before: Mapping[str, float]) -> bool:
        """Whether the week counts no more than its ceilings, or than it did before (R04, R33)."""
        now = week_counts(self.week)
        return all(
            now.get(name, 0.0) <= max(most, before.get(name, 0.0))
            for name, most in self._ceilings.items()
        )

    def _count(self, line: Line, sets: int) -> None:
        for name, share in line.counts:
            self._counts[name] = self._counts.get(name, 0.0) + sets * share

    def _look_again(self) -> None:
        """See what was taken of all that was offered."""
        self._counted = False
        # Two sessions may have been offered one pick, and only one of them have it.
        in_sessions = [{line.pick for line in draft.lines} for draft in self.week]
        self._taken = [
            option
            for option in self._options
            if not in_sessions[option.choice.slot].isdisjoint([line.pick for line in option.lines])
        ]


def _may_pass(wish: Serve) -> bool:
    """Whether other work gives way to it over the week's ceilings: to a must, and to jumps, which
    have a share of their own (R23).
    """
    return wish.must or wish.purpose == JUMPS


def _exchange(draft: Draft, line: Line, changed: Line) -> bool:
    """Put a changed line in the place of `line`; False where the session has no room for it."""
    before = draft.lines
    draft.exchange(line, changed)
    if draft.fits:
        return True
    draft.lines = before
    return False


def _lengthen_rests(draft: Draft, wish: Rest) -> None:
    for line in draft.lines:
        # What is light asks for no long rest.
        if not line.main or line.light:
            continue
        most = line.rest_range.high
        if wish.longest:
            # Beyond the usual only where much time would stay unused (R45b).
            if draft.minutes >= MINUTES_USED * draft.limit:
                return
            most = line.rest_most
        for rest in range(most, line.rest_s, -_REST_STEP):
            if _exchange(draft, line, replace(line, rest_s=rest)):
                break


def _grows(line: Line, wish: Grow) -> bool:
    """Whether the wish is for lines of that kind; the sets of jumps go by their share (R23)."""
    if line.pick.form.contacts:
        return False
    return wish.lines(line)


def _most_sets(draft: Draft, line: Line, wish: Grow) -> int:
    """The sets that the wish has for a line of that session, and its dose."""
    most = min(wish.sets, line.sets_range.high)
    if not wish.behind_lifts or _goes_before_lifts(line):
        return most
    lifts = [other.sets for other in draft.lines if other.main_lift and not other.light]
    return min([most, *lifts])


def _goes_before_lifts(line: Line) -> bool:
    """Whether it has its sets whatever the main lifts beside it have."""
    return line.main_lift or line.calf or bool(line.pick.first_line)


def _give(draft: Draft, others: Sequence[Line], stays: set[Pick], *, leg_work: bool) -> bool:
    """Take a set from such work of the session, the last first, or a line of it that nobody needs,
    leg work last; False where there is nothing to take.
    """
    for kind in (False, True) if leg_work else (False,):
        of_kind = [other for other in reversed(others) if _is_leg_work(other) is kind]
        for other in of_kind:
            if other.sets > other.sets_range.low:
                draft.exchange(other, replace(other, sets=other.sets - 1))
                return True
        for other in of_kind:
            if other.pick not in stays:
                draft.remove(other)
                return True
    return False


def _relieves(line: Line, needed: set[Pick]) -> bool:
    """Whether a sore spot would miss it in this session: a tendon wants its work in each."""
    if not line.pick.first_line:
        return False
    return line.pick in needed or sore_tendon(line.pick) is not None


def _is_leg_work(line: Line) -> bool:
    return not _LEG_WORK.isdisjoint(dict(line.counts))


def limits(minutes: int) -> list[int]:
    """The minutes asked for and all that are ten less, the fewest first."""
    return sorted(range(minutes, MINUTES.low - 1, -_MINUTES_STEP))
