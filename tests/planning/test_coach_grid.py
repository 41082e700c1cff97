"""No block of the grid has what a coach would not sign; and the grid sees it where there is some."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import coach_grid
import pytest
from asked import EXAMPLES, spread
from msgspec.structs import replace

from befit_cli.values import (
    Athlete,
    Kit,
    Level,
    Load,
    Need,
    Niggle,
    Pattern,
    Prescription,
    Race,
    Role,
    WarmUpKey,
    WarmUpStep,
    Week,
)

EVERYBODY = coach_grid.athletes()
SOME = spread(EVERYBODY, 4 * EXAMPLES)


def test_no_block_of_the_grid_has_a_fault():
    seen = []
    for athlete in SOME:
        found = coach_grid.faults(athlete, coach_grid.block(athlete))
        if found:
            seen.append((athlete, found))
    assert seen == []


# What the grid sees in a block that is made wrong.

Change = Callable[[Prescription], Prescription | None]
"""What becomes of an exercise; None where it goes."""


def changed(weeks: tuple[Week, ...], change: Change, *, only: Callable[[Week], bool]) -> Any:
    """The block with every exercise of those weeks changed."""
    changed_weeks = []
    for week in weeks:
        sessions = []
        for session in week.sessions if only(week) else ():
            exercises = filter(None, map(change, session.exercises))
            sessions.append(replace(session, exercises=tuple(exercises)))
        changed_weeks.append(replace(week, sessions=tuple(sessions)) if only(week) else week)
    return tuple(changed_weeks)


def any_week(week: Week) -> bool:
    return True


def late_week(week: Week) -> bool:
    return week.number > 4


def easier_week(week: Week) -> bool:
    return week.deload


def taper_week(week: Week) -> bool:
    return week.taper


def without(need: Need) -> Change:
    return lambda one: None if need in one.serves else one


def dosed(applies: Callable[[Prescription], bool], **fields: Any) -> Change:
    return lambda one: replace(one, **fields) if applies(one) else one


HOME = Athlete(level=Level.INTERMEDIATE, minutes=45)
JUMPER = Athlete(race=Race.FIVE_K, level=Level.ADVANCED, kit=tuple(sorted(Kit)), minutes=60)
SORE = Athlete(race=Race.HALF, level=Level.INTERMEDIATE, niggles=(Niggle.LOW_BACK,))


def hardest_jump(one: Prescription) -> Prescription:
    if not one.contacts:
        return one
    return replace(one, form=coach_grid.ladder(one)[-1].name)


@pytest.mark.parametrize(
    ("fault", "athlete", "change", "only"),
    [
        pytest.param(
            "work without weight that begins again lower",
            HOME,
            dosed(lambda one: one.reps is not None, reps=5, light=False),
            late_week,
            id="lower work",
        ),
        pytest.param("a week without pushing", HOME, without(Need.PUSH), any_week, id="no pushing"),
        pytest.param(
            "a week without the hamstrings",
            HOME,
            without(Need.HAMSTRING),
            any_week,
            id="no hamstrings",
        ),
        pytest.param(
            "a taper without its main lift",
            HOME,
            lambda one: None if one.role is Role.MAIN and one.pattern is not Pattern.CALF else one,
            taper_week,
            id="no lift in the taper",
        ),
        pytest.param(
            "a deload that spares the lifts",
            HOME,
            dosed(lambda one: one.role is Role.MAIN, sets=3),
            easier_week,
            id="a deload of accessories",
        ),
        pytest.param(
            "a taper with more of an exercise",
            HOME,
            dosed(lambda one: one.role is Role.MAIN, sets=9),
            taper_week,
            id="more sets in the taper",
        ),
        pytest.param(
            "sore legs just before the race",
            HOME,
            dosed(lambda one: one.light, seconds_per_rep=6.0),
            taper_week,
            id="a slow lift",
        ),
        pytest.param(
            "sore legs just before the race",
            HOME,
            dosed(lambda one: one.light, pattern=Pattern.LUNGE),
            taper_week,
            id="a lunge",
        ),
        pytest.param(
            "full work for the legs days before the race",
            HOME,
            dosed(lambda one: one.light, light=False, load=Load.MEDIUM),
            taper_week,
            id="a lift in full",
        ),
        pytest.param(
            "full work for the legs days before the race",
            HOME,
            dosed(lambda one: one.light, sets=2),
            taper_week,
            id="two sets of a light lift",
        ),
        pytest.param(
            "a long session just before the race",
            HOME,
            dosed(lambda one: True, sets=2),
            taper_week,
            id="two sets of each in the last session",
        ),
        pytest.param(
            "calves in one session, or none on one straight leg",
            HOME,
            dosed(lambda one: one.pattern is Pattern.CALF, per_side=False),
            any_week,
            id="calves on two legs",
        ),
        pytest.param(
            "no weighted calf work for who owns weights",
            HOME,
            dosed(lambda one: one.pattern is Pattern.CALF, kit=()),
            any_week,
            id="calves without weight",
        ),
        pytest.param(
            "main work without weight in few repetitions",
            HOME,
            dosed(lambda one: one.role is Role.MAIN, reps=5),
            any_week,
            id="few repetitions",
        ),
        pytest.param(
            "a first jump that is not the easiest",
            JUMPER,
            hardest_jump,
            any_week,
            id="the hardest jump",
        ),
        pytest.param(
            "full work in the first week",
            HOME,
            dosed(lambda one: one.light, light=False, load=Load.MEDIUM),
            any_week,
            id="no ramp",
        ),
        pytest.param(
            "a niggle minded in words alone",
            SORE,
            dosed(lambda one: bool(one.niggle_note), niggle_note=None),
            any_week,
            id="an unminded niggle",
        ),
    ],
)
def test_the_grid_sees_a_fault_that_is_there(
    fault: str, athlete: Athlete, change: Change, only: Callable[[Week], bool]
):
    weeks = coach_grid.block(athlete)
    assert coach_grid.faults(athlete, weeks) == []
    assert fault in coach_grid.faults(athlete, changed(weeks, change, only=only))


def test_the_grid_sees_calves_in_one_session():
    weeks = coach_grid.block(HOME)
    first = tuple([replace(week, sessions=week.sessions[:1]) for week in weeks])
    assert "calves in one session, or none on one straight leg" in coach_grid.faults(HOME, first)


@pytest.mark.parametrize(
    ("athlete", "key"),
    [
        pytest.param(Athlete(kit=()), WarmUpKey.LIGHTER_SETS, id="lighter sets without weight"),
        pytest.param(Athlete(kit=()), WarmUpKey.SLACK_BAND_SETS, id="a band that is none"),
        pytest.param(
            Athlete(niggles=(Niggle.ACHILLES,)), WarmUpKey.JOG_OR_SKIP, id="a sore Achilles"
        ),
        pytest.param(
            Athlete(niggles=(Niggle.ITB,)), WarmUpKey.ROCKS_SWINGS_AND_LUNGES, id="lunges with itb"
        ),
    ],
)
def test_the_grid_sees_a_warm_up_for_another(athlete: Athlete, key: WarmUpKey):
    weeks = coach_grid.block(athlete)
    [first, *others] = weeks
    session = first.sessions[0]
    warm_up = replace(session.warm_up, steps=(WarmUpStep(key, {}),))
    wrong = replace(first, sessions=(replace(session, warm_up=warm_up),))
    fault = "a warm-up that is not for this session or this person"
    assert fault not in coach_grid.faults(athlete, weeks)
    assert fault in coach_grid.faults(athlete, (wrong, *others))


def test_the_grid_sees_a_sore_spot_that_raises_the_load():
    weeks = coach_grid.block(SORE)
    harder = []
    for week in weeks:
        sessions = [replace(session, load=Load.HIGH) for session in week.sessions]
        harder.append(replace(week, sessions=tuple(sessions)))
    fault = "a sore spot that raises the load"
    assert fault not in coach_grid.faults(SORE, weeks)
    assert fault in coach_grid.faults(SORE, tuple(harder))
