"""An exercise -> its dose over a stretch: what catalogue, phase and niggles ask for, whatever the
athlete has reached, and however many minutes there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.evidence.dose import (
    CALF_REPS,
    HARD_REPS,
    JUMP_DOSE,
    LIGHT_REPS,
    MAIN_SETS_MIN,
    ONE_LEG_SQUAT_REPS,
    OTHER_REPS,
    OTHER_REST,
    PHASE_DOSES,
    REPS_ROOM,
    REST_MORE_S,
    RIR_MIN,
    PhaseDose,
    least_calf_reps,
)
from befit_cli.evidence.jumps import HOPS, LANDINGS_MAX
from befit_cli.evidence.load import FEW_REPS, heavy_lift
from befit_cli.evidence.niggles import (
    TENDON_REPS,
    TENDON_SETS,
    TENDON_SETS_EASED,
    least_tendon_sets,
)
from befit_cli.evidence.session import LIFT_ROLES, MAIN_ROLES
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

if TYPE_CHECKING:
    from befit_cli.planning.repertoire import Rung


class StretchDose(Value, frozen=True, kw_only=True):
    """What an exercise is dosed in over a stretch."""

    sets: Range
    """The fewest and the most."""
    work: Range
    """Repetitions, or seconds of a hold, from the stretch's first to its last week."""
    seconds_per_rep: float | None
    """None for a hold."""
    rir: int | None
    """Repetitions in reserve; None where nobody counts them."""
    rest: Range
    """Seconds between sets: the shortest and the usual."""
    rest_most: int
    """The longest that its phase knows, for where minutes are left over."""

    @property
    def few_reps(self) -> bool:
        """Whether each repetition is hard: one more a week, and no more than the catalogue has."""
        return self.seconds_per_rep is not None and self.work.low <= HARD_REPS


def stretch_dose(athlete: Athlete, pick: Pick, stretch: Stretch) -> StretchDose:
    """The dose of the pick, as the athlete's niggles have it (R59)."""
    dose = _as_niggles_have_it(pick.form.dose[athlete.level], pick)
    dosed = _dosed(athlete.level, pick, dose, stretch.phase)
    tendon = sore_tendon(pick)
    if tendon is None:
        return dosed
    least = least_tendon_sets(athlete.minutes, ramp=False)
    most = dosed.sets.high if least == TENDON_SETS else TENDON_SETS_EASED
    work = dosed.work
    if pick.heavy:
        work = tendon_reps(athlete.level, pick, tendon)
    sets = Range(max(dosed.sets.low, least), max(most, least))
    return replace(dosed, sets=sets, work=work)


def sore_tendon(work: Pick | Rung) -> Niggle | None:
    """The sore tendon that it is calf work for, where it is that (R59)."""
    if work.form.pattern is not Pattern.CALF:
        return None
    for niggle in work.first_line:
        if niggle in TENDON_REPS:
            return niggle
    return None


def is_changed_by_niggle(pick: Pick) -> bool:
    """Whether a niggle says how much to do: then neither phase nor ladder has a say."""
    return any(rule.reps or rule.hold or rule.sets for rule in pick.rules)


def tendon_reps(level: Level, pick: Pick, tendon: Niggle, *, reached: int | None = None) -> Range:
    """R59: heavy calf work for a tendon grows within a stretch, and goes on with fewer repetitions
    than it has `reached` in the next.
    """
    steps = TENDON_REPS[tendon]
    fewer = [reps for reps in steps if reached is None or reps < reached]
    high = fewer[0] if fewer else steps[-1]
    low = max(least_calf_reps(level, pick.kit), high - REPS_ROOM)
    return Range(low, max(high, low + REPS_ROOM))


def _as_niggles_have_it(dose: Dose, pick: Pick) -> Dose:
    """The dose as the athlete's niggles have it (R59)."""
    for rule in pick.rules:
        if rule.sets is not None:
            dose = replace(dose, sets=rule.sets)
        if rule.reps is not None:
            dose = replace(dose, reps=rule.reps, hold=None)
        if rule.hold is not None:
            dose = replace(dose, hold=rule.hold, reps=None, rir=None)
    return dose


