"""A drafted week -> the same week inside its minutes (R45): let in, trimmed and filled in one
stated order.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.evidence.coverage import MUSCLE_SETS_MIN
from befit_cli.evidence.dose import MAIN_SETS_MIN
from befit_cli.evidence.jumps import JUMP_SHARE
from befit_cli.evidence.jumps import jump_share as share_of
from befit_cli.evidence.session import EXERCISES, MINUTES_USED
from befit_cli.evidence.sets import HARD
from befit_cli.planning.draft import (
    Draft,
    Drafts,
    Line,
    clash,
    keep,
    needed,
    put_back,
    week_counts,
    week_lines,
)
from befit_cli.values import Pick, Race, Role

if TYPE_CHECKING:
    from collections.abc import Callable

Ceilings = Mapping[str, float]
"""The most that a week's sets may count for a leg muscle (R04), or as hard leg sets (R33)."""

_REST_STEP = 15
"""Seconds by which rest grows or shrinks: less nobody times."""
_OTHER_SETS_MIN = 1
"""Other than main work is not trimmed under this: one set still helps, and keeps coverage."""


def fit(week: Drafts, race: Race, ceilings: Ceilings) -> None:
    """Give every session the lines that its minutes hold.

    What coverage and niggles need comes in before anything else, and leaves after everything else.
    """
    # 1. Let in what is needed, even where that is too much: only together can it be weighed.
    wanted = _let_in_needed(week)
    # 2. Trim what is too long, in the order of `_TRIMS`.
    for draft in week:
        _trim(week, draft)
    # 3. Trimming may have dropped what is needed. Another session may have room for it, now that
    #    all are trimmed; where none has, a niggle's own work comes in at others' cost. That is
    #    last, for it takes what a move would have left alone.
    for line in wanted:
        _move(week, line)
    for line in wanted:
        _insist(week, line)
    # 4. The week has its must; if that is too much for a leg muscle, sets go again before more
    #    comes in.
    _make_room(week, ceilings)
    # 5. Let in the rest, one line a session in turn: so no session takes all that the week's
    #    ceilings still allow.
    _let_in_rest(week, ceilings)
    # 6. Fill the minutes that are left.
    for draft in week:
        _fill(week, draft, ceilings)
    # 7. The share of jumps is one of all leg sets, so it can be set right only now. What that
    #    takes from other work leaves minutes to fill again.
    if any(_jumps(draft) for draft in week):
        _share_jumps(week, race, ceilings)
        for draft in week:
            _fill(week, draft, ceilings)


def jump_share(week: Drafts) -> float:
    """R23: the share of sets with landings among the week's leg sets."""
    return share_of((line.pick.form, line.sets) for line in week_lines(week))


def _let_in_needed(week: Drafts) -> list[Line]:
    """Let in what coverage or a niggle asked for, as many lines as a session may have; return all
    of it, also what did not come in.
    """
    wanted = []
    for draft in week:
        first = [line for line in draft.waiting if line.pick.needed]
        draft.waiting = [line for line in draft.waiting if not line.pick.needed]
        draft.lines = first[: EXERCISES.high]
        wanted += first
    return wanted


def _trim(week: Drafts, draft: Draft) -> None:
    """Take one thing at a time until the session fits, or nothing is left that may go."""
    while not draft.fits:
        # The first step that finds something takes it, and then all are asked again: a dropped
        # line may have left another one needed.
        if not any(step(week, draft) for step in _TRIMS):
            return


def _cut_accessory_set(week: Drafts, draft: Draft) -> bool:
    lines = [line for line in _others(draft) if line.sets > _OTHER_SETS_MIN]
    if not lines:
        return False
    # Rather a set that leaves no leg muscle with too few, while there is one.
    total = week_counts(week)
    plenty = [line for line in lines if not _starves(total, line)]
    _cut_set(draft, plenty or lines)
    return True


def _starves(total: dict[str, float], line: Line) -> bool:
    """R04: whether a set less of the line would leave a leg muscle too few of the week's sets."""
    for name, share in line.counts:
        if name != HARD and total[name] - share < MUSCLE_SETS_MIN:
            return True
    return False


def _drop_spare(week: Drafts, draft: Draft) -> bool:
    spare = [line for line in _others(draft) if not needed(week, line)]
    return _drop(draft, spare)


def _cut_main_set(_: Drafts, draft: Draft) -> bool:
    lines = [line for line in draft.lines if line.main and line.sets > MAIN_SETS_MIN]
    if not lines:
        return False
    _cut_set(draft, lines)
    return True


def _cut_rest(_: Drafts, draft: Draft) -> bool:
    lines = [line for line in draft.lines if line.rest_s > line.rest_range.low]
    if not lines:
        return False
    last = lines[-1]
    shorter = max(last.rest_range.low, last.rest_s - _REST_STEP)
    draft.change(last, rest_s=shorter)
    return True


def _drop_power(_: Drafts, draft: Draft) -> bool:
    return _drop(draft, _of(draft, Role.POWER))


