"""An exercise -> its line of a stretch, and of each of its weeks: its dose there as far as what was
reached and the minutes have it, and how that grows.

A stretch is dosed at its last and fullest week, so that its growth has room in the minutes; each
week of it is that dose at its own step.
"""

from __future__ import annotations

from math import ceil

from msgspec.structs import replace

from befit_cli.evidence.coverage import in_order, served
from befit_cli.evidence.dose import (
    GROWS_A_WEEK,
    HOLD_STEP_S,
    LIGHT_REPS,
    RANGE_STRETCHES,
    most_work,
    work_unit,
)
from befit_cli.evidence.load import (
    LIGHT_HOLD,
    LIGHT_RIR,
    LIGHT_SETS,
    can_be_light,
    needs_lighter_sets,
)
from befit_cli.evidence.session import (
    SETUP_S,
    fills_session,
    most_exercise_seconds,
    seconds_of_sets,
)
from befit_cli.evidence.sets import counts
from befit_cli.evidence.week import SESSIONS
from befit_cli.planning.draft import Draft, Drafts, Line
from befit_cli.planning.stretch_dose import (
    StretchDose,
    is_changed_by_niggle,
    sore_tendon,
    stretch_dose,
    tendon_reps,
)
from befit_cli.planning.training import Reached, Training
from befit_cli.values import Athlete, Pattern, Pick, Range, Role, Stretch


def dosed_line(
    athlete: Athlete, pick: Pick, stretch: Stretch, *, ramp: int, reached: Reached | None
) -> Line:
    """The pick at its lowest dose, in the stretch's last week.

    `ramp` is how many of the stretch's first weeks ramp up (R19), and `reached` what its form had
    grown to before, from which it goes on unless it is heavy (R31).
    """
    dose = stretch_dose(athlete, pick, stretch)
    pace = dose.seconds_per_rep
    eases = can_be_light(pick.form)
    sets = dose.sets
    work = dose.work
    tendon = sore_tendon(pick)
    if pick.heavy and tendon is not None and reached is not None:
        work = tendon_reps(athlete.level, pick, tendon, reached=reached.amount)
    if not pick.heavy and not pick.form.contacts:
        if reached is not None:
            sets, work = _gone_on(dose, pick, reached)
        work = _with_minutes(athlete.minutes, pick, pace, work, dose.rest.low)
        sets = _sets_with_minutes(athlete.minutes, pick, pace, work.high, sets, dose.rest.low)
    if pick.light or (ramp and eases and tendon is None):
        # What is light, or was in the week before, has two sets at most.
        most = LIGHT_SETS + _has_third_set(athlete, pick, stretch, ramp)
        sets = Range(min(sets.low, LIGHT_SETS), min(sets.high, most))
    grown = _grown(pick, stretch.steps, ramp)
    stretches = 1 if reached is not None and _moves_on(pick) else RANGE_STRETCHES
    step = _step(pick, dose, work, grown[-1], stretches)
    at = min(work.high, work.low + step * grown[-1])
    rir = dose.rir
    if pick.light and rir is not None:
        rir = max(rir, LIGHT_RIR)
    return Line(
        pick=pick,
        sets=sets.low,
        sets_range=sets,
        rest_s=dose.rest.low,
        rest_range=dose.rest,
        rest_most=dose.rest_most,
        work=work,
        step=step,
        grown=grown,
        at=_two_thirds(at) if pick.light and pace is None else at,
        top=work.high,
        rir=rir,
        seconds_per_rep=pace,
        light=pick.light,
        can_be_light=eases,
        counts=counts(pick.form),
        serves=in_order(served(pick.form)),
        rehearsed=needs_lighter_sets(pick.kit, pick.form.pattern, 1),
    )


def options(
    athlete: Athlete,
    pick: Pick,
    stretch: Stretch,
    *,
    ramp: int,
    slot: int,
    training: Training,
    stays: bool = False,
) -> list[Line]:
    """The pick as a line, then what is done where that does not fit: no more than it had reached,
    or the next form at its beginning (R31), unless it `stays` behind another session that does that
    first; in a shorter week less than it had reached.
    """
    reached = training.reached(slot, pick.form.name)
    # A tendon's work that waits for its next form grows on meanwhile.
    here = replace(pick, harder=None) if stays and sore_tendon(pick) is not None else pick
    line = dosed_line(athlete, here, stretch, ramp=ramp, reached=reached)
    line = replace(line, pick=pick)
    lines = [line]
    if reached is None or pick.heavy:
        return lines
    least = _least_growth(line)
    if least is not None:
        lines.append(least)
    if pick.harder is None or stays:
        # Where there is neither room nor a next form, it stays.
        lines.append(still_line(line))
    else:
        past = training.reached(slot, pick.harder.form.name)
        harder = dosed_line(athlete, pick.harder, stretch, ramp=ramp, reached=past)
        if line.work.low == line.work.high:
            # What came from a day that has no harder form may be past all that it grows to here.
            lines.insert(0, harder)
        else:
            lines.append(harder)
    if training.shorter:
        lines.append(dosed_line(athlete, pick, stretch, ramp=ramp, reached=None))
    return lines


