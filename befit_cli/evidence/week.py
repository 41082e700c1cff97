"""The week: how many sessions, how far apart, and how near to the runs."""

from __future__ import annotations

from collections.abc import Collection
from math import floor
from operator import attrgetter

from msgspec.structs import replace

from befit_cli.evidence.coverage import LEG_PATTERNS
from befit_cli.values import Athlete, Day, Load, Pattern, Race, Range, Run, Runs

HOURS_AFTER_RUN = 3
HOURS_BETTER = 6
"""R13: the hours that strength waits after a hard run, at least and better: Schumann 2022,
Robineau 2016.
"""

SESSIONS = Range(2, 3)
"""R01."""

APART = 2
"""R10 and R21: days between two sessions of medium or high load, and between two with jumps."""
CAUTIOUS_DAYS = 2
"""R12: days before a key run that stay free of high load, for a beginner, and for anybody before a
tune-up race; consensus.
"""
TUNE_UP_DAYS = 1
"""Days on either side of a tune-up race that carry low load alone, as its own does; consensus.
"""
TUNE_UP_EXERCISES = 2
"""Exercises that a session soon before a tune-up race has at least where one goes that makes legs
sore; consensus.
"""
HARD_RUNS_MANY = 3
"""R17: more hard runs a week than this are much; consensus."""
HIGH_SESSIONS_MAX = 2
"""R18."""
REST_AFTER_LONG_RUN = frozenset({Race.HALF, Race.MARATHON})
"""R15: the races for which it is a must."""

_RANK = attrgetter("rank")
_DAYS = tuple(Day)

HARD_SETS_GROWTH = 0.2
HARD_SETS_MORE = 2
HARD_SETS_MORE_AFTER_RAMP = 4
"""R33: the share, or the number, by which hard leg sets may grow in a week, and out of the ramp."""


def trains_otherwise(runner: Athlete | None, athlete: Athlete) -> bool:
    """Whether the runner of one week trains otherwise than the athlete, and not only on other days
    and beside other runs.
    """
    if runner is None:
        return False
    days = {"days": athlete.days, "long_run": athlete.long_run, "hard_runs": athlete.hard_runs}
    return replace(runner, **days) != athlete


def is_hard(load: Load, pattern: Pattern) -> bool:
    """R33: whether sets of that load and pattern are hard leg sets."""
    return load is not Load.LOW and pattern in LEG_PATTERNS


def most_hard_sets(before: int, *, after_ramp: bool = False) -> int:
    """R33: hard leg sets that a week may have after one with so many."""
    by_share = before * (1 + HARD_SETS_GROWTH)
    # A whisker more, so that 10 sets and a fifth are 12 and not 11.999.
    more = HARD_SETS_MORE_AFTER_RAMP if after_ramp else HARD_SETS_MORE
    return max(before + more, floor(by_share + 1e-9))


def highest(loads: Collection[Load]) -> Load:
    """The highest of the loads, low where there are none."""
    # By rank, though loads compare too: dosing asks this at every try, and numbers are cheaper.
    return max(loads, default=Load.LOW, key=_RANK)


def next_key_run(runs: Runs, day: Day, after: Runs | None) -> tuple[int, Day, Run] | None:
    """How many days after that day the next hard or long run is, on which day, and which; None
    where there is none in its week or the week after, whose runs are `after`, or the same.
    """
    # A run on the day itself is not ahead: what stands beside it is another rule's (R13, R14).
    for days in range(1, 14 - day.rank):
        weeks, rank = divmod(day.rank + days, 7)
        on = _DAYS[rank]
        run = (after or runs if weeks else runs).on(on)
        if run is not None:
            return days, on, run
    return None


def days_to_tune_ups(day: Day, runs: Runs, before: Runs, after: Runs) -> list[int]:
    """How many days after that day each race before the block's own is, negative where it is over;
    the weeks around have the runs `before` and `after`.
    """
    three = enumerate((before, runs, after), -1)
    return [len(Day) * week + race.rank - day.rank for week, its in three for race in its.tune_ups]


def beside_tune_up(day: Day, runs: Runs, before: Runs, after: Runs) -> bool:
    """Whether that day is such a race's own or beside one: it has low load alone. Consensus."""
    return any(abs(days) <= TUNE_UP_DAYS for days in days_to_tune_ups(day, runs, before, after))


def before_tune_up(day: Day, runs: Runs, before: Runs, after: Runs) -> bool:
    """R12: whether that day is so near before such a race that it stays free of high load."""
    return any(0 < days <= CAUTIOUS_DAYS for days in days_to_tune_ups(day, runs, before, after))


def before_long_run(runs: Runs, day: Day, after: Runs | None) -> bool:
    """Whether a long run is on the day after that day; the week after has the runs `after`, or the
    same.
    """
    if day is Day.SUN:
        return Day.MON in (after or runs).long
    return _DAYS[day.rank + 1] in runs.long


def after_long_run(runs: Runs, day: Day, before: Runs | None) -> bool:
    """Whether a long run was on the day before that day; the week before has the runs `before`, or
    the same.
    """
    if day is Day.MON:
        return Day.SUN in (before or runs).long
    return _DAYS[day.rank - 1] in runs.long


def rests_after_long_run(race: Race, runs: Runs, day: Day, before: Runs | None) -> bool:
    """R15: whether a long run was on the day before, and the race is one for which that day must
    have no high load; `before` is as `after_long_run` has it.
    """
    return race in REST_AFTER_LONG_RUN and after_long_run(runs, day, before)


def wants_fresh_legs(
    race: Race, runs: Runs, day: Day, before: Runs | None, after: Runs | None
) -> bool:
    """R15b: whether the long run on the next day asks to spare the legs, or, before a race that
    rests after it (R15), that on the day before; `before` and `after` are as above.
    """
    return before_long_run(runs, day, after) or rests_after_long_run(race, runs, day, before)