def _drop_accessory(_: Drafts, draft: Draft) -> bool:
    return _drop(draft, _others(draft))


def _drop_main(_: Drafts, draft: Draft) -> bool:
    # A session without any line would be none.
    return _drop(draft, draft.lines[1:])


_TRIMS: tuple[Callable[[Drafts, Draft], bool], ...] = (
    # What the athlete loses least by comes first. A set less is less of an exercise that stays.
    _cut_accessory_set,
    # Whole exercises, but none that coverage or a niggle rests on.
    _drop_spare,
    # Only then the main work, which a session is for: its sets before its rest, for the rest is
    # what keeps the other sets heavy.
    _cut_main_set,
    _cut_rest,
    # Jumps are part of that, but no week must have them (R03).
    _drop_power,
    # Coverage gives way only where the minutes hold nothing else any more; it may find room in
    # another session.
    _drop_accessory,
    _drop_main,
)
"""What trimming takes from a session, the first that there is; each says whether it took
something.
"""


def _cut_set(draft: Draft, lines: list[Line]) -> None:
    """One set less of the line that has most, the last of those."""
    thickest = max(reversed(lines), key=lambda line: line.sets)
    draft.change(thickest, sets=thickest.sets - 1)


def _drop(draft: Draft, lines: list[Line]) -> bool:
    """Take the last of these lines out; False where there is none."""
    if not lines:
        return False
    draft.lines.remove(lines[-1])
    return True


def _fewest(line: Line) -> int:
    """The sets that the line is not trimmed under."""
    return MAIN_SETS_MIN if line.main else _OTHER_SETS_MIN


def _move(week: Drafts, line: Line) -> None:
    """Find another session for what coverage needs and its own had no room for, with as many of its
    sets as there is room for.
    """
    if _is_in(week, line) or not needed(week, line):
        return
    for draft in _roomiest_first(week, line):
        if draft.clashes(line):
            continue
        for sets in range(line.sets, _fewest(line) - 1, -1):
            draft.lines.append(replace(line, sets=sets))
            if draft.fits:
                return
            draft.lines.pop()


def _insist(week: Drafts, line: Line) -> None:
    """R59: the only first-line work for a niggle comes in where its load may stand, and what no
    niggle needs gives way.
    """
    if _is_in(week, line) or not _relieves(week, line):
        return
    for draft in _roomiest_first(week, line):
        before = list(draft.lines)
        if _force_in(week, draft, line):
            return
        draft.lines = before


def _force_in(week: Drafts, draft: Draft, line: Line) -> bool:
    """Put the line into the session at others' cost; False where even that does not make room."""
    # What is like it goes first; where a niggle needs that too, the line has no place here.
    kept = []
    for other in draft.lines:
        if _relieves(week, other) or not clash(line.pick, other.pick):
            kept.append(other)
    draft.lines = kept
    if draft.clashes(line):
        return False
    draft.lines.append(replace(line, sets=_fewest(line)))
    while not draft.fits:
        spare = [other for other in draft.lines if not _relieves(week, other)]
        if not _drop(draft, spare):
            return False
    return True


def _roomiest_first(week: Drafts, line: Line) -> Drafts:
    """The sessions whose days may have the line's load, the shortest first."""
    open_to_it = [draft for draft in week if line.pick.form.load <= draft.slot.load]
    return sorted(open_to_it, key=lambda draft: draft.minutes)


def _is_in(week: Drafts, line: Line) -> bool:
    return any(_line_of(draft, line.pick) is not None for draft in week)


def _relieves(week: Drafts, line: Line) -> bool:
    """Whether a niggle would be without first-line work if the line were not in the week."""
    without = set(line.pick.first_line)
    for other in week_lines(week):
        # By its pick: a line that gained or lost sets is another value, but the same exercise.
        if other.pick is not line.pick:
            without.difference_update(other.pick.first_line)
    return bool(without)


def _let_in_rest(week: Drafts, ceilings: Ceilings) -> None:
    turns = max(len(draft.waiting) for draft in week)
    for turn in range(turns):
        for draft in week:
            if turn < len(draft.waiting):
                _add(week, draft, draft.waiting[turn], ceilings)


def _fill(week: Drafts, draft: Draft, ceilings: Ceilings) -> None:
    """The opposite of trimming: what the athlete gains most by comes first."""
    # 1. Main work gets its usual rest, then more sets.
    for line in _of(draft, Role.MAIN):
        _lengthen_rest(draft, line, line.rest_range.high)
    for line in _of(draft, Role.MAIN):
        _add_sets(week, draft, line, ceilings)
    # 2. What still waits gets another try: rest and sets of others may be shorter than when it was
    #    refused. Jumps don't, for their share is weighed by itself.
    for line in draft.waiting:
        if line.pick.exercise.role is not Role.POWER:
            _add(week, draft, line, ceilings)
    # 3. More sets of the rest.
    for line in _others(draft):
        _add_sets(week, draft, line, ceilings)
    # 4. Rest beyond the usual comes last, and only where much time would stay unused (R45b).
    for line in _of(draft, Role.MAIN):
        if draft.minutes < MINUTES_USED * draft.limit:
            _lengthen_rest(draft, line, line.rest_most)


