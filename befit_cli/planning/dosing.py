"""Exercises -> sets, repetitions or seconds, rest: the dose of a stretch, and of each of its weeks.

A stretch is dosed at its last and fullest week, so that its growth has room in the minutes; each
week of it is that dose at its own step.
"""

from __future__ import annotations

from math import ceil

from msgspec.structs import replace

from befit_cli.evidence.coverage import in_order, served
from befit_cli.evidence.dose import (
    CALF_REPS,
    HOLD_STEP_S,
    JUMP_DOSE,
    MAIN_SETS_MIN,
    ONE_LEG_SQUAT_REPS,
    OTHER_REPS,
    OTHER_REST,
    PHASE_DOSES,
    RIR_MIN,
    PhaseDose,
    least_calf_reps,
    most_work,
)
from befit_cli.evidence.jumps import HOPS, LANDINGS_MAX
from befit_cli.evidence.load import (
    FEW_REPS,
    LIGHT_HOLD,
    LIGHT_RIR,
    LIGHT_SETS,
    can_be_light,
    heavy_lift,
    needs_lighter_sets,
)
from befit_cli.evidence.niggles import (
    TENDON_REPS,
    TENDON_SETS,
    TENDON_SETS_EASED,
    least_tendon_sets,
)
from befit_cli.evidence.session import (
    LIFT_ROLES,
    MAIN_ROLES,
    SETUP_S,
    fills_session,
    most_exercise_seconds,
    seconds_of_sets,
)
from befit_cli.evidence.sets import counts
from befit_cli.evidence.week import SESSIONS
from befit_cli.planning.draft import Drafts, Line
from befit_cli.planning.training import Reached, Training
from befit_cli.values import (
    Athlete,
    Dose,
    Level,
    Load,
    Niggle,
    Pattern,
    Phase,
    Pick,
    Range,
    Role,
    Stretch,
    Value,
)

_LONGER_REST = 60
"""Seconds by which the rest of heavy work may grow where minutes are left."""
_ROOM = 2
"""Repetitions that heavy work has to grow in over a stretch, at least."""
_STRETCHES = 2
"""Stretches in which work without heavy weight uses its range up."""
_MOST_REPS_A_WEEK = 2
"""By how many repetitions an exercise grows in a week at most."""


class _Dosed(Value, frozen=True, kw_only=True):
    """What an exercise is dosed in over a stretch; `Line` has what each field is."""

    sets: Range
    work: Range
    rir: int | None
    rest: Range
    rest_most: int


def dosed_line(
    athlete: Athlete, pick: Pick, stretch: Stretch, *, ramp: int, reached: Reached | None
) -> Line:
    """The pick at its lowest dose, in the stretch's last week.

    `ramp` is how many of the stretch's first weeks ramp up (R19), and `reached` what its form had
    grown to before, from which it goes on unless it is heavy (R31).
    """
    dose = _changed(pick.form.dose[athlete.level], pick)
    dosed = _dosed(athlete.level, pick, dose, stretch)
    sets = dosed.sets
    work = dosed.work
    tendon = _tendon(pick)
    if tendon is not None:
        least = least_tendon_sets(athlete.minutes, ramp=False)
        most = sets.high if least == TENDON_SETS else TENDON_SETS_EASED
        sets = Range(max(sets.low, least), max(most, least))
        if pick.heavy:
            least_reps = least_calf_reps(athlete.level, pick.kit)
            work = _tendon_reps(tendon, stretch.number, least=least_reps)
    if reached is not None and not pick.heavy and not pick.form.contacts:
        low = max(work.low, reached.amount)
        work = Range(low, max(work.high, low))
        sets = Range(max(sets.low, reached.sets), max(sets.high, reached.sets))
        if tendon is None and _is_changed(pick):
            # What had grown without the niggle goes back to what that allows.
            work = _at_most(work, dosed.work)
            sets = _at_most(sets, dosed.sets)
    if not pick.heavy and not pick.form.contacts:
        work = _with_minutes(athlete.minutes, pick, dose, work, dosed.rest.low)
        sets = _sets_with_minutes(athlete.minutes, pick, dose, work.high, sets, dosed.rest.low)
    if pick.light or (ramp and can_be_light(pick.form) and tendon is None):
        # What is light, or was in the week before, has two sets at most.
        # In three sessions the calves have their sets as it is, and more at once would be much.
        third = (
            not pick.light
            and stretch.steps > ramp + 1
            and athlete.sessions == SESSIONS.low
            and _gets_set_after_ramp(pick)
        )
        sets = Range(min(sets.low, LIGHT_SETS), min(sets.high, LIGHT_SETS + third))
    grown = _grown(pick, stretch.steps, ramp)
    growing = grown[-1]
    step = _step(pick, dose, work, growing)
    rir = dosed.rir
    if pick.light and rir is not None:
        rir = max(rir, LIGHT_RIR)
    return Line(
        pick=pick,
        sets=sets.low,
        sets_range=sets,
        rest_s=dosed.rest.low,
        rest_range=dosed.rest,
        rest_most=dosed.rest_most,
        work=work,
        step=step,
        grown=grown,
        at=_light_amount(pick, dose, min(work.high, work.low + step * growing)),
        top=work.high,
        rir=rir,
        seconds_per_rep=_pace(pick, dose),
        light=pick.light,
        lift=can_be_light(pick.form),
        counts=counts(pick.form),
        serves=in_order(served(pick.form)),
        rehearsed=needs_lighter_sets(pick.kit, pick.form.pattern, 1),
    )