def _pace(pick: Pick, dose: Dose) -> float | None:
    """Seconds that a repetition takes; None for a hold."""
    if dose.hold is not None:
        return None
    # Of several niggles the last has the say, as in the rest of the dose.
    for rule in reversed(pick.rules):
        if rule.seconds_per_rep is not None:
            return rule.seconds_per_rep
    return pick.form.seconds_per_rep


def _dosed(level: Level, pick: Pick, dose: Dose, phase: Phase) -> StretchDose:
    # The phase doses main work in repetitions; a hold has none that it could change.
    if is_changed_by_niggle(pick) or pick.exercise.role not in MAIN_ROLES or dose.reps is None:
        return _catalogue_dose(level, pick, dose)
    if pick.exercise.role is Role.POWER:
        return _jump_dose(level, pick, dose)
    if pick.heavy and (pick.form.load is Load.HIGH or pick.form.pattern is Pattern.CALF):
        return _heavy_dose(level, pick, dose, PHASE_DOSES[phase])
    return _other_dose(level, pick, dose, PHASE_DOSES[phase])


def _catalogue_dose(level: Level, pick: Pick, dose: Dose) -> StretchDose:
    work = dose.hold or dose.reps
    assert work is not None, "the catalogue gives every dose repetitions or a hold"
    sets = dose.sets
    if not is_changed_by_niggle(pick):
        # One set of an accessory still helps, and serves the week; nothing heavy is done in ones.
        least = MAIN_SETS_MIN if heavy_lift(pick.kit, pick.form.pattern) else 1
        sets = Range(least, max(least, sets.high))
        if dose.reps is not None:
            work = _own_reps(level, pick, work)
    shortest = min(OTHER_REST.low, dose.rest) if pick.light and pick.heavy else dose.rest
    return StretchDose(
        sets=sets,
        work=work,
        seconds_per_rep=_pace(pick, dose),
        rir=_reserve(level, dose.rir),
        rest=Range(shortest, dose.rest),
        rest_most=dose.rest,
    )


def _own_reps(level: Level, pick: Pick, reps: Range) -> Range:
    """The repetitions of the catalogue, which no phase doses, or those of a light weight."""
    if pick.light and pick.heavy and reps.high >= LIGHT_REPS.low:
        # What has fewer at its fullest is hard by the body's own weight.
        return LIGHT_REPS
    if pick.form.pattern is Pattern.CALF:
        reps = _calf_reps(level, pick, reps)
    grows_on = not pick.heavy and pick.harder is None and reps.low > HARD_REPS
    if pick.exercise.role in LIFT_ROLES and grows_on:
        # Without a harder form it goes on growing (R31).
        return Range(reps.low, max(reps.high, OTHER_REPS.high))
    return reps