def still_line(line: Line) -> Line:
    """The line without any growth."""
    low = line.work.low
    return replace(line, work=Range(low, low), step=0, at=min(line.at, low))


def _least_growth(line: Line) -> Line | None:
    """The line with next to no growth; None where it has no less to give. A main lift must move in
    a stretch (R32), if only in its last week; all else may stay as it is.
    """
    if line.at <= line.work.low:
        return None
    least = 1 if line.main else 0
    high = line.work.low + least
    grown = (*[0] * (len(line.grown) - 1), 1)
    return replace(line, work=Range(line.work.low, high), step=least, grown=grown, at=high)


def reached_work(week: Drafts, before: Training, *, hops: bool) -> Training:
    """What the athlete has reached after a stretch whose fullest week that is."""
    now: dict[str, dict[int, Reached]] = {}
    exercises = set()
    for draft in week:
        for line in draft.lines:
            exercises.add((draft.slot.number, line.pick.exercise.id))
            amount = line.at
            if line.light and line.holds:
                amount = min(line.top, ceil(amount / LIGHT_HOLD / HOLD_STEP_S) * HOLD_STEP_S)
            reached = Reached(sets=line.sets, amount=amount, at_top=is_at_top(line, amount))
            now.setdefault(line.pick.form.name, {})[draft.slot.number] = reached
    return Training(forms=before.forms | now, exercises=frozenset(exercises), hops=hops)


def is_at_top(line: Line, amount: int) -> bool:
    """R31: whether it has grown as far as it goes; its sets had all the room there was."""
    if line.pick.heavy:
        return False
    most = most_work(line.pick.form.pattern, holds=line.holds)
    return amount >= min(line.top, most)


def take_step(week: Drafts, step: int, *, ramp: int) -> None:
    """Turn the stretch's last week into this one: fewer repetitions or seconds (R32), and what can
    be light is, in the ramp (R19).
    """
    for draft in week:
        often = _lifted_often(draft, ramp) if step < ramp else set()
        lines = [at_step(line, step, ramp=ramp) for line in draft.lines]
        for at, line in enumerate(lines):
            if line.pick in often:
                lines[at] = replace(line, at=LIGHT_REPS.low)
        draft.lines = tuple(lines)


def _lifted_often(draft: Draft, ramp: int) -> set[Pick]:
    """What a heavy phase makes light in the ramp alone, and the session has room in all of that to
    lift as often as a light weight asks for: few of it would train nobody.
    """
    often = set()
    # The last of those weeks has the most work: what fits there fits in each, so none falls (R32).
    steps = min([ramp, *[len(line.grown) for line in draft.lines]])
    lines = [at_step(line, steps - 1, ramp=ramp) for line in draft.lines]
    last = replace(draft, lines=tuple(lines))
    for line in last.lines:
        if line.pick.light or not (line.light and line.pick.heavy):
            continue
        if line.holds or line.at >= LIGHT_REPS.low:
            continue
        before = last.lines
        last.exchange(line, replace(line, at=LIGHT_REPS.low))
        if last.fits:
            often.add(line.pick)
        else:
            last.lines = before
    return often


def _grown(pick: Pick, steps: int, ramp: int) -> tuple[int, ...]:
    """By how many steps the work has grown in each week of its stretch: a lift does not grow with
    the full weight after the ramp, nor calves with the set more a week later.
    """
    if not ramp or not can_be_light(pick.form):
        return tuple(range(steps))
    waits = 1 + _gets_set_after_ramp(pick)
    return tuple([step - min(max(0, step - ramp + 1), waits) for step in range(steps)])


def _has_third_set(athlete: Athlete, pick: Pick, stretch: Stretch, ramp: int) -> bool:
    """Whether its stretch goes on until it gets a third set after the ramp: in two sessions a week
    alone, for in three the calves have their sets as it is, and more at once would be much.
    """
    if pick.light or athlete.sessions != SESSIONS.low:
        return False
    return stretch.steps > ramp + 1 and _gets_set_after_ramp(pick)


def _gets_set_after_ramp(pick: Pick) -> bool:
    """Whether it may have a third set in the second week after the ramp, as calf work may; a sore
    tendon's has its sets at once (R59).
    """
    return pick.form.pattern is Pattern.CALF and sore_tendon(pick) is None


