"""More time never gives a week less, and a sore spot never makes one harder.

More time is asked of whoever has an hour a week and no niggle, and of a block's first stretch: what
comes after goes on from another place, and under an hour what a week must have goes before the
order in which the list is read. Of hard leg sets it is asked as far as no leg muscle has all that
it may have (R04).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY, athletes, times

from befit_cli.evidence.coverage import COVERAGE_MINUTES, LEG_MUSCLES, MUSCLE_SETS_MAX
from befit_cli.evidence.session import MINUTES
from befit_cli.evidence.sets import CALF, HARD, counts, total_counts
from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.values import Athlete, Group, Kit, Level, Need, Race, Week

blocks = times(0.4)
"""How many pairs of whole blocks a property is asked for."""
lengths = st.integers(1, 16)
"""Weeks of a block without a race date."""


def block(athlete: Athlete, length: int) -> tuple[Week, ...]:
    return plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, length))


def first_weeks(less: Athlete, more: Athlete, length: int) -> Iterator[tuple[Week, Week]]:
    """The build weeks of the first stretch of both athletes' blocks side by side."""
    for one, other in zip(block(less, length), block(more, length), strict=True):
        if not one.build:
            return
        yield one, other


def totals(week: Week) -> dict[str, float]:
    """What the week's sets count for: each leg muscle (R04), calf sets (R08), hard leg sets (R33)."""
    work = []
    for session in week.sessions:
        for exercise in session.exercises:
            work.append((counts(exercise), exercise.sets))
    return total_counts(work)


def is_full(week: Week, level: Level) -> bool:
    """Whether a leg muscle has no room for a set more (R04)."""
    total = totals(week)
    return any(total.get(muscle, 0) + 1 > MUSCLE_SETS_MAX[level] for muscle in LEG_MUSCLES)


def needs(week: Week) -> set[Need]:
    """What the week serves of its needs (R03)."""
    served: set[Need] = set()
    for session in week.sessions:
        for exercise in session.exercises:
            served.update(exercise.serves)
    return served


def losses(less: Athlete, more: Athlete, length: int) -> list[tuple[object, ...]]:
    """In which weeks more time has fewer hard leg sets, calf sets or needs, and which."""
    lost: list[tuple[object, ...]] = []
    weeks = list(first_weeks(less, more, length))
    # Under a muscle's ceiling sets of one exercise are worth as much as those of another.
    full = any(is_full(other, more.level) for _, other in weeks)
    for one, other in weeks:
        for name in (CALF,) if full else (CALF, HARD):
            before, after = totals(one).get(name, 0), totals(other).get(name, 0)
            if after < before:
                lost.append((one.number, name, before, after))
        if not needs(one) <= needs(other):
            lost.append((one.number, "needs", needs(one) - needs(other)))
    return lost


@blocks
@given(athlete=athletes(), length=lengths)
def test_a_third_session_gives_no_week_of_the_first_stretch_less(athlete: Athlete, length: int):
    assume(len(athlete.days) > 2)
    two = replace(athlete, sessions=2, niggles=())
    assume(_has_an_hour(two))
    assert losses(two, replace(two, sessions=3), length) == []


@blocks
@given(athlete=athletes(), length=lengths)
def test_ten_minutes_more_give_no_week_of_the_first_stretch_less(athlete: Athlete, length: int):
    assume(athlete.minutes + 10 <= MINUTES.high)
    well = replace(athlete, niggles=())
    assume(_has_an_hour(well))
    assert losses(well, replace(well, minutes=well.minutes + 10), length) == []


@pytest.mark.parametrize(
    "athlete",
    [
        pytest.param(
            Athlete(level=Level.ADVANCED, kit=(), minutes=38, focus=Group.FOOT),
            id="jumps beside them",
        ),
        pytest.param(
            Athlete(
                race=Race.MARATHON,
                level=Level.ADVANCED,
                kit=(Kit.BAND,),
                minutes=32,
                focus=Group.CORE,
            ),
            id="lifts that have grown beside them",
        ),
    ],
)
def test_a_third_session_gives_the_calves_of_no_stretch_less(athlete: Athlete):
    assert weeks_with_fewer_calf_sets(athlete, replace(athlete, sessions=3)) == []


@pytest.mark.parametrize(
    "athlete",
    [
        pytest.param(
            Athlete(
                race=Race.FIVE_K,
                level=Level.INTERMEDIATE,
                kit=(),
                minutes=40,
                hard_runs=(),
                without=("superman-holds",),
            ),
            id="jumps beside them",
        ),
        pytest.param(
            Athlete(race=Race.HALF, hard_runs=(), focus=Group.KNEE, without=("squats",)),
            id="lifts beside them",
        ),
    ],
)
def test_ten_minutes_more_give_the_calves_of_no_stretch_less(athlete: Athlete):
    longer = replace(athlete, minutes=athlete.minutes + 10)
    assert weeks_with_fewer_calf_sets(athlete, longer) == []


def weeks_with_fewer_calf_sets(less: Athlete, more: Athlete) -> list[int]:
    """In which weeks of a block more time has fewer of them."""
    season = plan_season(less, MONDAY)
    lost = []
    blocks = (plan_block(athlete, CATALOGUE, season) for athlete in (less, more))
    for one, other in zip(*blocks, strict=True):
        if one.build and totals(other)[CALF] < totals(one)[CALF]:
            lost.append(one.number)
    return lost


def _has_an_hour(athlete: Athlete) -> bool:
    return athlete.sessions * athlete.minutes >= COVERAGE_MINUTES


@blocks
@given(athlete=athletes(), length=lengths)
def test_a_niggle_makes_no_session_of_a_week_that_builds_harder(athlete: Athlete, length: int):
    assume(athlete.niggles)
    well = replace(athlete, niggles=())
    harder = []
    for sore_week, well_week in zip(block(athlete, length), block(well, length), strict=True):
        loads = {session.slot: session.load for session in well_week.sessions}
        for session in sore_week.sessions:
            if sore_week.build and session.load > loads[session.slot]:
                harder.append((sore_week.number, session.day, session.load, loads[session.slot]))
    assert harder == []
