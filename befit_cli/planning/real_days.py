"""The usual days of a week's sessions -> their days in a week whose runs, or whose neighbours'
runs, are otherwise.

What may stay stays; what may not goes to the nearest day that may carry its load, else it is
lighter; and where fewer days are free than there are sessions, the last ones go.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations, pairwise, product

from msgspec import Struct
from msgspec.structs import replace

from befit_cli.evidence.block import most_load
from befit_cli.evidence.week import APART, after_long_run, before_tune_up, beside_tune_up
from befit_cli.planning.placement import Layout, at_most, ceiling, is_careful, total_load, up_to
from befit_cli.planning.taper import days_left
from befit_cli.values import Athlete, Day, Load, SeasonWeek, Slot

FAR = 14
"""Days to a session that is in no week beside this one."""


class Neighbours(Struct, frozen=True, kw_only=True):
    """The loaded sessions beside a week, in days from its Monday on."""

    last: int = -FAR
    """The last one before it: -1 is the Sunday."""
    following: int = FAR
    """The first one after it, where that stays where it is: 7 is the Monday."""


def lay(usual: Layout, athlete: Athlete, when: SeasonWeek, beside: Neighbours) -> Layout:
    """The week's sessions on days of this week, with the load that each may have there.

    `usual` are their days and the loads that they would have on them. Fewer than the usual ones
    where fewer days are free: the lightest go. What was before the day since which the week is
    otherwise stays.
    """
    since = when.since or Day.MON
    over = [slot for slot in usual if slot.day < since]
    most = {day: _most(athlete, when, day) for day in athlete.days if day >= since}
    slots = (*over, *_weightiest(usual[len(over) :], len(most)))
    most |= {slot.day: _most(athlete, when, slot.day) for slot in over}
    racing = any(slot.day in when.runs.tune_ups for slot in slots)
    if _may_stay(slots, most, beside) and not racing:
        return slots
    pinned = frozenset(over)
    if when.usual:
        # Its own days are as always: only what a neighbour's run or session comes too near to
        # gives way.
        pinned |= frozenset([slot for slot in slots if _may_stay((slot,), most, beside)])
    return _best(slots, athlete, when, dict(sorted(most.items())), beside, pinned)


def missed(usual: Layout, runner: Athlete, when: SeasonWeek, beside: Neighbours) -> set[int]:
    """R78: the numbers of the sessions that would stand on days on which the runner is ill: they
    are not made up on others.
    """
    if not when.ill:
        return set()
    well = replace(runner, days=tuple(sorted({*runner.days, *when.ill})))
    slots = lay(fewer(usual, well, when), well, when, beside)
    return {slot.number for slot in slots if slot.day in when.ill}


def fewer(slots: Layout, athlete: Athlete, when: SeasonWeek) -> Layout:
    """As many sessions as the athlete wants: what is over, and of the others the heaviest."""
    over = [slot for slot in slots if slot.day < (when.since or Day.MON)]
    return (*over, *_weightiest(slots[len(over) :], max(0, athlete.sessions - len(over))))


def _weightiest(slots: Layout, number: int) -> Layout:
    """So many of the sessions: the lightest go first, and of two alike the last."""
    kept = sorted(slots, key=lambda slot: (-slot.load.rank, slot.number))[:number]
    return tuple([slot for slot in slots if slot in kept])


def with_another(slots: Layout, athlete: Athlete, when: SeasonWeek) -> Layout:
    """The sessions and one more, which has no place in other weeks: a light one, not on the day of
    a race before the block's own (R12d), rather on one without a key run, and as far from the
    others as it goes. No more where no day is left.
    """
    number = 1 + max([0, *[slot.number for slot in slots]])
    taken = {slot.day for slot in slots}
    free = [day for day in athlete.days if day not in taken and day >= (when.since or Day.MON)]
    if not free:
        return slots

    def worth(day: Day) -> tuple[int, ...]:
        gap = min([len(Day), *[abs(day.rank - other.rank) for other in taken]])
        return day not in when.runs.tune_ups, when.runs.on(day) is None, gap, -day.rank

    more = Slot(number=number, day=max(free, key=worth), load=Load.LOW)
    return tuple(sorted([*slots, more], key=lambda slot: slot.day))


def loaded(layout: Layout) -> list[int]:
    """The days of its loaded sessions, counted from Monday on, in their order."""
    return [slot.day.rank for slot in layout if slot.load is not Load.LOW]


def _most(athlete: Athlete, when: SeasonWeek, day: Day) -> Load:
    """The most load that the day may carry by the runs around it and by the race."""
    load, _ = ceiling(
        day,
        when.runs,
        athlete.race,
        careful=is_careful(athlete),
        before=when.before,
        after=when.after,
    )
    most = most_load(athlete.race, days_left(day, when))
    return min(load, _most_near_tune_up(when, day), most)


def _most_near_tune_up(when: SeasonWeek, day: Day) -> Load:
    """The most load of the day by races that are not the block's own."""
    weeks = when.runs, when.before, when.after
    if beside_tune_up(day, *weeks):
        return Load.LOW
    return Load.MEDIUM if before_tune_up(day, *weeks) else Load.HIGH