def options(
    athlete: Athlete, pick: Pick, stretch: Stretch, *, ramp: int, slot: int, training: Training
) -> list[Line]:
    """The pick as a line, then what is done where that does not fit: no more than it had reached,
    or the next form at its beginning (R31); in a shorter week less than it had reached.
    """
    reached = training.reached(slot, pick.form.name)
    line = dosed_line(athlete, pick, stretch, ramp=ramp, reached=reached)
    lines = [line]
    if reached is None or pick.heavy:
        return lines
    least = _least_growth(line)
    if least is not None:
        lines.append(least)
    if pick.harder is None:
        # Where there is neither room nor a next form, it stays.
        low = line.work.low
        lines.append(replace(line, work=Range(low, low), step=0, at=min(line.at, low)))
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
            reached = Reached(sets=line.sets, amount=amount, at_top=_is_at_top(line, amount))
            now.setdefault(line.pick.form.name, {})[draft.slot.number] = reached
    return Training(forms=before.forms | now, exercises=frozenset(exercises), hops=hops)


def _is_at_top(line: Line, amount: int) -> bool:
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
        draft.lines = tuple([at_step(line, step, ramp=ramp) for line in draft.lines])


def _grown(pick: Pick, steps: int, ramp: int) -> tuple[int, ...]:
    """By how many steps the work has grown in each week of its stretch: a lift does not grow with
    the full weight after the ramp, nor calves with the set more a week later.
    """
    if not ramp or not can_be_light(pick.form):
        return tuple(range(steps))
    waits = 1 + _gets_set_after_ramp(pick)
    return tuple([step - min(max(0, step - ramp + 1), waits) for step in range(steps)])


def _gets_set_after_ramp(pick: Pick) -> bool:
    """Whether it may have a third set in the second week after the ramp, as calf work may; a sore
    tendon's has its sets at once (R59).
    """
    return pick.form.pattern is Pattern.CALF and _tendon(pick) is None


def _with_minutes(minutes: int, pick: Pick, dose: Dose, work: Range, rest_s: int) -> Range:
    """The work, growing no further than a session has room for one exercise (R31)."""
    high = work.high
    if high == work.low:
        return work
    unit = 1 if dose.hold is None else HOLD_STEP_S
    pace = _pace(pick, dose) or 1.0
    while high > work.low and fills_session(
        high * pace,
        rest_s,
        minutes,
        per_side=pick.form.per_side,
        alternates=pick.form.alternates,
    ):
        high = max(work.low, high - unit)
    return Range(work.low, high)


def _sets_with_minutes(
    minutes: int, pick: Pick, dose: Dose, amount: int, sets: Range, rest_s: int
) -> Range:
    """The sets, no more of them than a session has room for of one exercise (R31)."""
    high = sets.high
    set_s = amount * (_pace(pick, dose) or 1.0)
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


def _tendon(pick: Pick) -> Niggle | None:
    """The sore tendon that it is calf work for, where it is that (R59)."""
    if pick.form.pattern is not Pattern.CALF:
        return None
    for niggle in pick.first_line:
        if niggle in TENDON_REPS:
            return niggle
    return None


def _tendon_reps(niggle: Niggle, stretch: int, *, least: int) -> Range:
    """R59: heavy calf work for a tendon grows within a stretch, and has fewer repetitions in the
    next.
    """
    reps = TENDON_REPS[niggle]
    high = reps[min(stretch, len(reps) - 1)]
    low = max(least, high - _ROOM)
    return Range(low, max(high, low + _ROOM))


def at_step(line: Line, step: int, *, ramp: int) -> Line:
    """The line in one week of its stretch, the first `ramp` of which ramp up."""
    sets, amount = dose_at(line, step, ramp=ramp)
    light = line.light or (line.lift and step < ramp)
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
    ramps = line.lift and step < ramp
    # The week after the ramp has no set more, but for a sore tendon (R59).
    follows = 0 < ramp == step and line.lift and _tendon(line.pick) is None
    sets = min(line.sets, LIGHT_SETS) if ramps or follows else line.sets
    amount = line.amount(step)
    if line.holds and (line.light or ramps):
        amount = _two_thirds(amount)
    return sets, amount


