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
from befit_cli.planning.draft import Draft, Drafts, Line, needed, week_counts
from befit_cli.values import Pick, Race, Role

if TYPE_CHECKING:
    from collections.abc import Callable

Ceilings = Mapping[str, float]
_REST_STEP = 15
"""Seconds by which rest grows or shrinks."""


def fit(week: Drafts, race: Race, ceilings: Ceilings) -> None:
    """Give every session the lines that its minutes hold.

    In comes what coverage needs, then the rest in its order. What is too long is trimmed: fewer
    sets of accessory and prehab work; the last of it that coverage does not need; fewer sets of
    main work; shorter rest; jumps; last an accessory that coverage needs. What is too short is
    filled in the opposite order. `ceilings` has the most that a week's sets may count for a leg
    muscle, or as hard leg sets.
    """
    asked = [line for draft in week for line in draft.waiting if line.pick.needed]
    for draft in week:
        draft.lines = [line for line in draft.waiting if line.pick.needed][: EXERCISES.high]
        draft.waiting = [line for line in draft.waiting if not line.pick.needed]
    for draft in week:
        _trim(week, draft)
    for line in asked:
        _move(week, line)
    for line in asked:
        _insist(week, line)
    _make_room(week, ceilings)
    for turn in range(max(len(draft.waiting) for draft in week)):
        for draft in week:
            if turn < len(draft.waiting):
                _add(week, draft, draft.waiting[turn], ceilings)
    for draft in week:
        _fill(week, draft, ceilings)
    if any(_jumps(draft) for draft in week):
        _share_jumps(week, race, ceilings)
        for draft in week:
            _fill(week, draft, ceilings)


def _trim(week: Drafts, draft: Draft) -> None:
    while not draft.fits and any(step(week, draft) for step in _TRIMS):
        pass


def _move(week: Drafts, line: Line) -> None:
    """Find another session for what coverage needs and its own had no room for, with a set at
    least.
    """
    if _is_in(week, line) or not needed(week, line):
        return
    for draft in sorted(week, key=lambda draft: draft.minutes):
        if line.pick.form.load <= draft.slot.load and not draft.clashes(line):
            for sets in range(line.sets, 0 if not line.main else MAIN_SETS_MIN - 1, -1):
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
    able = [draft for draft in week if line.pick.form.load <= draft.slot.load]
    for draft in sorted(able, key=lambda draft: draft.minutes):
        before = list(draft.lines)
        draft.lines = [
            other for other in before if _relieves(week, other) or not draft.clash(line, other)
        ]
        if not draft.clashes(line):
            draft.lines.append(replace(line, sets=MAIN_SETS_MIN if line.main else 1))
            while not draft.fits and _drop(
                draft, [other for other in draft.lines if not _relieves(week, other)]
            ):
                pass
            if draft.fits:
                return
        draft.lines = before


def _is_in(week: Drafts, line: Line) -> bool:
    return any(other.pick is line.pick for draft in week for other in draft.lines)


def _relieves(week: Drafts, line: Line) -> bool:
    """Whether a niggle would be without first-line work if the line were not in the week."""
    others = (
        other.pick.first_line
        for draft in week
        for other in draft.lines
        if other.pick is not line.pick
    )
    return not set(line.pick.first_line) <= set().union(*others)


def _cut_accessory_set(week: Drafts, draft: Draft) -> bool:
    lines = [line for line in draft.lines if not line.main and line.sets > 1]
    return _cut_set(draft, [line for line in lines if not _starves(week, line)] or lines)


def _drop_spare(week: Drafts, draft: Draft) -> bool:
    return _drop(draft, [line for line in draft.lines if not line.main and not needed(week, line)])


def _cut_main_set(_: Drafts, draft: Draft) -> bool:
    return _cut_set(
        draft, [line for line in draft.lines if line.main and line.sets > MAIN_SETS_MIN]
    )


def _cut_rest(_: Drafts, draft: Draft) -> bool:
    long = [line for line in draft.lines if line.rest_s > line.rest_range.low]
    if long:
        draft.change(long[-1], rest_s=max(long[-1].rest_range.low, long[-1].rest_s - _REST_STEP))
    return bool(long)


def _drop_power(_: Drafts, draft: Draft) -> bool:
    return _drop(draft, _of(draft, Role.POWER))


def _drop_accessory(_: Drafts, draft: Draft) -> bool:
    return _drop(draft, [line for line in draft.lines if not line.main])


def _drop_main(_: Drafts, draft: Draft) -> bool:
    return _drop(draft, draft.lines[1:])


_TRIMS: tuple[Callable[[Drafts, Draft], bool], ...] = (
    _cut_accessory_set,
    _drop_spare,
    _cut_main_set,
    _cut_rest,
    _drop_power,
    _drop_accessory,
    _drop_main,
)


def _starves(week: Drafts, line: Line) -> bool:
    """R04: whether a set less would leave a leg muscle too few."""
    total = week_counts(week)
    return any(total[name] - share < MUSCLE_SETS_MIN for name, share in line.counts if name != HARD)


