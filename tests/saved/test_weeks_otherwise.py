"""A week with its own runs, or another runner, comes back from a file as it was."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from strategies import CATALOGUE, MONDAY

from befit_cli import views
from befit_cli.errors import FileFaults
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import Athlete, Day, Kit, Niggle, Plan, Runs, RunSource, Week

MON, TUE, WED, THU, FRI, SAT, SUN = Day
SECOND = MONDAY + timedelta(weeks=1)
ATHLETE = Athlete(sessions=3, kit=tuple(sorted(Kit)))


def a_plan(runs: dict[date, Runs], runners: dict[date, Athlete]) -> Plan:
    season = plan_season(ATHLETE, MONDAY, 4, runs=runs, runners=runners)
    return make_plan(ATHLETE, CATALOGUE, season)


MOVED = {SECOND: Runs(hard=(MON, THU), long=(SAT,), source=RunSource.ADJUSTED)}
HOTEL = {
    SECOND: Athlete(
        sessions=2,
        kit=(Kit.BAND,),
        minutes=20,
        days=(TUE, THU),
        niggles=(Niggle.SHIN,),
        without=("lunges",),
        swap=(("squats", "step-ups"),),
    )
}


def of_week(week: Week) -> tuple[Any, ...]:
    return week.runs, week.runs_before, week.runs_after, week.runner, week.niggles


@pytest.mark.parametrize("format", ["json", "md"])
@pytest.mark.parametrize(
    ("runs", "runners"),
    [
        pytest.param(MOVED, {}, id="other runs"),
        pytest.param({}, HOTEL, id="another runner"),
        pytest.param(MOVED, HOTEL, id="both"),
    ],
)
def test_it_comes_back_as_it_was(
    runs: dict[date, Runs], runners: dict[date, Athlete], format: str
) -> None:
    plan = a_plan(runs, runners)
    text = views.render(plan, format, catalogue=CATALOGUE)
    assert isinstance(text, str)
    read = read_plan(text.encode(), f"plan.{format}", CATALOGUE)
    assert list(map(of_week, read.weeks)) == list(map(of_week, plan.weeks))
    assert check_plan(read, CATALOGUE) == check_plan(plan, CATALOGUE)


def test_a_week_as_always_says_no_more_in_markdown_than_before() -> None:
    text = views.render(a_plan({}, {}), "md", catalogue=CATALOGUE)
    assert isinstance(text, str)
    front_matter, _ = text.removeprefix("---\n").split("\n---\n", 1)
    assert "runs" not in front_matter.replace("hard_runs", "")
    assert "adjusted" not in front_matter


@pytest.mark.parametrize(
    ("adjusted", "sentence"),
    [
        pytest.param({"sessions": 4}, "4 is not 0 to 3", id="sessions"),
        pytest.param({"minutes": 5}, "5 is not 15 to 60", id="minutes"),
        pytest.param({"without": ["jogging"]}, "jogging", id="what is no exercise"),
        pytest.param({"swap": [["squats", "jogging"]]}, "jogging", id="nor in an exchange"),
        pytest.param({"kit": ["trampoline"]}, "trampoline", id="what is no kit"),
    ],
)
def test_nobody_is_otherwise_in_a_way_that_nobody_can_be(
    adjusted: dict[str, Any], sentence: str
) -> None:
    data = json.loads(views.render(a_plan({}, HOTEL), "json", catalogue=CATALOGUE))
    data["weeks"][1]["adjusted"] = adjusted
    with pytest.raises(FileFaults, match=sentence):
        read_plan(json.dumps(data).encode(), "plan.json", CATALOGUE)
