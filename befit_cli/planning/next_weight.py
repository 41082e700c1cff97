"""The weight that a line is done with, by what was lifted of its form."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from befit_cli.evidence.dose import GROWS_A_WEEK
from befit_cli.evidence.progress import (
    DOWN,
    LIGHT_WEIGHT,
    MOST_LEFT,
    WEIGHT_RISE_MAX,
    WEIGHT_RISE_MIN,
    best_estimate,
    estimated_max,
    reps_at,
    rises,
    weight_for,
)
from befit_cli.planning.draft import Line
from befit_cli.planning.morning import Morning
from befit_cli.planning.record import Done, last_kg, of_form, telling
from befit_cli.values import SAME_KG, Owned


def with_kg(morning: Morning, line: Line, done: list[Done]) -> Line:
    """The line with its weight."""
    return replace(line, kg=kg_of(morning, line, of_form(done, line.pick.form.name)))


def kg_of(morning: Morning, line: Line, same: list[Done]) -> float | None:
    """The weight for what the line asks, by what was lifted of its form; None where nothing was."""
    owned = morning.owned(line)
    last = last_kg(same)
    if owned is None or last is None:
        return None
    full = telling([each for each in same if each.kg])
    if not full:
        # What was done in easy weeks alone says little of the full weight.
        return owned.at_most(last, last)
    usual = (each for each in reversed(full) if not morning.was_eased(line, each))
    base = next(usual, full[-1])
    before = base.kg or 0.0
    kg = before
    if morning.when.build:
        kg = _converted(before, base, line)
        if not line.pick.heavy:
            kg = max(kg, before)
        if kg < before and reached(morning, line, base, before) == line.at:
            # What went well enough needs no less weight.
            kg = before
        if base is full[-1] and _begins_heavier(morning, line, base):
            kg = max(kg, _first_step(owned, before))
    highest = full[-1].kg or kg
    step = owned.above(highest)
    most = max(highest * (1 + WEIGHT_RISE_MAX), highest if step is None else step)
    kg = min(kg, most)
    if line.light:
        kg *= LIGHT_WEIGHT
    return owned.at_most(kg, highest)


def step_above(owned: Owned, kg: float) -> float | None:
    """The lightest that is owned and a step heavier (R76); None where none is."""
    above = owned.above(kg)
    while above is not None and above < kg * (1 + WEIGHT_RISE_MIN) - SAME_KG / 2:
        above = owned.above(above)
    return above


def _begins_heavier(morning: Morning, line: Line, base: Done) -> bool:
    """R30: whether the line is heavy work whose stretch before went as asked: each stretch has one
    weight, and the next one another.
    """
    if not line.pick.heavy or line.pick.rules or base.sign in DOWN:
        return False
    when = morning.when
    begun = when.starts - timedelta(weeks=when.number - when.stretch.first)
    return when.season[0].starts <= base.session.date < begun


def _first_step(owned: Owned, before: float) -> float:
    """The weight a step above that of the last stretch, as far as a step so small is owned."""
    above = step_above(owned, before)
    return above if above is not None and rises(above, before) else before


def reached(morning: Morning, line: Line, last: Done, kg: float) -> int:
    """The repetitions that the estimate gives at a weight; 0 for fewer than the range has."""
    most = _estimate(last)
    if most is None or line.holds:
        return 0
    left = _least_left(morning, line)
    least = min(line.work.low, morning.begun(line).work.low)
    reps = line.at
    while reps >= least and weight_for(most, reps, left) < kg - SAME_KG:
        reps -= 1
    return reps if reps >= least else 0


def left_at(morning: Morning, line: Line, last: Done, kg: float, reps: int) -> int | None:
    """What the estimate leaves at a weight after so many repetitions, as far as was asked."""
    most = _estimate(last)
    if line.rir is None or most is None:
        return line.rir
    left = int(reps_at(most, kg) + _ROUNDING) - reps
    return max(_least_left(morning, line), min(line.rir, left))


def _least_left(morning: Morning, line: Line) -> int:
    """The repetitions in reserve that the stretch ends with: what one weight for all of it keeps
    back at first is there for the heavier one.
    """
    if line.rir is None:
        return 0
    begun = morning.begun(line)
    return line.rir if begun.rir is None else min(line.rir, begun.rir)


def _estimate(done: Done) -> float | None:
    """The weight that could have been lifted once; None where nothing was lifted. Where nobody said
    how many repetitions were left, it was as many as asked.
    """
    asked, left = done.work.asked, done.work.left
    if left is None and asked is not None:
        left = asked.left
    return best_estimate(done.work, left or 0)


def _converted(kg: float, base: Done, line: Line) -> float:
    """The weight that is to the line's repetitions what was lifted to those that were asked."""
    asked = base.work.asked
    if line.holds:
        return kg
    reps = asked.reps if asked is not None else (base.work.reps or (None,))[-1]
    if reps is None:
        return kg
    left = asked.left if asked is not None else base.work.left
    wanted = line.rir or 0
    had = reps + min(left if left is not None else wanted, MOST_LEFT)
    # A repetition or two more a week at one weight is how it grows.
    if 0 <= line.at + wanted - had <= GROWS_A_WEEK:
        return kg
    return weight_for(estimated_max(kg, had, 0), line.at, wanted)


_ROUNDING = 0.1
"""Of a repetition: weights are rounded."""