def _tired(when: SeasonWeek, day: Day) -> bool:
    """Whether a long run or a race leaves the legs tired that day, or is to find them fresh."""
    beside_race = beside_tune_up(day, when.runs, when.before, when.after)
    return beside_race or after_long_run(when.runs, day, when.before)


def _may_stay(slots: Layout, most: Mapping[Day, Load], beside: Neighbours) -> bool:
    """Whether every session may stand where it does."""
    if any(slot.day not in most or slot.load > most[slot.day] for slot in slots):
        return False
    return _apart(loaded(slots), beside)


def _apart(days: list[int], beside: Neighbours) -> bool:
    """Whether loaded sessions on these days have a day between them, and to those beside (R10)."""
    every = [beside.last, *days, beside.following]
    return all(later - day >= APART for day, later in pairwise(every))


def _best(
    slots: Layout,
    athlete: Athlete,
    when: SeasonWeek,
    most: Mapping[Day, Load],
    beside: Neighbours,
    pinned: Collection[Slot],
) -> Layout:
    """The days and loads that come first: not on the day of a race before the block's own, on days
    with the kit that they are done with, then in the order of `_preference`. `pinned` sessions stay
    where they are. Low load may stand on every day, so there always are some.
    """
    tired = [day for day in most if _tired(when, day)]
    # Before a race a later day is no better one.
    apart = when.runner is not None and not when.taper
    best: Layout = ()
    best_key: tuple[int, ...] = ()
    for days in combinations(most, len(slots)):
        placed = list(zip(slots, days, strict=True))
        if any(slot in pinned and day is not slot.day for slot, day in placed):
            continue
        moved = tuple([replace(slot, day=day) for slot, day in placed])
        fullest = at_most(moved, [most[day] for day in days])
        # Races, kit and load decide first, so whatever cannot have as much as the best so far need
        # not be looked at.
        racing = -sum(day in when.runs.tune_ups for day in days)
        kit = -len(with_other_kit(slots, fullest, athlete))
        if (racing, kit, total_load(fullest)) < best_key[:3]:
            continue
        for loads in product(*[up_to(slot.load) for slot in fullest]):
            if (racing, kit, sum([load.rank for load in loads])) < best_key[:3]:
                continue
            layout = at_most(fullest, loads)
            # R18 needs no word: no session has more load than usual.
            if not _apart(loaded(layout), beside):
                continue
            key = (racing, kit, *_preference(slots, layout, tired, apart=apart))
            if key > best_key:
                best, best_key = layout, key
    return best


def _preference(
    usual: Layout, layout: Layout, tired: Collection[Day], *, apart: bool
) -> tuple[int, ...]:
    """Of layouts with the same kit: higher is better, the first difference decides. After days off
    sessions crowd together, so `apart` asks for a day between any two; `tired` are the days after
    long runs and beside races.
    """
    together = sum(later.day.rank - slot.day.rank < APART for slot, later in pairwise(layout))
    moved = [now.day for now, then in zip(layout, usual, strict=True) if now.day is not then.day]
    moves = [abs(now.day.rank - then.day.rank) for now, then in zip(layout, usual, strict=True)]
    return (
        total_load(layout),  # as much work as the rules allow
        sum(slot.load is Load.HIGH for slot in layout),  # heavy work helps economy most
        -len(moved),  # as many as can on their usual days
        -together if apart else 0,  # none on the day after another
        -sum(day in tired for day in moved),  # and where the legs are fresh
        -sum(moves),  # near to their days
        *[-slot.day.rank for slot in layout],  # the earlier days, so that there is one answer
        *[-slot.load.rank for slot in layout],  # the lighter session first
    )


def with_other_kit(usual: Layout, slots: Layout, athlete: Athlete) -> set[int]:
    """The numbers of the sessions that move to a day with other kit."""
    if not athlete.kit_by_day:
        return set()
    then = {slot.number: slot.day for slot in usual}
    return {
        slot.number
        for slot in slots
        if athlete.kit_on(slot.day) != athlete.kit_on(then[slot.number])
    }
