"""A block keeps every rule that its weeks must obey together, each of its weeks is the week that is
asked for alone, and no sentence has a say in any of them.
"""

from datetime import timedelta
from itertools import pairwise, product

import msgspec
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from strategies import CATALOGUE, MONDAY, athletes, drawn, times

from befit_cli.errors import BefitError
from befit_cli.evidence.safety import SAFETY
from befit_cli.planning.planner import make_plan, plan_block, plan_week
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.saved.phrases import NOTES, PROGRESS, REASONS, WARM_UP
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Group,
    Kit,
    Level,
    Niggle,
    Plan,
    Race,
    Season,
    Week,
)


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Athlete, int]:
    """An athlete and the weeks of a block, which ends on a race of any weekday, or on no date."""
    weeks = draw(st.integers(1, 30))
    race_day = draw(
        st.none() | st.integers(0, 6).map(lambda day: MONDAY + timedelta(weeks=weeks - 1, days=day))
    )
    return msgspec.structs.replace(draw(athletes()), race_date=race_day), weeks


def planned(athlete: Athlete, weeks: int) -> Plan:
    return make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY, weeks))


def season_and_weeks(block: tuple[Athlete, int]) -> tuple[Season, tuple[Week, ...]]:
    """A block before and after planning; an example with nothing left to do shows nothing."""
    athlete, weeks = block
    season = plan_season(athlete, MONDAY, weeks)
    try:
        return season, plan_block(athlete, CATALOGUE, season)
    except BefitError:
        reject()


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


@pytest.mark.parametrize(
    "athlete",
    [
        pytest.param(
            Athlete(
                race=Race.FIVE_K,
                sessions=2,
                level=Level.ADVANCED,
                kit=(),
                minutes=20,
                long_run=None,
                hard_runs=(Day.WED, Day.SUN),
                focus=Group.KNEE,
                niggles=(Niggle.SHIN,),
                race_date=MONDAY + timedelta(weeks=3),
            ),
            id="its minutes were full",
        ),
        pytest.param(
            Athlete(
                race=Race.FIVE_K,
                sessions=2,
                level=Level.BEGINNER,
                kit=(Kit.BENCH, Kit.STEP, Kit.TOWEL),
                minutes=29,
                long_run=Day.TUE,
                hard_runs=(Day.TUE, Day.SAT),
                days=(Day.MON, Day.WED, Day.FRI, Day.SUN),
                focus=Group.FOOT,
                niggles=(Niggle.RUNNERS_KNEE, Niggle.SHIN),
                race_date=MONDAY + timedelta(weeks=5),
            ),
            id="it had seven exercises",
        ),
    ],
)
def test_a_session_that_first_line_work_moves_to_before_a_race_keeps_enough_sets(athlete: Athlete):
    plan = make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY))
    assert [finding for finding in check_plan(plan, CATALOGUE) if finding.must] == []


fewer = times(0.2)
"""How many whole blocks a property is asked for; each is up to 30 weeks."""


@fewer
@given(blocks(), st.data())
def test_the_week_of_a_block_is_the_week_asked_for_alone(
    block: tuple[Athlete, int], data: st.DataObject
):
    athlete, _ = block
    season, whole = season_and_weeks(block)
    place = data.draw(st.integers(0, len(season) - 1))
    assert msgspec.json.encode(whole[place]) == msgspec.json.encode(
        plan_week(athlete, CATALOGUE, season[place])
    )


@fewer
@given(blocks(), st.data())
def test_some_weeks_of_a_block_are_those_weeks_of_the_whole(
    block: tuple[Athlete, int], data: st.DataObject
):
    athlete, _ = block
    season, whole = season_and_weeks(block)
    places = sorted(data.draw(st.sets(st.integers(0, len(season) - 1), min_size=1)))
    part = plan_block(athlete, CATALOGUE, [season[place] for place in places])
    assert part == tuple(whole[place] for place in places)


@fewer
@given(blocks())
def test_a_session_has_the_same_number_and_day_in_every_week_of_a_block(
    block: tuple[Athlete, int],
):
    athlete, _ = block
    _, whole = season_and_weeks(block)
    used = {session.slot for week in whole for session in week.sessions}
    days = {(session.slot, session.day) for week in whole for session in week.sessions}
    assert used <= set(range(1, athlete.sessions + 1))
    assert len(days) == len(used)


NONSENSE = "}{nowhere} 0 {"
"""No sentence, and nothing that a fact could be put into."""


@fewer
@given(blocks())
def test_no_sentence_has_a_say_in_a_plan(block: tuple[Athlete, int]):
    athlete, _ = block
    season, whole = season_and_weeks(block)
    with pytest.MonkeyPatch.context() as patch:
        for texts in (REASONS, NOTES, WARM_UP, PROGRESS, SAFETY):
            for key in texts:
                patch.setitem(texts, key, NONSENSE)
        assert plan_block(athlete, CATALOGUE, season) == whole


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
