"""Days that have other kit than the others: each session is done with what its day has."""

import json
from typing import Any

import pytest
from broken_rules import musts
from strategies import CATALOGUE, KITS, MONDAY

from befit_cli import views
from befit_cli.evidence.load import with_weight
from befit_cli.planning.planner import make_plan, plan_block
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Athlete, Day, Kit, Level, Load, Plan, Race, Runs, RunSource, Week

MON, TUE, WED, THU, FRI, SAT, SUN = Day
GYM, HOME, NONE = KITS["gym"], KITS["home"], KITS["none"]


def athlete(**changes: Any) -> Athlete:
    fields: dict[str, Any] = {
        "race": Race.HALF,
        "level": Level.INTERMEDIATE,
        "kit": HOME,
        "minutes": 45,
        "hard_runs": (),
        "long_run": SUN,
    }
    return Athlete(**(fields | changes))


def a_plan(runner: Athlete) -> Plan:
    return make_plan(runner, CATALOGUE, plan_season(runner, MONDAY, 8))


def weighted(week: Week) -> set[Day]:
    """The days with weight other than a backpack's."""
    return {
        session.day
        for session in week.sessions
        for one in session.exercises
        if with_weight(one.kit) and Kit.BACKPACK not in one.kit
    }


@pytest.mark.parametrize(
    ("days", "kit_by_day", "wanted"),
    [
        pytest.param((TUE, THU), {TUE: GYM}, {TUE}, id="a gym on one of two days"),
        pytest.param((TUE, THU), {THU: GYM}, {THU}, id="on the other"),
        pytest.param((TUE, THU), {}, set(), id="nowhere"),
        pytest.param((TUE, THU), {MON: GYM}, set(), id="on a day that is not free"),
    ],
)
def test_the_day_with_the_weights_gets_the_weights(
    days: tuple[Day, ...], kit_by_day: dict[Day, tuple[Kit, ...]], wanted: set[Day]
) -> None:
    week = a_plan(athlete(days=days, kit_by_day=kit_by_day)).weeks[2]
    assert weighted(week) == wanted


def test_of_all_days_those_with_the_weights_are_chosen_for_heavy_work() -> None:
    week = a_plan(athlete(kit_by_day={WED: GYM, FRI: GYM})).weeks[4]
    assert {s.day for s in week.sessions if s.load is Load.HIGH} == {WED, FRI}


@pytest.mark.parametrize("kit_by_day", [{TUE: GYM}, {TUE: NONE, SAT: (Kit.BAND,)}], ids=str)
def test_such_a_plan_keeps_every_rule_and_comes_back_from_a_file(
    kit_by_day: dict[Day, tuple[Kit, ...]],
) -> None:
    plan = a_plan(athlete(sessions=3, kit_by_day=kit_by_day))
    assert musts(plan) == []
    for format in ("json", "md"):
        text = views.render(plan, format, catalogue=CATALOGUE)
        assert isinstance(text, str)
        read = read_plan(text.encode(), f"plan.{format}", CATALOGUE)
        assert read.athlete == plan.athlete
        assert check_plan(read, CATALOGUE) == check_plan(plan, CATALOGUE)


def test_json_says_the_kit_by_the_day() -> None:
    plan = a_plan(athlete(kit_by_day={TUE: (Kit.BAND,)}))
    said = json.loads(views.render(plan, "json", catalogue=CATALOGUE))["athlete"]["kit_by_day"]
    assert said == {"tue": ["band"]}


def test_what_a_day_lacks_is_found_though_another_has_it() -> None:
    plan = a_plan(athlete(days=(TUE, THU), kit_by_day={TUE: GYM}))
    text = str(views.render(plan, "json", catalogue=CATALOGUE))
    data = json.loads(text)
    data["athlete"]["kit_by_day"] = {"thu": data["athlete"]["kit_by_day"]["tue"]}
    found = check_plan(read_plan(json.dumps(data).encode(), "plan.json", CATALOGUE), CATALOGUE)
    assert "R58" in {finding.rule for finding in found if finding.must}


def test_a_session_that_moves_to_a_day_with_other_kit_is_done_with_that() -> None:
    runner = athlete(days=(TUE, THU), hard_runs=(WED,), kit_by_day={TUE: GYM})
    runs = {MONDAY.replace(day=18): Runs(hard=(WED,), long=(TUE,), source=RunSource.ADJUSTED)}
    season = plan_season(runner, MONDAY, 8, runs=runs)
    for week in plan_block(runner, CATALOGUE, season):
        for session in week.sessions:
            for one in session.exercises:
                assert set(one.kit) <= set(runner.on(session.day).kit)
