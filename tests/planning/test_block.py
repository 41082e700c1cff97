"""A block keeps every rule that its weeks must obey together, and each of its weeks is the week
that is asked for alone.
"""

from datetime import timedelta
from itertools import pairwise, product

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import CATALOGUE, EXAMPLES, MONDAY, athletes, drawn

from befit_cli.errors import BefitError
from befit_cli.planning.planner import plan_block, plan_week
from befit_cli.planning.season import plan_season
from befit_cli.rules import SAFETY
from befit_cli.rules.check import check_plan
from befit_cli.values import Athlete, Catalogue, Kit, Level, Plan, Race


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Athlete, int]:
    """An athlete and the weeks of a block, which ends on a race of any weekday, or on no date."""
    weeks = draw(st.integers(1, 30))
    race_day = draw(
        st.none() | st.integers(0, 6).map(lambda day: MONDAY + timedelta(weeks=weeks - 1, days=day))
    )
    return msgspec.structs.replace(draw(athletes()), race_date=race_day), weeks


def planned(athlete: Athlete, weeks: int) -> Plan:
    made = plan_block(athlete, CATALOGUE, plan_season(athlete, MONDAY, weeks))
    return Plan(befit="0", athlete=athlete, weeks=made, safety=tuple(SAFETY.values()))


@drawn
@given(blocks())
def test_no_block_breaks_a_rule_that_must_hold(block: tuple[Athlete, int]):
    try:
        plan = planned(*block)
    except BefitError as error:
        if "Nothing is left to do" not in error.message:
            raise
        return
    assert [finding for finding in check_plan(plan, CATALOGUE) if finding.must] == []


@settings(max_examples=max(10, EXAMPLES // 5), deadline=None)
@given(blocks(), st.data())
def test_the_week_of_a_block_is_the_week_asked_for_alone(
    block: tuple[Athlete, int], data: st.DataObject
):
    athlete, weeks = block
    season = plan_season(athlete, MONDAY, weeks)
    number = data.draw(st.integers(0, len(season) - 1))
    try:
        whole = plan_block(athlete, CATALOGUE, season)
    except BefitError:
        return
    assert msgspec.json.encode(whole[number]) == msgspec.json.encode(
        plan_week(athlete, CATALOGUE, season[number])
    )


@pytest.mark.parametrize("level", Level, ids=str)
@pytest.mark.parametrize("race", Race, ids=str)
def test_every_main_lift_moves_within_each_stretch_and_sets_fall_at_its_end(
    catalogue: Catalogue, race: Race, level: Level
):
    season = plan_season(Athlete(race=race, level=level), MONDAY)
    weeks = plan_block(Athlete(race=race, level=level), catalogue, season)
    for before, after in pairwise(weeks):
        if before.build and after.build and before.phase is after.phase:
            doses = [
                {
                    (session.day, each.id): each.reps
                    for session in week.sessions
                    for each in session.exercises
                    if each.role == "main"
                }
                for week in (before, after)
            ]
            assert all(doses[1][key] > reps for key, reps in doses[0].items() if key in doses[1])
        elif before.build:
            assert after.sets < before.sets


@pytest.mark.parametrize("race", Race, ids=str)
def test_short_blocks_agree_with_their_weeks_whatever_the_day_of_the_race(race: Race):
    for weeks, day in product(range(1, 5), range(7)):
        athlete = Athlete(
            race=race,
            level=Level.ADVANCED,
            kit=tuple(Kit),
            sessions=3,
            race_date=MONDAY + timedelta(weeks=weeks - 1, days=day),
        )
        season = plan_season(athlete, MONDAY, weeks)
        assert plan_block(athlete, CATALOGUE, season) == tuple(
            plan_week(athlete, CATALOGUE, when) for when in season
        )