def _jump_dose(level: Level, pick: Pick, dose: Dose) -> StretchDose:
    assert dose.reps is not None, "jumps are counted"
    reps = JUMP_DOSE.reps[level]
    work = _with_room(dose.reps, reps)
    rest = JUMP_DOSE.rest.clamp(dose.rest)
    sets = JUMP_DOSE.sets
    landings = pick.form.contacts * (2 if pick.form.per_side else 1)
    if landings:
        # R20, with hops in the warm-up besides: rather fewer a set than fewer sets than R23 asks.
        room = (LANDINGS_MAX[level] - HOPS.high) // landings
        work = Range(work.low, max(work.low, min(work.high, room // sets.low)))
        most = max(1, room // work.high)
        sets = Range(min(sets.low, most), min(sets.high, most))
    return StretchDose(
        sets=sets,
        work=work,
        seconds_per_rep=_pace(pick, dose),
        rir=None if pick.form.contacts else _reserve(level, dose.rir),
        rest=Range(rest, rest),
        rest_most=rest,
    )


def _heavy_dose(level: Level, pick: Pick, dose: Dose, phase: PhaseDose) -> StretchDose:
    """The catalogue's dose moved into the phase's."""
    assert dose.reps is not None, "main work in repetitions"
    bounds = phase.reps[level]
    if pick.form.pattern is Pattern.CALF:
        least = least_calf_reps(level, pick.kit)
        bounds = Range(max(bounds.low, least), max(bounds.high, least + REPS_ROOM))
    usual_rest = phase.rest.clamp(dose.rest)
    shortest = phase.rest.low
    rest_most = usual_rest
    if pick.form.load is Load.HIGH:
        rest_most = min(phase.rest.high, usual_rest + REST_MORE_S)
    work = _with_room(dose.reps, bounds)
    if work.high <= FEW_REPS and not pick.light:
        # Few repetitions are heavy in every phase.
        shortest = max(shortest, PHASE_DOSES[Phase.STRENGTH].rest.low)
        usual_rest = max(shortest, usual_rest)
        rest_most = max(usual_rest, rest_most)
    if pick.light:
        work = LIGHT_REPS
        shortest = OTHER_REST.low
    return StretchDose(
        sets=_main_sets(pick, dose, phase),
        work=work,
        seconds_per_rep=_pace(pick, dose),
        rir=_phase_reserve(level, dose, phase),
        rest=Range(shortest, usual_rest),
        rest_most=rest_most,
    )


def _other_dose(level: Level, pick: Pick, dose: Dose, phase: PhaseDose) -> StretchDose:
    """R26: the same repetitions in every phase, for work that is not heavy."""
    assert dose.reps is not None, "main work in repetitions"
    least = OTHER_REPS.low
    if pick.form.pattern is Pattern.SQUAT and pick.form.per_side:
        least = ONE_LEG_SQUAT_REPS
    work = Range(max(least, min(dose.reps.low, OTHER_REPS.high - REPS_ROOM)), OTHER_REPS.high)
    if pick.form.pattern is Pattern.CALF:
        work = _calf_reps(level, pick, dose.reps)
    rest = OTHER_REST.clamp(dose.rest)
    return StretchDose(
        sets=_main_sets(pick, dose, phase),
        work=work,
        seconds_per_rep=_pace(pick, dose),
        rir=_phase_reserve(level, dose, phase),
        rest=Range(OTHER_REST.low, rest),
        rest_most=rest,
    )


def _calf_reps(level: Level, pick: Pick, reps: Range) -> Range:
    """R08 and R31: calf work has many repetitions, and grows to more without heavy weight."""
    if not pick.heavy:
        most = _most_calf_reps(pick, reps)
        return Range(max(CALF_REPS.low, min(reps.low, most - REPS_ROOM)), most)
    least = least_calf_reps(level, pick.kit)
    return Range(max(least, reps.low), max(least, reps.high))


def _most_calf_reps(pick: Pick, reps: Range) -> int:
    """As many as are done without heavy weight: many are for who has no harder form, but of an
    accessory for a sore spot alone as many as its form says. A sore tendon goes on to its next form
    from as many as its heavy work begins with (R59).
    """
    if pick.harder is None:
        own = bool(pick.form.only_for) and pick.exercise.role not in MAIN_ROLES
        return reps.high if own else CALF_REPS.high
    tendon = sore_tendon(pick)
    return OTHER_REPS.high if tendon is None else TENDON_REPS[tendon][0]


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
    high = max(bounds.clamp(reps.high), low + REPS_ROOM)
    high = min(bounds.high, high)
    low = max(bounds.low, min(low, high - REPS_ROOM))
    return Range(low, high)


def _reserve(level: Level, rir: int | None) -> int | None:
    """Repetitions in reserve, as many as the level must keep (R57); None where none are counted."""
    return None if rir is None else max(RIR_MIN[level], rir)