def _of(draft: Draft, role: Role) -> list[Line]:
    return [line for line in draft.lines if line.pick.exercise.role is role]


def _others(draft: Draft) -> list[Line]:
    """Accessories, prehab, core and mobility: all but main and power work."""
    return [line for line in draft.lines if not line.main]


def _lengthen_rest(draft: Draft, line: Line, most: int) -> None:
    """Give the line the longest rest, up to the most, that the session has room for."""
    place = draft.lines.index(line)
    for rest in range(most, line.rest_s, -_REST_STEP):
        draft.lines[place] = replace(line, rest_s=rest)
        if draft.fits:
            return
    draft.lines[place] = line


def _add_sets(week: Drafts, draft: Draft, line: Line, ceilings: Ceilings) -> None:
    """Give the line as many sets as its dose, the session and the week have room for."""
    place = draft.lines.index(line)
    for sets in range(line.sets + 1, line.sets_range.high + 1):
        draft.lines[place] = replace(line, sets=sets)
        if not _has_room(week, draft, ceilings):
            draft.lines[place] = replace(line, sets=sets - 1)
            return


def _add(week: Drafts, draft: Draft, line: Line, ceilings: Ceilings) -> None:
    """Let the line in where there is room; one that is in already clashes with itself."""
    if draft.clashes(line):
        return
    draft.lines.append(line)
    if not _has_room(week, draft, ceilings):
        draft.lines.pop()


def _has_room(week: Drafts, draft: Draft, ceilings: Ceilings) -> bool:
    """Whether the session keeps its limits, and the week's sets their most (R04, R33)."""
    # The session first: it is the one that is full more often, and cheaper to ask.
    return draft.fits and not _over(week, ceilings)


def _over(week: Drafts, ceilings: Ceilings) -> set[str]:
    """What the week has more sets for than it may."""
    total = week_counts(week)
    return {name for name, sets in total.items() if sets > ceilings.get(name, inf)}


def _make_room(week: Drafts, ceilings: Ceilings) -> bool:
    """Take sets from other work than jumps until nothing is over its most; False where there is
    nothing left to take.
    """
    while over := _over(week, ceilings):
        places = []
        for draft in week:
            for line in draft.lines:
                if _can_give(line, over):
                    places.append((draft, line))
        if not places:
            return False
        draft, line = min(places, key=_giving_order)
        draft.change(line, sets=line.sets - 1)
    return True


def _giving_order(place: tuple[Draft, Line]) -> tuple[bool, int]:
    """Accessories before main work, and of those the one with most sets."""
    _, line = place
    return line.main, -line.sets


def _can_give(line: Line, over: set[str]) -> bool:
    """Whether a set less of the line helps what the week has too many sets for."""
    if line.pick.form.contacts or line.sets <= _fewest(line):
        return False
    return any(name in over for name, _ in line.counts)


def _share_jumps(week: Drafts, race: Race, ceilings: Ceilings) -> None:
    """R23: jumps have their share of the leg sets, as far as it can be had."""
    least, most = JUMP_SHARE[race]
    # 1. Too much: fewer sets, where they are most, and then jumps on fewer days.
    while jump_share(week) > most:
        draft, line = _thickest_jump(week)
        if line.sets > line.sets_range.low:
            draft.change(line, sets=line.sets - 1)
        else:
            draft.lines.remove(line)
    # 2. Too little: a set at a time, session by session, until the share or what can be had.
    for draft in week:
        for line in _jumps(draft):
            while jump_share(week) < least:
                if not _grow_jump(week, draft, line.pick, most, ceilings):
                    break


def _thickest_jump(week: Drafts) -> tuple[Draft, Line]:
    """The jump with most sets, the first of those, and its session."""
    places = []
    for draft in week:
        for line in _jumps(draft):
            places.append((draft, line))
    return max(places, key=lambda place: place[1].sets)


def _grow_jump(week: Drafts, draft: Draft, pick: Pick, most: float, ceilings: Ceilings) -> bool:
    """One set more of a jump, with other work giving way; False where it cannot be had, or would be
    more than the most.
    """
    line = _line_of(draft, pick)
    if line is None or line.sets >= line.sets_range.high:
        return False
    kept = keep(week)
    # The session makes room first, then the week. Trimming may take back the very set, or the whole
    # jump; and fewer leg sets beside it may lift its share over the most.
    draft.change(line, sets=line.sets + 1)
    _trim(week, draft)
    now = _line_of(draft, pick)
    grown = now is not None and now.sets > line.sets
    if grown and _make_room(week, ceilings) and jump_share(week) <= most:
        return True
    put_back(week, kept)
    return False


def _line_of(draft: Draft, pick: Pick) -> Line | None:
    """The session's line of that pick, whatever it gained or lost; None where it went."""
    for line in draft.lines:
        if line.pick is pick:
            return line
    return None


def _jumps(draft: Draft) -> list[Line]:
    return [line for line in draft.lines if line.pick.form.contacts]
