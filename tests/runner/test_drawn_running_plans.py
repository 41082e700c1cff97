"""Blocks of runners who follow a running plan whose key runs move."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from asked import part
from broken_rules import musts
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from running_weeks import running_plan
from strategies import CATALOGUE, KITS, MONDAY, athletes, times

from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.runner.request import Request, read_block, with_running_plan
from befit_cli.runner.words import read_athlete, words_for
from befit_cli.values import Athlete, Day, Kit, Level, Load, Niggle, Plan, Race
from befit_cli.values.running_plan import RunKind, RunningPlan

KINDS = [kind.value for kind in RunKind]


@st.composite
def running_weeks(draw: st.DrawFn) -> str:
    """Any kind of run on any day."""
    days = draw(st.dictionaries(st.sampled_from(Day), st.sampled_from(KINDS)))
    return " ".join(f"{day}={kind}" for day, kind in sorted(days.items()))


def laid_round(athlete: Athlete, plan: RunningPlan) -> Plan:
    """The block of the athlete whose profile names the running plan."""
    profile = words_for(athlete)
    asked = Request(profile, read_athlete(profile, CATALOGUE), CATALOGUE, profile)
    request = with_running_plan(asked, plan, {})
    season = read_block({"start": str(MONDAY)}, request, MONDAY).season
    return make_plan(request.athlete, CATALOGUE, season)


SORE_HIP = Athlete(
    race=Race.HALF,
    kit=(),
    minutes=34,
    long_run=None,
    hard_runs=(),
    niggles=(Niggle.ITB,),
    without=("squats",),
)


@times(0.4)
@given(
    athletes().map(lambda athlete: replace(athlete, race_date=None)),
    st.lists(running_weeks(), min_size=3, max_size=25),
    st.booleans(),
)
@example(SORE_HIP, ["", "mon=long", "", ""], False)
def test_no_running_plan_makes_a_block_break_a_must(
    athlete: Athlete, weeks: list[str], dated: bool
) -> None:
    """In the example the last build week has fewer sets than the stretch that the taper eases."""
    # Without any run it would be no running plan.
    plan = running_plan("tue=hard", *weeks, starts=MONDAY if dated else None)
    block = laid_round(athlete, plan)
    assert musts(block) == []


SORE = Athlete(niggles=(Niggle.ACHILLES,), kit=tuple(sorted(Kit)), minutes=45)
FULL = "tue=hard wed=long thu=hard fri=long sat=hard sun=long"
"""Runs that leave no day for work that the legs feel."""


@times(0.2)
@given(
    athletes().map(lambda athlete: replace(athlete, race_date=None)),
    st.lists(running_weeks(), min_size=3, max_size=25),
)
@example(SORE, ["", "", FULL, *[""] * 5])
def test_what_a_block_round_a_running_plan_does_not_keep_is_a_note_of_it(
    athlete: Athlete, weeks: list[str]
) -> None:
    """In the example the only week with all sets of its stretch has no room for them."""
    block = laid_round(athlete, running_plan("tue=hard", *weeks, starts=MONDAY))
    told = {note.rule for week in block.weeks for note in week.notes}
    unmet = {finding.rule for finding in check_plan(block, CATALOGUE) if not finding.must}
    assert unmet <= told


def moving_weeks(number: int, hard_runs: int, turn: int) -> Iterator[str]:
    """Weeks as published plans have them: so many hard runs, on other days each week, the long run
    at the weekend, and now and then a race on Saturday.
    """
    draw = random.Random(turn)  # noqa: S311  # the same weeks every time
    for _ in range(number):
        hard = draw.sample(["tue", "wed", "thu", "fri"], hard_runs)
        runs = dict.fromkeys(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "easy")
        runs |= dict.fromkeys(hard, "hard")
        runs[draw.choice(["sat", "sun", "sun", "sun"])] = "long"
        if draw.random() < 0.1:
            runs["sat"] = "race"
        yield " ".join(f"{day}={kind}" for day, kind in runs.items())


SAMPLE = [
    (Athlete(race=race, level=level, minutes=45, kit=KITS["gym"]), hard_runs)
    for race in Race
    for level in Level
    for hard_runs in (1, 2)
]
"""Every race and level, with one hard run a week and with two."""


def heavy(plan: Plan) -> int:
    return sum(session.load is Load.HIGH for week in plan.weeks for session in week.sessions)


@pytest.fixture(scope="module")
def sample() -> list[tuple[Plan, list[Plan]]]:
    """The blocks that a running plan moves, and those with the runs of each of its weeks in all."""
    blocks = []
    for turn, (athlete, hard_runs) in part(enumerate(SAMPLE), 11):
        weeks = list(moving_weeks(8, hard_runs, turn))
        plan = running_plan(*weeks, starts=MONDAY)
        moving = laid_round(athlete, plan)
        blocks.append((moving, [fixed(athlete, moving, place) for place in range(8)]))
    return blocks


def fixed(athlete: Athlete, moving: Plan, place: int) -> Plan:
    """The week at the place of the block in which every week has that week's runs."""
    runs = moving.weeks[place].runs
    long_run = runs.long[0] if runs.long else None
    usual = replace(moving.athlete, hard_runs=runs.hard, long_run=long_run)
    season = plan_season(usual, MONDAY, len(moving.weeks))
    return make_plan(usual, CATALOGUE, (season[place],))


def test_nine_in_ten_heavy_sessions_stay_where_key_runs_move(
    sample: list[tuple[Plan, list[Plan]]],
) -> None:
    moving = sum(heavy(plan) for plan, _ in sample)
    usual = sum(heavy(week) for _, weeks in sample for week in weeks)
    assert moving >= 0.9 * usual


def test_weeks_know_that_the_running_plan_says_their_runs() -> None:
    plan = running_plan(*["tue=hard sun=long", "thu=hard sat=long"] * 4, starts=MONDAY)
    weeks = laid_round(Athlete(), plan).weeks
    assert [week.runs.hard for week in weeks[:2]] == [(Day.TUE,), (Day.THU,)]
    assert {week.runs.source for week in weeks[:8]} == {"plan"}