def _cut_set(draft: Draft, lines: list[Line]) -> bool:
    """One set less of the line that has most, the last of those."""
    if lines:
        line = max(reversed(lines), key=lambda line: line.sets)
        draft.change(line, sets=line.sets - 1)
    return bool(lines)


def _drop(draft: Draft, lines: list[Line]) -> bool:
    if lines:
        draft.lines.remove(lines[-1])
    return bool(lines)


def _fill(week: Drafts, draft: Draft, ceilings: Ceilings) -> None:
    """The opposite of trimming. Rest beyond the usual comes last, and only where much time would
    stay unused (R45b).
    """
    for line in _of(draft, Role.MAIN):
        _lengthen_rest(draft, line, line.rest_range.high)
    for line in _of(draft, Role.MAIN):
        _add_sets(week, draft, line, ceilings)
    for line in draft.waiting:
        if line.pick.exercise.role is not Role.POWER:
            _add(week, draft, line, ceilings)
    for line in [line for line in draft.lines if not line.main]:
        _add_sets(week, draft, line, ceilings)
    for line in _of(draft, Role.MAIN):
        if draft.minutes < MINUTES_USED * draft.limit:
            _lengthen_rest(draft, line, line.rest_most)


def _of(draft: Draft, role: Role) -> list[Line]:
    return [line for line in draft.lines if line.pick.exercise.role is role]


def _lengthen_rest(draft: Draft, line: Line, most: int) -> None:
    place = draft.lines.index(line)
    for rest in range(most, line.rest_s, -_REST_STEP):
        draft.lines[place] = replace(line, rest_s=rest)
        if draft.fits:
            return
    draft.lines[place] = line


def _add_sets(week: Drafts, draft: Draft, line: Line, ceilings: Ceilings) -> None:
    place = draft.lines.index(line)
    for sets in range(line.sets + 1, line.sets_range.high + 1):
        draft.lines[place] = replace(line, sets=sets)
        if not (draft.fits and _under_ceilings(week, ceilings)):
            draft.lines[place] = replace(line, sets=sets - 1)
            return


def _add(week: Drafts, draft: Draft, line: Line, ceilings: Ceilings) -> None:
    if draft.clashes(line):
        return
    draft.lines.append(line)
    if not (draft.fits and _under_ceilings(week, ceilings)):
        draft.lines.pop()


def _under_ceilings(week: Drafts, ceilings: Ceilings) -> bool:
    """R04 and R33: whether the week's sets stay under their most."""
    return not _over(week, ceilings)


def _over(week: Drafts, ceilings: Ceilings) -> set[str]:
    return {name for name, sets in week_counts(week).items() if sets > ceilings.get(name, inf)}


def _share_jumps(week: Drafts, race: Race, ceilings: Ceilings) -> None:
    """R23: fewer sets of jumps, or jumps on fewer days, where they are too much of the leg sets;
    then more of them where too little.
    """
    least, most = JUMP_SHARE[race]
    while jump_share(week) > most:
        draft, line = max(
            ((draft, line) for draft in week for line in _jumps(draft)),
            key=lambda jump: jump[1].sets,
        )
        if line.sets > line.sets_range.low:
            draft.change(line, sets=line.sets - 1)
        else:
            draft.lines.remove(line)
    for draft in week:
        for line in _jumps(draft):
            while jump_share(week) < least and _grow_jump(week, draft, line.pick, most, ceilings):
                pass


def _grow_jump(week: Drafts, draft: Draft, pick: Pick, most: float, ceilings: Ceilings) -> bool:
    """One set more of a jump, with other work giving way; False where it cannot be had, or would be
    more than the most.
    """
    line = next((line for line in draft.lines if line.pick is pick), None)
    if line is None or line.sets >= line.sets_range.high:
        return False
    before = [list(other.lines) for other in week]
    draft.change(line, sets=line.sets + 1)
    _trim(week, draft)
    grown = any(other.pick is pick and other.sets > line.sets for other in draft.lines)
    if not (grown and _make_room(week, ceilings) and jump_share(week) <= most):
        for other, lines in zip(week, before, strict=True):
            other.lines = lines
        return False
    return True


def _make_room(week: Drafts, ceilings: Ceilings) -> bool:
    """Take sets from other work than jumps until nothing is over its most; False where there is
    nothing left to take.
    """
    while over := _over(week, ceilings):
        able = [
            (draft, line)
            for draft in week
            for line in draft.lines
            if not line.pick.form.contacts
            and line.sets > (MAIN_SETS_MIN if line.main else 1)
            and over & dict(line.counts).keys()
        ]
        if not able:
            return False
        draft, line = min(able, key=lambda item: (item[1].main, -item[1].sets))
        draft.change(line, sets=line.sets - 1)
    return True


def _jumps(draft: Draft) -> list[Line]:
    return [line for line in draft.lines if line.pick.form.contacts]


def jump_share(week: Drafts) -> float:
    """R23: the share of sets with landings among the week's leg sets."""
    return share_of((line.pick.form, line.sets) for draft in week for line in draft.lines)
