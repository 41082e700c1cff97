"""A full week -> its deload."""

from __future__ import annotations

from math import ceil, floor, inf

from msgspec.structs import replace

from befit_cli.evidence.block import DELOAD_SHARE
from befit_cli.planning.draft import Drafts, Line, week_sets
from befit_cli.planning.easier_lines import with_more_reserve
from befit_cli.planning.fewer_sets import (
    Worth,
    cut_down,
    main_before_needed,
    needed_before_main,
    relief_before_main,
    sets_of,
    take_sets,
)
from befit_cli.values import Load, SeasonWeek


def deload(week: Drafts, *, covers: bool, most_sets: float = inf) -> None:
    """R34: fewer sets, of loaded work too, and one more repetition in reserve, nothing new.
    `covers` says that the week must have all that it should (R03), whatever goes for that. No more
    than `most_sets` are eased.
    """
    total = min(week_sets(week), most_sets)
    low, high = DELOAD_SHARE
    middle = (low + high) / 2
    # Of few sets the middle, rounded down, can lie under the least.
    goal = max(ceil(low * total), floor(middle * total))
    take_sets(week, floor(high * sets_of(week, _is_loaded)), _is_loaded)
    take_sets(week, goal - sets_of(week, _is_loaded), _is_low)
    cut_down(week, goal, _last(covers=covers))
    for draft in week:
        draft.lines = tuple([with_more_reserve(line) for line in draft.lines])


def _is_loaded(line: Line) -> bool:
    """Whether its form is of medium or high class: it tires legs most."""
    return line.pick.form.load > Load.LOW


def _is_low(line: Line) -> bool:
    return not _is_loaded(line)


def no_more_than(week: Drafts, most: float, when: SeasonWeek, *, covers: bool) -> Drafts:
    """An easier week with at most so many sets: what it eases may have been less than usual, and
    then it is no more than that. `covers` is as `deload` has it.
    """
    if week_sets(week) <= most:
        return week
    less = [replace(draft) for draft in week]
    cut_down(less, floor(most), main_before_needed if when.taper else _last(covers=covers))
    return less


def _last(*, covers: bool) -> Worth:
    """What of a deload goes last; `covers` is as `deload` has it."""
    return needed_before_main if covers else relief_before_main
