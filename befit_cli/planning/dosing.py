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
)
from befit_cli.evidence.load import loadable
from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.evidence.sets import counts
from befit_cli.planning.draft import Draft, Drafts, Line
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
    past = {line.pick.form.name: line for draft in before or () for line in draft.lines}
    return [
        Draft(
            slot=slot,
            limit=athlete.minutes,
            waiting=[
                _line(athlete.level, pick, stretch, past.get(pick.form.name)) for pick in session
            ],
        )
        for slot, session in zip(layout, picks, strict=True)
    ]


def take_step(week: Drafts, step: int) -> None:
    """Turn the stretch's last week into this one: fewer repetitions or seconds, everything else the
    same (R32).
    """
    for draft in week:
        for line in list(draft.lines):
            draft.change(line, at=min(line.work.high, line.work.low + line.step * step))


def _line(level: Level, pick: Pick, stretch: Stretch, past: Line | None) -> Line:
    given = pick.form.dose[level]
    main = pick.exercise.role in MAIN_ROLES and given.reps is not None
    sets, work, rir, rest, rest_most = (
        _phase_dose(level, pick, given, stretch, past) if main else _catalogue_dose(level, given)
    )
    weeks = stretch.steps - 1 if pick.exercise.role is not Role.MOBILITY else 0
    unit = HOLD_STEP_S if given.hold is not None else 1
    step = unit * max(1, (work.high - work.low) // weeks // unit) if weeks else 0
    return Line(
        pick=pick,
        sets=sets.low,
        sets_range=sets,
        rest_s=rest.low,
        rest_range=rest,
        rest_most=rest_most,
        work=work,
        step=step,
        at=min(work.high, work.low + weeks * step),
        rir=rir,
        counts=counts(pick.form),
    )


_Dosed = tuple[Range, Range, int | None, Range, int]
"""Sets, repetitions or seconds, repetitions in reserve, rest from short to usual, and the longest
rest.
"""


def _catalogue_dose(level: Level, given: Dose) -> _Dosed:
    work = given.hold or given.reps
    assert work is not None, "the catalogue gives every dose repetitions or a hold"
    return given.sets, work, _reserve(level, given.rir), Range(given.rest, given.rest), given.rest


def _phase_dose(
    level: Level, pick: Pick, given: Dose, stretch: Stretch, past: Line | None
) -> _Dosed:
    """The catalogue's dose moved into the phase's; work that cannot be made heavier keeps the
    repetitions of the general phase.
    """
    assert given.reps is not None, "main work in repetitions"
    phase = JUMP_DOSE if pick.exercise.role is Role.POWER else PHASE_DOSES[stretch.phase]
    bare = (
        pick.exercise.role is Role.MAIN
        and not loadable(pick.form)
        and pick.form.load is not Load.HIGH
    )
    bounds = (
        FIRST_WEEKS_SETS if stretch.phase is Phase.GENERAL and stretch.number == 0 else phase.sets
    )
    rest = UNLOADED_REST if bare else phase.rest
    sets = (
        phase.sets
        if pick.exercise.role is Role.POWER
        else Range(bounds.clamp(given.sets.low), bounds.clamp(given.sets.high))
    )
    sets = Range(max(MAIN_SETS_MIN, sets.low), max(MAIN_SETS_MIN, sets.high))
    reps = _with_room(given.reps, UNLOADED_REPS if bare else phase.reps[level])
    if bare and past is not None:
        sets, reps = _going_on(past, sets, reps)
    return (
        sets,
        reps,
        _reserve(level, None if given.rir is None else phase.rir.clamp(given.rir)),
        Range(rest.low, rest.clamp(given.rest)),
        min(rest.high, rest.clamp(given.rest) + _LONGER_REST)
        if pick.form.load is Load.HIGH
        else rest.clamp(given.rest),
    )


def _going_on(past: Line, sets: Range, reps: Range) -> tuple[Range, Range]:
    """Work that stays on its rung for want of a harder one: repetitions from where they ended, and
    where they end for good a set more.
    """
    low = max(past.work.low, min(past.work.high, UNLOADED_REPS.high - (reps.high - reps.low)))
    at_the_top = low == past.work.low
    return Range(min(sets.high, past.sets + 1) if at_the_top else sets.low, sets.high), Range(
        low, low + reps.high - reps.low
    )


def _with_room(given: Range, bounds: Range) -> Range:
    """The given repetitions moved into the bounds, with room to grow."""
    low = bounds.clamp(given.low)
    high = min(bounds.high, max(bounds.clamp(given.high), low + _ROOM))
    return Range(max(bounds.low, min(low, high - _ROOM)), high)


def _reserve(level: Level, rir: int | None) -> int | None:
    """R57."""
    return None if rir is None else max(RIR_MIN[level], rir)