def _two_thirds(seconds: int) -> int:
    """A light hold, in steps that a clock shows."""
    return max(HOLD_STEP_S, int(seconds * LIGHT_HOLD) // HOLD_STEP_S * HOLD_STEP_S)


def _light_amount(pick: Pick, dose: Dose, amount: int) -> int:
    return _two_thirds(amount) if pick.light and dose.hold is not None else amount


def _changed(dose: Dose, pick: Pick) -> Dose:
    """The dose as the athlete's niggles have it (R59)."""
    for rule in pick.rules:
        if rule.sets is not None:
            dose = replace(dose, sets=rule.sets)
        if rule.reps is not None:
            dose = replace(dose, reps=rule.reps, hold=None)
        if rule.hold is not None:
            dose = replace(dose, hold=rule.hold, reps=None, rir=None)
    return dose


def _at_most(numbers: Range, most: Range) -> Range:
    """The numbers, none of them over the most of the other ones."""
    return Range(min(numbers.low, most.high), min(numbers.high, most.high))


def _is_changed(pick: Pick) -> bool:
    """Whether a niggle says how much to do: then neither phase nor ladder has a say."""
    return any(rule.reps or rule.hold or rule.sets for rule in pick.rules)


def _pace(pick: Pick, dose: Dose) -> float | None:
    """Seconds that a repetition takes; None for a hold."""
    if dose.hold is not None:
        return None
    # Of several niggles the last has the say, as in the rest of the dose.
    for rule in reversed(pick.rules):
        if rule.seconds_per_rep is not None:
            return rule.seconds_per_rep
    return pick.form.seconds_per_rep


def _step(pick: Pick, dose: Dose, work: Range, weeks: int) -> int:
    """By how much the work grows each week: jumps use their range within the stretch, what is not
    heavy within two.
    """
    # Mobility work keeps its dose: it is there for the range of movement.
    if weeks < 1 or pick.exercise.role is Role.MOBILITY:
        return 0
    unit = 1 if dose.hold is None else HOLD_STEP_S
    if pick.heavy:
        # A repetition a week at one weight, out of the reserve; the next stretch adds weight.
        return unit
    if pick.form.contacts:
        units = (work.high - work.low) // weeks // unit
    else:
        units = ceil((work.high - work.low) / (_STRETCHES * weeks) / unit)
    # Every week grows, if only until the range ends.
    return unit * max(1, min(_MOST_REPS_A_WEEK, units))


def _dosed(level: Level, pick: Pick, dose: Dose, stretch: Stretch) -> _Dosed:
    # The phase doses main work in repetitions; a hold has none that it could change.
    if _is_changed(pick) or pick.exercise.role not in MAIN_ROLES or dose.reps is None:
        return _catalogue_dose(level, pick, dose)
    if pick.exercise.role is Role.POWER:
        return _jump_dose(level, pick, dose)
    if pick.heavy and (pick.form.load is Load.HIGH or pick.form.pattern is Pattern.CALF):
        return _heavy_dose(level, pick, dose, PHASE_DOSES[stretch.phase])
    return _other_dose(level, pick, dose, PHASE_DOSES[stretch.phase])


def _catalogue_dose(level: Level, pick: Pick, dose: Dose) -> _Dosed:
    work = dose.hold or dose.reps
    assert work is not None, "the catalogue gives every dose repetitions or a hold"
    if pick.form.pattern is Pattern.CALF and dose.reps is not None and not _is_changed(pick):
        work = _calf_reps(level, pick, work)
    # One set of an accessory still helps, and serves the week; nothing heavy is done in ones.
    least = MAIN_SETS_MIN if heavy_lift(pick.kit, pick.form.pattern) else 1
    bare_lift = pick.exercise.role in LIFT_ROLES and not pick.heavy
    if bare_lift and pick.harder is None and dose.reps is not None and not _is_changed(pick):
        # Without a harder form it goes on growing (R31).
        work = Range(work.low, max(work.high, OTHER_REPS.high))
    return _Dosed(
        sets=dose.sets if _is_changed(pick) else Range(least, max(least, dose.sets.high)),
        work=work,
        rir=_reserve(level, dose.rir),
        rest=Range(dose.rest, dose.rest),
        rest_most=dose.rest,
    )


def _jump_dose(level: Level, pick: Pick, dose: Dose) -> _Dosed:
    assert dose.reps is not None, "jumps are counted"
    reps = JUMP_DOSE.reps[level]
    work = _with_room(dose.reps, reps)
    rest = JUMP_DOSE.rest.clamp(dose.rest)
    sets = JUMP_DOSE.sets
    landings = pick.form.contacts * work.high * (2 if pick.form.per_side else 1)
    if landings:
        # R20, with hops in the warm-up besides.
        most = (LANDINGS_MAX[level] - HOPS.high) // landings
        sets = Range(min(sets.low, max(1, most)), min(sets.high, max(1, most)))
    return _Dosed(
        sets=sets,
        work=work,
        rir=None if pick.form.contacts else _reserve(level, dose.rir),
        rest=Range(rest, rest),
        rest_most=rest,
    )


def _heavy_dose(level: Level, pick: Pick, dose: Dose, phase: PhaseDose) -> _Dosed:
    """The catalogue's dose moved into the phase's."""
    assert dose.reps is not None, "main work in repetitions"
    bounds = phase.reps[level]
    if pick.form.pattern is Pattern.CALF:
        least = least_calf_reps(level, pick.kit)
        bounds = Range(max(bounds.low, least), max(bounds.high, least + _ROOM))
    usual_rest = phase.rest.clamp(dose.rest)
    shortest = phase.rest.low
    rest_most = usual_rest
    if pick.form.load is Load.HIGH:
        rest_most = min(phase.rest.high, usual_rest + _LONGER_REST)
    work = _with_room(dose.reps, bounds)
    if work.high <= FEW_REPS and not pick.light:
        # Few repetitions are heavy in every phase.
        shortest = max(shortest, PHASE_DOSES[Phase.STRENGTH].rest.low)
        usual_rest = max(shortest, usual_rest)
        rest_most = max(usual_rest, rest_most)
    if pick.light:
        # Few of a light weight would train nobody.
        work = Range(OTHER_REPS.low, OTHER_REPS.low + _ROOM)
    return _Dosed(
        sets=_main_sets(pick, dose, phase),
        work=work,
        rir=_phase_reserve(level, dose, phase),
        rest=Range(shortest, usual_rest),
        rest_most=rest_most,
    )


def _other_dose(level: Level, pick: Pick, dose: Dose, phase: PhaseDose) -> _Dosed:
    """R26: the same repetitions in every phase, for work that is not heavy."""
    assert dose.reps is not None, "main work in repetitions"
    least = OTHER_REPS.low
    if pick.form.pattern is Pattern.SQUAT and pick.form.per_side:
        least = ONE_LEG_SQUAT_REPS
    work = Range(max(least, min(dose.reps.low, OTHER_REPS.high - _ROOM)), OTHER_REPS.high)
    if pick.form.pattern is Pattern.CALF:
        work = _calf_reps(level, pick, dose.reps)
    rest = OTHER_REST.clamp(dose.rest)
    return _Dosed(
        sets=_main_sets(pick, dose, phase),
        work=work,
        rir=_phase_reserve(level, dose, phase),
        rest=Range(OTHER_REST.low, rest),
        rest_most=rest,
    )


def _calf_reps(level: Level, pick: Pick, reps: Range) -> Range:
    """R08 and R31: calf work has many repetitions, and grows to more without heavy weight."""
    if not pick.heavy:
        # Many repetitions are for who has no harder form.
        most = CALF_REPS.high if pick.harder is None else OTHER_REPS.high
        return Range(max(CALF_REPS.low, min(reps.low, most - _ROOM)), most)
    least = least_calf_reps(level, pick.kit)
    return Range(max(least, reps.low), max(least, reps.high))


def _main_sets(pick: Pick, dose: Dose, phase: PhaseDose) -> Range:
    """From the fewest that are of use to as many as the catalogue and the phase have."""
    least = 1 if pick.form.pattern is Pattern.CALF else MAIN_SETS_MIN
    return Range(least, max(MAIN_SETS_MIN, phase.sets.clamp(dose.sets.high)))


def _phase_reserve(level: Level, dose: Dose, phase: PhaseDose) -> int | None:
    rir = None if dose.rir is None else phase.rir.clamp(dose.rir)
    return _reserve(level, rir)


def _with_room(reps: Range, bounds: Range) -> Range:
    """The repetitions moved into the bounds, with room to grow."""
    low = bounds.clamp(reps.low)
    # The room is made upwards first, then downwards: the bounds may end too soon.
    high = max(bounds.clamp(reps.high), low + _ROOM)
    high = min(bounds.high, high)
    low = max(bounds.low, min(low, high - _ROOM))
    return Range(low, high)


def _reserve(level: Level, rir: int | None) -> int | None:
    """Repetitions in reserve, as many as the level must keep (R57); None where none are counted."""
    return None if rir is None else max(RIR_MIN[level], rir)
