"""Exercises -> sets, repetitions or seconds, rest: the dose of a stretch, and of each of its weeks.

A stretch is dosed at its last and fullest week, so that its growth has room in the minutes; each
week of it is that dose at its own step.
"""

from __future__ import annotations

from befit_cli.evidence.dose import (
    FIRST_WEEKS_SETS,
    HOLD_STEP_S,
    JUMP_DOSE,
    MAIN_SETS_MIN,
    PHASE_DOSES,
    RIR_MIN,
    UNLOADED_REPS,
    UNLOADED_REST,
    PhaseDose,
)
from befit_cli.evidence.load import loadable
from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.evidence.sets import counts
from befit_cli.planning.draft import Draft, Drafts, Line, week_lines
from befit_cli.values import (
    Athlete,
    Dose,
    Level,
    Load,
    Phase,
    Pick,
    Range,
    Role,
    Slot,
    Stretch,
    Value,
)

_LONGER_REST = 60
"""Seconds by which the rest of heavy work may grow where minutes are left."""
_ROOM = 2
"""Repetitions that main work has to grow in over a stretch, at least."""


def draft_week(
    athlete: Athlete,
    layout: tuple[Slot, ...],
    picks: tuple[tuple[Pick, ...], ...],
    stretch: Stretch,
    before: Drafts | None = None,
) -> Drafts:
    """The sessions of the stretch's last week, every exercise at its lowest dose and still waiting
    to be let in.

    `before` is the last week of the stretch before: work without weight goes on from there.
    """
    past = {}
    if before is not None:
        past = {line.pick.form.name: line for line in week_lines(before)}
    drafts = []
    for slot, session in zip(layout, picks, strict=True):
        waiting = []
        for pick in session:
            waiting.append(_line(athlete.level, pick, stretch, past.get(pick.form.name)))
        drafts.append(Draft(slot=slot, limit=athlete.minutes, waiting=waiting))
    return drafts


def take_step(week: Drafts, step: int) -> None:
    """Turn the stretch's last week into this one: fewer repetitions or seconds, everything else the
    same (R32).
    """
    for draft in week:
        for line in list(draft.lines):
            draft.change(line, at=_at_step(line.work, line.step, step))


def _at_step(work: Range, growth: int, step: int) -> int:
    """Repetitions or seconds after so many steps of growth."""
    return min(work.high, work.low + growth * step)


class _Dosed(Value, frozen=True, kw_only=True):
    """What an exercise is dosed in over a stretch; `Line` has what each field is."""

    sets: Range
    work: Range
    rir: int | None
    rest: Range
    rest_most: int


def _line(level: Level, pick: Pick, stretch: Stretch, past: Line | None) -> Line:
    dose = pick.form.dose[level]
    # The phase doses main work in repetitions; a hold has none that it could change.
    if pick.exercise.role in MAIN_ROLES and dose.reps is not None:
        dosed = _phase_dose(level, pick, dose, stretch, past)
    else:
        dosed = _catalogue_dose(level, dose)
    growth = _growth(pick, dose, dosed.work, stretch)
    return Line(
        pick=pick,
        sets=dosed.sets.low,
        sets_range=dosed.sets,
        rest_s=dosed.rest.low,
        rest_range=dosed.rest,
        rest_most=dosed.rest_most,
        work=dosed.work,
        step=growth,
        at=_at_step(dosed.work, growth, stretch.steps - 1),
        rir=dosed.rir,
        counts=counts(pick.form),
    )


def _growth(pick: Pick, dose: Dose, work: Range, stretch: Stretch) -> int:
    """By how much the work grows each week, so that it uses its range within the stretch."""
    weeks = stretch.steps - 1
    # Mobility work keeps its dose: it is there for the range of movement.
    if not weeks or pick.exercise.role is Role.MOBILITY:
        return 0
    unit = 1 if dose.hold is None else HOLD_STEP_S
    units = (work.high - work.low) // weeks // unit
    # Every week grows, if only until the range ends.
    return unit * max(1, units)


def _catalogue_dose(level: Level, dose: Dose) -> _Dosed:
    work = dose.hold or dose.reps
    assert work is not None, "the catalogue gives every dose repetitions or a hold"
    return _Dosed(
        sets=dose.sets,
        work=work,
        rir=_reserve(level, dose.rir),
        rest=Range(dose.rest, dose.rest),
        rest_most=dose.rest,
    )


def _phase_dose(
    level: Level, pick: Pick, dose: Dose, stretch: Stretch, past: Line | None
) -> _Dosed:
    """The catalogue's dose moved into the phase's; work that cannot be made heavier keeps the
    repetitions of the general phase.
    """
    assert dose.reps is not None, "main work in repetitions"
    phase = JUMP_DOSE if pick.exercise.role is Role.POWER else PHASE_DOSES[stretch.phase]
    bare = _is_bare(pick)
    sets = _phase_sets(pick, dose, phase, stretch)
    reps = _with_room(dose.reps, UNLOADED_REPS if bare else phase.reps[level])
    if bare and past is not None:
        sets, reps = _going_on(past, sets, reps)
    rest_range = UNLOADED_REST if bare else phase.rest
    usual_rest = rest_range.clamp(dose.rest)
    rest_most = usual_rest
    if pick.form.load is Load.HIGH:
        rest_most = min(rest_range.high, usual_rest + _LONGER_REST)
    rir = None if dose.rir is None else phase.rir.clamp(dose.rir)
    return _Dosed(
        sets=sets,
        work=reps,
        rir=_reserve(level, rir),
        rest=Range(rest_range.low, usual_rest),
        rest_most=rest_most,
    )


def _is_bare(pick: Pick) -> bool:
    """Whether it is a lift that no weight makes harder, and that is not hard as it is."""
    if pick.exercise.role is not Role.MAIN or pick.form.load is Load.HIGH:
        return False
    return not loadable(pick.form)


def _phase_sets(pick: Pick, dose: Dose, phase: PhaseDose, stretch: Stretch) -> Range:
    if pick.exercise.role is Role.POWER:
        # Their share of the week decides how many they are (R23), and not the catalogue.
        sets = phase.sets
    else:
        begins = stretch.phase is Phase.GENERAL and stretch.number == 0
        bounds = FIRST_WEEKS_SETS if begins else phase.sets
        sets = Range(bounds.clamp(dose.sets.low), bounds.clamp(dose.sets.high))
    return Range(max(MAIN_SETS_MIN, sets.low), max(MAIN_SETS_MIN, sets.high))


def _going_on(past: Line, sets: Range, reps: Range) -> tuple[Range, Range]:
    """Sets and repetitions of work that stays on its rung for want of a harder one: repetitions
    from where they ended, and where they end for good a set more.
    """
    room = reps.high - reps.low
    # Where they ended, but never so high that a stretch has no room to grow in, and never back.
    low = min(past.work.high, UNLOADED_REPS.high - room)
    low = max(past.work.low, low)
    reps = Range(low, low + room)
    if low > past.work.low:
        return sets, reps
    return Range(min(sets.high, past.sets + 1), sets.high), reps


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