def _with_minutes(minutes: int, pick: Pick, pace: float | None, work: Range, rest_s: int) -> Range:
    """The work, growing no further than a session has room for one exercise (R31)."""
    high = work.high
    if high == work.low:
        return work
    while high > work.low and fills_session(
        high * _seconds(pace),
        rest_s,
        minutes,
        per_side=pick.form.per_side,
        alternates=pick.form.alternates,
    ):
        high = max(work.low, high - work_unit(holds=pace is None))
    return Range(work.low, high)


def _sets_with_minutes(
    minutes: int, pick: Pick, pace: float | None, amount: int, sets: Range, rest_s: int
) -> Range:
    """The sets, no more of them than a session has room for of one exercise (R31)."""
    high = sets.high
    set_s = amount * _seconds(pace)
    while high > sets.low:
        seconds = seconds_of_sets(
            high,
            set_s,
            rest_s,
            setup_s=SETUP_S,
            per_side=pick.form.per_side,
            alternates=pick.form.alternates,
        )
        if seconds <= most_exercise_seconds(minutes):
            break
        high -= 1
    return Range(sets.low, high)


def at_step(line: Line, step: int, *, ramp: int) -> Line:
    """The line in one week of its stretch, the first `ramp` of which ramp up."""
    sets, amount = dose_at(line, step, ramp=ramp)
    light = line.light or (line.can_be_light and step < ramp)
    rir = line.rir
    if rir is not None:
        if line.pick.heavy:
            # One weight for the stretch: what is not done yet is still in reserve.
            rir = min(max(rir, LIGHT_RIR), rir + line.at - amount)
        if light:
            rir = max(rir, LIGHT_RIR)
    return replace(line, light=light, sets=sets, at=amount, rir=rir)


def dose_at(line: Line, step: int, *, ramp: int) -> tuple[int, int]:
    """The sets that the line has in that week, and its repetitions or seconds."""
    ramps = line.can_be_light and step < ramp
    # The week after the ramp has no set more, but for a sore tendon (R59).
    follows = 0 < ramp == step and line.can_be_light and sore_tendon(line.pick) is None
    sets = min(line.sets, LIGHT_SETS) if ramps or follows else line.sets
    amount = line.amount(step)
    if line.holds and (line.light or ramps):
        amount = _two_thirds(amount)
    return sets, amount


def _two_thirds(seconds: int) -> int:
    """A light hold, in steps that a clock shows."""
    return max(HOLD_STEP_S, int(seconds * LIGHT_HOLD) // HOLD_STEP_S * HOLD_STEP_S)


def _gone_on(dose: StretchDose, pick: Pick, reached: Reached) -> tuple[Range, Range]:
    """The sets and the work that go on from what was reached (R31), by a set more at most."""
    low = max(dose.work.low, reached.amount)
    work = Range(low, max(dose.work.high, low))
    fewest = max(dose.sets.low, reached.sets)
    sets = Range(fewest, max(fewest, min(dose.sets.high, reached.sets + 1)))
    if is_changed_by_niggle(pick) and sore_tendon(pick) is None:
        # What had grown without the niggle goes back to what that allows.
        return _at_most(sets, dose.sets), _at_most(work, dose.work)
    return sets, work


def _at_most(numbers: Range, most: Range) -> Range:
    """The numbers, none of them over the most of the other ones."""
    return Range(min(numbers.low, most.high), min(numbers.high, most.high))


def _seconds(pace: float | None) -> float:
    """Seconds that one of the work takes: a hold's is a second already."""
    return 1.0 if pace is None else pace


def _moves_on(pick: Pick) -> bool:
    """Whether it is to come to its top in its second stretch, for there is a next form (R31). Sore
    spots take their time, but for a tendon, which needs its load (R59).
    """
    if pick.harder is None:
        return False
    others = not pick.rules and pick.form.pattern is not Pattern.CALF
    return others or sore_tendon(pick) is not None


def _step(pick: Pick, dose: StretchDose, work: Range, weeks: int, stretches: int) -> int:
    """By how much the work grows each week: jumps use their range within the stretch, what is not
    heavy within so many.
    """
    # Mobility work keeps its dose: it is there for the range of movement.
    if weeks < 1 or pick.exercise.role is Role.MOBILITY:
        return 0
    unit = work_unit(holds=dose.seconds_per_rep is None)
    if pick.heavy:
        # A repetition a week at one weight, out of the reserve; the next stretch adds weight.
        return unit
    if pick.form.contacts:
        units = (work.high - work.low) // weeks // unit
    elif dose.few_reps:
        units = 1
    else:
        units = ceil((work.high - work.low) / (stretches * weeks) / unit)
    # Every week grows, if only until the range ends.
    return unit * max(1, min(GROWS_A_WEEK, units))
